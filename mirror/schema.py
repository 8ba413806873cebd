"""The check of a TOML table: every key known, every value read by the reader of its key.

A reader takes what TOML gave and returns what the program wants; it raises ValueError with a
sentence that says what was expected. `check_table` adds file, table and key to it.
"""

import json
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from mirror.errors import ConfigError

Reader = Callable[[Any], Any]


def check_table(table: Any, readers: Mapping[str, Reader], *, at: str, file: str) -> dict[str, Any]:
    """Read every value of `table` by the reader of its key.

    `at` is the table's dotted name, "" for the file itself. Raises ConfigError, naming `file`, the
    table and the key, when `table` is no table, a key is unknown or a value is not what its
    reader wants.
    """
    place = f"{file}: [{at}]" if at else file
    if not isinstance(table, dict):
        raise ConfigError(f"{place}: expected a table, not {shown(table)}")
    for key in table:
        if key not in readers:
            raise ConfigError(f"{place}: unknown key {shown(key)}; {suggestion(key, readers)}")
    return {key: _read(value, readers[key], f"{place} {key}") for key, value in table.items()}


def read_toml(text: str, file: str) -> dict[str, Any]:
    """The tables of a TOML file's text. Raises ConfigError, naming `file`, when it is no TOML."""
    try:
        return tomllib.loads(text)
    except RecursionError as exc:
        raise ConfigError(f"{file}: nested too deeply") from exc
    except ValueError as exc:  # TOMLDecodeError, or an integer of thousands of digits
        last = f"the end, line {len(text.splitlines())}"
        reason = str(exc).replace("end of document", last)
        raise ConfigError(f"{file}: no valid TOML: {reason}") from exc


def suggestion(word: str, known: Mapping[str, Any]) -> str:
    """`did you mean "…"?` when some known word is near, else all of them."""
    near = get_close_matches(word, known, n=1)
    return f'did you mean "{near[0]}"?' if near else f"known are: {', '.join(known)}"


def shown(value: Any) -> str:
    """A TOML value for a message: as TOML would write it, on one line, cut at 60 characters."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
    return text if len(text) <= 60 else text[:59] + "…"


def _read(value: Any, reader: Reader, place: str) -> Any:
    try:
        return reader(value)
    except ValueError as exc:
        raise ConfigError(f"{place}: {exc}") from exc


def choice(*words: str) -> Reader:
    def read(value: Any) -> str:
        if value not in words:
            raise ValueError(f"expected one of {', '.join(map(shown, words))}, not {shown(value)}")
        return str(value)

    return read


def many(reader: Reader) -> Reader:
    """A list of what `reader` reads; each once, in order."""

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"expected a list such as [{shown(value)}], not {shown(value)}")
        return tuple(dict.fromkeys(map(reader, value)))

    return read


def one_or_many(reader: Reader) -> Reader:
    """A list of what `reader` reads, or one of them alone."""
    listed = many(reader)
    return lambda value: listed(value if isinstance(value, list) else [value])
