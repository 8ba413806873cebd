"""Addresses of articles -> the patterns that they have in common."""

import re

import pytest
from builders import source

from mirror.normalise.urls import identity
from mirror.teach.shapes import Patterns, patterns

HOST = r"^https?://(?:www\.)?news\.example"
END = "(?:[?#&]|$)"
SLUG = "(?:[^/?#-]+-){2,}[^/?#]+"
# Addresses of articles; what matches them; their identity; an address that must not match.
SHAPES = {
    "a number": (
        ["/news/12345.html", "/news/12346.html", "/news/12399.html"],
        (r"/news/\d+\.html", r"/news/(\d+)"),
        "/news/",
    ),
    "a number behind a letter, below its day": (
        ["/gb/26/3/1/n14712355.htm", "/gb/26/3/11/n14712399.htm", "/gb/26/12/1/n14712777.htm"],
        (r"/gb/\d+/\d+/\d+/n\d+\.htm", r"/gb/\d+/\d+/\d+/n(\d+)"),
        "/gb/26/3/1/nsc413.htm",
    ),
    "titles below their day": (
        ["/2026/03/01/a-new-day-comes/", "/2026/03/02/the-old-library-opens/",
         "/2026/03/02/rain-in-spring-again/"],
        (rf"/\d+/\d+/\d+/{SLUG}/?", ""),
        "/2026/03/01/",
    ),
    "titles below a word that varies, with their number": (
        ["/world/a-b-c-123456", "/sport/some-thing-happened-today-123457", "/world/x-y-z-w-123458"],
        (r"/[^/?#]+/[^/?#]+[-_]\d+", r"/[^/?#]+/[^/?#]+[-_](\d+)"),
        "/world/a-b-c",
    ),
    "a number in the query": (
        ["/story.php?lang=zh&id=1001", "/story.php?lang=zh&id=1002", "/story.php?id=1003"],
        (r"/story\.php\?(?:[^#]*&)?id=\d+", r"/story\.php\?(?:[^#]*&)?id=(\d+)"),
        "/story.php?lang=zh",
    ),
    "a key of letters and digits": (
        ["/zhongwen/articles/c4gx8y2lno/simp", "/zhongwen/articles/cdx9y1k2lzo/simp",
         "/zhongwen/articles/c0qj5e7p8yko/simp"],
        ("/zhongwen/articles/[^/?#]+/simp", ""),
        "/zhongwen/topics/c0qj5e7p8yko",
    ),
    "titles in Chinese": (
        ["/a/%E6%96%B0%E8%81%9E/", "/a/%E6%97%A5%E5%A0%B1/", "/a/%E5%B0%8F%E5%9F%8E/"],
        ("/a/[^/?#]+/?", ""),
        "/b/x/",
    ),
    "titles at the top": (
        ["/the-old-library-opens", "/a-new-day-comes", "/rain-in-spring-again"],
        (f"/{SLUG}", ""),
        "/about",
    ),
    "two kinds, whose numbers may be the same": (
        [f"/news/{kind}{n}" for kind in ("a/", "video-") for n in (123401, 123402, 123403)],
        (r"(?:/news/a/\d+|/news/video\-\d+)", ""),
        "/news/b/x",
    ),
    "a number that is no article's own": (
        ["/20260301/10-titles-to-read.html", "/20260301/20-titles-to-read.html",
         "/20260302/30-titles-to-read.html"],
        (rf"/\d+/{SLUG}\.html", ""),
        "/20260301/",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paths", "expected", "other"), SHAPES.values(), ids=SHAPES)
def test_articles_of_one_site_have_patterns(
    paths: list[str], expected: tuple[str, str], other: str
) -> None:
    addresses = [f"https://news.example{path}" for path in paths]
    found = patterns(addresses)
    assert found == Patterns(f"{HOST}{expected[0]}{END}", expected[1])
    assert all(re.search(found.article, f"{url}?utm_source=x") for url in addresses)
    assert not re.search(found.article, f"https://news.example{other}")
    assert not re.search(found.article, addresses[0].replace("news.example", "other.example"))
    known = source(identity=found.identity)
    assert len({identity(url, known) for url in addresses}) == len(addresses)


NONE = {
    "no address": [],
    "too few": ["https://news.example/a/12345", "https://news.example/a/12346"],
    "sections": [f"https://news.example/{word}/" for word in ("world", "sport", "life", "art")],
    "months": [f"https://news.example/2026/0{n}/" for n in range(1, 9)],
    "no two alike": [
        "https://a.example/1234",
        "https://a.example/b/1234",
        "https://a.example/x-y-z",
    ],
}


@pytest.mark.parametrize("addresses", NONE.values(), ids=NONE)
def test_where_too_little_is_alike_there_is_no_pattern(addresses: list[str]) -> None:
    assert patterns(addresses) == Patterns()


def test_hosts_of_one_site_share_a_pattern() -> None:
    urls = [f"https://{host}.site.example/news/{n}" for n, host in
            enumerate(("www", "ent", "news"), 123456)]  # fmt: skip
    assert patterns(urls).article.startswith(r"^https?://(?:[^/]+\.)?site\.example/news/\d+")
