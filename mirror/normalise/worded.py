"""Dates as people write them: the day first, or the month by its name in some language.

`28.04.2023, 19:09 Uhr`, `22 de octubre de 2025 a las 19:25`, `2025 m. spalio 22 d.`. A date whose
day and month could be exchanged (`04/05/2023`) is read only where the caller knows the order.
"""

import re
from datetime import datetime

from mirror.normalise.english import Reading
from mirror.normalise.months import MONTHS

# Before a date: a label or a weekday. Behind it: a unit, a place of the clock.
_BEFORE = r"(?:\D{0,40}[\s:,|·(–—-])??"
_JOIN = r"(?:[\s,|·•/–—@-]+(?:[^\W\d_]{1,6}\.?[\s:]+){0,2})"
_CLOCK = (
    r"(?P<hour>\d{1,2})\s?(?:[:.hHu]\s?(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?!\d)|(?:h|Uhr)\b)"
    r"\s?(?P<half>[AaPp]\.?[Mm]\b\.?)?"
)
_BEHIND = rf"(?:{_JOIN}{_CLOCK})?(?:[\s,|·]*[^\W\d_]{{1,8}}\.?){{0,2}}\s*"
_WORD = r"(?P<month>[^\d\s.,/-]{2,})\.?"
_YEAR = r"(?P<year>(?:19|2[0-2])\d\d)(?!\d)\.?(?:\s?(?:г|р|m|gada|года|року)\b\.?)?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"

_DAY_FIRST = re.compile(
    rf"{_BEFORE}{_DAY}(?:st|nd|rd|th|er|º|ª)?[.\s/-]*(?:de\s|d['’]|of\s)?{_WORD}[\s,/-]*(?:del?\s)?"
    rf"{_YEAR}{_BEHIND}"
)
_MONTH_FIRST = re.compile(rf"{_BEFORE}{_WORD}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}{_BEHIND}")
_YEAR_FIRST = re.compile(
    rf"{_BEFORE}{_YEAR}\s?(?:{_WORD}\s{_DAY}|{_DAY.replace('day', 'day2')}\.?\s"
    rf"{_WORD.replace('month', 'month2')})\.?(?:\s?d\b\.?)?{_BEHIND}"
)
_NUMBERS = re.compile(
    rf"{_BEFORE}{_DAY}\s?(?P<gap>[./-])\s?(?P<month>\d{{1,2}})\s?(?P=gap)\s?"
    rf"(?:{_YEAR}|(?<=\d\d\.\d\d\.)(?P<short>\d\d)(?!\d)){_BEHIND}"
)
_VIETNAMESE = re.compile(
    rf"{_BEFORE}{_DAY}\s[Tt]háng\s(?P<month>\d{{1,2}})(?:,|\snăm)?\s{_YEAR}{_BEHIND}"
)
_CLOCK_FIRST = re.compile(
    r"(?P<clock>\d{1,2}[:.hH]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?)(?:\s?(?:Uhr|h)\b)?[\s,|·•/–—-]+"
    r"(?P<rest>\D*\d{1,2}\D.*(?:19|2[0-2])\d\d.{0,8})"
)


def read_worded(text: str, day_first: bool | None = None) -> Reading | None:
    """A date with its day first or its month named; None for what is neither.

    `day_first` says how `04/05/2023` is meant; None: unknown, so it is not read. With dots the
    day is first. Raises ValueError for a day that no calendar has.
    """
    if front := _CLOCK_FIRST.fullmatch(text):
        text = f"{front['rest']} {front['clock']}"
    if match := _NUMBERS.fullmatch(text):
        return _numbers(match, day_first)
    if match := _VIETNAMESE.fullmatch(text):
        return _reading(match, int(match["day"]), int(match["month"]))
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        if (match := pattern.fullmatch(text)) and (month := _month(match["month"])):
            return _reading(match, int(match["day"]), month)
    if match := _YEAR_FIRST.fullmatch(text):
        month = _month(match["month"] or match["month2"])
        return _reading(match, int(match["day"] or match["day2"]), month) if month else None
    return None


def _month(word: str) -> int:
    """The number of a month; 0 for a word that is none."""
    return MONTHS.get(word.lower().replace("i̇", "i"), 0)


def _numbers(match: re.Match[str], day_first: bool | None) -> Reading | None:
    one, two = int(match["day"]), int(match["month"])
    if two > 12 and match["gap"] != ".":
        return _reading(match, two, one)
    if match["gap"] == "." or one > 12 or one == two or day_first:
        return _reading(match, one, two)
    return None if day_first is None else _reading(match, two, one)


def _reading(match: re.Match[str], day: int, month: int) -> Reading:
    year = int(match["year"] or 2000 + int(match["short"]))
    if match["hour"] is None:
        return Reading(datetime(year, month, day), "day")  # noqa: DTZ001 -- placed later
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if half := (match["half"] or "").lower():
        hour = hour % 12 + 12 * half.startswith("p")
    second = int(match["second"] or 0)
    naive = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 -- placed later
    return Reading(naive, "second" if match["second"] else "minute")
