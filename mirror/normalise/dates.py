"""Dates as feeds and pages write them, read to UTC.

Pure: what a text does not say is never filled in from a clock. A text that names no whole date
("Wednesday", "15:28") or an impossible one (31 February) gives None.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from mirror.normalise.english import Precision, Reading, read_english, read_rfc_822
from mirror.normalise.worded import read_worded
from mirror.normalise.zones import take_zone

MAX_LENGTH = 120  # characters: no date is longer, garbage may be
FIRST_YEAR, LAST_YEAR = 1900, 2200  # inclusive; outside of them a number is no year of an article

# What stands before a date on a page and says nothing about it.
_LABEL = re.compile(
    r"^(?:(?:最[后後])?(?:更新|修改|[发發][布佈表]|刊登|公[开開])?(?:时间|時間|日期|于|於)?"
    r"|(?:last )?(?:updated?|published|posted|modified|date)(?: on| at)?)\s*[:|]?\s*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"[(【]?(?:星期|[礼禮]拜|[周週])[一二三四五六日天][】)]?|[(【][日月火水木金土](?:曜日?)?[】)]"
)
# Years of an era: what is added gives the common year. Korea writes the units in Hangul.
_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988}
_ERA_YEAR = re.compile(r"((?:中[華华])?民[國国]|令和|平成)\s*(\d{1,3})\s*年")
_KOREAN = {"년": "年", "월": "月", "일": "日", "시": "時", "분": "分", "초": "秒"}
_KOREAN_UNIT = re.compile(r"(?<=\d)\s?([년월일시분초])")
_KOREAN_HALF = re.compile(r"(오전)|오후")

_DAY = (
    r"(?P<year>\d{4})\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})(?!\d)\s?[日号號]?"
)
_BASIC_DAY = r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"  # ISO 8601, basic format
_HALF = (
    r"[AaPp]\.?[Mm]\.?|上午|午前|早上|早晨|清晨|凌晨|中午|下午|午[后後]|傍晚|晚[上间間]|夜[间間]"
)
_TIME = (
    r"(?P<hour>\d{1,2})\s?[:时時点點](?:\s?(?P<minute>\d{1,2})\s?分?"
    r"(?:\s?:?(?P<second>\d{1,2})(?:[.,](?P<fraction>\d+))?\s?秒?)?)?"
)
_BASIC_TIME = r"(?P<hour>\d{2})(?P<minute>\d{2})(?:(?P<second>\d{2})(?:[.,](?P<fraction>\d+))?)?"
_NUMERIC = (
    re.compile(rf"{_DAY}(?:[Tt\s,|·-]*(?P<before>{_HALF})?\s*{_TIME}\s*(?P<after>{_HALF})?)?"),
    re.compile(rf"{_BASIC_DAY}(?:[Tt\s]*{_BASIC_TIME})?"),
    re.compile(rf"{_BASIC_DAY}[Tt\s]+{_TIME}"),
)
_MORNING = frozenset({"am", "上午", "午前", "早上", "早晨", "清晨", "凌晨"})
_NIGHT = frozenset({"晚上", "晚间", "晚間", "夜间", "夜間"})

_UNIX = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment that a text names, and how exactly it names it."""

    when: datetime  # aware, UTC, whole milliseconds
    precision: Precision  # "day": `when` is that day's midnight in UTC


def parse_date(text: str, zone: tzinfo, *, day_first: bool | None = None) -> Stamp | None:
    """Read a date; None when `text` names none, or one outside of 1900 to 2200.

    A time without a zone is `zone`'s. A date without a time is that day at 00:00 UTC, so that a
    post is filed under the day that the page prints. Future dates are returned as they are.
    `day_first` says how `04/05/2023` is meant; None: unknown, so that is not read.
    """
    tidy = _tidy(text)
    if not tidy or len(tidy) > MAX_LENGTH:
        return None
    try:
        return _unix(tidy) or _written(tidy, zone, day_first)
    except (ValueError, OverflowError):
        return None


