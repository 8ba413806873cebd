"""Which link of an article's page leads to the article's next page, and which to its first. Pure.

`rel=next` and "next" lead to the next article on many sites (WordPress among them), so a link
counts only when its address is the same article's.
"""

import re
from dataclasses import dataclass

from mirror.article import Source
from mirror.extract.multipage.numbering import (
    MAYBE,
    Numbered,
    is_other_article,
    is_same_article,
    page_of,
)
from mirror.extract.multipage.pager import Link, backward, canonicals, links
from mirror.extract.page import Element, Page
from mirror.normalise.urls import absolute, canonical_url, is_home, same_site


@dataclass(frozen=True, slots=True)
class Place:
    """Which page of an article is looked at."""

    first: str  # the address of the article's first page
    number: int  # 1 for that page itself


def next_page(page: Page, url: str, source: Source, place: Place) -> str:
    """The address of the page after `page`, which answered at `url`; "" when it is the last.

    By the source's `next_page` rules, `rel=next`, a label that says "next page", a label with the
    next number, and an address with the next number, in this order.
    """
    if not same_site(url, place.first):  # no address, so none of a further page
        return ""
    if ruled := _by_rules(page, url, source, place):
        return ruled
    found = list(links(page))
    at = page_of(url, place.first) if place.number > 1 else None
    for fits in (_is_related, _is_worded, _is_labelled, _is_counted):
        for link in found:
            if fits(link, at, place) and _leads_on(link, url, source, place=place, at=at):
                return link.url
    return ""


def first_page(page: Page, url: str, source: Source) -> str:
    """The address of the article's first page, where `page` is a later one and says so; else "".

    It says so by its canonical address, a link labelled "1", or one to the page before it.
    """
    if not MAYBE.search(url):  # nor has it a number
        return ""
    for link in filter(None, (*canonicals(page), *backward(page))):
        number = page_of(url, link)
        other = is_home(link) or is_other_article(link, url, source)
        if number and number.number and not other and canonical_url(link) != canonical_url(url):
            return link
    return ""


def _is_related(link: Link, at: Numbered | None, place: Place) -> bool:
    return link.related


def _is_worded(link: Link, at: Numbered | None, place: Place) -> bool:
    return link.says_next


def _is_labelled(link: Link, at: Numbered | None, place: Place) -> bool:
    return link.number == place.number + 1


def _is_counted(link: Link, at: Numbered | None, place: Place) -> bool:
    """A link whose address alone says that it is the next page, whatever it shows but a number."""
    expected = (at.number if at else 1) + 1
    if link.number or str(expected) not in link.href:
        return False
    return page_of(link.url, place.first) == Numbered(expected, sure=True)


def _leads_on(link: Link, url: str, source: Source, *, place: Place, at: Numbered | None) -> bool:
    """Is the link's address one page further on in the same article?"""
    if not link.url or is_other_article(link.url, place.first, source):
        return False
    own = {canonical_url(url), canonical_url(place.first)}
    if canonical_url(link.url) in own or is_home(link.url) or link.stands_elsewhere:
        return False
    if spot := page_of(link.url, place.first):
        # From a first page without a number: to 2, or to 1 where a site counts from nought.
        return spot.number == at.number + 1 if at else spot.number in (1, 2)
    return is_same_article(link.url, place.first, source)


def _by_rules(page: Page, url: str, source: Source, place: Place) -> str:
    """What the source's `next_page` rules find, unless it is a story of its own.

    The rules serve listings too, where a match leads to older articles.
    """
    for rule in source.rules.next_page:
        for found in page.select(rule):
            href = found if isinstance(found, str) else _href(found)
            link = absolute(href, page.base_url)
            if not link or canonical_url(link) in map(canonical_url, (url, place.first)):
                continue
            if _is_page_or_unknown(link, source, place):
                return link
    return ""


def _is_page_or_unknown(link: str, source: Source, place: Place) -> bool:
    if not same_site(link, place.first) or is_other_article(link, place.first, source):
        return False
    if page_of(link, place.first) or is_same_article(link, place.first, source):
        return True
    return not source.article or re.search(source.article, link) is None


def _href(found: Element) -> str:
    if found.get("href"):
        return str(found.get("href"))
    inner = next(found.iter("a"), None)
    return "" if inner is None else str(inner.get("href") or "")
