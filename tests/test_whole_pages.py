"""The gate over whole pages as sites send them, and the model that is made of these.

What the gate names when it has met none of a set is what counts: `tests/not_articles/README.md`.
"""

import gzip
import json

from not_articles.whole_pages import WholePage, learnt_from, whole_pages

from mirror.article import Source
from mirror.extract import extract
from mirror.extract.quality import model

UNKNOWN = Source(name="", title="")
NAMED = 0.98  # of the bad; measured, with all of them met: .998
REFUSED = 0.005  # of the good; measured so: none


def problem(page: WholePage) -> str | None:
    return extract(page.html, "", UNKNOWN).problem


def test_bad_pages_are_refused_by_the_right_name() -> None:
    pages = list(whole_pages("refused"))
    wrong = {
        page.name: (page.problems, said)
        for page in pages
        if (said := problem(page)) not in page.problems
    }
    assert len(pages) >= 2700
    assert len({page.problems[0] for page in pages}) == 10
    assert len(wrong) <= (1 - NAMED) * len(pages), wrong


def test_good_pages_pass() -> None:
    pages = list(whole_pages("articles"))
    refused = {page.name: said for page in pages if (said := problem(page))}
    assert len(pages) >= 2200
    assert len(refused) <= REFUSED * len(pages), refused


def test_the_model_is_made_of_what_there_is() -> None:
    with gzip.open(model.PATH, "rt", encoding="utf-8") as file:
        made = json.load(file)
    assert made["learnt_from"] == learnt_from(), "run: python tests/train_gate.py"
