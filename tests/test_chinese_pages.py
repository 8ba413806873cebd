"""Chinese articles in page templates of many kinds: found without any source's rules.

The posts are read from the corpus, the templates are ours: see tests/chinese/.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from chinese.pages import LAYOUTS, ChinesePage, chinese_pages

from mirror.commands.extracting import Page, describe

# What holds today of all pages; each may only rise.
MIN_F1 = 0.985
MIN_TITLES = 0.98
MIN_MINUTES = 0.99  # of the dates shown with their offset
MIN_DAYS = 0.86
MIN_AUTHORS = 0.97
MIN_PAGES, MIN_A_LAYOUT = 100, 5


@dataclass(frozen=True)
class Scored:
    """The pages, what was found on them, and the corpus's scorer."""

    scorer: ModuleType
    pages: list[ChinesePage]
    found: dict[str, dict[str, Any]]

    @property
    def figures(self) -> dict[str, Any]:
        summary, _ = self.scorer.score({"chinese": {p.id: p.truth for p in self.pages}}, self.found)
        return summary["chinese"]

    def body_f1(self, layout: str) -> float:
        """The body's F1 over the pages of one layout, each Han character a word."""
        score = self.scorer.BodyScore(self.scorer.WORD_CJK)
        for page in self.pages:
            if page.layout == layout:
                score.add(page.truth["text"], self.found[page.id]["text"])
        return score.result()["f1"]


@pytest.fixture(scope="module")
def scored(corpus: Path) -> Scored:
    spec = importlib.util.spec_from_file_location("scorer", corpus / "score_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    pages = chinese_pages(corpus)
    found = {page.id: describe(Page(page.id, page.url, page.data), ()) for page in pages}
    return Scored(scorer, pages, found)


def test_there_are_pages_of_every_layout_in_both_scripts(scored: Scored) -> None:
    langs = {page.layout: set() for page in scored.pages}
    for page in scored.pages:
        langs[page.layout].add(b"zh-Hant" in page.data)
    assert len(scored.pages) >= MIN_PAGES
    assert set(langs) == {layout.name for layout in LAYOUTS}
    assert all(sum(page.layout == name for page in scored.pages) >= MIN_A_LAYOUT for name in langs)


def test_a_page_is_made_the_same_every_time(scored: Scored, corpus: Path) -> None:
    assert chinese_pages(corpus) == scored.pages


def test_the_whole_article_is_found_and_nothing_but_the_article(scored: Scored) -> None:
    by_layout = sorted((scored.body_f1(layout.name), layout.name) for layout in LAYOUTS)
    assert scored.figures["body_cjk"]["f1"] >= MIN_F1, f"worst first: {by_layout}"


def test_title_date_and_authors_are_found(scored: Scored) -> None:
    figures = scored.figures
    reached = {
        "title": figures["title"]["accepted"] >= MIN_TITLES,
        "minute": figures["date"]["minute"] >= MIN_MINUTES,
        "day": figures["date"]["day"] >= MIN_DAYS,
        "authors": figures["authors"]["exact"] >= MIN_AUTHORS,
    }
    assert all(reached.values()), (reached, figures)
