"""Listings: which links are articles, and which page is next."""

import pytest

from mirror.article import Rules, Source
from mirror.discover.listings import parse_listing

URL = "https://e.example/gb/nsc413.htm"
ARTICLES = Source("s", "S", article=r"/n\d+\.htm$")


def urls(html: str, source: Source = ARTICLES, url: str = URL) -> list[str]:
    return [entry.url for entry in parse_listing(html, url, source).entries]


def ruled(*links: str) -> Source:
    return Source("s", "S", article=ARTICLES.article, rules=Rules(links=links))


def test_articles_are_the_links_that_the_pattern_matches() -> None:
    html = '<a href="/n1.htm">一</a><a href="/about.htm">x</a><a href="n2.htm">二</a>'
    assert urls(html) == ["https://e.example/n1.htm", "https://e.example/gb/n2.htm"]


def test_a_broken_link_costs_itself() -> None:
    html = (
        '<a href="http://[bad/n1.htm">x</a><a href="javascript:/n2.htm">x</a><a href="n3.htm">y</a>'
    )
    assert urls(html) == ["https://e.example/gb/n3.htm"]


def test_of_several_links_to_one_article_the_first_text_is_its_title() -> None:
    html = (
        '<a href="n1.htm"><img src="x"></a><a href="n1.htm"> 题\n 目 </a><a href="n1.htm">more</a>'
    )
    listing = parse_listing(html, URL, ARTICLES)
    assert [entry.title for entry in listing.entries] == ["题 目"]


def test_the_heading_in_a_link_around_a_card_is_its_title() -> None:
    html = '<a href="n1.htm"><h2> 题\n 目 </h2><p>摘要</p><span>2026/10/07</span></a>'
    assert [entry.title for entry in parse_listing(html, URL, ARTICLES).entries] == ["题 目"]


RULES = {
    "links": "div.title > a",
    "an element around a link": "div.title",
    "an attribute": "div.title a::attr(href)",
    "XPath": "//div[@class='title']/a",
    "XPath to an attribute": "//div[@class='title']/a/@href",
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_finds_links(rule: str) -> None:
    html = '<a href="n9.htm">side</a><div class="title"><a href="n1.htm">一</a></div>'
    assert urls(html, ruled("div.none a", rule)) == ["https://e.example/gb/n1.htm"]


def test_base_href_is_honoured() -> None:
    assert urls('<base href="/x/"><a href="n1.htm">一</a>') == ["https://e.example/x/n1.htm"]


def test_nothing_is_no_error() -> None:
    assert urls("") == []


PAGING = {
    "rel": (URL, '<link rel="next" href="?page=2">', f"{URL}?page=2"),
    "counted from page 1": (
        URL,
        '<a href="nsc413_2.htm">2</a>',
        "https://e.example/gb/nsc413_2.htm",
    ),
    "counted from page 2": (
        "https://e.example/gb/nsc413_2.htm",
        '<a href="nsc413.htm">1</a><a href="nsc413_1000.htm">1,000</a><a href="nsc413_3.htm">3</a>',
        "https://e.example/gb/nsc413_3.htm",
    ),
    "of a query": (
        "https://e.example/?page=9",
        '<a href="?page=10">10</a>',
        "https://e.example/?page=10",
    ),
    "labelled": (
        "https://e.example/l/1000",
        '<span class="page-numbers current">1,000</span>'
        '<a class="page-numbers" href="/l/x">1,001</a>',
        "https://e.example/l/x",
    ),
    "not itself": (URL, f'<a rel="next" href="{URL}#top">next</a>', ""),
    "not another site": (URL, '<a rel="next" href="https://other.example/">next</a>', ""),
    "not another listing": (URL, '<a href="nsc412_2.htm">2</a>', ""),
    "the last page": (URL, '<a href="nsc413.htm">1</a>', ""),
}


@pytest.mark.parametrize(("url", "html", "expected"), PAGING.values(), ids=PAGING)
def test_next_page(url: str, html: str, expected: str) -> None:
    assert parse_listing(html, url, ARTICLES).next_page == expected


def test_the_rule_for_the_next_page_comes_first() -> None:
    source = Source("s", "S", rules=Rules(next_page=("a.next::attr(href)",)))
    html = '<link rel="next" href="/no"><a class="next" href="/p2">next</a>'
    assert parse_listing(html, URL, source).next_page == "https://e.example/p2"
