"""Posts that other people wrote, made into feeds and pages again: they come out as they were."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NOON
from epochtimes_pages import TITLE, URL, generations
from running import Ran, archive, item, mirror, named, posts, recorded_site, rss, source

from mirror.article import Candidate, Source
from mirror.config import load_config
from mirror.extract import extract
from mirror.normalise.article import normalise
from mirror.normalise.text import visible_text
from mirror.normalise.urls import keys
from mirror.post import file_name, parse, render


@contextmanager
def served(corpus: Path, folder: Path, *, log: Path) -> Iterator[str]:
    """The folder on a loopback site with validators; its address."""
    words = [corpus / "serve_dir.py", folder, "--port", "0", "--log", log]
    process = subprocess.Popen(
        [sys.executable, *map(str, words)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip().rstrip("/")
    finally:
        process.terminate()
        process.communicate()


def tool(corpus: Path, name: str, *words: object) -> None:
    """Run a tool of the corpus; compare_posts.py exits with 1 where anything differs."""
    line = [sys.executable, corpus / name, *map(str, words)]
    done = subprocess.run(line, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr


def crawled(corpus: Path, tmp_path: Path, *, root: Path) -> tuple[Ran, Ran]:
    """Feeds of the corpus's posts crawled twice into `root`; the second time one request each."""
    feeds, log = tmp_path / "feeds", tmp_path / "log"
    tool(corpus, "posts_to_feeds.py", corpus / "posts", feeds)
    manifest = json.loads((feeds / "manifest.json").read_text("utf-8"))["feeds"]
    with served(corpus, feeds, log=log) as base:
        tables = [
            source(f"s{n}", title=feed["site"], feeds=[f"{base}/{feed['feed']}"], content="feed")
            for n, feed in enumerate(manifest)
        ]
        archive(root, *tables, archive='layout = "flat"')
        first = mirror("crawl", "-A", root, "--json")
        log.write_text("")
        again = mirror("crawl", "-A", root, "--json")
    paths = [json.loads(line)["path"] for line in log.read_text().splitlines()]
    asked = [path for path in paths if path != "/robots.txt"]
    assert sorted(asked) == sorted(f"/{feed['feed']}" for feed in manifest)
    return first, again


def total(ran: Ran, column: str) -> int:
    return sum(one[column] for one in ran.report["sources"].values())


def test_posts_made_into_feeds_come_back_as_they_were(corpus: Path, tmp_path: Path) -> None:
    root = tmp_path / "news"
    first, again = crawled(corpus, tmp_path, root=root)
    assert (first.status, total(first, "new")) == (0, 300)
    assert (again.status, again.report["commit"]) == (0, None)
    result = tmp_path / "result.json"
    tool(corpus, "compare_posts.py", root / "_posts", corpus / "posts",
         "--manifest", tmp_path / "feeds/manifest.json", "--json", result)  # fmt: skip
    found = json.loads(result.read_text("utf-8"))
    assert found["extra"] == []
    assert "missing" not in found["classes"].values()
    clean = (corpus / "clean.txt").read_text("utf-8").splitlines()
    differing = {
        name: found["notes"].get(name)
        for name in clean
        if found["classes"][name] not in ("byte-identical", "date-only")
        and not (re.search(r'[:*?"<>|\\]', name) and "(bytes equal)" in found["notes"][name])
    }
    assert differing == {}
    assert lost_text(corpus / "posts", root) == []


def lost_text(expected: Path, root: Path) -> list[str]:
    """The articles that lost visible text; links that stand in for frames may be added."""
    ours = {article.url: article for article in map(parse, posts(root).values())}
    theirs = [parse(path.read_bytes()) for path in expected.glob("*.md")]
    return [old.title for old in theirs if not within(old.body, ours[old.url].body)]


def within(old: str, new: str) -> bool:
    """Is the visible text of `old` in that of `new`, in its order?"""
    rest = iter(squeezed(new))
    return all(char in rest for char in squeezed(old))


def squeezed(body: str) -> str:
    return re.sub(r"\s+", "", visible_text(body))


def test_an_archive_of_the_older_script_is_taken_over_and_nothing_added_twice(
    corpus: Path, tmp_path: Path
) -> None:
    root = tmp_path / "news"
    (root / "_posts").mkdir(parents=True)
    for path in (corpus / "posts").glob("*.md"):
        (root / "_posts" / path.name).write_bytes(path.read_bytes())
    before = posts(root)
    first, again = crawled(corpus, tmp_path, root=root)
    assert [(total(ran, "new"), ran.report["commit"]) for ran in (first, again)] == [(0, None)] * 2
    assert posts(root) == before


@pytest.fixture
def seed(corpus: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (corpus / "seed").iterdir()}


@pytest.fixture(scope="module")
def epochtimes(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return load_config(tmp_path_factory.mktemp("archive")).sources["epochtimes"]


def story(seed: dict[str, bytes]) -> str:
    """The seed's body."""
    return parse(*seed.values()).body


@pytest.mark.parametrize("generation", generations(""))
def test_the_seed_comes_out_of_a_page_of_any_generation(
    seed: dict[str, bytes], epochtimes: Source, generation: str
) -> None:
    """In this process; the next test goes the whole way."""
    html = generations(story(seed))[generation]
    found = replace(extract(html, URL, epochtimes, final_url=URL), base_url=URL)
    article = normalise(Candidate(epochtimes, found, URL, keys(URL, epochtimes)), NOON)
    assert {file_name(article): render(article)} == seed


@pytest.mark.parametrize("generation", ["2026", "2015"])
def test_the_seed_is_fetched(seed: dict[str, bytes], tmp_path: Path, generation: str) -> None:
    html = generations(story(seed))[generation].encode()
    warc = recorded_site(tmp_path, {URL: html})
    ran = mirror("fetch", URL, "-A", tmp_path / "news", "--json", "--replay", warc)
    assert ran.status == 0, ran
    assert named(posts(tmp_path / "news")) == seed


def test_the_seed_comes_out_of_a_feed_that_carries_it(
    seed: dict[str, bytes], tmp_path: Path
) -> None:
    feed = rss([item(URL, TITLE, body=story(seed))]).replace(
        b"Sun, 01 Mar 2026 12:00:00 GMT", b"Wed, 20 Sep 2023 23:28:17 +0800"
    )
    warc = recorded_site(tmp_path, {"https://feed.example/": feed})
    table = source("own", title="大纪元", feeds=["https://feed.example/"], content="feed")
    news = archive(tmp_path / "news", table)
    assert mirror("crawl", "own", "-A", news, "--json", "--replay", warc).status == 0
    assert named(posts(news)) == seed
