"""`mirror sources`: the list of sources, and the trial of one."""

import argparse
from pathlib import Path
from typing import Any

from mirror.article import Article, Source
from mirror.commands.choices import known_source
from mirror.commands.output import result, tell
from mirror.commands.place import settings
from mirror.config import Config, built_in_names
from mirror.errors import UsageError
from mirror.normalise.text import visible_text
from mirror.report import align, exit_status, minute, plain, problems, table, to_json

HEAD = ("source", "title", "feeds", "listings", "sitemaps", "origin", "enabled")


def sources(args: argparse.Namespace) -> int:
    root, config = settings(args)
    if args.words:
        return _test(args, root, config)
    built_in = built_in_names()
    listed = {name: _described(one, built_in) for name, one in config.sources.items()}
    result(args, {"sources": listed}, "\n".join(align(HEAD, list(map(_row, listed.items())))))
    return 0


def _test(args: argparse.Namespace, root: Path, config: Config) -> int:
    """Try one source: what its feeds and listings give, and its first articles."""
    # Here, as Scrapy takes longer to load than the list of sources to print.
    from mirror import run as runs
    from mirror.commands.fetching import run

    if args.words[0] != "test" or len(args.words) != 2:
        raise UsageError("expected: mirror sources, or mirror sources test NAME")
    source = known_source(args.words[1], config)
    report, articles = runs.try_source(run(args, root, config), source.name)
    found = [_sample(article) for article in articles]
    lines = [*map(_shown, found), table(report), "a trial: nothing was stored"]
    quiet = args.verbosity < 0
    result(args, to_json(report) | {"articles": found}, "" if quiet else "\n".join(lines))
    for line in problems(report) if quiet else ():
        tell(line)
    return exit_status(report)


def _shown(one: dict[str, str]) -> str:
    head = f"{one['title']}\n  {minute(one['date'])}  {one['author']}"
    return f"{head}\n  {one['url']}\n  {one['text']}\n"


def _sample(article: Article) -> dict[str, str]:
    """An article's beginning, enough to see whether the rules fit."""
    return {
        "url": article.url,
        "title": plain(article.title),
        "date": article.date.isoformat(timespec="seconds"),
        "author": article.author,
        "text": plain(visible_text(article.body), 200),
    }


def _described(source: Source, built_in: frozenset[str]) -> dict[str, Any]:
    return {
        "title": source.title,
        "feeds": list(source.feeds),
        "listings": list(source.listings),
        "sitemaps": list(source.sitemaps),
        "built_in": source.name in built_in,
        "enabled": source.enabled,
    }


def _row(named: tuple[str, dict[str, Any]]) -> list[str]:
    name, one = named
    counts = [str(len(one[key])) for key in ("feeds", "listings", "sitemaps")]
    origin = "built in" if one["built_in"] else "own"
    return [name, one["title"], *counts, origin, "yes" if one["enabled"] else "no"]
