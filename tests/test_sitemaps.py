"""Sitemaps: XML, index, news, plain text, gzip."""

import gzip
from datetime import UTC, datetime

import pytest

from mirror.article import Entry
from mirror.discover.sitemaps import Sitemap, parse_sitemap
from mirror.discover.tree import MAX_ITEMS
from mirror.errors import FeedError

URL = "https://e.example/sitemap.xml"
PLAIN = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc> https://e.example/1 </loc>"
    "<lastmod>2023-09-20</lastmod></url><url><loc>javascript:x</loc></url></urlset>"
)
EXPECTED = Sitemap((Entry("https://e.example/1", published=datetime(2023, 9, 20, tzinfo=UTC)),), ())


@pytest.mark.parametrize(
    "body", [PLAIN.encode(), gzip.compress(PLAIN.encode())], ids=["plain", "gzip"]
)
def test_a_sitemap_lists_articles(body: bytes) -> None:
    assert parse_sitemap(body, URL) == EXPECTED


def test_a_news_sitemap_knows_title_and_date() -> None:
    body = (
        '<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/1</loc><n:news>'
        "<n:publication_date>2023-09-20T15:28:17Z</n:publication_date><n:title>题</n:title></n:news>"
        "<lastmod>2024-01-01</lastmod></url></urlset>"
    )
    when = datetime(2023, 9, 20, 15, 28, 17, tzinfo=UTC)
    entry = Entry("https://e.example/1", title="题", published=when)
    assert parse_sitemap(body.encode(), URL) == Sitemap((entry,), ())


def test_an_index_lists_its_sitemaps_newest_first() -> None:
    dates = {"a": "2023-01-01", "b": "2024-01-01", "c": ""}
    rows = (f"<sitemap><loc>/{n}</loc><lastmod>{d}</lastmod></sitemap>" for n, d in dates.items())
    found = parse_sitemap(f"<sitemapindex>{''.join(rows)}</sitemapindex>".encode(), URL)
    assert found == Sitemap((), tuple(f"https://e.example/{name}" for name in "bac"))


def test_a_list_of_addresses_is_a_sitemap() -> None:
    found = parse_sitemap(b"https://e.example/1\nhttps://e.example/2\n", URL)
    assert [entry.url for entry in found.entries] == ["https://e.example/1", "https://e.example/2"]


NONE = {
    "empty": (b"", "empty"),
    "a page": (b"<html><title>Error</title></html>", "HTML page"),
    "words": (b"not found", "not a sitemap"),
    "a bomb": (gzip.compress(bytes(51 << 20)), "50 MB"),
    "broken gzip": (b"\x1f\x8b" + b"\xff" * 20, "damaged"),
}


@pytest.mark.parametrize(("body", "words"), NONE.values(), ids=NONE)
def test_what_is_no_sitemap_is_named(body: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=words):
        parse_sitemap(body, URL)


DAMAGED = {
    "cut": (b"<urlset><url><loc>/1</loc></url><url><loc>/2", "the sitemap is truncated"),
    "cut between two": (b"<urlset><url><loc>/1</loc></url>", "the sitemap is truncated"),
    "too long": (
        b"<urlset><url><loc>/1</loc></url>" + b"<url/>" * MAX_ITEMS + b"</urlset>",
        f"the sitemap is read no further than {MAX_ITEMS} entries (MAX_ITEMS)",
    ),
}


@pytest.mark.parametrize(("body", "damage"), DAMAGED.values(), ids=DAMAGED)
def test_what_was_not_read_to_its_end_is_named(body: bytes, damage: str) -> None:
    found = parse_sitemap(body, URL)
    assert [entry.url for entry in found.entries] == ["https://e.example/1"]
    assert found.damage == damage
