"""Dates: every shape that feeds and pages write, and none that they don't."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirror.normalise.dates import Stamp, parse_date
from mirror.normalise.months import MONTHS, NAMES

TAIPEI = ZoneInfo("Asia/Taipei")

SECONDS = {
    "RFC 822": ("Wed, 20 Sep 2023 15:28:17 GMT", "2023-09-20T15:28:17Z"),
    "a wrong weekday does not matter": ("Fri, 20 Sep 2023 15:28:17 GMT", "2023-09-20T15:28:17Z"),
    "PST is eight hours behind": ("Wed, 20 Sep 2023 23:30:00 PST", "2023-09-21T07:30:00Z"),
    "CST is Chicago's": ("Wed Sep 20 15:28:17 CST 2023", "2023-09-20T21:28:17Z"),
    "UT": ("Wed, 20 Sep 2023 15:28:17 UT", "2023-09-20T15:28:17Z"),
    "the military Z": ("Wed, 20 Sep 2023 15:28:17 Z", "2023-09-20T15:28:17Z"),
    "one-digit day": ("Tue, 3 Oct 2023 08:05:01 +0800", "2023-10-03T00:05:01Z"),
    "two-digit year of this century": ("Wed, 20 Sep 23 15:28:17 GMT", "2023-09-20T15:28:17Z"),
    "two-digit year of the last": ("Wed, 02 Sep 98 05:28:00 EST", "1998-09-02T10:28:00Z"),
    "an offset outranks GMT": (
        "Wed Sep 20 2023 15:28:17 GMT+0800 (CST)",
        "2023-09-20T07:28:17Z",
    ),
    "the epoch": ("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"),
    "ISO with milliseconds": ("2023-09-21T01:02:03.456+08:00", "2023-09-20T17:02:03.456Z"),
    "further digits are cut": ("2023-09-21T01:02:03.456789Z", "2023-09-21T01:02:03.456Z"),
    "ISO basic": ("20230921T010203Z", "2023-09-21T01:02:03Z"),
    "ISO without zone": ("2023-09-20 15:28:17", "2023-09-20T07:28:17Z"),
    "ISO at 24:00": ("2023-09-20T24:00:00Z", "2023-09-21T00:00:00Z"),
    "leap second": ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    "Unix seconds": ("1695223697", "2023-09-20T15:28:17Z"),
    "Unix milliseconds": ("1695223697123", "2023-09-20T15:28:17.123Z"),
    "Chinese to the second": ("2023年9月20日星期三 15时28分17秒", "2023-09-20T07:28:17Z"),
    "the future as it is": ("Mon, 01 Jan 2199 00:00:00 GMT", "2199-01-01T00:00:00Z"),
}

MINUTES = {
    "afternoon": ("2023年9月20日 下午3:28", "2023-09-20T07:28:00Z"),
    "half past midnight": ("2023年9月20日 凌晨12:30", "2023-09-19T16:30:00Z"),
    "noon": ("2023年9月20日 中午12:30", "2023-09-20T04:30:00Z"),
    "evening": ("2023年9月20日 晚上11点", "2023-09-20T15:00:00Z"),
    "with a label": ("更新: 2023-09-20 11:28 PM", "2023-09-20T15:28:00Z"),
    "with a full-width label": ("发布时间：2023年09月20日 15:28", "2023-09-20T07:28:00Z"),
    "day first, with dots": ("20.9.2023, 23:28", "2023-09-20T15:28:00Z"),
    "slashes": ("2023/09/20 23:28", "2023-09-20T15:28:00Z"),
    "English": ("Sep 20, 2023 3:28 PM", "2023-09-20T07:28:00Z"),
    "German": ("Veröffentlicht am 13. Mai 2026 um 15:44 Uhr", "2026-05-13T07:44:00Z"),
    "German in digits": ("28.04.2023, 19.09 Uhr", "2023-04-28T11:09:00Z"),
    "German with a short year": ("27.04.24 um 07:39 Uhr", "2024-04-26T23:39:00Z"),
    "the clock first": ("19:25 Uhr, 28.04.2023", "2023-04-28T11:25:00Z"),
    "French": ("Publié le 5 mai 2024 à 10h05", "2024-05-05T02:05:00Z"),
    "Spanish": ("22 de octubre de 2025 a las 19:25", "2025-10-22T11:25:00Z"),
    "Portuguese": ("22 de outubro de 2025 às 19h25", "2025-10-22T11:25:00Z"),
    "Italian": ("22 ottobre 2025 alle 19:25", "2025-10-22T11:25:00Z"),
    "Polish": ("22 października 2025, 19:25", "2025-10-22T11:25:00Z"),
    "Czech": ("22. října 2025 v 19:25", "2025-10-22T11:25:00Z"),
    "Turkish": ("22 Ekim 2025 - 19:25", "2025-10-22T11:25:00Z"),
    "Norwegian": ("torsdag 09. mai 2024 - 13:26", "2024-05-09T05:26:00Z"),
    "Finnish": ("22.10.2025 klo 19.25", "2025-10-22T11:25:00Z"),
    "Lithuanian": ("2025 m. spalio 22 d. 19:25", "2025-10-22T11:25:00Z"),
    "Russian": ("22 октября 2025 г. в 19:25", "2025-10-22T11:25:00Z"),
    "Vietnamese": ("Thứ tư, 22/10/2025, 19:25 (GMT+7)", "2025-10-22T12:25:00Z"),
    "Korean": ("2025년 10월 22일(수) 오후 7:25", "2025-10-22T11:25:00Z"),
    "Japanese": ("2025年10月22日(水) 午後7時25分", "2025-10-22T11:25:00Z"),
    "English with a zone": ("September 20th, 2023 at 3:28 p.m. EDT", "2023-09-20T19:28:00Z"),
}

DAYS = {
    "Chinese": ("2015年05月01日", "2015-05-01T00:00:00Z"),
    "of the Republic": ("民國112年9月20日", "2023-09-20T00:00:00Z"),
    "full-width digits": ("２０２３年９月２０日", "2023-09-20T00:00:00Z"),
    "ISO": ("2023-09-20", "2023-09-20T00:00:00Z"),
    "ISO basic": ("20230920", "2023-09-20T00:00:00Z"),
    "day first, with dots": ("20.09.2023", "2023-09-20T00:00:00Z"),
    "dots": ("2023.9.20", "2023-09-20T00:00:00Z"),
    "English": ("Published: September 20, 2023", "2023-09-20T00:00:00Z"),
    "the day first beyond doubt": ("22/10/2025", "2025-10-22T00:00:00Z"),
    "the month first beyond doubt": ("10/22/2025", "2025-10-22T00:00:00Z"),
    "day and month alike": ("05/05/2023", "2023-05-05T00:00:00Z"),
    "with dots the day is first": ("04.05.2023", "2023-05-04T00:00:00Z"),
    "a weekday and dots": ("Sat 05.04.2023", "2023-04-05T00:00:00Z"),
    "French, the first": ("1er janvier 2025", "2025-01-01T00:00:00Z"),
    "Catalan": ("22 d'octubre de 2025", "2025-10-22T00:00:00Z"),
    "Hungarian": ("2025. október 22.", "2025-10-22T00:00:00Z"),
    "Latvian": ("2025. gada 22. oktobris", "2025-10-22T00:00:00Z"),
    "Vietnamese": ("22 tháng 10, 2025", "2025-10-22T00:00:00Z"),
    "Arabic": ("22 يناير 2025", "2025-01-22T00:00:00Z"),
    "of the era Reiwa": ("令和7年10月22日", "2025-10-22T00:00:00Z"),
}

NONE = {
    "empty": "",
    "words": "昨天下午",
    "day and month could be exchanged": "04/05/2023",
    "a number and a year": "Nr. 12 2023",
    "a word that is no month": "12 Bilder 2023",
    "month 13": "13.13.2023",
    "the dots of a version": "2.10.15",
    "relative": "3 hours ago",
    "a weekday alone": "Wednesday",
    "a time alone": "15:28",
    "a year alone": "2023",
    "no day": "September 2023",
    "no year": "20 September",
    "a word and a digit": "May 2",
    "numbers": "1 2 3",
    "31 February": "Fri, 31 Feb 2023 10:00:00 GMT",
    "30 February in digits": "2023-02-30",
    "month first, with dots": "09.20.2023",
    "no such time": "Wed, 20 Sep 2023 25:61:61 GMT",
    "no such time in digits": "2023-09-20 25:61",
    "no such offset": "20 Sep 2023 15:28:17 +9900",
    "year 1": "Mon, 01 Jan 0001 00:00:00 GMT",
    "year 9999": "Fri, 31 Dec 9999 23:59:59 GMT",
    "year 2999": "2999-01-01T00:00:00Z",
    "twenty digits": "9" * 20,
    "four hundred digits": "9" * 400,
    "zero": "0",
}


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2023-05-04"), (False, "2023-04-05")])
def test_the_caller_says_which_of_day_and_month_is_first(day_first: bool, expected: str) -> None:
    stamp = parse_date("04/05/2023", TAIPEI, day_first=day_first)
    assert stamp == Stamp(utc(f"{expected}T00:00:00Z"), "day")


def test_no_month_has_the_name_of_another() -> None:
    named = [
        (form, number)
        for names in NAMES.values()
        for number, forms in enumerate(names.split("|"), 1)
        for form in forms.split()
    ]
    assert dict(named) == MONTHS
    assert all(MONTHS[form] == number for form, number in named)
    assert all(len(names.split("|")) == 12 for names in NAMES.values())


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


@pytest.mark.parametrize(("text", "expected"), SECONDS.values(), ids=SECONDS)
def test_a_time_is_read_to_the_second(text: str, expected: str) -> None:
    assert parse_date(text, TAIPEI) == Stamp(utc(expected), "second")


@pytest.mark.parametrize(("text", "expected"), MINUTES.values(), ids=MINUTES)
def test_a_time_is_read_to_the_minute(text: str, expected: str) -> None:
    assert parse_date(text, TAIPEI) == Stamp(utc(expected), "minute")


@pytest.mark.parametrize(("text", "expected"), DAYS.values(), ids=DAYS)
def test_a_day_is_its_midnight_in_utc(text: str, expected: str) -> None:
    assert parse_date(text, TAIPEI) == Stamp(utc(expected), "day")


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_names_no_date_is_none(text: str) -> None:
    assert parse_date(text, TAIPEI) is None


@given(st.text(max_size=200) | st.from_regex(r"[\d:/TZ+. -]{1,40}", fullmatch=True))
def test_no_text_raises(text: str) -> None:
    stamp = parse_date(text, TAIPEI)
    assert stamp is None or 1900 <= stamp.when.year <= 2200


@given(st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1)))
def test_iso_of_any_moment_comes_back(when: datetime) -> None:
    stamp = parse_date(when.isoformat(timespec="milliseconds") + "Z", TAIPEI)
    assert stamp
    assert stamp.when.replace(tzinfo=None) == when.replace(
        microsecond=when.microsecond // 1000 * 1000
    )
