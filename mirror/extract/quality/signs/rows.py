"""Tables of patterns, a row a language or a matter."""

import re


def any_of(*rows: str, end: str = "") -> re.Pattern[str]:
    """One pattern that finds what any of `rows` does; `^` and `$` are those of a line."""
    return re.compile(f"(?:{'|'.join(rows)}){end}", re.IGNORECASE | re.MULTILINE)
