"""The same kinds of pages in many other words: a table a problem, a line a page."""

import tomllib
from pathlib import Path

from mirror.article import Problem
from not_articles.sites import Case, paragraphs
from not_articles.words import LANGUAGES


def _case(problem: Problem | None, lang: str, *, title: str, main: str) -> Case:
    if lang in LANGUAGES:
        lead = paragraphs(LANGUAGES[lang].story[:1])
        return Case(problem, lang, title=title, main=main.replace("{lead}", lead))
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    body = main if "<h1>" in main else f"<h1>{title}</h1>{main}"
    return Case(problem, bare=f'<html lang="{lang}">{head}<body>{body}</body></html>')


def cases(table: str, problem: Problem | None) -> dict[str, Case]:
    """The pages of `table`.toml: language, title and main part of each."""
    rows = tomllib.loads(Path(__file__).with_name(f"{table}.toml").read_text("utf-8"))
    return {
        name: _case(problem, lang, title=title, main=main)
        for name, (lang, title, main) in rows.items()
    }
