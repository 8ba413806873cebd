"""The scheduled crawl, whole: the command line in its own process, over recordings or loopback."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from recorded import FIRST, golden_posts
from running import (
    archive,
    commits,
    item,
    listing,
    mirror,
    named,
    page,
    posts,
    rss,
    run_git,
    source,
    state,
)

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def tagged(body: bytes, etag: str = '"1"', **headers: str) -> object:
    """A reply with a validator that is honoured."""

    def reply(asked: dict[str, str]) -> Reply:
        if asked.get("If-None-Match") == etag:
            return Reply(304, {"ETag": etag})
        return Reply(200, {"ETag": etag, **headers}, body)

    return reply


def asked(site: Site) -> list[str]:
    """Paths asked for since the last time, robots.txt aside, in no order."""
    paths = sorted(path for path in site.paths() if path != "/robots.txt")
    site.hits.clear()
    return paths


def test_a_recorded_site_becomes_the_golden_posts_in_one_commit(tmp_path: Path) -> None:
    news = tmp_path / "news"
    first = mirror("crawl", "-A", news, "--json", "--replay", FIRST)
    assert first.status == 0
    assert named(posts(news)) == golden_posts()
    assert all(re.fullmatch(r"\d{4}/\d{2}/[^/]+", path) for path in posts(news))
    assert commits(news) == ["mirror: 13 new"]
    assert first.report["commit"] == run_git(news, "rev-parse", "HEAD").strip()
    assert first.counts("epochtimes") == {"found": 32, "new": 13, "unchanged": 19}
    committed = run_git(news, "ls-files").splitlines()
    assert committed == sorted(f"_posts/{path}" for path in posts(news))
    assert "made a git repository" in first.err

    before = state(news)
    again = mirror("crawl", "-A", news, "--replay", FIRST)
    assert (again.status, again.err) == (0, "")
    assert re.search(r"^nothing new; no commit; \d+\.\d s$", again.out, re.MULTILINE)
    assert state(news) == before
    assert commits(news) == ["mirror: 13 new"]


def test_the_json_report_has_the_agreed_shape_and_nothing_is_beside_it(tmp_path: Path) -> None:
    table = source(feeds=["https://nobody.example/feed"])
    ran = mirror("crawl", "-A", archive(tmp_path, table), "--json", "--replay", FIRST)
    assert list(ran.report) == ["sources", "commit", "seconds"]
    assert (ran.status, ran.report["commit"]) == (1, None)
    assert ran.report["seconds"] >= 0
    assert list(ran.report["sources"]) == ["news"]
    one = ran.report["sources"]["news"]
    numbers = ["found", "new", "updated", "unchanged", "removed", "refused", "failed"]
    assert list(one) == [*numbers, "problems"]
    assert [one[name] for name in numbers] == [0, 0, 0, 0, 0, 0, 1]
    assert one["problems"][0]["url"] == "https://nobody.example/feed"
    assert one["problems"][0]["problem"] == "not-recorded"
    assert ran.err == ""


def test_an_unchanged_feed_costs_one_request_and_its_articles_none(
    tmp_path: Path, site: Site
) -> None:
    site.replies["/feed"] = tagged(rss([item(f"{site.base}/1", body="")]))
    site.replies["/plain"] = Reply(200, {}, rss([item(f"{site.base}/2", body="")]))
    site.replies["/1"] = site.replies["/2"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed", f"{site.base}/plain"]))
    first = mirror("crawl", "-A", news, "--json")
    assert first.counts("news") == {"found": 2, "new": 2}
    assert asked(site) == ["/1", "/2", "/feed", "/plain"]
    again = mirror("crawl", "-A", news, "--json")
    assert asked(site) == ["/feed", "/plain"]
    assert (again.status, again.report["commit"]) == (0, None)
    assert again.counts("news") == {"found": 1, "unchanged": 1}


def test_what_fails_stops_nothing_else_and_is_found_again(tmp_path: Path, site: Site) -> None:
    links = [f"{site.base}/{number}" for number in (1, 2)]
    site.replies["/feed"] = tagged(rss(
        item(link, title, body="") for link, title in zip(links, ("其一", "其二"), strict=True)
    ))  # fmt: skip
    site.replies["/1"] = Reply(200, HTML, page("其一"))
    site.replies["/2"] = Reply(404)
    site.replies["/html"] = Reply(200, HTML, page())
    site.replies["/good"] = Reply(200, {}, rss([item(f"{site.base}/3", "其三")]))
    news = archive(
        tmp_path,
        source("partly", feeds=[f"{site.base}/feed"]),
        source("gone", feeds=[f"{site.base}/404"]),
        source("page", feeds=[f"{site.base}/html"]),
        source("nowhere", feeds=["http://127.0.0.1:9/feed"]),
        source("good", feeds=[f"{site.base}/404", f"{site.base}/good"]),
    )
    first = mirror("crawl", "-A", news, "--json")
    assert first.status == 1
    assert first.counts("partly") == {"found": 2, "new": 1, "failed": 1}
    assert first.problems("partly") == {links[1]: "http-404"}
    assert first.problems("gone") == {f"{site.base}/404": "http-404"}
    assert first.problems("page") == {f"{site.base}/html": "unreadable"}
    assert list(first.problems("nowhere")) == ["http://127.0.0.1:9/feed"]
    assert first.counts("good") == {"found": 1, "new": 1, "failed": 1}
    assert commits(news) == ["mirror: 2 new"]

    site.replies["/2"] = Reply(200, HTML, page("其二"))
    again = mirror("crawl", "partly", "-A", news, "--json")
    assert again.counts("partly") == {"found": 2, "new": 1, "unchanged": 1}
    assert sorted(posts(news)) == [f"2026/03/2026-03-01-其{n}.md" for n in "一三二"]
    asked(site)
    mirror("crawl", "partly", "-A", news)
    assert asked(site) == ["/feed"], "now that all is stored the validators are kept"


PAGES = {"one page": (1, 1), "two": (2, 2), "more than there are": (9, 3)}


@pytest.mark.parametrize(("most", "seen"), PAGES.values(), ids=PAGES)
def test_max_pages_bounds_a_listing(tmp_path: Path, site: Site, most: int, seen: int) -> None:
    paged(site, 3)
    ran = mirror("crawl", "-A", listed(tmp_path, site), "--json", "--max-pages", str(most))
    assert ran.counts("news") == {"found": seen, "new": seen}


def test_a_listing_is_followed_until_a_page_brings_nothing_new(tmp_path: Path, site: Site) -> None:
    paged(site, 4)
    news = listed(tmp_path, site)
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 4, "new": 4}
    asked(site)
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 1, "unchanged": 1}
    assert asked(site) == ["/list1"]


def test_a_listing_whose_page_failed_is_followed_to_its_end_by_the_next_run(
    tmp_path: Path, site: Site
) -> None:
    paged(site, 4)
    whole, site.replies["/list3"] = site.replies["/list3"], Reply(404)
    news = listed(tmp_path, site)
    assert mirror("crawl", "-A", news, "--json").problems("news") == {
        f"{site.base}/list3": "http-404"
    }
    site.replies["/list3"] = whole
    assert mirror("crawl", "-A", news, "--json").counts("news")["new"] == 2
    assert len(posts(news)) == 4


def test_sitemaps_lead_to_articles(tmp_path: Path, site: Site) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    site.replies["/index.xml"] = Reply(
        200, {}, f"<sitemapindex {space}><sitemap><loc>{site.base}/map.xml</loc></sitemap>"
        "</sitemapindex>".encode()
    )  # fmt: skip
    site.replies["/map.xml"] = Reply(
        200, {}, f"<urlset {space}><url><loc>{site.base}/1</loc></url></urlset>".encode()
    )
    site.replies["/1"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(sitemaps=[f"{site.base}/index.xml"]))
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 1, "new": 1}
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 1, "unchanged": 1}
    assert site.paths().count("/1") == 1


def test_a_sitemap_index_that_names_itself_ends(tmp_path: Path, site: Site) -> None:
    rows = "".join(f"<sitemap><loc>{site.base}{path}</loc></sitemap>" for path in ("/i", "/m"))
    site.replies["/i"] = Reply(200, {}, f"<sitemapindex>{rows}</sitemapindex>".encode())
    site.replies["/m"] = Reply(
        200, {}, f"<urlset><url><loc>{site.base}/1</loc></url></urlset>".encode()
    )
    site.replies["/1"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(sitemaps=[f"{site.base}/i"]))
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 1, "new": 1}
    assert asked(site) == ["/1", "/i", "/m"]


def test_of_a_sitemap_only_what_the_pattern_calls_an_article_is_fetched(
    tmp_path: Path, site: Site
) -> None:
    rows = "".join(f"<url><loc>{site.base}{path}</loc></url>" for path in ("/about", "/news/1"))
    site.replies["/m"] = Reply(200, {}, f"<urlset>{rows}</urlset>".encode())
    site.replies["/news/1"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(sitemaps=[f"{site.base}/m"], article="/news/"))
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 1, "new": 1}
    assert asked(site) == ["/m", "/news/1"]


CONTENT = {
    "page: always the page": ("page", ["/full", "/teaser"]),
    "feed: never": ("feed", []),
    "auto: for teasers": ("auto", ["/teaser"]),
}


@pytest.mark.parametrize(("content", "pages"), CONTENT.values(), ids=CONTENT)
def test_content_says_where_the_text_comes_from(
    tmp_path: Path, site: Site, content: str, pages: list[str]
) -> None:
    whole = "<p>正文很长，一段接着一段，说得清清楚楚。</p>" * 40
    site.replies["/feed"] = Reply(200, {}, rss([
        item(f"{site.base}/full", "其一", body=whole),
        f"<item><title>其二</title><link>{site.base}/teaser</link>"
        "<description>只有一句话……</description></item>",
    ]))  # fmt: skip
    site.replies["/full"] = site.replies["/teaser"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"], content=content))
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 2, "new": 2}
    assert [path for path in asked(site) if path != "/feed"] == pages


def test_without_git_and_with_no_commit_posts_are_stored_all_the_same(
    tmp_path: Path, site: Site
) -> None:
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/1")]))
    table = source(feeds=[f"{site.base}/feed"])
    bare = archive(tmp_path / "bare", table, git=False)
    ran = mirror("crawl", "-A", bare, "--json")
    assert (ran.status, ran.report["commit"]) == (0, None)
    assert list(ran.problems("news").values()) == ["not-committed"]
    kept = archive(tmp_path / "kept", table)
    ran = mirror("crawl", "-A", kept, "--json", "--no-commit")
    assert (ran.status, ran.report["commit"]) == (0, None)
    assert posts(bare) == posts(kept)
    assert len(posts(kept)) == 1
    assert run_git(kept, "rev-list", "--all") == ""


def paged(site: Site, number: int) -> None:
    """A listing of `number` pages with an article each."""
    for n in range(1, number + 1):
        following = f"/list{n + 1}" if n < number else ""
        site.replies[f"/list{n}"] = Reply(200, HTML, listing(f"/news/{n}", following=following))
        site.replies[f"/news/{n}"] = Reply(200, HTML, page(f"第{n}篇"))


def listed(root: Path, site: Site) -> Path:
    return archive(root, source(listings=[f"{site.base}/list1"], article="/news/"))


def test_a_site_that_wants_hours_between_requests_is_archived_article_by_article(
    tmp_path: Path, site: Site
) -> None:
    site.replies["/robots.txt"] = Reply(body=b"User-agent: *\nCrawl-delay: 7200\n")
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/{n}") for n in (1, 2)]))
    site.replies["/1"] = site.replies["/2"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"], content="page"))
    for stored in (1, 2):
        mirror("crawl", "-A", news, "--json")
        assert len(posts(news)) == stored
