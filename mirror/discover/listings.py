"""Listings: pages that link to articles -> entries, and the address of the page after."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parsel import Selector

from mirror.article import Entry, Source
from mirror.discover.links import address, base_of, href_and_text
from mirror.discover.paging import next_page, without_fragment
from mirror.normalise.floods import without_floods
from mirror.normalise.selectors import find
from mirror.normalise.urls import same_site


@dataclass(frozen=True, slots=True)
class Listing:
    """What one page of a listing says."""

    entries: tuple[Entry, ...]  # in the page's order, each URL once; url and title only
    next_page: str  # absolute; "" when this is the last page
    rule: str = ""  # the `links` rule that found the entries; "" when there is none that did
    unusable: str = ""  # a sentence on links that look like articles', but lead nowhere


def parse_listing(html: str, url: str, source: Source) -> Listing:
    """The links of `html`, the page at `url`, that `source` calls articles.

    By its `links` rules, the first that finds any; else every link that its `article` pattern
    matches, or without one, that stays on the site. Dates are left to the articles' pages, which
    know them better. None found is no error here.
    """
    page = Selector(without_floods(html) or "<html></html>", type="html")
    base = base_of(page, url)
    rule, entries = _by_rules(page, base, source)
    if not source.rules.links:
        entries = _all(page, base, source)
    own = without_fragment(url)
    kept = tuple(entry for entry in entries if without_fragment(entry.url) != own)
    ruled = (link for link in _ruled(page, base, source) if without_fragment(link) != own)
    after = next(ruled, "") or next_page(page, url, base)
    return Listing(kept, after, rule, _unusable(page, base, source))


def _by_rules(page: Selector, base: str, source: Source) -> tuple[str, list[Entry]]:
    """The first `links` rule that finds articles, and what it finds; nothing when none does."""
    for rule in source.rules.links:
        if entries := _entries(find(page, rule), base, source):
            return rule, entries
    return "", []


def _all(page: Selector, base: str, source: Source) -> list[Entry]:
    entries = _entries(page.css("a[href]"), base, source)
    if source.article:
        return entries
    return [entry for entry in entries if same_site(entry.url, base)]


def _entries(links: Iterable[Selector], base: str, source: Source) -> list[Entry]:
    """The articles among `links`; of several links to one, the first text is its title."""
    titles: dict[str, str] = {}
    for found in links:
        href, text = href_and_text(found)
        link = address(href, base)
        if link and re.search(source.article, link):
            titles[link] = titles.get(link) or text
    return [Entry(link, title=title) for link, title in titles.items()]


def _unusable(page: Selector, base: str, source: Source) -> str:
    """Of `javascript:`, `file:` and broken links those that a pattern or rule calls articles."""
    if not source.article and not source.rules.links:
        return ""
    rules = source.rules.links or ("a[href]",)
    hrefs = (href_and_text(found)[0].strip() for rule in rules for found in find(page, rule))
    named = (href for href in hrefs if href and not href.startswith("#"))
    bad = [href for href in named if re.search(source.article, href) and not address(href, base)]
    if not bad:
        return ""
    few = ", ".join(repr(href[:100]) for href in dict.fromkeys(bad[:3]))
    return f"{len(bad)} links that look like articles' are no http or https addresses: {few}"


def _ruled(page: Selector, base: str, source: Source) -> Iterator[str]:
    """The addresses that the source's `next_page` rules find, in the rules' order."""
    for rule in source.rules.next_page:
        for found in find(page, rule):
            if link := address(href_and_text(found)[0], base):
                yield link
