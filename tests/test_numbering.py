"""Which addresses are pages of which article."""

import pytest
from builders import source

from mirror.extract.multipage.numbering import MAYBE, Numbered, is_same_article, page_of

HOST = "https://news.example"
PAGES = {
    "an underscore": ("/26/n123.htm", "/26/n123_2.htm", (2, True)),
    "an underscore after a name that ends so": ("/t2026_123.htm", "/t2026_123_1.htm", (1, True)),
    "a query": ("/story", "/story?page=2", (2, True)),
    "a query beside another": ("/a.php?id=7", "/a.php?id=7&page=3", (3, True)),
    "a query in another order": ("/a.php?id=7", "/a.php?page=3&id=7", (3, True)),
    "tracking keys aside": ("/story?utm_source=x", "/story?page=2&utm_source=y", (2, True)),
    "a directory": ("/2026/03/title/", "/2026/03/title/2/", (2, True)),
    "a directory without a slash": ("/a/367061", "/a/367061/2", (2, True)),
    "page/2": ("/title/", "/title/page/2/", (2, True)),
    "a file in the article's directory": ("/title/", "/title/index_2.html", (2, True)),
    "below a file": ("/title.html", "/title.html/2", (2, True)),
    "a file for a directory": ("/article/12.html", "/article/12/2.html", (2, True)),
    "p2": ("/news/540251.html", "/news/540251p2.html", (2, True)),
    "-p2": ("/news/540251.html", "/news/540251-p2.html", (2, True)),
    "another host of the site": ("/n1.htm", "https://m.news.example/n1_2.htm", (2, True)),
    "a hyphen, as WordPress writes a second title": ("/week.html", "/week-2.html", (2, False)),
    "a first page that is numbered": ("/n123_1.htm", "/n123_2.htm", (2, False)),
    "a first page that is numbered in the query": ("/a?id=1&p=1", "/a?id=1&p=2", (2, False)),
    "the article itself": ("/n123.htm", "/n123.htm", None),
    "the next article's number": ("/news/123", "/news/124", None),
    "the next article's number, a digit": ("/a/1", "/a/2", None),
    "the next article's file": ("/n123.htm", "/n124.htm", None),
    "the next article's id": ("/a.php?id=1", "/a.php?id=2", None),
    "the next of WordPress": ("/?p=123", "/?p=124", None),
    "a longer number": ("/12.html", "/122.html", None),
    "a word that begins so": ("/step", "/stepp2", None),
    "a story with a number in its name": ("/top", "/top-2-reasons.html", None),
    "comments of WordPress": ("/title/", "/title/?cpage=2", None),
    "another site's": ("/n123.htm", "https://other.example/n123_2.htm", None),
    "another file type after a hyphen": ("/week.html", "/week-2.jpg", None),
}


@pytest.mark.parametrize(("first", "url", "page"), PAGES.values(), ids=PAGES)
def test_page_of(first: str, url: str, page: tuple[int, bool] | None) -> None:
    url = url if url.startswith("http") else HOST + url
    assert page_of(url, HOST + first) == (Numbered(*page) if page else None)
    assert page is None or MAYBE.search(url)


IDENTIFIED = source(identity=r"/(?:news|amp)/(\d+)")
SAME = {
    "one identity": (IDENTIFIED, "/news/12-title", "/news/12/the-second-part", True),
    "two identities": (IDENTIFIED, "/news/12", "/news/13", False),
    "two identities in spite of one path": (source(identity=r"id=(\d+)"), "/a?id=1", "/a?id=12",
                                            False),
    "more of a query": (source(), "/read?id=1", "/read?id=1&seg=2", True),
    "another query": (source(), "/read?id=1", "/read?id=2", False),
    "another path": (source(), "/a", "/b", False),
}  # fmt: skip


@pytest.mark.parametrize(("site", "first", "url", "same"), SAME.values(), ids=SAME)
def test_is_same_article(site: object, first: str, url: str, same: bool) -> None:
    assert is_same_article(HOST + url, HOST + first, site) is same
