"""What a page shows apart from its furniture and its teasers of other articles.

Made only for pages that are not plainly an article: it costs a copy of the page.
"""

import copy
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mirror.extract.body.furniture import is_hidden
from mirror.extract.page import Element, Page, lines, one_line, text_weight, unlink, weight
from mirror.extract.quality import parts
from mirror.extract.quality.cards import MIN_LINK, card_lists, leads_on

FURNITURE = frozenset({"nav", "footer", "aside", "dialog"})
# Words of class and id by which sites name what is not the page's own.
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|foot|footer|sidebar|side|cookies?|consent|gdpr"
    r"|breadcrumbs?|crumbs?|skip(?=-link|-to|nav)|skip-link|skip-to-\w+|sr-only|screen-reader-text|share|social|related|recommend\w*|ranks?|ranking|hot|newsletter"
    r"|comments?|respond|masthead|topbar|logo|copyright|channels|site-header|banner|ads?"
    r"|modal|pop-?up|lightbox|off-?canvas|drawer)"
    r"(?:$|[\s_-])|(?:^|\s)widgets?(?:$|[\s_-])|[_-]widgets?(?:$|\s)"
)  # searched in small letters: six times as quick as a pattern that ignores case
_TOP = re.compile(r"(?:^|[\s_-])top(?:$|[\s_-])")
_DIALOG = re.compile(r"(?:^|[\s_-])(?:modal|pop-?up|overlay|dialog)(?:$|[\s_-])")
# What hAtom, schema.org and systems of publishing (Founder's for newspapers) call a text.
CONTENT = (
    ".//*[contains(concat(' ', @class, ' '), ' entry-content ') or @itemprop='articleBody'"
    " or @id='entry-content' or @id='ozoom']|.//founder-content[not(ancestor::*[@id='ozoom'])]"
)
MOST = 0.7  # of a page's text is never furniture, however it is named
MANY = 8  # weight of a link that may be a title
PROSE = 100  # weight of a paragraph of a story
MENU = 4  # links
WEIGHED = 30  # times a page's text: so much of it is weighed, though boxes hold each other
STORY = 3  # so many such paragraphs are one
OFFER = 600  # weight of a box with an offer
LINE = 300  # characters of it that are read of one


@dataclass(frozen=True, slots=True)
class View:
    """The main part of a page."""

    lines: tuple[str, ...]  # a block a line, without furniture and teasers
    outside: tuple[str, ...]  # the lines of furniture and teasers, each once
    offers: tuple[str, ...]  # those of furniture that is called a wall, or stands in the article
    teasers: int  # of other articles, in lists that no label sets apart
    links: int  # to other pages of the site, in what is left
    linked: float  # how much of what is left is their text
    main: Element

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def view_of(page: Page) -> View:
    """Take the furniture, then the lists of teasers out of a copy of the page."""
    body = copy.deepcopy(page.readable)
    whole = lines(body).split("\n")
    offers = _drop_furniture(body, weight("".join(whole)))
    teasers = 0
    for cards in list(card_lists(body, page.base_url)):
        teasers += 0 if cards.labelled else cards.size
        for element in cards.elements:
            unlink(element)
    left = [line for line in lines(body).split("\n") if line]
    kept = frozenset(left)
    links = [one_line(link) for link in body.iter("a") if leads_on(link, page.base_url)]
    titles = [text for text in links if weight(text) >= MANY]
    return View(
        lines=tuple(left),
        outside=tuple(dict.fromkeys(line for line in whole if line not in kept)),
        offers=offers,
        teasers=teasers,
        links=len(titles),
        linked=sum(map(weight, titles)) / max(1, weight("".join(left))),
        main=body,
    )


def _drop_furniture(body: Element, whole: int) -> tuple[str, ...]:
    """Take it out; the lines of what may be an offer in place of the text."""
    kept = _holding(body)
    gone: set[Element] = set()  # with all that it holds
    offers: list[str] = []
    weighed = 0
    for element in list(body.iterdescendants()):
        if element in gone or element in kept or not (_is_furniture(element) or _is_menu(element)):
            continue
        if weighed > WEIGHED * whole:
            break
        weighed += (size := text_weight(element))
        if size > MOST * whole:
            continue
        if size < OFFER and _is_offered(element):
            offers += (line[:LINE] for line in lines(element).split("\n"))
        gone.update(element.iter())
        unlink(element)
    return tuple(offers)


def _is_offered(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    put_away = is_hidden(element) or element.get("aria-hidden") == "true"
    return not put_away and bool(
        parts.PAY_BOX.search(names)
        or _DIALOG.search(names)
        or element.tag == "dialog"
        or next(element.iterancestors("article"), None) is not None
    )


def _is_furniture(element: Element) -> bool:
    if element.tag in FURNITURE or _is_put_away(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    if len(names) > 1 and (_NAMES.search(names) or (_TOP.search(names) and _is_bar(element))):
        return True
    return element.tag == "header" and next(element.iterancestors("article", "main"), None) is None


def _is_bar(element: Element) -> bool:
    """Does it hold no articles' titles, as a bar does on top of a page, unlike its top stories?"""
    return next(element.iter("article", "h2", "h3"), None) is None


def _is_put_away(element: Element) -> bool:
    """Is it hidden? Sites that hide their story until a script is ready leave its place."""
    return is_hidden(element) and "visibility" not in (element.get("style") or "").lower()


def _is_menu(element: Element) -> bool:
    """Short links in a row and nothing else: rubrics, not titles."""
    if len(element) < MENU:
        return False
    links = list(element) if element.tag in ("ul", "ol") else element.findall("a")
    if len(links) < MENU:
        return False
    texts = [text_weight(link) for item in links for link in item.iter("a")]
    return sum(texts) < MIN_LINK * len(texts) and sum(texts) > 0.9 * text_weight(element)


def _holding(body: Element) -> set[Element]:
    """What holds the page's heading, or several paragraphs, is its main part by any name."""
    found: set[Element] = set()
    for element in body.iter("h1"):
        found.update(element.iterancestors())
    named = body.xpath(CONTENT)
    if len(named) == 1:
        found.update((named[0], *named[0].iterancestors()))
    prose = Counter(
        up
        for paragraph in body.iter("p")
        if text_weight(paragraph) >= PROSE
        for up in paragraph.iterancestors()
    )
    return found | {up for up, count in prose.items() if count >= STORY}


def after(text: Iterable[str], last: str) -> tuple[str, ...]:
    """The lines of a page behind `last`; all of them when that is not among them."""
    rows = list(text)
    place = max((n for n, line in enumerate(rows) if line == last), default=-1)
    return tuple(rows[place + 1 :])
