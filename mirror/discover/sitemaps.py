"""Sitemaps (https://www.sitemaps.org/protocol.html): an answer's bytes -> addresses of articles."""

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mirror.article import Entry
from mirror.discover.sniff import what_it_is
from mirror.discover.tree import Document, Element
from mirror.errors import FeedError
from mirror.normalise.dates import first_date, parse_date
from mirror.normalise.encoding import decode
from mirror.normalise.urls import absolute

MAX_INFLATED = 50 * 1024 * 1024  # bytes: the protocol's own limit

_ROOTS = frozenset({"urlset", "sitemapindex"})
_ITEMS = frozenset({"url", "sitemap"})
# Of an article's dates the publication first: `lastmod` also moves when a sidebar changes.
_DATES = ("news:news/news:publication_date", "lastmod")
_UTC = ZoneInfo("UTC")  # the protocol's dates name their zone; W3C datetime
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one sitemap says: `entries`, or `children` when it is an index."""

    # In the sitemap's order; those without a usable address are left out.
    entries: tuple[Entry, ...]
    children: tuple[str, ...]  # sitemaps to read next, newest first
    damage: str = ""  # why it may name more than that; "": it was read to its end


def parse_sitemap(body: bytes, url: str) -> Sitemap:
    """Read an XML sitemap or index, also gzipped, or a list of addresses, one a line.

    Raises FeedError when `body` is none of these, or inflates to more than MAX_INFLATED bytes.
    """
    text = decode(_inflated(body, url))
    if not text.strip():
        raise FeedError(f"{url}: the sitemap is empty")
    if not text.lstrip().startswith("<"):
        return Sitemap(_plain_text(text, url), ())
    document = Document(text, url, roots=_ROOTS, items=_ITEMS)
    items = list(document.items())
    if document.root is None:
        raise FeedError(f"{url}: not a sitemap but {what_it_is(text)}")
    pages = [item for item in items if item.name == "url"]
    indexes = [item for item in items if item.name == "sitemap"]
    entries = filter(None, (_entry(item, url) for item in pages))
    return Sitemap(tuple(entries), _newest_first(indexes, url), _damage(document))


def _damage(document: Document) -> str:
    if document.bound:
        return f"the sitemap is read no further than {document.bound}"
    return "the sitemap is truncated" if document.truncated else ""


def _inflated(body: bytes, url: str) -> bytes:
    """`body` without gzip, if it is gzip; what is whole of it when it was cut off."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = stream.decompress(body, MAX_INFLATED + 1)
    except zlib.error as exc:
        raise FeedError(f"{url}: the sitemap's gzip is damaged ({exc})") from exc
    if len(plain) > MAX_INFLATED:
        raise FeedError(f"{url}: the sitemap inflates to more than {MAX_INFLATED >> 20} MB")
    return plain


def _plain_text(text: str, url: str) -> tuple[Entry, ...]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    addresses = [line for line in map(absolute, lines) if line]
    if not addresses or len(addresses) * 2 < len(lines):
        raise FeedError(f"{url}: not a sitemap but {what_it_is(text)}")
    return tuple(map(Entry, dict.fromkeys(addresses)))


def _entry(item: Element, url: str) -> Entry | None:
    address = absolute(_first(item, "loc"), url)
    if not address:
        return None
    published = first_date((_first(item, path) for path in _DATES), _UTC)
    return Entry(address, title=_first(item, "news:news/news:title"), published=published)


def _newest_first(indexes: list[Element], url: str) -> tuple[str, ...]:
    """Addresses by `lastmod`; those that name none keep their order at the end."""
    dated = [(parse_date(_first(item, "lastmod"), _UTC), _first(item, "loc")) for item in indexes]
    dated.sort(key=lambda pair: pair[0].when if pair[0] else _LONG_AGO, reverse=True)
    addresses = [absolute(text, url) for _, text in dated]
    return tuple(dict.fromkeys(filter(None, addresses)))


def _first(item: Element, path: str) -> str:
    return next((element.text().strip() for element in item.find(path)), "")
