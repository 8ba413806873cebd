"""Nouns with sensible fields, for tests that care about one of them."""

from datetime import UTC, datetime
from typing import Any

from mirror.article import Article, Source

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def article(**changes: Any) -> Article:
    published = changes.pop("published", NOON)
    fields = {
        "url": "https://news.example/a/1.html",
        "title": "小城图书馆重新开放",
        "published": published,
        "date": published,
        "author": "本站",
        "site": "本站",
        "body": "<p>正文。</p>",
    }
    return Article(**{**fields, **changes})


def source(**changes: Any) -> Source:
    fields: dict[str, Any] = {
        "name": "example",
        "title": "本站",
        "feeds": ("https://news.example/feed.xml",),
    }
    return Source(**{**fields, **changes})
