"""Names of sites and titles, compared whatever their spacing, case, width and punctuation."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, islice
from urllib.parse import urlsplit

from lxml import etree

from mirror.article import Source
from mirror.extract.page import UNREAD, Element, Page, one_line, weight
from mirror.normalise.urls import is_home

SITE_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
LONGEST_HREF = 200
LONGEST_NAME = 40  # characters of a logo
FIRST_LINKS = 12  # of a page: the logo is among them
# What the link to a site's first page is called, whatever the site; folded.
_HOME = frozenset(
    "home homepage mainpage frontpage start startseite accueil inicio início portada главная 首页"
    " 首頁 主页 主頁 回首页 回首頁 返回首页 返回首頁 ホーム トップ 홈 처음 الرئيسية trangchủ"
    " news 新闻 新聞 back skiptocontent skiptomaincontent".split()
)
# Whatever may part a title from the names of its section and its site.
_PARTING = re.compile(r"\s*(?:[|｜_—–·»›«:：]|-+)\s*")
_MOST_PARTS = 8  # of a title
_SMALLER = frozenset({"h2", "h3", "h4", "h5"})
_SPELLING_NO_HEADLINE = UNREAD | {"a", "option"}


def folded(text: str) -> str:
    """Letters and digits only, of one width and case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def agree(shown: str, other: str) -> bool:
    """Do two titles say the same, or does one go on where the other stops?"""
    one, two = folded(shown), folded(other)
    return bool(one and two) and (
        one == two or (min(len(one), len(two)) > 8 and (one in two or two in one))
    )


def headline_element(page: Page, heading: str) -> Element | None:
    """The element that shows the article's title; else the first h1, else the page's body."""
    shown = (h1 for h1, text in page.headlines.items() if agree(text, heading))
    spelled = (element for element, text in _own_texts(page) if heading and text == heading)
    return next(chain(shown, spelled, page.headlines), page.root.find("body"))


def shown_part(page: Page, title: str) -> str:
    """The longest part of `title`, or all of it, that an element of the page spells; "" for none.

    One that a heading spells goes first. Where no h1 does, that tells a title from the names behind
    it: `标题--频道--人民网`.
    """
    edges = [0, len(title)]
    for match in _PARTING.finditer(title):
        edges += match.span()
    parts = {title[start:end] for start, end in combinations(sorted(edges[: 2 * _MOST_PARTS]), 2)}
    spelled = {
        (element.tag in _SMALLER, text) for element, text in _own_texts(page) if text in parts
    }
    return max(spelled, key=lambda one: (one[0], weight(one[1])), default=(False, ""))[1]


def _own_texts(page: Page) -> Iterator[tuple[Element, str]]:
    """The body's elements that may show a title, with the text that each begins with."""
    for element in page.root.find("body").iter(etree.Element):
        if element.text and element.tag not in _SPELLING_NO_HEADLINE:
            yield element, " ".join(element.text.split())


@dataclass(frozen=True, slots=True)
class SiteNames:
    """What the page, its address and the source call the site; all folded."""

    names: frozenset[str]
    host: str

    def are(self, text: str) -> bool:
        """Is `text` exactly a name of the site, or its host?"""
        return folded(text).removeprefix("www") in {*self.names, self.host}

    def are_called(self, text: str) -> bool:
        """Is `text` the site's name, or something that spells or extends it?"""
        name = folded(text)
        return bool(name) and (
            name in self.names
            or (len(name) > 2 and name in self.host)
            or any(
                len(known) > 3 and known in name and len(name) < 2 * len(known)
                for known in self.names
            )
        )


def logo_texts(page: Page) -> Iterator[str]:
    """The texts of the first links that lead home, where they are no word for that."""
    host = urlsplit(page.base_url).hostname
    for link in islice(page.root.iter("a"), FIRST_LINKS):
        href = (link.get("href") or "")[:LONGEST_HREF].strip()
        if _leads_home(href, host) and len(link.text_content()) < 10 * LONGEST_NAME:
            text = one_line(link)
            if 1 < len(text) <= LONGEST_NAME and folded(text) not in _HOME:
                yield text


def banner_texts(page: Page) -> Iterator[str]:
    """The texts of the h1 that lead home: they name the site, whatever stands below them."""
    host = urlsplit(page.base_url).hostname
    for h1, text in page.headlines.items():
        links = list(islice(h1.iter("a"), 2))
        hrefs = [(link.get("href") or "")[:LONGEST_HREF].strip() for link in links]
        if len(links) == 1 and _leads_home(hrefs[0], host) and text == one_line(links[0]):
            yield text


def _leads_home(href: str, host: str | None) -> bool:
    try:
        to = urlsplit(href).hostname
    except ValueError:  # "//["
        return False
    return href[:1] not in ("", "#", "?") and is_home(href) and to in (None, host)


def site_names(page: Page, source: Source, *more: str) -> SiteNames:
    """The names of the site: its own tags', the source's, and `more` (a publisher's)."""
    known = (source.title, *page.metas(*SITE_NAMES), *banner_texts(page), *logo_texts(page), *more)
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    return SiteNames(frozenset(filter(None, map(folded, known))), folded(host))
