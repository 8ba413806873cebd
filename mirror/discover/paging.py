"""The page after a listing's page: by what the page says, else by counting."""

import re
from collections.abc import Iterator

from parsel import Selector

from mirror.discover.links import address
from mirror.normalise.urls import same_site

# How addresses number the pages of one listing; without the part that counts it is page 1.
_FORMS = (
    re.compile(r"^(?P<before>.*)[?&](?:page|paged|pg|p)=(?P<number>[\d,]+)(?P<after>.*)$"),
    re.compile(r"^(?P<before>.*)/page/(?P<number>[\d,]+)(?P<after>(?:[/?].*)?)$"),
    re.compile(r"^(?P<before>.*/[^/?]*)_(?P<number>[\d,]+)(?P<after>\.\w+(?:\?.*)?)$"),
)
_RELATED = ("link[rel~=next]", "a[rel~=next]")
_NUMBERED = ("a.page-numbers", ".pagination a", ".pager a", ".paging a")
_CURRENT = (
    ".page-numbers.current",
    ".pagination .current",
    ".pagination .active",
    "[aria-current=page]",
)


def next_page(page: Selector, url: str, base: str) -> str:
    """The address of the page after the listing `url`, on its own site; "" when there is none.

    `base` is what the page's links are relative to.
    """
    for link in (*_related(page, base), *_counted(page, url, base), *_labelled(page, url, base)):
        if same_site(link, url) and without_fragment(link) != without_fragment(url):
            return link
    return ""


def without_fragment(url: str) -> str:
    """`url` up to its `#`."""
    return url.partition("#")[0]


def page_number(url: str) -> tuple[str, int]:
    """Which listing an address belongs to, and its page there: `/n_3.htm` -> (`/n.htm`, 3)."""
    for form in _FORMS:
        if match := form.match(url):
            rest = match["before"] + match["after"]
            return rest.rstrip("/"), _number(match["number"]) or 1
    return url.rstrip("/"), 1


def _related(page: Selector, base: str) -> Iterator[str]:
    hrefs = (href for rule in _RELATED for href in page.css(rule).xpath("@href").getall())
    return filter(None, (address(href, base) for href in hrefs))


def _counted(page: Selector, url: str, base: str) -> Iterator[str]:
    """Links to the same listing whose number is one higher."""
    listing, number = page_number(without_fragment(url))
    for href in page.xpath("//a/@href").getall():
        link = address(href, base)
        if link and page_number(without_fragment(link)) == (listing, number + 1):
            yield link


def _labelled(page: Selector, url: str, base: str) -> Iterator[str]:
    """Links of a pagination bar that are labelled with the number after the current one."""
    marked = (_number(_text(node)) for rule in _CURRENT for node in page.css(rule))
    current = next(filter(None, marked), 0) or page_number(without_fragment(url))[1]
    for link in (link for rule in _NUMBERED for link in page.css(rule)):
        if _number(_text(link)) == current + 1:
            yield from filter(None, [address(link.attrib.get("href", ""), base)])


def _text(node: Selector) -> str:
    return "".join(node.xpath(".//text()").getall()).strip()


def _number(text: str) -> int:
    """A page number, also with thousands commas; 0 for other texts."""
    plain = text.replace(",", "")
    return int(plain) if re.fullmatch(r"[0-9]{1,7}", plain) else 0
