"""Elements by the hundreds inside each other: what they cost is in proportion to the page."""

import time

import pytest

from mirror.article import Rules, Source
from mirror.extract import extract

URL = "https://news.example/2025/02/15/story.html"
STORY = (
    "<p>The council voted on Tuesday to reopen the old harbour library next spring, after a year"
    " in which its readers had to borrow from a bus.</p>"
) * 8
IMAGE = '<img src="/a.jpg">'
LINK = '<a href="/1">another story</a>'
PATIENCE = 3.0  # seconds of CPU time; most take a tenth of that, and some took minutes
SOURCES = {
    "by the extractors": Source(name="", title=""),
    "by rules": Source(
        name="example",
        title="",
        rules=Rules(body=("article",), author=(".author",), date=(".date",)),
    ),
}
PAGES = {
    "pictures deep below": "<div>" * 900 + f"<p>{IMAGE}</p>" * 400,
    "pictures at every level": f"{IMAGE}<div>" * 900,
    "players at every level": "<iframe src=/x></iframe><div>" * 900,
    "captions at every level": f'{IMAGE}<p class="caption">x</p><div>' * 600,
    "linked pictures in one box": "<div>x"
    + "".join(f'<a href="/{n}">{IMAGE}</a>' for n in range(2500)),
    "links deep below": "<div>" * 900 + f"<p>{LINK}</p>" * 1200,
    "links deep below in boxes": "<div class=related>" * 900 + f"<p>{LINK} x</p>" * 800,
    "lists in lists": "<ul><li>" * 450 + "<p>x <b>y</b></p>" * 1000,
    "headlines in headlines": "<h1>" * 900 + "<time>2025-02-15</time>" * 900,
    "articles in articles": "<article><b>x</b>" * 900,
    "bylines in bylines": '<div class="author date">' * 600 + IMAGE * 1500,
    "noscripts in noscripts": f"<noscript><noscript>{IMAGE}</noscript>" * 700,
    "headings in links": "<a href=/1><h2>" * 500,
    "a figure of many lines": f"<figure>{IMAGE}" + "<p>x y z</p>" * 2000,
    "furniture in furniture": "<div class=related>" * 900 + LINK + "z " * 100_000,
    "noscripts before pictures": f"<noscript>{IMAGE}</noscript><div>" * 900 + IMAGE * 2000,
    "pictures in pictures": "<picture><source srcset='/b.jpg'>" * 900 + IMAGE,
    "paragraphs deep below": "<div>" * 900 + STORY * 100,
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize("inside", PAGES.values(), ids=PAGES)
def test_nesting_costs_little(inside: str, source: Source) -> None:
    page = f"<title>A library reopens</title><article>{STORY}{inside}"
    begun = time.process_time()
    found = extract(page, URL, source)
    assert time.process_time() - begun < PATIENCE
    assert "harbour library" in found.text
