"""What the words of a command line choose: sources, addresses, how much is shown."""

import argparse
import sys
from collections.abc import Iterable

from mirror.article import Fault, Source
from mirror.config import Config
from mirror.errors import UrlError, UsageError
from mirror.normalise.urls import serialise
from mirror.schema import suggestion


def shows_progress(args: argparse.Namespace) -> bool:
    return sys.stderr.isatty() and not args.json and args.verbosity >= 0


def crawled(names: Iterable[str], config: Config) -> list[str]:
    """The sources to crawl: those named, each once, else all enabled ones.

    Raises UsageError for a name that no source has, or one that has nothing to crawl.
    """
    named = list(dict.fromkeys(names))
    for name in named:
        if not _has_entries(known_source(name, config)):
            raise UsageError(f"{name}: has no feeds, listings or sitemaps to crawl")
    enabled = [name for name, one in config.sources.items() if one.enabled and _has_entries(one)]
    if not named and not enabled:
        raise UsageError("no source is enabled; see: mirror sources")
    return named or enabled


def known_source(name: str, config: Config) -> Source:
    """The source of that name. Raises UsageError, naming a near one."""
    if name not in config.sources:
        raise UsageError(f'no source "{name}"; {suggestion(name, config.sources)}')
    return config.sources[name]


def addresses(words: Iterable[str]) -> tuple[list[str], list[Fault]]:
    """The words that are URLs, serialised, each once; and what is wrong with the others.

    Raises UsageError when none is one.
    """
    good: dict[str, None] = {}
    bad: list[Fault] = []
    for word in words:
        try:
            good[serialise(word)] = None
        except UrlError as exc:
            bad.append(Fault(word, "no-url", str(exc)))
    if not good:
        wrong = "; ".join(fault.detail for fault in bad)
        raise UsageError(f"{wrong} (an address begins with https:// or http://)")
    return list(good), bad


def _has_entries(source: Source) -> bool:
    return bool(source.feeds or source.listings or source.sitemaps)
