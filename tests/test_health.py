"""A source's health, from its recent runs."""

from datetime import UTC, datetime, timedelta

import pytest

from mirror.health import (
    Past,
    failures_in_a_row,
    health,
    learned,
    new_per_day,
    next_try,
    too_few,
)

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)


def past(days_ago: float, found: int = 10, **counts: int) -> Past:
    return Past("news", NOW - timedelta(days=days_ago), {"found": found, **counts})


FAILED = {"found": 0, "failed": 1}
HEALTH = {
    "no run yet": ([], "never run"),
    "new articles": ([past(0, new=2)], "ok"),
    "nothing new, but only for a day": ([past(0), past(1)], "ok"),
    "nothing new for a week": ([past(0), past(3), past(7)], "nothing new for 7 days"),
    "something new six days ago": ([past(0), past(6, new=1), past(9)], "ok"),
    "something new eight days ago": ([past(0), past(8, new=1)], "nothing new for 7 days"),
    "a failure": ([past(0, **FAILED), past(1, new=1)], "failed"),
    "a wall before its feed": ([past(0, found=0, refused=1)], "failed"),
    "three failures": ([past(0, **FAILED)] * 3, "broken"),
    "a failure that is over": ([past(0, new=1), past(1, **FAILED)], "ok"),
    "one page that failed": ([past(0, new=1, failed=1)], "ok"),
    "a feed that names few": ([past(0, new=1, failed=1, alarms=1)], "far less than usual"),
    "one that did so before": ([past(0, new=1), past(1, failed=1, alarms=1)], "ok"),
}


@pytest.mark.parametrize(("runs", "word"), HEALTH.values(), ids=HEALTH)
def test_health(runs: list[Past], word: str) -> None:
    assert health(runs, NOW, enabled=True) == word


def test_a_disabled_source_is_not_judged() -> None:
    assert health([past(0, **FAILED)] * 3, NOW, enabled=False) == "disabled"


ROWS = {
    "none": ([], 0),
    "one": ([past(0, **FAILED), past(1)], 1),
    "older ones don't count": ([past(0), past(1, **FAILED)], 0),
    "all": ([past(0, **FAILED)] * 4, 4),
}


@pytest.mark.parametrize(("runs", "number"), ROWS.values(), ids=ROWS)
def test_failures_in_a_row(runs: list[Past], number: int) -> None:
    assert failures_in_a_row(runs) == number


RATES = {
    "no run": ([], 0.0),
    "a single run counts as a day": ([past(0, new=24)], 24.0),
    "over the days since the oldest": ([past(0, new=1), past(4, new=2)], 0.8),
}


@pytest.mark.parametrize(("runs", "rate"), RATES.values(), ids=RATES)
def test_new_per_day(runs: list[Past], rate: float) -> None:
    assert new_per_day(runs, NOW) == rate


PAUSES = {
    "well": ([past(0)], None),
    "two failures": ([past(0, **FAILED)] * 2, None),
    "three failures: an hour": ([past(0, **FAILED)] * 3, 1),
    "five: four hours": ([past(0, **FAILED)] * 5, 4),
    "a hundred: a day": ([past(0, **FAILED)] * 100, 24),
    "three, then well again": ([past(0), *[past(1, **FAILED)] * 3], None),
}


@pytest.mark.parametrize(("runs", "hours"), PAUSES.values(), ids=PAUSES)
def test_a_broken_source_is_left_alone_longer_and_longer(
    runs: list[Past], hours: int | None
) -> None:
    assert next_try(runs) == (NOW + timedelta(hours=hours) if hours else None)


NUMBERS = {
    "as usual": (20, 20.0, False),
    "a quiet day": (6, 20.0, False),
    "far less": (4, 20.0, True),
    "nothing": (0, 20.0, True),
    "nothing, from one that never names many": (0, 1.0, True),
    "few, from one that never names many": (1, 7.0, False),
    "nothing, as always": (0, 0.0, False),
    "no past": (3, 0.0, False),
}


@pytest.mark.parametrize(("number", "usual", "few"), NUMBERS.values(), ids=NUMBERS)
def test_its_own_past_says_what_is_few(number: int, usual: float, *, few: bool) -> None:
    assert too_few(number, usual) is few


def test_what_stays_few_becomes_usual_in_the_end() -> None:
    usual, runs = learned(0.0, 20), 0
    while too_few(2, usual):
        usual, runs = learned(usual, 2), runs + 1
    assert 12 < runs < 48
