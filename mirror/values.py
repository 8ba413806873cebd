"""Readers of the values that `mirror.toml` and `sources.toml` may hold: see `schema.Reader`."""

import ipaddress
import math
import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from parsel import Selector

from mirror.errors import UrlError
from mirror.normalise.selectors import find
from mirror.normalise.urls import serialise
from mirror.schema import Reader, shown

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

MAX_SECONDS = 86_400  # a day: a longer delay or timeout is a slip of the keyboard
UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "ki": 2**10, "mi": 2**20, "gi": 2**30}
# Directories of the archive that are not a person's to fill.
RESERVED = frozenset({".git", ".mirror"})


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, not {shown(value)}")
    return value


def line(value: Any) -> str:
    """A string without control characters; may be empty."""
    if not isinstance(value, str):
        raise ValueError(f"expected a string, not {shown(value)}")
    if not value.isprintable():
        raise ValueError(f"holds a character that can't be printed: {shown(value)}")
    return value


def word(value: Any) -> str:
    """A line with something in it."""
    if not line(value).strip():
        raise ValueError("is empty")
    return str(value)


def header(value: Any) -> str:
    """A value for an HTTP header (RFC 9110, 5.5): visible ASCII and spaces."""
    if not word(value).isascii():
        raise ValueError(f"only ASCII may stand in an HTTP header, not {shown(value)}")
    return str(value).strip()


def seconds(*, positive: bool) -> Reader:
    """A number of seconds up to a day; 0 too unless `positive`."""
    least = "more than 0" if positive else "from 0"

    def read(value: Any) -> float:
        known = isinstance(value, int | float) and not isinstance(value, bool)
        if not known or not math.isfinite(value) or not 0 <= value <= MAX_SECONDS:
            raise ValueError(f"expected seconds, {least} to {MAX_SECONDS}, not {shown(value)}")
        if positive and value == 0:
            raise ValueError(f"expected seconds, {least} to {MAX_SECONDS}, not 0")
        return float(value)

    return read


def size(value: Any) -> int:
    """A number of bytes: an integer, or "512 kB", "16 MB", "1.5 GiB"."""
    text = str(value) if type(value) in (int, str) else ""
    match = re.fullmatch(r"([0-9]{1,12}(?:\.[0-9]{1,9})?) ?(?:([kmg]i?)?b)?", text.strip().lower())
    found = int(float(match[1]) * UNITS[match[2] or ""]) if match else 0
    if not found:
        raise ValueError(
            f'expected a size such as "16 MB", "512 kB" or 1000000, not {shown(value)}'
        )
    return found


def web_address(value: Any) -> str:
    """An http(s) URL, serialised; one with a user name or password is refused, unshown."""
    try:
        url = serialise(word(value))
    except UrlError as exc:
        raise ValueError(str(exc)) from exc
    if "@" in urlsplit(str(value)).netloc:
        raise ValueError(f"{url}: a user name or password must not stand in an address")
    return url


def network(value: Any) -> Network:
    return ipaddress.ip_network(word(value))


def pattern(value: Any) -> str:
    """A regular expression; "" for none."""
    try:
        re.compile(line(value))
    except (re.error, OverflowError, RecursionError) as exc:
        raise ValueError(f"{shown(value)} is no regular expression: {exc}") from exc
    return str(value)


def zone(value: Any) -> str:
    """A name of the IANA time zone database."""
    try:
        ZoneInfo(word(value))
    except (LookupError, OSError, ValueError) as exc:
        raise ValueError(f'{shown(value)} is no time zone such as "Asia/Taipei"') from exc
    return str(value)


def selector(value: Any) -> str:
    """A CSS selector or an XPath, as `find` takes it."""
    rule = word(value)
    try:
        find(Selector(text="<p></p>", type="html"), rule)
    except (ValueError, SyntaxError, RuntimeError) as exc:
        raise ValueError(f"{shown(value)} is no CSS selector or XPath: {exc}") from exc
    return rule


def inner_path(value: Any) -> str:
    """A directory below the archive, `/` separated; nothing that leads out of it or into git."""
    path = PurePosixPath(word(value))
    if path.is_absolute() or ".." in path.parts or "\\" in value or not path.parts:
        raise ValueError(f"expected a directory inside the archive, not {shown(value)}")
    if reserved := RESERVED.intersection(part.lower() for part in path.parts):
        raise ValueError(f"{shown(value)}: {min(reserved)} is no place for posts")
    return str(path)


def directory(value: Any) -> str:
    """A directory anywhere, relative to the archive or not; "" for none."""
    return line(value).strip()


def remote(value: Any) -> str:
    """A git remote's name or address; never an option of git's."""
    if word(value).startswith("-"):
        raise ValueError(f"expected a git remote, not {shown(value)}")
    return str(value)
