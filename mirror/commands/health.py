"""A source's health, told from its recent runs. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

BROKEN = 3  # failures in a row: no passing trouble any more
STALE = timedelta(days=7)  # without anything new, after which a source is worth a look


@dataclass(frozen=True, slots=True)
class Past:
    """What one run had of one source."""

    at: datetime  # aware
    found: int
    new: int
    failed: int

    @property
    def is_failure(self) -> bool:
        """Nothing came of it: a source that gave entries is well, though one page of it failed."""
        return self.found == 0 and self.failed > 0


def failures_in_a_row(past: Sequence[Past]) -> int:
    """Of runs, newest first, how many failed since one went well."""
    return len(list(takewhile(lambda one: one.is_failure, past)))


def new_per_day(past: Sequence[Past], now: datetime) -> float:
    """New articles a day, over the time that `past` covers, which is taken as a day at least."""
    if not past:
        return 0.0
    span = max(now - min(one.at for one in past), timedelta(days=1))
    return round(sum(one.new for one in past) / (span / timedelta(days=1)), 1)


def health(past: Sequence[Past], now: datetime, *, enabled: bool) -> str:
    """One word or two for a source whose recent runs, newest first, are `past`."""
    if not enabled:
        return "disabled"
    if not past:
        return "never run"
    if failures := failures_in_a_row(past):
        return "broken" if failures >= BROKEN else "failed"
    if now - past[-1].at >= STALE and not any(one.new for one in past if now - one.at < STALE):
        return f"nothing new for {STALE.days} days"
    return "ok"
