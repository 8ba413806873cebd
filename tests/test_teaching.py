"""`mirror sources new`: a look at a site, and the source proposed for it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from running import PARAGRAPHS, Ran, archive, item, mirror, rss, source, state

from mirror.config import load_config
from mirror.spiders.survey import MAX_REQUESTS

HTML = {"Content-Type": "text/html; charset=utf-8"}
TITLES = [f"小城第{number}座图书馆在整修两年之后重新开放" for number in "一二三四五六"]


def article(number: int) -> Reply:
    """A page among the furniture of its site."""
    title = TITLES[number]
    story = "".join(f"<p>{text}第{number}号。</p>" for text in PARAGRAPHS)
    return Reply(200, HTML, (
        f'<!DOCTYPE html><html lang="zh-TW"><head><meta charset="utf-8"><title>{title} | 小城日报'
        '</title><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="2026-03-0{number + 1}T12:00:00+08:00">'
        f'</head><body><nav><a href="/">首页</a></nav><h1 class="headline">{title}</h1>'
        f'<div class="byline">记者 王小明</div><div id="artbody">{story}</div>'
        f'<div class="related"><a href="/news/200{number}.html">另一篇</a></div></body></html>'
    ).encode())  # fmt: skip


def front(head: str = "", links: str = "") -> Reply:
    listed = "".join(f'<li><a href="/news/1000{n}.html">{t}</a></li>' for n, t in enumerate(TITLES))
    return Reply(200, HTML, (
        f'<!DOCTYPE html><html lang="zh-TW"><head><title>首页 | 小城日报</title>{head}'
        '<meta property="og:site_name" content="小城日报"></head><body><nav><a href="/about">关于'
        f'</a><a href="/life/">生活</a></nav><ul>{listed}</ul>{links}</body></html>'
    ).encode())  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        for number in range(len(TITLES)):
            served.replies[f"/news/1000{number}.html"] = article(number)
        served.replies["/"] = front()
        yield served


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return archive(tmp_path / "news")


def read(news: Path, ran: Ran) -> dict[str, object]:
    """The proposed table, after the archive's own reader has accepted it in place."""
    name, table = ran.report["source"], ran.report["table"]
    with (news / "mirror.toml").open("a", encoding="utf-8") as file:
        file.write(table)
    assert name in load_config(news).sources
    return dict(tomllib.loads(table)["sources"][name])


def test_a_site_without_a_feed_is_read_by_its_front_page(news: Path, site: Site) -> None:
    before = state(news)
    ran = mirror("sources", "new", f"{site.base}/", "-A", news, "--json")
    assert (ran.status, state(news)) == (0, before)
    host = site.base.removeprefix("http://").replace(".", r"\.")
    assert read(news, ran) == {
        "title": "小城日报",
        "listings": [f"{site.base}/"],
        "article": rf"^https?://(?:www\.)?{host}/news/\d+\.html(?:[?#&]|$)",
        "identity": r"/news/(\d+)",
        "timezone": "Asia/Taipei",
        "rules": {"body": "div#artbody", "title": "h1.headline", "author": "div.byline"},
    }
    assert [one["title"] for one in ran.report["articles"]] == TITLES[:3]
    assert {one["problem"] for one in ran.report["articles"]} == {None}
    assert ran.report["articles"][0]["date"] == "2026-03-01T04:00:00+00:00"
    assert PARAGRAPHS[0] in ran.report["articles"][0]["text"]
    assert len(site.hits) <= MAX_REQUESTS + 1


def test_what_is_printed_is_a_table_that_crawls_the_site(news: Path, site: Site) -> None:
    ran = mirror("sources", "new", site.base, "-A", news)
    assert f"# {TITLES[0]}\n#   2026-03-01 04:00 UTC  王小明\n" in ran.out
    with (news / "mirror.toml").open("a", encoding="utf-8") as file:
        file.write(ran.out)
    crawled = mirror("crawl", "127-0-0-1", "-A", news, "--json")
    assert (crawled.status, crawled.counts("127-0-0-1")) == (0, {"found": 6, "new": 6})


def test_an_announced_feed_comes_first_and_the_front_page_is_left_as_a_comment(
    news: Path, site: Site
) -> None:
    announced = '<link rel="alternate" type="application/rss+xml" href="/all.xml">'
    comments = '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
    site.replies["/"] = front(comments + announced)
    entries = [item(f"{site.base}/news/1000{n}.html", t, body="") for n, t in enumerate(TITLES)]
    site.replies["/all.xml"] = Reply(200, {}, rss(entries))
    ran = mirror("sources", "new", site.base, "-A", news, "--json")
    found = read(news, ran)
    assert (found["feeds"], "listings" in found) == ([f"{site.base}/all.xml"], False)
    assert f'#listings = ["{site.base}/"]' in ran.report["table"]
    assert "/comments/feed/" not in site.paths()


def test_a_feed_that_no_page_names_is_found_at_a_usual_place(news: Path, site: Site) -> None:
    site.replies["/rss.xml"] = Reply(200, {}, rss([item(f"{site.base}/news/10000.html")]))
    ran = mirror("sources", "new", site.base, "-A", news, "--json")
    assert read(news, ran)["feeds"] == [f"{site.base}/rss.xml"]
    assert "1 article, whole" in ran.report["table"]


