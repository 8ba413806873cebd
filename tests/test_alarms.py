"""Sources that yield far less than they used to, and sources that keep failing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from running import Ran, archive, item, listing, mirror, page, rss, source

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def news(tmp_path: Path, site: Site) -> Path:
    return archive(tmp_path / "news", source(feeds=[f"{site.base}/feed"]))


def feed(site: Site, number: int) -> None:
    items = [item(f"https://news.example/{n}", f"第{n}篇") for n in range(number)]
    site.replies["/feed"] = Reply(200, {"ETag": f'"{number}"'}, rss(items))


def crawl(news: Path, *names: str) -> Ran:
    return mirror("crawl", *names, "-A", news, "--json")


def health(news: Path) -> str:
    told = mirror("status", "-A", news, "--json").report
    return str(told["sources"]["news"]["health"])


def test_a_feed_that_names_far_fewer_raises_an_alarm_until_it_is_well(
    site: Site, news: Path
) -> None:
    feed(site, 20)
    assert (crawl(news).status, health(news)) == (0, "ok")
    feed(site, 3)
    for _ in range(2):  # not taken for read: the next run says it again
        ran = crawl(news)
        assert (ran.status, ran.problems("news")) == (1, {f"{site.base}/feed": "few-entries"})
        detail = ran.report["sources"]["news"]["problems"][0]["detail"]
        assert detail.startswith("names 3 articles, where it used to name about ")
        assert health(news) == "far less than usual"
    feed(site, 21)
    assert (crawl(news).status, health(news)) == (0, "ok")


def test_a_feed_that_was_never_full_may_be_empty(site: Site, news: Path) -> None:
    feed(site, 0)
    ran = crawl(news)
    assert (ran.status, ran.problems("news")) == (0, {f"{site.base}/feed": "no-entries"})


def test_an_emptied_feed_raises_an_alarm(site: Site, news: Path) -> None:
    feed(site, 2)
    crawl(news)
    feed(site, 0)
    ran = crawl(news)
    assert (ran.status, ran.problems("news")) == (1, {f"{site.base}/feed": "few-entries"})


def test_a_listing_is_judged_by_its_first_page(site: Site, tmp_path: Path) -> None:
    news = archive(
        tmp_path / "news", source(listings=[f"{site.base}/list"], article="/a/", content="page")
    )
    links = [f"/a/{number}" for number in range(10)]
    for link in links:
        site.replies[link] = Reply(200, HTML, page(f"新闻{link}"))
    site.replies["/list"] = Reply(200, HTML, listing(*links))
    assert crawl(news).status == 0
    site.replies["/list"] = Reply(200, HTML, listing(*links[:2]))
    ran = crawl(news)
    assert (ran.status, ran.problems("news")) == (1, {f"{site.base}/list": "few-entries"})


def test_a_source_that_keeps_failing_is_left_alone_unless_it_is_named(
    site: Site, news: Path
) -> None:
    site.replies["/feed"] = Reply(404)
    for _ in range(3):
        assert crawl(news).status == 1
    asked = len(site.paths())
    ran = crawl(news)
    assert (ran.status, ran.problems("news")) == (0, {f"{site.base}/feed": "postponed"})
    assert "failed 3 times in a row" in ran.report["sources"]["news"]["problems"][0]["detail"]
    for _ in range(20):
        assert crawl(news, "news").status == 1
    asked = len(site.paths())
    ran = crawl(news)
    assert "failed 23 times in a row" in ran.report["sources"]["news"]["problems"][0]["detail"]
    assert (len(site.paths()), health(news)) == (asked, "broken")
    feed(site, 2)
    assert crawl(news, "news").counts("news")["new"] == 2
    assert (crawl(news).status, health(news)) == (0, "ok")


def test_a_feed_with_nothing_new_is_well_though_a_listing_is_dead(
    site: Site, tmp_path: Path
) -> None:
    news = archive(
        tmp_path / "news",
        source(feeds=[f"{site.base}/feed"], listings=[f"{site.base}/dead"], article="/a"),
    )
    feed(site, 2)
    whole = site.replies["/feed"]
    site.replies["/feed"] = lambda asked: Reply(304) if "If-None-Match" in asked else whole
    for _ in range(5):
        assert crawl(news).problems("news") == {f"{site.base}/dead": "http-404"}
    assert health(news) == "ok"


def test_a_refresh_says_nothing_of_how_a_source_does(site: Site, news: Path) -> None:
    feed(site, 2)
    crawl(news)
    site.replies["/feed"] = Reply(404)
    for _ in range(3):
        crawl(news, "news")
    mirror("refresh", "--all", "-A", news)
    assert health(news) == "broken"


def test_an_index_of_sitemaps_that_stays_the_same_is_read_again(site: Site, tmp_path: Path) -> None:
    def of(tag: str, *addresses: str) -> Reply:
        items = "".join(f"<{tag}><loc>{site.base}{one}</loc></{tag}>" for one in addresses)
        root = {"sitemap": "sitemapindex", "url": "urlset"}[tag]
        return Reply(200, {"ETag": f'"{len(addresses)}"'}, f"<{root}>{items}</{root}>".encode())

    index = of("sitemap", "/map")
    site.replies["/index"] = lambda asked: Reply(304) if "If-None-Match" in asked else index
    for number in (1, 2):
        site.replies[f"/a/{number}"] = Reply(200, HTML, page(f"第{number}篇"))
    news = archive(tmp_path / "news", source(sitemaps=[f"{site.base}/index"], article="/a/"))
    for number, addresses in enumerate((["/a/1"], ["/a/1", "/a/2"])):
        site.replies["/map"] = of("url", *addresses)
        assert crawl(news).counts("news")["new"] == 1, number
