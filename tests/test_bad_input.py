"""Bad input: one clear line, the right exit status, no traceback, nothing half written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from crawling import Reply, Site, serving
from recorded import FIRST
from running import archive, item, page, posts, rss, source, start, state
from running import mirror as run

if TYPE_CHECKING:
    from commanding import Mirror

pytest_plugins = ("commanding",)

ARTICLE = "https://www.epochtimes.com/gb/26/3/12/n14712301.htm"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def write(name: str, text: str) -> Callable[[Path], None]:
    def prepare(here: Path) -> None:
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(text, "utf-8")

    return prepare


def dangling(here: Path) -> None:
    (here / "news").mkdir()
    (here / "news/_posts").symlink_to(here / "nowhere/posts")


def nothing(here: Path) -> None:
    pass


# How it is prepared, the words, the exit status, what the line on stderr says.
MISUSE = {
    "a mistyped key": (
        write("news/mirror.toml", "[crawl]\ndelays = 1\n"),
        "crawl -A news",
        (2, 'mirror.toml: [crawl]: unknown key "delays"; did you mean "delay"?'),
    ),
    "a mistyped table": (
        write("news/mirror.toml", "[crawler]\n"),
        "crawl -A news",
        (2, 'unknown key "crawler"; did you mean "crawl"?'),
    ),
    "settings that are no TOML": (
        write("news/mirror.toml", "[crawl\n"),
        "crawl -A news",
        (2, "mirror.toml"),
    ),
    "a pattern that is none": (
        write(
            "news/mirror.toml", '[sources.x]\ntitle = "x"\nfeeds = ["http://x.y/"]\narticle = "("\n'
        ),
        "crawl -A news",
        (2, "article"),
    ),
    "a source's address that is no URL": (
        write("news/mirror.toml", '[sources.x]\ntitle = "x"\nfeeds = ["nowhere"]\n'),
        "crawl -A news",
        (2, "nowhere"),
    ),
    "an archive that is a file": (write("news", "x"), "crawl -A news", (2, "is a file")),
    "an archive below a file": (write("f", "x"), "crawl -A f/news", (1, "f/news")),
    "an archive below nothing": (nothing, "crawl -A a/b", (2, "does not exist")),
    "no archive at all": (nothing, "crawl", (2, "no archive: give -A DIR")),
    "posts that can't be written": (dangling, f"fetch {ARTICLE} -A news", (1, "_posts")),
    "an unknown source": (nothing, "crawl nobody -A news", (2, 'no source "nobody"')),
    "an unknown command": (nothing, "crawle -A news", (2, "crawle")),
    "no URL": (nothing, "fetch nonsense -A news", (2, "nonsense")),
    "a file: URL": (nothing, "fetch file:///etc/passwd -A news", (2, "file:")),
    "a number that is none": (nothing, "crawl --max-pages 0 -A news", (2, "--max-pages")),
    "a recording that is not there": (nothing, "crawl --replay no.warc -A news", (2, "no.warc")),
    "both to record and to replay": (
        nothing,
        f"crawl --record r --replay {FIRST} -A news",
        (2, "exclude each other"),
    ),
}


@pytest.mark.parametrize(("prepare", "words", "expected"), MISUSE.values(), ids=MISUSE)
def test_misuse_is_one_clear_line(
    mirror: Mirror,
    tmp_path: Path,
    prepare: Callable[[Path], None],
    words: str,
    expected: tuple[int, str],
) -> None:
    prepare(tmp_path)
    before = set(tmp_path.rglob("*.md"))
    status, out, err = mirror(*words.split())
    lines = [line for line in err.splitlines() if ": made " not in line]
    assert (status, out) == (expected[0], ""), err
    assert len(lines) == 1, err
    assert lines[0].startswith("mirror: ")
    assert expected[1] in lines[0]
    assert set(tmp_path.rglob("*.md")) == before


def test_a_recording_that_is_none_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "bad.warc.gz").write_text("this is no recording")
    ran = run("crawl", "--replay", "bad.warc.gz", "-q", "-A", "news", cwd=tmp_path)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "bad.warc.gz" in ran.err


def test_feeds_that_are_none_are_named_each_in_one_line(tmp_path: Path, site: Site) -> None:
    html = {"Content-Type": "text/html"}
    site.replies["/page"] = Reply(200, html, page())
    site.replies["/empty"] = Reply(200, {}, b"")
    site.replies["/binary"] = Reply(200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" * 40)
    site.replies["/500"] = Reply(500)
    site.replies["/good"] = Reply(200, {}, rss([item(f"{site.base}/1")]))
    names = ("missing", "page", "empty", "binary", "500", "good")
    tables = [source(name, feeds=[f"{site.base}/{name}"]) for name in names]
    news = archive(tmp_path, *tables, source("away", feeds=["http://127.0.0.1:9/feed"]),
                   source("unknown", feeds=["http://nobody.invalid/feed"]))  # fmt: skip
    ran = run("crawl", "-A", news)
    assert (ran.status, ran.err, len(posts(news))) == (1, "", 1)
    lines = ran.out.splitlines()
    for name, words in {
        "missing": "http-404", "page": "unreadable", "empty": "unreadable",
        "binary": "unreadable", "500": "http-500", "away": "connection", "unknown": "dns",
    }.items():  # fmt: skip
        (line,) = [line for line in lines if line.startswith(f"{name}: ")]
        assert words in line
    assert "Traceback" not in ran.out
    assert lines[-1].startswith("1 new; 7 failed; commit ")


def test_private_addresses_are_not_asked(tmp_path: Path, site: Site) -> None:
    (tmp_path / "mirror.toml").write_text(source(feeds=[f"{site.base}/feed"]), "utf-8")
    ran = run("crawl", "news", "-A", tmp_path, "--json")
    assert ran.status == 1
    assert site.hits == []


def test_an_error_with_json_is_an_object_too(tmp_path: Path) -> None:
    ran = run("crawl", "nobody", "-A", tmp_path, "--json")
    assert (ran.status, list(ran.report)) == (2, ["error"])


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    process = start("sources", "-A", archive(tmp_path))
    assert process.stdout is not None
    process.stdout.close()
    process.wait(timeout=30)
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()


def test_a_post_that_cannot_be_written_costs_only_itself(tmp_path: Path, site: Site) -> None:
    site.replies["/feed"] = Reply(200, {}, rss([
        item(f"{site.base}/1", "三月"),
        item(f"{site.base}/2", "四月").replace("01 Mar", "01 Apr").replace("Sun,", "Wed,"),
    ]))  # fmt: skip
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"]))
    (news / "_posts/2026").mkdir(parents=True)
    (news / "_posts/2026/03").write_text("a file where a directory should be")
    ran = run("crawl", "-A", news, "--json")
    assert ran.counts("news") == {"found": 2, "new": 1, "failed": 1}
    assert ran.problems("news") == {f"{site.base}/1": "not-stored"}
    assert list(posts(news)) == ["2026/04/2026-04-01-四月.md"]
    (news / "_posts/2026/03").unlink()
    assert run("crawl", "-A", news, "--json").counts("news")["new"] == 1
    before = state(news)
    assert run("crawl", "-A", news, "--json").report["commit"] is None
    assert state(news) == before
