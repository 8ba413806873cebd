"""Dates with an English month: RFC 822 (section 5), which feeds write, and its kin on pages."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateutil import parser

Precision = Literal["day", "minute", "second"]

# dateutil reads "1 2 3" and "May 2" as dates; a written date has a month's name and a year.
_ENGLISH = re.compile(
    r"(?=.*[A-Za-z]{3})(?:.*(?<!\d)(?:19|2[0-2])\d\d(?!\d)|.*[A-Za-z]{3}[ .-]*\d\d\b)"
)
# What nearly every feed writes, its zone taken off: `Wed, 20 Sep 2023 15:28:17`.
_RFC_822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?([0-9]{1,2}) "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ([12][0-9]{3}) "
    r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A date and time as written: not yet placed in a zone."""

    naive: datetime
    precision: Precision


class _English(parser.parserinfo):
    """dateutil's words, but two-digit years by RFC 2822 (4.3) and not by today's date."""

    def convertyear(self, year: int, century_specified: bool = False) -> int:
        if century_specified or year >= 100:
            return year
        return year + (2000 if year < 50 else 1900)


_ENGLISH_WORDS = _English()
_DEFAULTS = (
    datetime(1996, 1, 1),  # noqa: DTZ001 -- stands for no zone at all
    datetime(2005, 2, 2, 11, 11, 11, 111111),  # noqa: DTZ001
)


def read_english(text: str) -> Reading | None:
    """A date with a month's name, RFC 822's kin: `Wed Sep 20 15:28:17 2023`.

    Read twice over different defaults: what differs then was not in the text.
    """
    if not _ENGLISH.match(text):
        return None
    plain = re.sub(r"\b([AaPp])\.\s?[Mm]\.?", r"\1m", text)
    one, other = (_with_default(plain, default) for default in _DEFAULTS)
    if one.date() != other.date():
        return None
    if one.hour != other.hour or one.minute != other.minute:
        return Reading(one.replace(hour=0, minute=0, second=0, microsecond=0), "day")
    return Reading(one, "second" if one.second == other.second else "minute")


def read_rfc_822(text: str) -> Reading | None:
    """As dateutil reads it, thirty times as fast. Raises ValueError for what no calendar has."""
    match = _RFC_822.fullmatch(text)
    if match is None:
        return None
    day, month, year, hour, minute, second = match.groups()
    place = "janfebmaraprmayjunjulaugsepoctnovdec".index(month.lower()) // 3 + 1
    clock = int(hour), int(minute), int(second or 0)
    naive = datetime(int(year), place, int(day), *clock)  # noqa: DTZ001 -- placed later
    return Reading(naive, "second" if second else "minute")


def _with_default(text: str, default: datetime) -> datetime:
    return parser.parse(text, _ENGLISH_WORDS, default=default, ignoretz=True)
