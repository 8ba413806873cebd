"""The pages that extraction is measured on: the corpus's, the Chinese ones, those with rules."""

import gzip
import importlib.util
import json
import os
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from mirror.article import Source
from mirror.config import load_config
from mirror.normalise.encoding import decode
from mirror.normalise.owners import owner

TESTS = Path(__file__).parent.parent
sys.path.append(str(TESTS))  # where the tests have the makers of their pages
FIXTURES = TESTS.parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Sample:
    """A page, and what should be found on it in the form of the corpus's `expected.json`."""

    id: str
    url: str
    data: bytes = field(repr=False)
    truth: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def html(self) -> str:
        return decode(self.data)


def corpus() -> Path:
    """The folder of third-party pages and posts."""
    if not (folder := os.environ.get("MIRROR_CORPUS")):
        sys.exit("MIRROR_CORPUS must name the folder of third-party pages and posts")
    return Path(folder).resolve()


@cache
def sources() -> tuple[Source, ...]:
    """The built-in sources."""
    with tempfile.TemporaryDirectory() as empty:
        return tuple(load_config(Path(empty)).sources.values())


def generic_sets() -> dict[str, list[Sample]]:
    """The sets whose pages are of no source: the corpus's, by name, and "chinese"."""
    from chinese.pages import chinese_pages

    folder = corpus()
    sets = {path.parent.name: list(_set(path)) for path in folder.glob("pages/*/expected.json")}
    chinese = [Sample(page.id, page.url, page.data, page.truth) for page in chinese_pages(folder)]
    return dict(sorted(sets.items())) | {"chinese": chinese}


def ruled_sets() -> dict[str, list[Sample]]:
    """Article pages of built-in sources, by source: those of the recordings and the fixtures."""
    from recorded import FIRST, LATER, responses

    pages = [
        Sample(url, url, answer.body)
        for recording in (FIRST, LATER)
        for url, answer in responses(recording).items()
        if answer.status == 200 and answer.headers.get("content-type", "").startswith("text/html")
    ]
    for path in sorted(FIXTURES.glob("sources/*/*/page.html")):
        url = tomllib.loads(path.with_name("meta.toml").read_text("utf-8"))["url"]
        pages.append(Sample(url, url, path.read_bytes()))
    found: dict[str, list[Sample]] = {}
    for page in pages:
        if source := owner(page.url, sources()):
            found.setdefault(source.name, []).append(page)
    return found


def scorer() -> ModuleType:
    """The corpus's own scorer."""
    path = corpus() / "score_extraction.py"
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: no such module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _set(expected: Path) -> Iterator[Sample]:
    for id, truth in json.loads(expected.read_text("utf-8")).items():
        page = expected.parent / "html" / f"{id}.html.gz"
        yield Sample(id, truth["url"], gzip.decompress(page.read_bytes()), truth)
