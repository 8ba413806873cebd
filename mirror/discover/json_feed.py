"""JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/), also when it was cut off."""

import html
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from mirror.article import Entry, Fault
from mirror.errors import FeedError, UrlError
from mirror.normalise.dates import first_date
from mirror.normalise.urls import serialise

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_BETWEEN = re.compile(r"[\s,]*")
_LONE = re.compile("[\x00\ud800-\udfff]")  # escapes can spell what no text may hold


def read_json_feed(text: str, url: str, zone: ZoneInfo) -> tuple[str, list[Entry | Fault]]:
    """The feed's title and, in order, its entries and what was wrong with others.

    Raises FeedError when `text` is no JSON Feed.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as exc:
        return "", _recovered(text, url, zone=zone, cause=exc)
    if not isinstance(feed, dict) or "jsonfeed.org/version" not in _string(feed, "version"):
        raise FeedError(f"{url}: not a feed: JSON that does not say it is a JSON Feed")
    items = feed.get("items")
    found = [_entry(item, url, zone) for item in items] if isinstance(items, list) else []
    return _string(feed, "title"), found


def _recovered(text: str, url: str, *, zone: ZoneInfo, cause: Exception) -> list[Entry | Fault]:
    """The whole items before the place where the JSON breaks, and a Fault for that."""
    start = _ITEMS.search(text)
    if not start or not _VERSION.search(text):
        raise FeedError(f"{url}: not a feed: malformed JSON ({_reason(cause)})") from cause
    found = [_entry(item, url, zone) for item in _whole_values(text, start.end())]
    problem = f"malformed JSON or cut off ({_reason(cause)}); {len(found)} whole items before that"
    return [*found, Fault("", "truncated", problem)]


def _whole_values(text: str, position: int) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    while True:
        match = _BETWEEN.match(text, position)
        start = match.end() if match else position
        try:
            value, position = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            return
        yield value


def _reason(cause: Exception) -> str:
    return "nested too deeply" if isinstance(cause, RecursionError) else str(cause)[:100]


def _entry(item: Any, url: str, zone: ZoneInfo) -> Entry | Fault:
    if not isinstance(item, dict):
        return Fault("", "malformed", "an item of the feed is no JSON object")
    title = _string(item, "title")
    links = [_string(item, key).strip() for key in ("url", "external_url", "id")]
    links = [link for link in links[:2] if link] + [link for link in links[2:] if "://" in link]
    for link in links:
        try:
            address = serialise(link, url)
        except UrlError:
            continue
        content = _content(item)
        whole = any(_string(item, key).strip() for key in ("content_html", "content_text"))
        return Entry(
            url=address,
            title=title,
            published=_date(item, zone),
            author=_authors(item),
            content=content,
            carries="full" if whole else "summary",
        )
    problem = "bad-link" if links else "no-link"
    return Fault("", problem, f"the entry {title.strip()[:100]!r} has no usable link")


def _date(item: dict[str, Any], zone: ZoneInfo) -> datetime | None:
    return first_date((_string(item, key) for key in ("date_published", "date_modified")), zone)


def _authors(item: dict[str, Any]) -> str:
    """Version 1.1 has a list, version 1 a single author."""
    people = item.get("authors") or [item.get("author")]
    people = people if isinstance(people, list) else []
    names = [_string(person, "name").strip() for person in people if isinstance(person, dict)]
    return ", ".join(filter(None, names))


def _content(item: dict[str, Any]) -> str:
    """HTML; plain text is escaped."""
    texts = [html.escape(_string(item, key), quote=False) for key in ("content_text", "summary")]
    contents = [_string(item, "content_html"), *texts]
    return next((content for content in contents if content.strip()), "")


def _string(table: dict[str, Any], key: str) -> str:
    value = table.get(key)
    return _LONE.sub("", value) if isinstance(value, str) else ""
