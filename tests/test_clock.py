"""A clock that was wrong, and is put right: nothing in the future, nothing skipped or repeated."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from archives import add, key, opened
from builders import article
from crawling import Reply, Site, serving
from running import archive, commits, item, mirror, page, posts, rss, run_git, source

from mirror.decide import APART, Doubt, Look, Verdict, decide
from mirror.health import Past
from mirror.post import parse

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
HTML = {"Content-Type": "text/html; charset=utf-8"}
FAKETIME = next(iter(map(str, Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), "")
needs_faketime = pytest.mark.skipif(not FAKETIME, reason="needs faketime (Debian's package)")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def news(tmp_path: Path, site: Site) -> Path:
    return archive(tmp_path / "news", source(feeds=[f"{site.base}/feed"]))


def feed(site: Site, *numbers: int) -> None:
    items = [item(f"https://news.example/{n}", f"第{n}篇") for n in numbers]
    site.replies["/feed"] = Reply(200, {"ETag": f'"{numbers}"'}, rss(items))


def crawl(news: Path, clock: str = "") -> dict[str, int]:
    """A run whose clock is `clock` (such as "+400d") off."""
    wrong = {"LD_PRELOAD": FAKETIME, "FAKETIME": clock} if clock else {}
    return mirror("crawl", "-A", news, "--json", **wrong).counts("news")


@needs_faketime
@pytest.mark.parametrize("jumps", [("", "-1d"), ("+1d", ""), ("", "+400d", ""), ("", "-400d", "")])
def test_a_clock_that_jumps_costs_no_article_and_repeats_none(
    site: Site, news: Path, jumps: tuple[str, ...]
) -> None:
    for number, clock in enumerate(jumps, start=1):
        feed(site, *range(1, number + 1))
        assert crawl(news, clock).get("new") == 1, clock
    assert "new" not in crawl(news)
    assert len(posts(news)) == len(commits(news)) == len(jumps)
    assert all(parse(data).date <= datetime.now(UTC) for data in posts(news).values())
    assert run_git(news, "status", "--porcelain", "_posts") == ""


@needs_faketime
def test_a_source_that_failed_in_the_future_is_asked_now(site: Site, news: Path) -> None:
    for _ in range(4):
        crawl(news, "+400d")
    feed(site, 1)
    assert crawl(news) == {"found": 1, "new": 1}
    told = mirror("status", "-A", news, "--json").report["sources"]["news"]
    assert (told["health"], told["failures"]) == ("ok", 0)


@needs_faketime
def test_posts_that_were_looked_at_in_the_future_get_their_turn(tmp_path: Path, site: Site) -> None:
    paths = [f"/a/{number}" for number in range(3)]
    for path in paths:
        site.replies[path] = Reply(200, HTML, page(f"新闻{path}"))
    news = archive(tmp_path / "news", source(article="/a/"))
    mirror("fetch", "-A", news, *(site.base + path for path in paths))
    wrong = {"LD_PRELOAD": FAKETIME, "FAKETIME": "+400d"}
    mirror("refresh", "--all", "--limit", "1", "-A", news, **wrong)
    site.hits.clear()
    for _ in range(3):
        mirror("refresh", "--all", "--limit", "1", "-A", news)
    assert sorted(set(site.paths()) - {"/robots.txt"}) == paths


def test_what_is_dated_after_now_is_taken_back(tmp_path: Path) -> None:
    later, before = NOW + timedelta(days=400), NOW - timedelta(hours=1)
    with opened(tmp_path) as archive:
        index = archive.index
        for number, at in enumerate((later, before)):
            index.record_run(Past("news", at, {}))
            add(archive, number, checked_at=at.isoformat())
            known = archive.find(key(number))
            assert known is not None
            index.keep_doubt(known.path, Doubt("shown", 2, at))
        index.forget_after(NOW)
        assert [one.at for one in index.runs()] == [before]
        ahead, usual = list(index.posts())
        assert (ahead.checked_at, usual.checked_at) == ("", before.isoformat())
        assert index.doubt(ahead.path) == Doubt("shown", 2, NOW)
        assert index.doubt(usual.path) == Doubt("shown", 2, before)


def test_looks_in_the_wrong_order_do_not_make_a_shrink_believed() -> None:
    long, short = (article(body=f"<p>{text}</p>") for text in ("长" * 600, "短" * 100))
    doubt = None
    for now in (NOW, NOW - APART, NOW - 2 * APART, NOW + timedelta(hours=23)):
        decision = decide(short, long, Look("shown", now, "seen", doubt))
        doubt = decision.doubt
        assert decision.verdict is Verdict.REFUSE
    assert doubt == Doubt("shown", 1, NOW)
