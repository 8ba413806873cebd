"""From what was found to an article: every field in its one normal form. Pure."""

import re
from datetime import UTC, datetime

from mirror.article import Article, Candidate, Entry
from mirror.normalise.body import safe_body
from mirror.normalise.text import strip_outside, visible_text

TITLE_LENGTH = 1000  # longer ones stall Markdown parsers
WORDS_FOR_TITLE = 50  # characters of the text that stand in for a missing title

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Lone surrogates and noncharacters: UTF-8 or YAML can't carry them.
_UNWRITABLE = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
# /2023/09/20/, /2023-09-20-, /20230920…: how sites put the day into an address.
_URL_DAY = re.compile(
    r"[/_-]((?:19|20)\d\d)(?P<gap>[/-]?)(0?[1-9]|1[0-2])(?P=gap)(0?[1-9]|[12]\d|3[01])(?!\d)"
)


def normalise(found: Candidate, now: datetime) -> Article:
    """The article that `found` is, as of `now` (aware): the time for one that bears no date."""
    extract, entry = found.extract, found.entry or Entry(found.link)
    body = safe_body(extract.html, extract.base_url or found.link)
    published = _published(found, entry, _whole(now))
    return Article(
        url=found.link,
        title=_title(entry.title, extract.title, body, trusted=_is_feed(entry)),
        published=published,
        date=min(published, _whole(now)),
        author=_writable(_author(found, entry)),
        site=found.source.title,
        body=body,
    )


def normal_title(title: str) -> str:
    """A title without control characters, cut at 1,000; outer spaces stay unless it is all dots."""
    title = _writable(_CONTROLS.sub("", title))[:TITLE_LENGTH]
    return title if strip_outside(title.replace("...", "", 1)) else strip_outside(title)


def _is_feed(entry: Entry) -> bool:
    """Did a feed say this? A listing may shorten titles, a sitemap dates the last change."""
    return entry.carries != "nothing"


def _title(named: str, on_page: str, body: str, *, trusted: bool) -> str:
    candidates = (named, on_page) if trusted else (on_page, named)
    titles = (normal_title(title) for title in candidates)
    return next((title for title in titles if title.strip()), "") or _first_words(body)


def _first_words(body: str) -> str:
    return normal_title(visible_text(body).strip().partition("\n")[0][:WORDS_FOR_TITLE])


def _published(found: Candidate, entry: Entry, now: datetime) -> datetime:
    dates = (entry.published, found.extract.published)
    known = dates if _is_feed(entry) else dates[::-1]
    return next((_whole(when) for when in (*known, _day_in(found.link)) if when), now)


def _author(found: Candidate, entry: Entry) -> str:
    named = (found.source.author, entry.author, ", ".join(found.extract.authors))
    return next((name for name in named if name.strip()), found.source.title)


def _day_in(url: str) -> datetime | None:
    match = _URL_DAY.search(url)
    if not match:
        return None
    try:
        return datetime(int(match[1]), int(match[3]), int(match[4]), tzinfo=UTC)
    except ValueError:
        return None


def _whole(when: datetime) -> datetime:
    """`when` in UTC and whole milliseconds."""
    when = when.astimezone(UTC)
    return when.replace(microsecond=when.microsecond // 1000 * 1000)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)
