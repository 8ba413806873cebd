"""What a command is declared by: facts for its help and its parser."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """The arguments of one `add_argument`."""

    names: tuple[str, ...]
    settings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    """One command."""

    run: str  # "room:function" below mirror.commands
    does: str  # half a line, for the list of commands
    teaches: str  # a few lines, for its own help
    examples: tuple[str, ...]
    words: Option | None = None  # its positional arguments, if it has any
    options: tuple[Option, ...] = ()


def option(*names: str, **settings: Any) -> Option:
    return Option(names, settings)


def words(metavar: str, what: str, nargs: str | int = "*") -> Option:
    return option("words", metavar=metavar, help=what, nargs=nargs)