def test_the_news_sitemap_that_robots_txt_names_is_proposed(news: Path, site: Site) -> None:
    space = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    urls = "".join(
        f"<url><loc>{site.base}/news/1000{n}.html</loc><news:news><news:title>{t}</news:title>"
        "</news:news></url>"
        for n, t in enumerate(TITLES)
    )
    lines = f"User-agent: *\nAllow: /\nSitemap: {site.base}/all.xml\nSitemap: /news-map.xml\n"
    site.replies["/robots.txt"] = Reply(200, {}, lines.encode())
    site.replies["/news-map.xml"] = Reply(200, {}, f"<urlset {space}>{urls}</urlset>".encode())
    everything = f"<urlset><url><loc>{site.base}/news/10000.html</loc></url></urlset>"
    site.replies["/all.xml"] = Reply(200, {}, everything.encode())
    ran = mirror("sources", "new", site.base, "-A", news, "--json")
    assert read(news, ran)["sitemaps"] == [f"{site.base}/news-map.xml"]
    assert f'#sitemaps = ["{site.base}/all.xml"]' in ran.report["table"]


def test_an_article_s_address_leads_to_its_site_and_is_shown_first(news: Path, site: Site) -> None:
    ran = mirror("sources", "new", f"{site.base}/news/10004.html", "-A", news, "--json")
    assert read(news, ran)["listings"] == [f"{site.base}/"]
    assert [one["title"] for one in ran.report["articles"]] == [TITLES[4], *TITLES[:2]]


def test_a_feed_s_own_address_is_taken_for_the_site_s(news: Path, site: Site) -> None:
    entries = [item(f"{site.base}/news/1000{n}.html", t) for n, t in enumerate(TITLES)]
    site.replies["/x"] = Reply(200, {}, rss(entries))
    ran = mirror("sources", "new", f"{site.base}/x", "-A", news, "--json")
    found = read(news, ran)
    assert (found["title"], found["feeds"]) == ("小城日报", [f"{site.base}/x"])


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path, site: Site) -> None:
    other = source("127-0-0-1", feeds=["https://news.example/feed"])
    news = archive(tmp_path, other)
    ran = mirror("sources", "new", site.base, "-A", news, "--json")
    assert ran.report["source"] == "127-0-0-1-2"


def test_a_site_that_has_a_source_is_said_to(tmp_path: Path, site: Site) -> None:
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"]))
    ran = mirror("sources", "new", site.base, "-A", news)
    assert "the source news is of this site; see: mirror sources test news" in ran.err


def test_a_recording_of_a_look_answers_the_same_look(news: Path, site: Site) -> None:
    words = ("sources", "new", site.base, "-A", news, "--json")
    first = mirror(*words, "--record", news / "recordings")
    (file,) = (news / "recordings").glob("*.warc.gz")
    asked = len(site.hits)
    again = mirror(*words, "--replay", file)
    assert (again.report, len(site.hits)) == (first.report, asked)


NOTHING = {
    "a page without articles": (
        Reply(200, HTML, b"<title>x</title><p>Hello."),
        "no feed, no sitemap and no list of articles found; tried",
    ),
    "a page that is not there": (Reply(404), "answered 404 Not Found"),
    "a challenge": (
        Reply(200, HTML, b"<title>Just a moment...</title><h1>Just a moment...</h1><p>Checking your"
              b" browser before accessing the site. <div class='cf-challenge'></div>"),
        "challenge",
    ),
    "an image": (Reply(200, {"Content-Type": "image/png"}, b"\x89PNG"), "not a web page"),
}  # fmt: skip


@pytest.mark.parametrize(("reply", "said"), NOTHING.values(), ids=NOTHING)
def test_where_nothing_is_found_the_reason_is_said(
    news: Path, site: Site, reply: Reply, said: str
) -> None:
    site.replies = {"/": reply}
    ran = mirror("sources", "new", f"{site.base}/", "-A", news, "--json")
    assert (ran.status, list(ran.report)) == (1, ["error"])
    assert said in ran.report["error"]
    assert f"{site.base}/" in ran.report["error"]


def test_robots_txt_is_obeyed(news: Path, site: Site) -> None:
    site.replies["/robots.txt"] = Reply(200, {}, b"User-agent: *\nDisallow: /\n")
    ran = mirror("sources", "new", f"{site.base}/", "-A", news, "--json")
    assert (ran.status, site.paths()) == (1, ["/robots.txt"])
    assert "robots.txt disallows it" in ran.report["error"]


def test_a_private_address_is_not_asked(tmp_path: Path, site: Site) -> None:
    (tmp_path / "mirror.toml").write_text("")
    ran = mirror("sources", "new", f"{site.base}/", "-A", tmp_path, "--json")
    assert (ran.status, site.hits) == (1, [])
    assert "127.0.0.1" in ran.report["error"]


WRONG = {
    "no address": (("new", "小城"), "小城: not a URL"),
    "no word": (("new",), "expected: mirror sources"),
    "two addresses": (("new", "https://a.example", "https://b.example"), "expected: mirror"),
    "another verb": (("try", "x"), "expected: mirror sources"),
}


@pytest.mark.parametrize(("words", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_command_line_is_refused(news: Path, words: tuple[str, ...], said: str) -> None:
    ran = mirror("sources", *words, "-A", news)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_no_more_than_a_few_pages_are_asked_for_where_none_is_an_article(
    news: Path, site: Site
) -> None:
    for number in range(len(TITLES)):
        site.replies[f"/news/1000{number}.html"] = Reply(200, HTML, b"<title>x</title>")
    ran = mirror("sources", "new", site.base, "-A", news, "--json")
    assert ran.status == 1
    assert [one["problem"] for one in ran.report["articles"]] == ["empty"] * 3
    assert "rules" not in read(news, ran)
    assert len(site.hits) <= MAX_REQUESTS + 1
