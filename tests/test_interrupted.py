"""Runs that do not come to their end: killed, interrupted, terminated; and two at once."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from running import archive, commits, ended, item, listing, mirror, page, posts, rss, source, start

HTML = {"Content-Type": "text/html; charset=utf-8"}
ENOUGH = 4  # pages of the listing; the third answers only when it is too late
SIGNALS = {
    "SIGINT, as by a person": (signal.SIGINT, 130),
    "SIGTERM, as by systemd": (signal.SIGTERM, 143),
    "SIGHUP, as by a terminal that is closed": (signal.SIGHUP, 129),
}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """A run started in the background of a shell inherits an ignored SIGINT, and keeps to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def wait_for(site: Site, path: str) -> None:
    """Until the site was asked for `path`."""
    until = time.monotonic() + 30
    while path not in site.paths():
        assert time.monotonic() < until, site.paths()
        os.sched_yield()


def stuck_listing(site: Site) -> None:
    """Four pages with an article each; the third takes its time."""
    for number in range(1, ENOUGH + 1):
        following = f"/list{number + 1}" if number < ENOUGH else ""
        answer = Reply(200, HTML, listing(f"/news/{number}", following=following))
        site.replies[f"/list{number}"] = answer
        site.replies[f"/news/{number}"] = Reply(200, HTML, page(f"第{number}篇"))
    site.replies["/list3"].slow = 5.0  # type: ignore[union-attr]


def listed(root: Path, site: Site) -> Path:
    return archive(root, source(listings=[f"{site.base}/list1"], article="/news/"))


@pytest.mark.parametrize(("sign", "status"), SIGNALS.values(), ids=SIGNALS)
def test_what_an_interrupted_run_has_is_committed_and_the_next_goes_on(
    tmp_path: Path, site: Site, sign: int, status: int
) -> None:
    stuck_listing(site)
    news = listed(tmp_path, site)
    process = start("crawl", "-A", news, "--json")
    wait_for(site, "/list3")
    wait_for(site, "/news/2")
    process.send_signal(sign)
    ran = ended(process)
    assert (ran.status, "Traceback" in ran.err) == (status, False)
    assert ran.err == "mirror: interrupted; what was stored is kept, the next run goes on\n"
    assert ran.counts("news")["new"] == len(posts(news)) >= 1
    assert commits(news) == [f"mirror: {len(posts(news))} new"]
    site.replies["/list3"].slow = 0.0  # type: ignore[union-attr]
    again = mirror("crawl", "-A", news, "--json")
    assert (again.status, len(posts(news)), len(commits(news))) == (0, ENOUGH, 2)


def test_a_signal_that_comes_while_git_commits_lets_it_commit(tmp_path: Path, site: Site) -> None:
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/1")]))
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"]))
    hook = news / ".git" / "hooks" / "reference-transaction"  # of a git that the run started
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        "#!/bin/sh\nrm $0; kill -TERM $(sed -n 's/^PPid:\\s*//p' /proc/$PPID/status); sleep 0.5\n"
    )
    hook.chmod(0o755)
    ran = mirror("crawl", "-A", news, "--json")
    assert (ran.status, ran.counts("news")["new"], commits(news)) == (143, 1, ["mirror: 1 new"])
    assert ran.err == "mirror: interrupted; what was stored is kept, the next run goes on\n"


def test_what_a_killed_run_had_not_stored_is_found_by_the_next(tmp_path: Path, site: Site) -> None:
    stuck_listing(site)
    news = listed(tmp_path, site)
    process = start("crawl", "-A", news)
    wait_for(site, "/list3")
    process.kill()
    ended(process)
    site.replies["/list3"].slow = 0.0  # type: ignore[union-attr]
    again = mirror("crawl", "-A", news, "--json")
    assert (again.status, len(posts(news))) == (0, ENOUGH)
    assert len(commits(news)) == 1, "posts that the dead run had written are in it too"
    assert not list(news.rglob("*.tmp"))


def test_two_runs_at_once_end_with_3_within_a_second_or_two(tmp_path: Path, site: Site) -> None:
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/1")]), slow=6.0)
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"]))
    first = start("crawl", "-A", news, "--json")
    wait_for(site, "/feed")
    second = mirror("crawl", "-A", news)
    assert (second.status, second.out) == (3, "")
    assert second.err.count("\n") == 1
    assert f"in use by another run (process {first.pid})" in second.err
    assert first.poll() is None, "the second did not wait for the first"
    done = ended(first)
    assert (done.status, done.counts("news")) == (0, {"found": 1, "new": 1})
