"""A source's health, told from its recent runs. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

BROKEN = 3  # failures in a row: no passing trouble any more
STALE = timedelta(days=7)  # without anything new, after which a source is worth a look
# A broken source is left alone for an hour, and twice as long after every further failure.
FIRST_PAUSE, LONGEST_PAUSE = timedelta(hours=1), timedelta(days=1)
# A feed or listing that names less than this share of what it used to is worth a look, too; not
# one that never names many.
FAR_LESS, FEW = 0.25, 8
# Share that the past has in what is usual: after a day or more of hourly runs a change is.
MEMORY = 0.95


@dataclass(frozen=True, slots=True)
class Past:
    """What one run counted for one source."""

    source: str  # its name
    at: datetime  # when the run began; aware
    counts: Mapping[str, int]  # the report's counters, by their names

    @property
    def is_failure(self) -> bool:
        """Nothing came of it: a source that gave entries is well, though one page of it failed.

        A feed may be refused, too: a bot wall stands before it, or robots.txt closes it.
        """
        troubles = self.counts.get("failed", 0) + self.counts.get("refused", 0)
        return not self.counts.get("found") and troubles > 0


def failures_in_a_row(past: Sequence[Past]) -> int:
    """Of runs, newest first, how many failed since one went well."""
    return len(list(takewhile(lambda one: one.is_failure, past)))


def new_per_day(past: Sequence[Past], now: datetime) -> float:
    """New articles a day, over the time that `past` covers, which is taken as a day at least."""
    if not past:
        return 0.0
    span = max(now - min(one.at for one in past), timedelta(days=1))
    return round(sum(one.counts.get("new", 0) for one in past) / (span / timedelta(days=1)), 1)


def health(past: Sequence[Past], now: datetime, *, enabled: bool) -> str:
    """One word or two for a source whose recent runs, newest first, are `past`."""
    if not enabled:
        return "disabled"
    if not past:
        return "never run"
    if failures := failures_in_a_row(past):
        return "broken" if failures >= BROKEN else "failed"
    if past[0].counts.get("alarms"):
        return "far less than usual"
    recent = (one for one in past if now - one.at < STALE)
    if now - past[-1].at >= STALE and not any(one.counts.get("new") for one in recent):
        return f"nothing new for {STALE.days} days"
    return "ok"


def next_try(past: Sequence[Past]) -> datetime | None:
    """When a source that is broken should be asked again, by its runs, newest first.

    None for one that is not broken. The pause doubles with every failure, up to a day.
    """
    failures = failures_in_a_row(past)
    if failures < BROKEN:
        return None
    pause = FIRST_PAUSE * (1 << min(failures - BROKEN, 10))
    return past[0].at + min(pause, LONGEST_PAUSE)


def too_few(number: int, usual: float) -> bool:
    """Does a feed or listing that names `number` articles name far less than is `usual`?"""
    if number == 0:
        return round(usual) > 0
    return usual >= FEW and number < FAR_LESS * usual


def learned(usual: float, number: int) -> float:
    """What is usual after `number` articles more; 0.0: there is no past."""
    return MEMORY * usual + (1 - MEMORY) * number if usual else float(number)
