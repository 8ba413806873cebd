"""epochtimes.com: pictures and boxes that no selector can tell from the story's own.

A story's own children are `p` and `h2`, with a picture, list, table or quote among them.
"""

import re

from mirror.extract.page import Element, Page, lines, one_line, text_weight, unlink

CONTAINERS = frozenset({"div", "section", "article", "span", "a", "center", "hr", "br", "dl"})
STORY = frozenset({"p", "h2"})
MOSTLY = 0.8  # of the text that is in the body's own p and h2: then other containers are furniture
_RELATED = re.compile(
    r"[\W_]*(相关|相關|推荐|推薦|延伸|更多|热门|熱門|精选|精選|最新)?"
    r"(新闻|新聞|文章|阅读|閱讀|报导|報導|报道|报道|视频|視頻|影片|专题|專題|内容|內容)?[\W_]*"
)
_THUMBNAIL = re.compile(r"-\d+x\d+(?=\.\w+$)")
_PICTURES = "descendant-or-self::*[self::img or self::amp-img]"


def tidy(body: Element, page: Page) -> None:
    """Remove the lead picture, wherever it is repeated, boxes of links and what shows nothing."""
    _drop_repeats(body, page)
    _drop_leading_pictures(body)
    for child in _children(body):
        if _is_box_of_links(child):
            unlink(child)
    _drop_other_containers(body)
    for child in _children(body):
        if not lines(child) and not child.xpath(_PICTURES):
            unlink(child)


def _children(body: Element) -> list[Element]:
    return [child for child in body if isinstance(child.tag, str)]


def _drop_leading_pictures(body: Element) -> None:
    """A picture before the first paragraph is the lead picture, with its caption."""
    first = next((child for child in _children(body) if child.tag in STORY and lines(child)), None)
    for child in [] if first is None else list(first.itersiblings("*", preceding=True)):
        if child.xpath(_PICTURES):
            unlink(child)


def _drop_repeats(body: Element, page: Page) -> None:
    pictures = body.xpath(f"./*/{_PICTURES}")
    lead = _lead_pictures(page) if pictures else set()
    for picture in pictures:
        if not lead.isdisjoint(_files(picture)):
            unlink(_frame(picture, body))


def _frame(picture: Element, body: Element) -> Element:
    """The largest element around a picture that shows nothing but it and its caption."""
    frame = picture
    for parent in picture.iterancestors():
        captioned = parent.tag == "figure" or "caption" in (parent.get("class") or "")
        if parent is body or (lines(parent) and not captioned):
            break
        frame = parent
    return frame


def _lead_pictures(page: Page) -> set[str]:
    outside = page.select(".featured_image img, .featured_image amp-img, .arttop img")
    shown = {name for item in outside if not isinstance(item, str) for name in _files(item)}
    return (shown | {_file(url) for url in page.metas("og:image", "twitter:image")}) - {""}


def _files(picture: Element) -> set[str]:
    """The file that a picture shows; of a lazy one not its placeholder, which many share."""
    shown = (picture.get(name) for name in ("data-src", "data-original", "src"))
    return {_file(next(filter(None, shown), ""))} - {""}


def _file(url: str) -> str:
    """A picture's file, the same for its thumbnails (`-700x359`)."""
    return _THUMBNAIL.sub("", url.partition("?")[0].rpartition("/")[2])


def _is_box_of_links(block: Element) -> bool:
    """Does a block show nothing but links to other stories, and perhaps a label?"""
    links = [text for link in block.iter("a") if (text := one_line(link))]
    if not links:
        return False
    rest = lines(block)
    for text in links:
        rest = rest.replace(text, "", 1)
    if _RELATED.fullmatch("".join(rest.split())) is None:
        return False
    return len(links) > 1 or any(map(str.isalnum, rest)) or block.tag not in STORY


def _drop_other_containers(body: Element) -> None:
    """Where paragraphs hold the story, a container beside them without a picture is furniture."""
    children = _children(body)
    others = [one for one in children if one.tag in CONTAINERS and not one.xpath(_PICTURES)]
    if not others:
        return
    own = sum(text_weight(child) for child in children if child.tag in STORY)
    if own >= MOSTLY * text_weight(body):
        for child in others:
            unlink(child)