def first_date(texts: Iterable[str], zone: tzinfo) -> datetime | None:
    """The moment that the first of `texts` names which `parse_date` can read; None for none."""
    stamps = (parse_date(text, zone) for text in texts)
    return next((stamp.when for stamp in stamps if stamp), None)


def _tidy(text: str) -> str:
    """`text` with half-width signs, single spaces, and nothing before the date."""
    plain = unicodedata.normalize("NFKC", text[: MAX_LENGTH * 2])
    plain = " ".join(_WEEKDAY.sub(" ", _korean(plain)).split())
    plain = _ERA_YEAR.sub(lambda match: f"{int(match[2]) + _ERAS[match[1][-2:]]}年", plain)
    return _LABEL.sub("", plain)


def _korean(text: str) -> str:
    """Korean units and halves of the day as Chinese writes them; other texts as they are."""
    text = re.sub(r"\([월화수목금토일]\)", " ", text)
    text = _KOREAN_UNIT.sub(lambda match: _KOREAN[match[1]], text)
    return _KOREAN_HALF.sub(lambda match: "上午" if match[1] else "下午", text)


def _unix(text: str) -> Stamp | None:
    """Seconds or milliseconds since the epoch; None for other texts and for `YYYYMMDDhhmm`."""
    match = _UNIX.fullmatch(text)
    if match is None or (len(text) == 12 and text.startswith(("19", "20"))):
        return None
    seconds = int(match[2]) / 1000 if match[2] else float(text)
    return _stamp(datetime.fromtimestamp(seconds, UTC), "second")


def _written(text: str, zone: tzinfo, day_first: bool | None) -> Stamp | None:
    bare, offset = take_zone(text)
    reading = (
        _numeric(bare) or read_rfc_822(bare) or read_worded(bare, day_first) or read_english(bare)
    )
    if reading is None:
        return None
    if reading.precision == "day":
        return _stamp(reading.naive.replace(tzinfo=UTC), "day")
    if offset is not None:
        return _stamp(reading.naive.replace(tzinfo=UTC) - offset, reading.precision)
    return _stamp(reading.naive.replace(tzinfo=zone).astimezone(UTC), reading.precision)


def _stamp(when: datetime, precision: Precision) -> Stamp | None:
    if not FIRST_YEAR <= when.year <= LAST_YEAR:
        return None
    return Stamp(when.replace(microsecond=when.microsecond // 1000 * 1000), precision)


def _numeric(text: str) -> Reading | None:
    """Year first, in digits: ISO 8601 and RFC 3339, Chinese, `2023/09/20 23:28`."""
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _NUMERIC)), None)
    if match is None:
        return None
    part = match.groupdict()
    day = datetime(int(part["year"]), int(part["month"]), int(part["day"]))  # noqa: DTZ001 -- placed later
    if part.get("hour") is None:
        return Reading(day, "day")
    half = (part.get("before") or part.get("after") or "").lower().replace(".", "")
    return Reading(day + _clock(part, half), "second" if part["second"] else "minute")


def _clock(part: dict[str, str], half: str) -> timedelta:
    """The time of day; 24:00 is the next midnight. Raises ValueError for 25:61."""
    hour, minute, second = (int(part[key] or 0) for key in ("hour", "minute", "second"))
    if minute > 59 or second > 60 or hour > 24 or (hour == 24 and minute + second):
        raise ValueError("no such time of day")
    micro = int((part["fraction"] or "0")[:6].ljust(6, "0"))
    # A leap second is counted as the second before it: no clock of ours can show it.
    return timedelta(
        hours=_hour(hour, half), minutes=minute, seconds=min(second, 59), microseconds=micro
    )


def _hour(hour: int, half: str) -> int:
    """The hour of a 24-hour clock. In Chinese 12 o'clock at night ends the day."""
    if hour > 12 or not half:
        return hour
    if half in _MORNING:
        return hour % 12
    if half in _NIGHT and hour == 12:
        return 24
    if half == "中午" and hour >= 11:
        return hour
    return hour % 12 + 12
