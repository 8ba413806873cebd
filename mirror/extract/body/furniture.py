"""What stands on article pages and is no part of an article, told by its names and its form."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

import lxml.etree
from lxml.html import HtmlElement as Element

from mirror.extract.page import unlink
from mirror.normalise.pictures import is_beacon

# Words of class names and ids, as sites of many languages and publishing systems use them.
_ADS = """ad ads adbox adcontainer adslot adsense adsbygoogle adunit advert adverts advertisement
    advertisements advertising advertorial anzeige anzeigen werbung publicidad publicite pubblicita
    reklama reklame mpu dfp gpt promo promos promotion promoted sponsor sponsored sponsors outbrain
    taboola dable revcontent mgid zergnet guanggao 广告 廣告"""
_RELATED = """related relatedposts relatednews relatedarticles recommend recommended recommendation
    recommendations recommends recirc recirculation trending mostread mostpopular popularposts
    yarpp jp-relatedposts 相关 相關 推荐 推薦"""
_SHARING = """share shares sharebar sharebox sharebuttons sharing sharedaddy addtoany addthis
    sharethis jiathis bdsharebuttonbox social socialmedia socials sociallinks"""
_LETTERS = """newsletter newsletters subscribe subscription signup mailchimp optin"""
_TALK = """comments commentlist comment-form disqus fb-comments livefyre respond"""
_WAYS = """nav navbar navigation menu breadcrumb breadcrumbs pagination pager prevnext sidebar
    footer toolbar"""
_PEOPLE = """author authors autor autoren auteur avatar byline bylines contributor contributors
    headshot mugshot"""
BOXES = frozenset(f"{_ADS} {_RELATED} {_SHARING} {_LETTERS} {_TALK}".split())
# Beside a story these words stand for a picture of something else.
BESIDE_PICTURES = BOXES | frozenset(f"{_WAYS} {_PEOPLE} teaser teasers logo logos".split())
_TAGS = frozenset({"nav", "footer", "aside", "dialog", "menu"})
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "menu"})

_UNREAD = ("script", "style", "template", "noscript")
# Controls and what belongs to the page, not to a story.
_CONTROLS = (
    "button", "datalist", "dialog", "form", "input", "nav", "select", "amp-ad", "amp-analytics",
    "amp-auto-ads", "amp-embed", "amp-pixel", "amp-sidebar", "amp-social-share",
    "amp-sticky-ad",
)  # fmt: skip
# What its names make furniture; a paragraph, a heading or a figure is none by its names alone.
_CONTAINERS = frozenset({
    "a", "aside", "dl", "div", "footer", "iframe", "ins", "ol", "section", "span", "ul",
})  # fmt: skip
MOST = 0.3  # of the text of a body: what holds more is no furniture, whatever its names
MOST_LINKS = 300  # of a box that leads to other stories: what has more is a list
LONGEST_BOX = 30_000  # characters
_LONGEST_ID = 30  # characters
_LINKED = 0.5  # of a paragraph's text: so much is linked where it only leads to other stories
# What stands above or before links to other stories, and nothing else with it.
_LABEL = re.compile(
    r"[\W_]*(?:相关|相關|推荐|推薦|延伸|更多|热门|熱門|精选|精選|最新|看更多|猜你喜欢|猜你喜歡|大家都在看)"
    r"(?:新闻|新聞|文章|阅读|閱讀|报导|報導|报道|報道|视频|視頻|影片|专题|專題|内容|內容)?[\W_]*"
    r"|[\W_]*(?:related|recommended|read more|more on this|see also|also read|you may also like"
    r"|most read|trending|don't miss)"
    r"(?: (?:stor(?:y|ies)|articles?|posts?|news|reading|topics?))?[\W_]*",
    re.IGNORECASE,
)

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u3400-\u9fff]+")
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def is_box(element: Element) -> bool:
    """Is that element furniture by its tag, its role or its names, whatever text it holds?"""
    return element.tag in _TAGS or element.get("role") in _ROLES or named(element, BOXES)


def is_beside(element: Element) -> bool:
    """Do pictures in that element, which holds no text of the story, belong to something else?"""
    return element.tag in _TAGS or element.get("role") in _ROLES or names_beside(element)


def names_beside(element: Element) -> bool:
    """As `is_beside`, by the names of the element alone."""
    return named(element, BESIDE_PICTURES)


def named(element: Element, words: Iterable[str]) -> bool:
    """Is one of `words` a word of the element's class or id? An id may be a headline instead."""
    identity = element.get("id", "")
    if len(identity) > _LONGEST_ID:
        identity = ""
    names = f"{element.get('class', '')} {identity}"
    return not _words(names[:300]).isdisjoint(words)


def is_hidden(element: Element) -> bool:
    """Does a browser without scripts show nothing of that element?"""
    style = element.get("style")
    return "hidden" in element.attrib or bool(style and _UNSEEN.search(style))


@lru_cache(maxsize=4096)
def _words(names: str) -> frozenset[str]:
    """`ArticleAuthor_img ad-slot` -> article, author, img, ad, slot."""
    return frozenset(word.lower() for word in _WORD.findall(names))


def clear(body: Element) -> None:
    """Take out of `body` controls, hidden text, counters, and boxes of something else.

    What holds much of the body's text stays: a site may hide or name its story oddly.
    """
    lxml.etree.strip_elements(body, *_UNREAD, with_tail=False)
    limit = MOST * _length(body)
    for element in list(body.iterdescendants()):
        if not isinstance(element.tag, str) or not _is_furniture(element):
            continue
        if element.tag == "button" and next(element.iter("img"), None) is not None:
            element.drop_tag()  # a picture that a click enlarges
        elif _length(element) <= limit:
            unlink(element)


def _is_furniture(element: Element) -> bool:
    tag = element.tag
    if tag in _CONTROLS or is_hidden(element) or _is_ornament(element):
        return True
    if tag in ("img", "iframe"):
        return is_beacon(element.attrib) or (tag == "iframe" and named(element, BOXES))
    if element.get("role") in _ROLES:
        return True
    if tag in _CONTAINERS:
        return named(element, BOXES) or _is_labelled(element)
    return tag == "p" and named(element, BOXES) and _linked(element) >= _LINKED


def _is_ornament(element: Element) -> bool:
    """Is an element, kept from screen readers, without text or picture?"""
    hidden = element.get("aria-hidden") == "true" and next(element.iter("img"), None) is None
    return hidden and not element.text_content().strip()


def _is_labelled(element: Element) -> bool:
    """Does a box hold nothing but links to other stories under a label that says so?"""
    if element.tag not in ("div", "section", "aside", "ul"):
        return False
    links = list(islice(element.iter("a"), MOST_LINKS + 1))
    if not 0 < len(links) <= MOST_LINKS or len(rest := element.text_content()) > LONGEST_BOX:
        return False
    for link in links:
        rest = rest.replace(link.text_content(), " ", 1)
    return _LABEL.fullmatch(" ".join(rest.split())) is not None


def _linked(element: Element) -> float:
    """Which part of an element's text is linked."""
    return sum(map(_length, element.iter("a"))) / max(_length(element), 1)


def _length(element: Element) -> int:
    return len("".join(element.text_content().split()))
