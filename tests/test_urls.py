"""Addresses: serialised as the standard says, and one identity for one article."""

import pytest
from builders import source
from hypothesis import given
from hypothesis import strategies as st

from mirror.errors import UrlError
from mirror.normalise.owners import owner
from mirror.normalise.urls import (
    canonical_url,
    identity,
    is_home,
    keys,
    same_site,
    serialise,
    site_of,
    without_tracking,
)

SERIALISED = {
    "the example of the format": (
        "https://EDGE.example:443/新闻/甲 乙.htm",
        "https://edge.example/%E6%96%B0%E9%97%BB/%E7%94%B2%20%E4%B9%99.htm",
    ),
    "dots and the default port go": ("http://edge.example:80/../x/./y", "http://edge.example/x/y"),
    "escapes and fragment stay": ("https://e.example/%e4?q=1#f", "https://e.example/%e4?q=1#f"),
    "credentials go": ("https://user:secret@e.example/a", "https://e.example/a"),
    "white space around it goes": (" https://e.example/a\n", "https://e.example/a"),
}


@pytest.mark.parametrize(("url", "expected"), SERIALISED.values(), ids=SERIALISED)
def test_serialise(url, expected):
    assert serialise(url) == expected


def test_a_relative_link_is_joined_to_its_base():
    assert serialise("../b?c", "https://e.example/x/y/z") == "https://e.example/x/b?c"


NO_URLS = ["", "/a", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[bad",
           "ftp://e.example/", "http://", "//e.example/a", "http://a b/"]  # fmt: skip


@pytest.mark.parametrize("url", NO_URLS)
def test_what_is_no_web_address_is_an_error(url):
    with pytest.raises(UrlError):
        serialise(url)


def test_an_error_does_not_show_credentials():
    with pytest.raises(UrlError) as caught:
        serialise("gopher://user:secret@e.example/")
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60))
def test_serialising_is_settled_after_once(text):
    try:
        url = serialise(text, "https://e.example/a/b")
    except UrlError:
        return
    assert serialise(url) == url
    assert canonical_url(canonical_url(url)) == canonical_url(url)
    assert canonical_url(without_tracking(url)) == canonical_url(url)


TWINS = {
    "tracking keys": "https://e.example/a/1?utm_source=rss&utm_medium=feed",
    "the feed that a link is from": "https://e.example/a/1?maca=chi-rss-chi-all-1127-rdf",
    "a click identifier": "https://e.example/a/1?fbclid=x",
    "a session": "https://e.example/a/1?PHPSESSID=0af3",
    "a session in the path": "https://e.example/a/1;jsessionid=0AF3.node1",
    "a fragment": "https://e.example/a/1#comments",
    "http": "http://e.example/a/1",
    "a slash at the end": "https://e.example/a/1/",
    "steps in the path": "https://e.example/./a/x/../1",
    "case of scheme and host": "HTTPS://E.Example/a/1",
    "needless escapes": "https://e.example/%61/1",
}


@pytest.mark.parametrize("url", TWINS.values(), ids=TWINS)
def test_twins_are_one_article(url):
    assert canonical_url(url) == "https://e.example/a/1"


OTHERS = {
    "a longer number": "https://e.example/a/12",
    "another query": "https://e.example/a/1?id=2",
    "a story's number, called sid": "https://e.example/a/1?sid=2",
    "another port": "https://e.example:8443/a/1",
    "a source that is no feed": "https://e.example/a/1?source=agency",
}


@pytest.mark.parametrize("url", OTHERS.values(), ids=OTHERS)
def test_other_articles_are_not_taken_for_it(url):
    assert canonical_url(url) != "https://e.example/a/1"


def test_identity_is_what_the_pattern_captures():
    rule = source(identity=r"/(?:gb|b5)/.*/n(\d+)")
    one = identity("https://e.example/gb/23/9/20/n140.htm", rule)
    assert (
        one == identity("http://cn.e.example/b5/23/9/20/n140_print.htm?x=1", rule) == "example:140"
    )
    assert identity("https://e.example/other", rule) == "https://e.example/other"


def test_identity_sees_percent_escapes_in_one_spelling():
    rule = source(identity=r"/story/([^/?#]+)")
    assert identity("https://e.example/story/%e6%97%a7%61", rule) == "example:%E6%97%A7a"


def test_keys_hold_identity_and_canonical_url():
    rule = source(identity=r"/n(\d+)")
    assert keys("http://e.example/n1?utm_x=1", rule) == ("example:1", "https://e.example/n1")
    assert keys("http://e.example/n1", None) == ("https://e.example/n1",)


def test_sites_are_registrable_domains():
    assert site_of("https://feeds.bbci.co.uk/a") == "bbci.co.uk"
    assert same_site("https://feed.epochtimes.com/gb/feed", "https://www.epochtimes.com/gb/a")
    assert not same_site("https://a.blogspot.com/", "https://b.example/")
    assert not same_site("http://127.0.0.1:1/", "http://127.0.0.1:2/")


def test_the_owner_of_an_address_is_a_source_on_its_site():
    news, blog = source(name="news", article="/news/"), source(name="blog", article="/blog/")
    assert owner("https://news.example/blog/1", [news, blog]) is blog
    assert owner("https://www.news.example/else", [news, blog]) is news
    assert owner("https://other.example/blog/1", [news, blog]) is None


EDITION = {"name": "edition", "feeds": ("https://www.news.example/zh/feed",), "article": r"/a-\d+"}
PARTS = {
    "an article, wherever on the site": ("https://m.news.example/b5/a-1", True),
    "another page of the edition": ("https://news.example/zh/topics/1", True),
    "a page of another edition": ("https://www.news.example/en/topics/1", False),
    "the front page of all editions": ("https://www.news.example/", False),
    "another host of the site": ("https://shop.news.example/zh/topics/1", False),
}


@pytest.mark.parametrize(("url", "owned"), PARTS.values(), ids=PARTS)
def test_a_source_owns_its_part_of_a_site(url: str, owned: bool) -> None:
    edition = source(**EDITION)
    assert owner(url, [edition]) is (edition if owned else None)


def test_a_source_with_an_address_in_the_root_owns_the_host():
    news = source(article=r"/story/", feeds=("https://news.example/feed.xml",))
    assert owner("https://www.news.example/blog/1", [news]) is news


def test_a_pattern_that_names_the_host_needs_no_address_there():
    twin = source(article=r"^https?://(www\.)?other\.example/story/", name="twin")
    assert owner("https://other.example/story/1", [twin]) is twin
    assert owner("https://third.example/?https://other.example/story/1", [twin]) is None


def test_a_source_without_addresses_owns_what_its_pattern_matches():
    anywhere = source(name="anywhere", feeds=(), article=r"/story/\d+$")
    assert owner("https://other.example/story/1", [source(), anywhere]) is anywhere
    assert owner("https://other.example/1", [source(), anywhere]) is None


@pytest.mark.parametrize("path", ["", "/", "/index.html", "/gb/", "/b5", "/zh-hans/index.htm"])
def test_front_pages(path):
    assert is_home(f"https://e.example{path}")


@pytest.mark.parametrize("path", ["/gb/23/9/20/n1.htm", "/a", "/index/1", "/news/"])
def test_other_pages(path):
    assert not is_home(f"https://e.example{path}")
