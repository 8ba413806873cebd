"""A survey -> the table of a source; several samples -> rules that find the parts of all."""

import tomllib
from zoneinfo import available_timezones

import pytest
from running import PARAGRAPHS

from mirror.article import Entry, Rules, Source
from mirror.config import parse_config
from mirror.teach.clues import Clues, Link
from mirror.teach.regions import ZONES, zone_of
from mirror.teach.samples import Sample, common_rules, sample
from mirror.teach.survey import Resource, Survey
from mirror.teach.table import propose, source_name

HOME = "https://www.news.example/"
NAMES = {
    "the site's label": ("https://www.example.co.uk/news/", (), "example"),
    "without the subdomain": ("https://news.ltn.com.tw/", (), "ltn"),
    "a number where it is taken": (HOME, ("news", "news-2"), "news-3"),
    "an address without a name": ("http://127.0.0.1:8000/", (), "127-0-0-1"),
    "a name in other letters": ("https://xn--fiqs8s.example/", (), "xn-fiqs8s"),
}


@pytest.mark.parametrize(("url", "taken", "name"), NAMES.values(), ids=NAMES)
def test_the_name_of_a_source(url: str, taken: tuple[str, ...], name: str) -> None:
    assert source_name(url, taken) == name


ZONED = {
    "by the host": ("https://a.tw/", "zh-CN", "Asia/Taipei"),
    "by the language": ("https://a.example/", "zh-HK", "Asia/Hong_Kong"),
    "a language of many countries says nothing": ("https://a.example/", "zh-Hant", ""),
    "a country of many zones says nothing": ("https://a.example/", "en-US", ""),
}


@pytest.mark.parametrize(("url", "language", "zone"), ZONED.values(), ids=ZONED)
def test_the_time_zone(url: str, language: str, zone: str) -> None:
    assert zone_of(url, language)[0] == zone


def test_every_zone_is_one_of_the_database() -> None:
    assert set(ZONES.values()) <= available_timezones()


def clues(**changes: object) -> Clues:
    links = tuple(
        Link(f"{HOME}a/{n}", f"小城第{n}座图书馆在整修两年之后重新开放")
        for n in range(10001, 10005)
    )
    fields = {"url": HOME, "name": "小城日报", "language": "zh", "feeds": (), "links": links}
    return Clues(**{"is_article": False, **fields, **changes})  # type: ignore[arg-type]


def entries(*paths: str, title: str = "") -> tuple[Entry, ...]:
    return tuple(Entry(f"{HOME}{path}", title=title) for path in paths)


A_FEED = Resource(f"{HOME}feed", entries("a/1", "a/2"), is_whole=True)
NEWS = Resource(f"{HOME}news.xml", entries("a/1", title="题"), is_news=True)
ALL = Resource(f"{HOME}sitemap.xml", entries("a/10001", "a/10002", "a/10003"))
PAGE = (clues(),)
# What was found; the addresses of the table by key; what only a comment names.
TABLES = {
    "a front page": (Survey(HOME, PAGE), {"listings": [HOME]}, ""),
    "a feed and a front page": (
        Survey(HOME, PAGE, feeds=(A_FEED,)), {"feeds": [A_FEED.url]}, "#listings",
    ),
    "news before the archive": (
        Survey(HOME, PAGE, sitemaps=(ALL, NEWS)), {"sitemaps": [NEWS.url]}, "#sitemaps",
    ),
    "a sitemap where nothing else is": (
        Survey(HOME, (clues(links=()),), sitemaps=(ALL,)), {"sitemaps": [ALL.url]}, "",
    ),
    "a feed alone": (Survey(A_FEED.url, feeds=(A_FEED,)), {"feeds": [A_FEED.url]}, ""),
}  # fmt: skip


@pytest.mark.parametrize(("survey", "addresses", "comment"), TABLES.values(), ids=TABLES)
def test_a_proposed_table_is_read_by_the_archive_s_own_reader(
    survey: Survey, addresses: dict[str, list[str]], comment: str
) -> None:
    proposal = propose(survey, ())
    read = parse_config(proposal.table, "").sources[proposal.name]
    keys = ("feeds", "listings", "sitemaps")
    found = {key: list(value) for key in keys if (value := getattr(read, key))}
    assert found == addresses
    assert comment in proposal.table


AWKWARD = ['他说"好"', "it's", "back\\slash", "it's a \\", "a\x00b\nc\x85", "💡] = '''", "#x"]


@pytest.mark.parametrize("name", AWKWARD, ids=ascii)
def test_whatever_a_site_is_called_the_table_is_valid(name: str) -> None:
    table = propose(Survey(f"{HOME}?'\"#", (clues(name=name),)), ()).table
    (read,) = parse_config(table, "").sources.values()
    assert read.title == "".join(char for char in " ".join(name.split()) if char.isprintable())
    assert tomllib.loads(table)


def article(number: int, *, body: str = "<div id='text'>{}</div>", head: str = "") -> Sample:
    title = f"第{number}篇：小城图书馆"
    story = "".join(f"<p>{text}第{number}篇。</p>" for text in PARAGRAPHS)
    html = (
        f"<html><head><title>{title}</title>{head}</head><body class='post-{number}'>"
        f"<h1 class='entry-title'>{title}</h1>{body.format(story)}"
        "<ul class='menu'><li><a href='/'>首页</a></li></ul></body></html>"
    )
    return sample(html, f"{HOME}a/{number}", Source("news", "小城日报"))


def test_a_rule_is_what_finds_the_same_on_every_sample() -> None:
    found = common_rules([article(1), article(2), article(3)])
    assert found == Rules(body=("div#text",), title=("h1.entry-title",))


def test_a_body_that_changes_its_element_gets_no_rule() -> None:
    other = article(2, body="<section id='story-2'>{}</section>")
    assert common_rules([article(1), other]).body == ()


def test_an_element_that_occurs_twice_gets_no_rule() -> None:
    body = "<div class='box'>{}</div><div class='box'><p>另一篇</p></div>"
    assert common_rules([article(1, body=body), article(2, body=body)]).body == ()


def test_one_sample_shows_nothing_stable() -> None:
    assert common_rules([article(1)]) == Rules()


def test_byline_and_date_are_found_where_they_say_what_the_page_says_to_machines() -> None:
    def dated(number: int) -> Sample:
        body = (
            "<p class='meta'><span class='who'>记者 王小明</span>"
            f"<time datetime='2026-03-0{number}T12:00:00+08:00'>{number}日</time></p>"
            "<div>{}</div>"
        )
        return article(number, body=body)

    found = common_rules([dated(1), dated(2)])
    assert (found.author, found.date) == (("span.who",), ("time",))
