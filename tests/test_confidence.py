"""Bodies of which the extractors are not sure: refused on unknown sites, flagged on known ones."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from running import PARAGRAPHS, archive, item, mirror, page, posts, rss, source, state

from mirror.article import Extract
from mirror.extract.body.extractors import MAX_DEPTH
from mirror.extract.confidence import LOW, TOO_LOW, doubt

AT = "https://news.example/1"
HTML = {"Content-Type": "text/html; charset=utf-8"}
DOUBTS = {
    "sure": (1.0, True, None),
    "just sure enough": (LOW, True, None),
    "a bit below, on a known site": (LOW - 0.01, True, "low-confidence"),
    "a bit below, on an unknown site": (LOW - 0.01, False, None),
    "just enough for an unknown site": (TOO_LOW, False, None),
    "too low for an unknown site": (TOO_LOW - 0.01, False, "low-confidence"),
    "one extractor alone": (0.0, True, "low-confidence"),
}


@pytest.mark.parametrize(("agreement", "known", "word"), DOUBTS.values(), ids=DOUBTS)
def test_doubt(agreement: float, known: bool, word: str | None) -> None:
    fault = doubt(Extract(AT, agreement=agreement), AT, known=known)
    assert (fault.problem if fault else None) == word


def test_the_doubt_says_how_far_the_extractors_agree_and_what_to_do() -> None:
    fault = doubt(Extract(AT, agreement=0.314), AT, known=False)
    assert fault is not None
    assert fault.detail.startswith("the extractors agree on 31% of its text, and no source knows")
    assert "mirror sources new" in fault.detail


SURE = page(paragraphs=[text * 3 for text in PARAGRAPHS])
# Too deep for the extractors, so that all its prose is taken and nobody vouches for it.
DEEP = 1 + MAX_DEPTH
UNSURE = SURE.replace(b"<article>", b"<div>" * DEEP).replace(b"</article>", b"</div>" * DEEP)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        served.replies["/1"] = Reply(200, HTML, UNSURE)
        yield served


@pytest.fixture
def news(tmp_path: Path, site: Site) -> Path:
    """An archive with a source for the site."""
    return archive(tmp_path / "news", source(article=f"^{re.escape(site.base)}"))


def flagged(root: Path) -> list[str]:
    told = mirror("status", "-A", root, "--json").report
    return list(told["sources"]["news"]["flagged"])


def test_an_unknown_site_is_refused_and_nothing_stored(tmp_path: Path, site: Site) -> None:
    root, at = archive(tmp_path), f"{site.base}/1"
    ran = mirror("fetch", at, "-A", root, "--json")
    assert (ran.status, ran.counts(site.base[7:])) == (1, {"found": 1, "refused": 1})
    assert ran.problems(site.base[7:]) == {at: "low-confidence"}
    assert posts(root) == {}


def test_a_known_source_is_flagged_until_a_look_is_sure(news: Path, site: Site) -> None:
    at = f"{site.base}/1"
    ran = mirror("fetch", at, "-A", news, "--json")
    assert (ran.status, ran.counts("news")) == (0, {"found": 1, "new": 1})
    assert ran.problems("news") == {at: "low-confidence"}
    assert flagged(news) == [at]
    table = mirror("status", "-A", news).out.splitlines()
    assert re.search(r"articles  flagged", table[0])
    assert re.search(r"^news .* 1 +1 +", "\n".join(table), re.MULTILINE)
    site.replies["/1"] = Reply(200, HTML, SURE)
    ran = mirror("refresh", "--all", "-A", news, "--json")
    assert (ran.status, ran.problems("news"), flagged(news)) == (0, {}, [])


def test_a_look_that_is_not_sure_any_more_flags_the_post(news: Path, site: Site) -> None:
    site.replies["/1"] = Reply(200, HTML, SURE)
    mirror("fetch", f"{site.base}/1", "-A", news)
    assert flagged(news) == []
    site.replies["/1"] = Reply(200, HTML, UNSURE)
    assert mirror("refresh", "--all", "-A", news).status == 0
    assert flagged(news) == [f"{site.base}/1"]


def test_a_post_of_an_unknown_site_is_left_alone_by_a_look_that_is_not_sure(
    tmp_path: Path, site: Site
) -> None:
    root = archive(tmp_path)
    site.replies["/1"] = Reply(200, HTML, SURE)
    assert mirror("fetch", f"{site.base}/1", "-A", root).status == 0
    before = state(root)
    site.replies["/1"] = Reply(200, HTML, UNSURE)
    ran = mirror("refresh", "--all", "-A", root, "--json")
    assert (ran.status, ran.counts(site.base[7:])) == (1, {"found": 1, "refused": 1})
    assert state(root) == before


def test_what_a_feed_carries_or_a_rule_finds_is_sure(news: Path, site: Site) -> None:
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/2")]))
    table = source(feeds=[f"{site.base}/feed"], article=f"^{re.escape(site.base)}")
    ruled = '[sources.news.rules]\nbody = "div.story"\n'
    text = (news / "mirror.toml").read_text("utf-8")
    start = text.index("[sources.news]")
    (news / "mirror.toml").write_text(text[:start] + table + ruled, "utf-8")
    assert mirror("crawl", "-A", news, "--json").counts("news") == {"found": 1, "new": 1}
    ran = mirror("fetch", f"{site.base}/1", "-A", news, "--json")
    assert (ran.counts("news"), ran.problems("news")) == ({"found": 1, "new": 1}, {})
    assert flagged(news) == []
