"""The links of a page that may lead through the pages of its article. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mirror.extract.multipage.numbering import MAYBE
from mirror.extract.page import Element, Page
from mirror.normalise.urls import absolute

LONGEST_LABEL = 40  # characters
LONGEST_HREF = 2000  # characters; matching takes longer than in proportion
_ARROWS = r"[\s<>‹›«»→←＞＜▶◀…\[\]()（）【】|:：.]*"
_ON = r"continue(?: reading)?(?: (?:on|to))?(?: the)?(?: next)? page(?: \d+)?"
_NEXT = re.compile(
    rf"{_ARROWS}(?:下一?[页頁]|下一[张張]|[后後]一?[页頁]|next(?: page)?|page suivante"
    rf"|nächste seite|{_ON}){_ARROWS}|\s*[>›»→＞▶]+\s*",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    rf"{_ARROWS}(?:上一?[页頁]|前一[页頁]|prev(?:ious)?(?: page)?){_ARROWS}", re.IGNORECASE
)
_NUMBER = re.compile(rf"{_ARROWS}(?:第|page)?\s*(?P<number>\d{{1,3}})\s*[页頁]?{_ARROWS}", re.I)
_BACK = frozenset({"prev", "previous", "first", "start"})
# Where the pages of something else are counted, or other stories named.
_ELSEWHERE = re.compile(r"comment|disqus|respond|related|recommend", re.IGNORECASE)
_AROUND = ("div", "section", "ul", "ol", "nav", "p")


@dataclass(frozen=True, eq=False)
class Link:
    """A link that may lead on."""

    href: str  # as written
    label: str
    related: bool  # says rel=next
    element: Element
    page: Page

    @cached_property
    def url(self) -> str:
        """As `_address`."""
        return _address(self.href, self.page)

    @property
    def says_next(self) -> bool:
        return _NEXT.fullmatch(self.label) is not None

    @property
    def number(self) -> int:
        """The number that the link shows; 0 when it shows none."""
        match = _NUMBER.fullmatch(self.label)
        return int(match["number"]) if match else 0

    @property
    def stands_elsewhere(self) -> bool:
        """Is it among comments, or links to other stories?"""
        if _ELSEWHERE.search(self.url.partition("#")[2]):
            return True
        around = (self.element, *self.element.iterancestors(*_AROUND))
        names = (f"{one.get('class') or ''} {one.get('id') or ''}" for one in around)
        return any(map(_ELSEWHERE.search, names))


def links(page: Page) -> Iterator[Link]:
    """The links that may lead to a next page, by what they say or by their addresses."""
    for element in page.root.iter("a", "link"):
        href, rel = element.get("href"), element.get("rel")
        related = rel is not None and "next" in _rel(element)
        if not href or len(href) > LONGEST_HREF or (element.tag == "link" and not related):
            continue
        label = _label(element)
        if related or MAYBE.search(href) or (label and _NEXT.fullmatch(label)):
            yield Link(href, label, related, element, page)


def canonicals(page: Page) -> Iterator[str]:
    """What the page says its own address is, believable or not."""
    for element in page.root.iter("link"):
        if "canonical" in _rel(element):
            yield _address(element.get("href", ""), page)


def backward(page: Page) -> Iterator[str]:
    """Links labelled with the number 1, then those to the page before."""
    before = []
    for element in page.root.iter("a", "link"):
        label = _label(element) if element.tag == "a" else ""
        number = _NUMBER.fullmatch(label)
        if number and int(number["number"]) == 1:
            yield _address(element.get("href", ""), page)
        elif not _BACK.isdisjoint(_rel(element)) or _PREVIOUS.fullmatch(label):
            before.append(_address(element.get("href", ""), page))
    yield from before


def _address(href: str, page: Page) -> str:
    """The http(s) address that a link leads to; "" when it leads to none, or within the page."""
    href = href.strip()
    return "" if href.startswith("#") else absolute(href, page.base_url)


def _rel(element: Element) -> list[str]:
    return (element.get("rel") or "").lower().split()


def _label(link: Element) -> str:
    """What a link says, if that is short enough for a label: a page has hundreds of links."""
    text = (link.text or "") if len(link) == 0 else "".join(link.itertext(with_tail=False))
    text = " ".join(text.split())
    if not text:
        text = (link.get("aria-label") or link.get("title") or "").strip()
    return text if len(text) <= LONGEST_LABEL else ""
