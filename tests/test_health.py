"""A source's health, from its recent runs."""

from datetime import UTC, datetime, timedelta

import pytest

from mirror.commands.health import Past, failures_in_a_row, health, new_per_day

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)


def past(days_ago: float, found: int = 10, new: int = 0, failed: int = 0) -> Past:
    return Past(NOW - timedelta(days=days_ago), found, new, failed)


FAILED = {"found": 0, "failed": 1}
HEALTH = {
    "no run yet": ([], "never run"),
    "new articles": ([past(0, new=2)], "ok"),
    "nothing new, but only for a day": ([past(0), past(1)], "ok"),
    "nothing new for a week": ([past(0), past(3), past(7)], "nothing new for 7 days"),
    "something new six days ago": ([past(0), past(6, new=1), past(9)], "ok"),
    "something new eight days ago": ([past(0), past(8, new=1)], "nothing new for 7 days"),
    "a failure": ([past(0, **FAILED), past(1, new=1)], "failed"),
    "three failures": ([past(0, **FAILED)] * 3, "broken"),
    "a failure that is over": ([past(0, new=1), past(1, **FAILED)], "ok"),
    "one page that failed": ([past(0, new=1, failed=1)], "ok"),
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
