"""The built-in sources from their lists to posts: their fixtures as a recording, in one crawl."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from running import Ran, archive, mirror, posts, recorded_site
from test_sources import KINDS, NAMES, RECORDED, SOURCES, cases, config, meta

from mirror.article import Article
from mirror.normalise.owners import source_of_post
from mirror.normalise.urls import identity
from mirror.post import parse

LISTED = [name for name in NAMES if any(getattr(config().sources[name], kind) for kind in KINDS)]
CRAWLED = sorted(set(LISTED) - RECORDED)


def golden(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@cache
def lists() -> dict[str, Path]:
    """The files of lists by address; of several generations of one the first."""
    files = [case / file for file in KINDS.values() for case in cases(file)]
    return {meta(path.parent)["url"]: path for path in reversed(files)}


def listed(name: str) -> list[tuple[str, dict[str, str]]]:
    """What the source's lists name: identities and entries."""
    source, every = config().sources[name], [path.parent for path in lists().values()]
    found = [golden(case / "entries.json") for case in every if case.parent.name == name]
    entries = [each for one in found for each in (one if isinstance(one, list) else one["entries"])]
    return [(identity(entry["url"], source), entry) for entry in entries]


def due(name: str) -> dict[str, Path]:
    """The pages that a list leads to, by identity."""
    source, known = config().sources[name], dict(listed(name))
    pages = [path.parent for path in (SOURCES / name).glob("*/page.html")]
    found = {identity(meta(case)["url"], source): case for case in pages}
    return {key: case for key, case in found.items() if key in known}


def recording() -> dict[str, bytes]:
    """The lists, and the pages where the lists say."""
    found = {url: path.read_bytes() for url, path in lists().items()}
    for name in CRAWLED:
        pages = due(name)
        linked = [(entry["url"], pages[key]) for key, entry in listed(name) if key in pages]
        found |= {url: (case / "page.html").read_bytes() for url, case in linked}
    return found


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, dict[str, Article]]:
    """What one crawl of all said, and its posts by their identity."""
    folder = tmp_path_factory.mktemp("sources")
    root = archive(folder / "news", archive="commit = false", git=False)
    warc = recorded_site(folder, recording())
    ran = mirror("crawl", *CRAWLED, "-A", root, "--replay", warc, "--json")
    found = [parse(data) for data in posts(root).values()]
    every = config().sources.values()
    return ran, {identity(one.url, source_of_post(one.url, one.site, every)): one for one in found}


@pytest.mark.parametrize("name", CRAWLED)
def test_the_articles_of_a_source_s_lists_become_posts(
    name: str, crawled: tuple[Ran, dict[str, Article]]
) -> None:
    ran, found = crawled
    for key, case in due(name).items():
        page = golden(case / "extract.json")
        named = [entry for known, entry in listed(name) if known == key]
        assert key in found, ran.report["sources"][name]
        assert found[key].site == config().sources[name].title
        assert found[key].title.split() in [one["title"].split() for one in (page, *named)]
        assert page["text"][:20] in found[key].body or named[0]["carries"] == "full"


@pytest.mark.parametrize("name", CRAWLED)
def test_a_source_s_lists_are_read_without_a_problem(
    name: str, crawled: tuple[Ran, dict[str, Article]]
) -> None:
    ran, _ = crawled
    assert ran.problems(name).keys().isdisjoint(lists()), ran.problems(name)


def test_nothing_but_what_the_lists_name_becomes_a_post(
    crawled: tuple[Ran, dict[str, Article]],
) -> None:
    _, found = crawled
    assert set(found) <= {key for name in CRAWLED for key, _ in listed(name)}


def test_every_source_that_has_lists_goes_the_whole_way() -> None:
    assert [name for name in CRAWLED if not due(name)] == []
