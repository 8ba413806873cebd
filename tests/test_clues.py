"""What one page says of its site."""

import pytest

from mirror.teach.clues import read_clues

URL = "https://news.example/world/"


def page(head: str = "", body: str = "", lang: str = "") -> str:
    return f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>"


def feed(href: str, kind: str = "application/rss+xml", title: str = "") -> str:
    return f"<link rel='alternate' type='{kind}' href='{href}' title='{title}'>"


FEEDS = {
    "announced, relative to the page": (page(feed("feed.xml")), ["/world/feed.xml"]),
    "Atom and JSON too, each once": (
        page(feed("/a", "application/atom+xml") + feed("/j", "Application/Feed+JSON") + feed("/a")),
        ["/a", "/j"],
    ),
    "not the comments' feed": (page(feed("/comments/feed/") + feed("/f", title="留言")), []),
    "not another language's page": (page(feed("/en/", "text/html")), []),
    "linked, where none is announced": (
        page(body="<a href='/rss/'>RSS</a><a href='/feed.xml'>x</a><a href='/feeding'>y</a>"),
        ["/rss/", "/feed.xml"],
    ),
    "linked ones don't count where one is announced": (
        page(feed("/f"), "<a href='/rss/'>RSS</a>"),
        ["/f"],
    ),
}


@pytest.mark.parametrize(("html", "paths"), FEEDS.values(), ids=FEEDS)
def test_feeds(html: str, paths: list[str]) -> None:
    assert read_clues(html, URL).feeds == tuple(f"https://news.example{path}" for path in paths)


WEBSITE = '<script type="application/ld+json">{"@type": "WebSite", "name": "小城日报"}</script>'
NAMES = {
    "og:site_name": (
        "<meta property='og:site_name' content=' 小城  日报 '><title>x</title>",
        "小城 日报",
    ),
    "structured data": (f"<title>首页</title>{WEBSITE}", "小城日报"),
    "the shortest part of the title": ("<title>最新消息一览 | 小城日报</title>", "小城日报"),
    "no slogan": (f"<title>{'很长的标语' * 20}</title>", ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("head", "name"), NAMES.values(), ids=NAMES)
def test_the_name_of_the_site(head: str, name: str) -> None:
    assert read_clues(page(head), URL).name == name


def test_links_of_the_own_site_have_their_longest_text() -> None:
    body = (
        "<a href='/a#top'><img></a><a href='/a'>标题 一</a><a href='https://x.example/'>别处</a>"
        "<a href='mailto:x@y.z'>x</a><a href='http://['>x</a><a href='/b' title='题'></a>"
    )
    found = [(link.url, link.text) for link in read_clues(page(body=body), URL).links]
    assert found == [("https://news.example/a", "标题 一"), ("https://news.example/b", "题")]


LANGUAGES = {
    "the html element's": ("zh-TW", "", "zh-TW"),
    "og:locale": ("", "<meta property='og:locale' content='zh_HK'>", "zh-HK"),
    "none": ("", "", ""),
}


@pytest.mark.parametrize(("lang", "head", "expected"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_language(lang: str, head: str, expected: str) -> None:
    assert read_clues(page(head, lang=lang), URL).language == expected


KINDS = {
    "og:type": ("<meta property='og:type' content='article'>", True),
    "structured data": (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "题"}</script>',
        True,
    ),
    "a front page": (WEBSITE, False),
}


@pytest.mark.parametrize(("head", "expected"), KINDS.values(), ids=KINDS)
def test_whether_a_page_is_an_article(head: str, expected: bool) -> None:
    assert read_clues(page(head), URL).is_article is expected
