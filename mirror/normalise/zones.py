"""The time zones that dates name: RFC 822's, and the abbreviations that news sites print."""

import re
from datetime import timedelta

# Hours east of UTC. RFC 822, section 5 (so CST is Chicago's), then what RFC 822 does not know.
ZONES = {
    "Z": 0.0, "UT": 0.0, "UTC": 0.0, "GMT": 0.0,
    "EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0,
    "MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0,
    "AKST": -9.0, "AKDT": -8.0, "HST": -10.0, "AST": -4.0, "ADT": -3.0,
    "WET": 0.0, "WEST": 1.0, "BST": 1.0, "CET": 1.0, "CEST": 2.0, "MEZ": 1.0, "MESZ": 2.0,
    "EET": 2.0, "EEST": 3.0, "MSK": 3.0,
    "HKT": 8.0, "SGT": 8.0, "MYT": 8.0, "JST": 9.0, "KST": 9.0,
    "AWST": 8.0, "ACST": 9.5, "AEST": 10.0, "AEDT": 11.0, "NZST": 12.0, "NZDT": 13.0,
}  # fmt: skip

MAX_OFFSET = timedelta(hours=14)  # Kiribati; the west ends at -12

# A zone counts only behind a time: elsewhere the same letters are words, the same digits a year.
_AFTER_TIME = re.compile(
    r"(?P<time>(?:\d:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?|\d[Tt ]?\d{4,6}(?:[.,]\d+)?)"
    r"(?:\s?[AaPp]\.?[Mm]\b\.?)?)"
    r"\s*\(?(?:(?P<name>" + "|".join(sorted(ZONES, key=len, reverse=True)) + r")(?![A-Za-z]))?"
    r"\s*(?:(?P<sign>[+-])(?P<hours>\d{2}|(?<=[Tt][+-])\d):?(?P<minutes>\d{2})?(?!\d)\)?)?"
    r"(?:\s*\([\w ]*\))?",
    re.IGNORECASE,
)


def take_zone(text: str) -> tuple[str, timedelta | None]:
    """`text` without the zone behind its time, and that zone's offset; None where it has none.

    A signed offset outranks a name ("GMT+0800"). Raises ValueError for an offset that no place has.
    """
    match = next((m for m in _AFTER_TIME.finditer(text) if m["name"] or m["sign"]), None)
    if match is None:
        return text, None
    rest = text[: match.end("time")] + " " + text[match.end() :]
    return rest.strip(), _offset(match)


def _offset(match: re.Match[str]) -> timedelta:
    if match["sign"] is None:
        return timedelta(hours=ZONES[match["name"].upper()])
    size = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if size > MAX_OFFSET:
        raise ValueError(f"no place is {size} from UTC")
    return -size if match["sign"] == "-" else size
