"""From what was found to an article: which of several words counts, and in what form."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from builders import NOON, source

from mirror.article import Candidate, Entry, Extract
from mirror.normalise.article import normal_title, normalise

LINK = "https://news.example/a/1.html"
EARLY, LATE = NOON - timedelta(days=2), NOON - timedelta(days=1)


def found(*, entry=None, link=LINK, origin="page", site=None, **extract):
    fields = {"url": link, "title": "页面标题", "html": "<p>正文第一句。</p>", **extract}
    return Candidate(
        source=site or source(),
        extract=Extract(**fields),
        link=link,
        keys=(link,),
        entry=entry,
        origin=origin,
    )


def fed(**fields):
    return Entry(**{"url": LINK, "carries": "summary", **fields})


TITLES = {
    "a feed's title counts": (fed(title="条目标题"), "页面标题", "条目标题"),
    "a listing's may be shortened": (Entry(LINK, title="条目标…"), "页面标题", "页面标题"),
    "the page's stands in": (fed(title=" "), "页面标题", "页面标题"),
    "the first words stand in": (fed(), "", "正文第一句。"),
    "controls go, outer spaces stay": (fed(title=" 换\n行\t "), "", " 换行 "),
}


@pytest.mark.parametrize(("entry", "page", "title"), TITLES.values(), ids=TITLES)
def test_title(entry, page, title):
    assert normalise(found(entry=entry, title=page), NOON).title == title


def test_a_title_is_cut_at_a_thousand_characters():
    assert len(normal_title("字" * 5000)) == 1000


def test_a_title_of_dots_alone_has_no_outer_spaces():
    assert normal_title(" ... ") == "..."


def test_lone_surrogates_and_noncharacters_go():
    assert normal_title("甲\ud800乙\uffff丙\U0001fffe") == "甲乙丙"


DATES = {
    "a feed's date counts": (fed(published=EARLY), LATE, EARLY),
    "a listing's gives way to the page's": (Entry(LINK, published=EARLY), LATE, LATE),
    "the page's stands in": (fed(), LATE, LATE),
    "the time of the crawl at last": (fed(), None, NOON),
}


@pytest.mark.parametrize(("entry", "page", "published"), DATES.values(), ids=DATES)
def test_date(entry, page, published):
    article = normalise(found(entry=entry, published=page), NOON)
    assert article.published == article.date == published


def test_a_day_in_the_address_stands_in():
    article = normalise(found(link="https://news.example/2024/02/29/x.html"), NOON)
    assert article.date == datetime(2024, 2, 29, tzinfo=UTC)


def test_a_number_in_the_address_that_is_no_day_does_not():
    assert normalise(found(link="https://news.example/2023/02/31/x"), NOON).date == NOON


def test_a_date_in_the_future_is_the_crawls_but_not_in_the_comment():
    future = NOON + timedelta(days=9)
    article = normalise(found(published=future), NOON)
    assert (article.date, article.published) == (NOON, future)


def test_dates_are_whole_milliseconds():
    article = normalise(found(published=EARLY.replace(microsecond=456789)), NOON)
    assert article.published.microsecond == 456000


AUTHORS = {
    "the source's fixed one counts": (source(author="定"), fed(author="甲"), ("乙",), "定"),
    "then the entry's": (source(), fed(author="甲"), ("乙",), "甲"),
    "then the page's": (source(), fed(author=" "), ("乙", "丙"), "乙, 丙"),
    "then the site's title": (source(), fed(), (), "本站"),
}


@pytest.mark.parametrize(("site", "entry", "page", "author"), AUTHORS.values(), ids=AUTHORS)
def test_author(site, entry, page, author):
    assert normalise(found(site=site, entry=entry, authors=page), NOON).author == author


def test_links_of_the_body_are_absolute():
    it = replace(found(html='<p><a href="../b">x</a></p>'), link="https://news.example/a/c.html")
    assert 'href="https://news.example/b"' in normalise(it, NOON).body
