"""When an article was published: the best of all that its page says."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mirror.extract.page import Element, Page, one_line
from mirror.extract.structured import Node, text_of
from mirror.normalise.dates import Stamp, parse_date

# `meta` names of a publication date; those of a modification are not asked.
META_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "article.published", "datepublished", "rnews:datepublished", "publishdate", "publish_date",
    "publish-date", "publication_date", "pubdate", "bt:pubdate", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "apub:time", "displaydate",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
# Where a page shows its date to people, best first.
SHOWN_DATES = (
    "//*[@itemprop='datePublished']",
    "//article//time[@pubdate]|//time[contains(@class, 'publish')]",
    "(//article//header//time|//header//time)[1]",
    "(//time[@datetime])[1]",
    "(//*[self::span or self::div or self::p or self::li or self::small]"
    "[contains(@class, 'date') or contains(@class, 'Date') or contains(@class, 'publish')"
    " or contains(@class, 'time') or contains(@class, 'posted') or contains(@id, 'date')])"
    "[position() < 6]",
)
MAX_SHOWN = 80  # characters: what is longer is a text that mentions a date
_OFFSET = re.compile(r"(Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$", re.IGNORECASE)
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/-]?)(0?[1-9]|1[0-2])\2([0-2]?[1-9]|[123]0|31)(?!\d)"
)
_MIDNIGHT = re.compile(r"(?<!\d)00:00(:00)?(?!:?\d)")

Rank = tuple[bool, bool, bool]


def published(
    page: Page, node: Node, *, zone: ZoneInfo, by_rule: Iterable[str] = ()
) -> datetime | None:
    """The publication time, aware; None when the page names none.

    The first source that names a day wins: rules, JSON-LD, meta tags, what people see, the URL.
    Of those that agree on that day the most precise is taken. `zone` is for times without one.
    """
    best: tuple[Rank, Stamp] | None = None
    for text in _candidates(page, node, by_rule):
        stamp = parse_date(text, zone)
        if stamp is None:
            continue
        rank = _rank(text, stamp)
        if best is None or (rank > best[0] and _day(best[1], zone) == _day(stamp, zone)):
            best = (rank, stamp)
        if all(best[0]):
            break
    return best[1].when if best else None


def _candidates(page: Page, node: Node, by_rule: Iterable[str]) -> Iterator[str]:
    yield from by_rule
    for key in ("datePublished", "dateCreated", "uploadDate"):
        yield text_of(node.get(key))
    yield from page.metas(*META_DATES)
    for path in SHOWN_DATES:
        yield from filter(None, map(_shown, page.root.xpath(path)))
    if match := _URL_DATE.search(page.url):
        yield f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}"


def _shown(element: Element) -> str:
    """The machine-readable date of an element, else its text if that is no more than a date."""
    text = element.get("datetime") or element.get("content") or one_line(element)
    return text if len(text) <= MAX_SHOWN else ""


def _rank(text: str, stamp: Stamp) -> Rank:
    """How much a date says: a time of day (midnight says none), its zone, its seconds."""
    timed = stamp.precision != "day" and _MIDNIGHT.search(text) is None
    return (
        timed,
        timed and _OFFSET.search(text) is not None,
        timed and stamp.precision == "second",
    )


def _day(stamp: Stamp, zone: ZoneInfo) -> date:
    """The calendar day at the source; a stamp that is no more than a day stands at 00:00 UTC."""
    return (stamp.when if stamp.precision == "day" else stamp.when.astimezone(zone)).date()
