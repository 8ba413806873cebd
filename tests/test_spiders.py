"""From a response to a candidate: what is looked at, and under which address it is filed."""

import pytest
from builders import source
from scrapy.http import Response

from mirror.article import Extract
from mirror.spiders.answers import MAX_TAGS, too_large, unfit
from mirror.spiders.filing import article_link

URL = "https://news.example/gb/26/3/1/n123.htm"
IDENTITY = source(identity=r"/n(\d+)")


def answer(body: bytes = b"<p>x</p>", url: str = URL, kind: str = "text/html") -> Response:
    return Response(url, body=body, headers={"Content-Type": kind})


LINKS = {
    "the page's own": (IDENTITY, URL, "", URL),
    "without tracking keys": (IDENTITY, f"{URL}?utm_source=x#top", "", URL),
    "a print page's article": (IDENTITY, URL.replace(".htm", "_print.htm"), URL, URL),
    "an AMP page's article": (IDENTITY, "https://amp.news.example/n123", URL, URL),
    "no other article's": (IDENTITY, URL, "https://news.example/gb/26/3/1/n9.htm", URL),
    "no downgrade to http": (IDENTITY, URL, URL.replace("https", "http"), URL),
    "no other site's": (source(), URL, "https://other.example/a", URL),
    "no front page": (source(), URL, "https://news.example/", URL),
    "the page's word elsewhere": (source(), "https://news.example/?p=1", URL, URL),
}


@pytest.mark.parametrize(("site", "final", "canonical", "link"), LINKS.values(), ids=LINKS)
def test_an_article_is_filed_under(site, final, canonical, link):
    assert article_link(Extract(URL, canonical=canonical), final, site) == link


def test_a_page_sent_on_to_the_front_page_is_not_found():
    fault = unfit(answer(url="https://news.example/"), URL)
    assert fault is not None
    assert fault.problem == "not-found"


@pytest.mark.parametrize("kind", ["application/pdf", "image/jpeg", "application/json"])
def test_what_is_no_page_is_named_by_its_type(kind):
    fault = unfit(answer(kind=kind), URL)
    assert fault is not None
    assert (fault.problem, kind in fault.detail) == ("not-a-page", True)


@pytest.mark.parametrize("kind", ["text/html; charset=x", "application/xhtml+xml", "", "TEXT/HTML"])
def test_a_page_is_a_page(kind):
    assert unfit(answer(kind=kind), URL) is None


def test_a_page_of_too_many_tags_is_not_read():
    assert too_large(answer(b"<br>" * MAX_TAGS), URL) is None
    fault = unfit(answer(b"<br>" * (MAX_TAGS + 1)), URL)
    assert fault is not None
    assert (fault.problem, str(MAX_TAGS) in fault.detail) == ("too-large", True)
