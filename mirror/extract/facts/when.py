"""When an article was published: the best of all that its page says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from mirror.extract.facts import stamps
from mirror.extract.facts.structured import Node
from mirror.extract.page import Page
from mirror.normalise.dates import Stamp, parse_date
from mirror.normalise.zones import take_zone

MAX_OFFSET = timedelta(hours=14)
QUARTER = timedelta(minutes=15)  # of an hour: the zones of the world differ by so much

Rank = tuple[bool, bool, bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text of the page, and the moment that it names."""

    text: str
    stamp: Stamp
    offset: timedelta | None  # that it states; None: `stamp` was placed by the source's zone

    @property
    def rank(self) -> Rank:
        """How much it says: a time of day (midnight says none), its zone, its seconds."""
        timed = self.stamp.precision != "day" and stamps.MIDNIGHT.search(self.text) is None
        exact = timed and self.stamp.precision == "second"
        return timed, timed and self.offset is not None, exact

    def agrees(self, other: "Reading") -> bool:
        """Does `other` name the same minute?"""
        ours, theirs = self.stamp.when, other.stamp.when
        return ours.replace(second=0, microsecond=0) == theirs.replace(second=0, microsecond=0)

    def day(self, zone: tzinfo) -> date:
        """The calendar day at the source; what is no more than a day stands at 00:00 UTC."""
        moment = self.stamp.when
        return (moment if self.stamp.precision == "day" else moment.astimezone(zone)).date()


def published(
    page: Page, node: Node, *, zone: tzinfo, heading: str, by_rule: Iterable[str] = ()
) -> datetime | None:
    """The publication time, aware; None when the page names none.

    The first source that names a day wins: rules, JSON-LD, meta tags, what people see, the URL;
    only then a date of a modification. Of those that agree on that day the most precise is taken.
    `zone` is for times without one, where nothing on the page states one either. A time of day
    that a rule finds is on the source's clock, if that is known: no more than its seconds are
    asked of the rest, which may label local time as UTC.
    """
    by_rule = tuple(by_rule)
    order = stamps.day_first(page)

    def readings(texts: Iterable[str]) -> Iterator[Reading]:
        for text in texts:
            if stamp := parse_date(text, zone, day_first=order):
                yield Reading(text, stamp, _offset(text))

    named = readings(stamps.published(page, node, heading, by_rule))
    if str(zone) != "UTC" and (ruled := _ruled(readings(by_rule))):
        return max(filter(ruled.agrees, named), key=lambda one: one.rank).stamp.when
    best = _best(named, zone)
    if best is None:
        best = next(readings(stamps.modified(page, node, heading)), None)
    if best is None:
        return None
    if best.rank[0] and not best.offset:  # without a zone, or said to be in UTC
        best_stamp = _placed(best, list(readings(stamps.stated(page, node))), order)
        return best_stamp.when
    return best.stamp.when


def _ruled(found: Iterable[Reading]) -> Reading | None:
    return next((one for one in found if one.rank[0] and one.offset is None), None)


def _best(found: Iterable[Reading], zone: tzinfo) -> Reading | None:
    best: Reading | None = None
    for reading in found:
        if best is None or (reading.rank > best.rank and best.day(zone) == reading.day(zone)):
            best = reading
        if all(best.rank):
            break
    return best


def _placed(best: Reading, others: list[Reading], order: bool | None) -> Stamp:
    """`best` in the zone that another stamp of the page shows to be its own."""
    local = [other for other in others if other.offset and other.rank[0]]
    if best.offset is not None:  # local time labelled Z: the same clock elsewhere with an offset
        clock = _clock(best)
        twins = (other.stamp for other in local if _clock(other) == clock)
        return next(twins, best.stamp)
    offset = next((other.offset for other in local), None) or _difference(best, others)
    zoned = offset and parse_date(best.text, timezone(offset), day_first=order)
    return zoned or best.stamp


def _clock(reading: Reading) -> str:
    """What the clock showed, to the minute."""
    return f"{reading.stamp.when + (reading.offset or timedelta()):%Y-%m-%d %H:%M}"


def _difference(best: Reading, others: list[Reading]) -> timedelta | None:
    """How far the local clock of `best` is from the same moment in UTC, to the second."""
    naive = parse_date(best.text, UTC)
    if naive is None or not naive.when.second:
        return None
    for other in others:
        gap = naive.when - other.stamp.when
        if other.offset == timedelta() and abs(gap) <= MAX_OFFSET and not gap % QUARTER:
            return gap
    return None


def _offset(text: str) -> timedelta | None:
    try:
        return take_zone(text)[1]
    except ValueError:
        return None
