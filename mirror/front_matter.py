"""The front matter of a post, as lines: our keys in their order, and whatever else stands there.

Ours are read back exactly; those of other tools leniently, and kept as they stand.
"""

import re
from datetime import UTC, datetime

import yaml

from mirror.yaml_scalar import read_scalar

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KEYS = ("layout", "title", "date", "author", "from", "tags", "comments", "categories")
MARKS = ("last_modified_at", "removed_at")  # dates that stand after them, where there are any

_KEY = re.compile(r"(?P<key>[^\s:#'\"\-][^:]*?)\s*:(?P<value>\s.*)?", re.DOTALL)


def read_front_matter(front: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The known fields, and the lines of all other keys as they stand."""
    fields: dict[str, str] = {}
    extra: list[str] = []
    for block in _blocks(re.split(r"\r?\n", front.rstrip("\r\n"))):
        match = _KEY.fullmatch(block)
        key = match["key"] if match else ""
        if match and key in (*KEYS, *MARKS) and key not in fields:
            fields[key] = _read_value(match["value"] or "")
        else:
            extra += block.split("\n")
    return fields, tuple(extra)


def _blocks(lines: list[str]) -> list[str]:
    """Front matter lines joined so that each block begins with its key."""
    blocks: list[str] = []
    for line in lines:
        if blocks and (not line or line[0] in " \t-#"):
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks


def _read_value(text: str) -> str:
    """A value as a string; of a list its first element."""
    if match := re.fullmatch(r"[ \t]*\[ (.*) \][ \t]*", text):
        return read_scalar(match[1])
    if "\n" not in text and text.strip()[:1] not in ("[", "'", "|", ">", "&", "*", "!", "{"):
        return read_scalar(text)
    try:
        value = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # strings only
    except yaml.YAMLError:
        return text
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""


def read_date(text: str) -> datetime:
    """A date as any tool may have written it, in UTC; the epoch where it is none."""
    try:
        when = datetime.fromisoformat(text.replace(" UTC", "+00:00").strip())
    except ValueError:
        return EPOCH
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def stamp(when: datetime) -> str:
    """`when` (aware) as the front matter writes it: 2023-09-20T15:28:17.000Z."""
    when = when.astimezone(UTC)
    return f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond // 1000:03d}Z"
