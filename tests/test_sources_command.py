"""`mirror sources test`: a source is tried, nothing is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from running import archive, item, mirror, rss, source, state

from mirror.run import TRIAL_ARTICLES


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def test_a_trial_shows_the_first_articles_and_stores_none(tmp_path: Path, site: Site) -> None:
    entries = [item(f"{site.base}/{n}", f"第{n}篇") for n in range(TRIAL_ARTICLES + 5)]
    site.replies["/feed"] = Reply(200, {}, rss(entries))
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"], content="feed"))
    before = state(news)
    ran = mirror("sources", "test", "news", "-A", news, "--json")
    assert (ran.status, state(news)) == (0, before)
    assert ran.counts("news") == {"found": TRIAL_ARTICLES + 5, "new": TRIAL_ARTICLES}
    articles = ran.report["articles"]
    assert {one["title"] for one in articles} == {f"第{n}篇" for n in range(TRIAL_ARTICLES)}
    assert {one["text"] for one in articles} == {"正文。"}
    shown = mirror("sources", "test", "news", "-A", news)
    assert "第0篇\n  2026-03-01 12:00 UTC  本站\n" in shown.out
    assert shown.out.endswith("a trial: nothing was stored\n")
