"""The one-off fetch, whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from recorded import FIRST, expected, golden_posts
from running import (
    PARAGRAPHS,
    archive,
    commits,
    item,
    mirror,
    named,
    page,
    posts,
    rss,
    source,
)

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def test_variants_of_an_address_are_one_article(tmp_path: Path) -> None:
    """The first one given says which: a traditional twin is not turned into its original."""
    variants = expected()["variants"]
    ran = mirror("fetch", *variants, *variants.values(), "-A", tmp_path, "--json",
                 "--replay", FIRST)  # fmt: skip
    assert (ran.status, ran.counts("epochtimes")) == (0, {"found": 11, "new": 4, "unchanged": 7})
    stored = posts(tmp_path)
    texts = [post.decode() for post in stored.values()]
    assert sum("/b5/" in text.partition("tags:")[0] for text in texts) == 2
    assert sum("雲灣市水庫蓄水量回升" in text for text in texts) == 1
    again = mirror("fetch", *variants.values(), "-A", tmp_path, "--json", "--replay", FIRST)
    assert again.counts("epochtimes") == {"found": 4, "unchanged": 4}
    assert posts(tmp_path) == stored


def test_an_article_is_the_same_fetched_or_crawled(tmp_path: Path) -> None:
    urls = [url for url in expected()["posts"] if url not in expected()["later"]["new"]]
    ran = mirror("fetch", *urls, "-A", tmp_path, "-q", "--replay", FIRST)
    assert (ran.status, ran.out, ran.err.count("\n")) == (0, "", 0)
    assert named(posts(tmp_path)) == golden_posts()


def test_any_page_of_a_site_that_nobody_configured(tmp_path: Path, site: Site) -> None:
    site.replies["/a?id=1&utm_source=x"] = Reply(200, HTML, page())
    ran = mirror("fetch", f"{site.base}/a?id=1&utm_source=x#top", "-A", archive(tmp_path), "--json")
    assert ran.counts(site.base[7:]) == {"found": 1, "new": 1}
    (post,) = posts(tmp_path).values()
    text = post.decode()
    assert f"\nfrom: {site.base}/a?id=1\n" in text
    assert f'\ntags: [ "{site.base[7:]}" ]\n' in text
    assert all(paragraph in text for paragraph in PARAGRAPHS)


def test_one_bad_url_costs_only_itself(tmp_path: Path, site: Site) -> None:
    site.replies["/1"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(article=re.escape(site.base)))
    ran = mirror("fetch", f"{site.base}/1", f"{site.base}/2", "no url", "-A", news, "--json")
    assert (ran.status, len(posts(news)), commits(news)) == (1, 1, ["mirror: 1 new"])
    assert ran.problems("news") == {f"{site.base}/2": "http-404"}
    assert ran.problems("fetch") == {"no url": "no-url"}


def test_stdout_prints_posts_and_stores_nothing(tmp_path: Path) -> None:
    url, name = next(iter(expected()["posts"].items()))
    (tmp_path / "here").mkdir()
    ran = mirror("fetch", "--stdout", url, "--replay", FIRST, cwd=tmp_path / "here")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.encode() == golden_posts()[name]
    assert list((tmp_path / "here").iterdir()) == []


def test_fetched_again_an_article_is_brought_up_to_date(tmp_path: Path, site: Site) -> None:
    news = archive(tmp_path, source(article=re.escape(site.base)))
    site.replies["/1"] = Reply(200, HTML, page())
    mirror("fetch", f"{site.base}/1", "-A", news)
    site.replies["/1"] = Reply(200, HTML, page(paragraphs=[*PARAGRAPHS[:5], "更正：共五座。"]))
    ran = mirror("fetch", f"{site.base}/1", "-A", news, "--json")
    assert ran.counts("news") == {"found": 1, "updated": 1}
    (post,) = posts(news).values()
    assert "更正：共五座。".encode() in post
    assert b"\nlast_modified_at: " in post


def test_a_deleted_post_does_not_come_back_by_a_crawl_but_by_a_fetch(
    tmp_path: Path, site: Site
) -> None:
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/1", body="")]))
    site.replies["/1"] = Reply(200, HTML, page())
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"]))
    mirror("crawl", "-A", news)
    (path,) = (news / "_posts").rglob("*.md")
    path.unlink()
    crawl = mirror("crawl", "-A", news, "--json")
    assert (crawl.status, posts(news)) == (0, {})
    fetch = mirror("fetch", f"{site.base}/1", "-A", news, "--json")
    assert (fetch.counts("news"), len(posts(news))) == ({"found": 1, "new": 1}, 1)


def test_a_recording_replays_to_the_same_archive_without_a_socket(
    tmp_path: Path, site: Site
) -> None:
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/{n}", f"第{n}篇", body="")
                                               for n in (1, 2)]))  # fmt: skip
    site.replies["/1"] = site.replies["/2"] = Reply(200, HTML, page("一篇"))
    table = source(feeds=[f"{site.base}/feed"], content="page", article=re.escape(site.base))
    live = archive(tmp_path / "live", table)
    mirror("crawl", "-A", live, "--record", tmp_path / "recordings")
    recordings = list((tmp_path / "recordings").iterdir())
    assert recordings
    asked = len(site.hits)
    replayed = archive(tmp_path / "replayed", table)
    ran = mirror("crawl", "-A", replayed, "--json", "--replay", tmp_path / "recordings")
    assert (ran.status, len(posts(live))) == (0, 2)
    assert posts(replayed) == posts(live)
    assert len(site.hits) == asked
    missing = mirror("fetch", f"{site.base}/3", "-A", replayed, "--json", "--replay", *recordings)
    assert missing.status == 1
    assert missing.problems("news") == {f"{site.base}/3": "not-recorded"}
