"""How long to wait before a host is asked again. Pure."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 120.0  # seconds; a host that asks for more is given up for this run


def retry_after(value: str, *, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for (RFC 9110, 10.2.3); None if it says nothing.

    Reads seconds and HTTP dates; a date in the past asks for none.
    """
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:10])  # ten digits are over three hundred years
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def backoff(tries: int, *, first: float, chance: float) -> float:
    """Seconds to wait after `tries` tries (from 1): `first`, doubled each time, up to half more.

    `chance` (0 to 1) spreads those that failed together.
    """
    return min(LONGEST_WAIT, first * 2.0 ** (tries - 1) * (1 + chance / 2))
