"""The argument parser, made from the table of commands."""

import argparse
import re
from collections.abc import Sequence
from difflib import get_close_matches
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NoReturn

from mirror.commands.arguments import spread_recordings
from mirror.commands.command import Command, Option
from mirror.commands.table import COMMANDS, COMMON, FIRST_STEPS
from mirror.errors import UsageError
from mirror.schema import suggestion

UNKNOWN_COMMAND = re.compile(r"argument COMMAND: invalid choice: '(.*?)' ")  # argparse's words
# Of the common options: absent from a namespace until given, so that what is given before the
# command's name is not undone after it.
DEFAULTS: dict[str, Any] = {"archive": None, "json": False, "quiet": 0, "verbose": 0, "words": []}


class Parser(argparse.ArgumentParser):
    """argparse whose errors are ours: one line that says where to read on."""

    def error(self, message: str) -> NoReturn:
        if match := UNKNOWN_COMMAND.match(message):
            raise UsageError(f'no command "{match[1]}"; {suggestion(match[1], COMMANDS)}')
        raise UsageError(f"{message}; see {self.prog} --help")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    about = "A faithful, growing copy of the news: feeds and pages to posts in git."
    parser = Parser(
        prog="mirror",
        description=about,
        epilog=_examples(FIRST_STEPS) + "\n\nmirror COMMAND --help says more of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"mirror {_version()}", help="print the version"
    )
    _add(parser, COMMON, default=argparse.SUPPRESS)
    rooms = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for name, command in COMMANDS.items():
        one = rooms.add_parser(name, **_help(command), allow_abbrev=False)
        one.set_defaults(run=command.run, command=name)
        _add(one, (command.words,) if command.words else ())
        _add(one, command.options)
        _add(one, COMMON, default=argparse.SUPPRESS)
    return parser


def parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """The arguments of one command, with `verbosity` (-v counts up, -q down). Raises UsageError.

    Positional words may stand between options, which argparse alone does not take.
    """
    given, rest = parser.parse_known_args(spread_recordings(words))
    if not hasattr(given, "command"):
        parser.error(f"which command? one of {', '.join(COMMANDS)}")
    args = argparse.Namespace(**(DEFAULTS | vars(given)))
    takes = COMMANDS[args.command].words
    many = takes is not None and takes.settings["nargs"] in ("*", "+")
    if rest and (not many or any(map(_is_option, rest))):
        raise UsageError(_unknown(rest, args.command))
    if rest:
        args.words = [*args.words, *rest]
    args.verbosity = max(args.verbose - args.quiet, -1)
    return args


def _help(command: Command) -> dict[str, Any]:
    return {
        "help": command.does,
        "description": command.teaches,
        "epilog": _examples(command.examples),
        "formatter_class": argparse.RawDescriptionHelpFormatter,
    }


def _examples(lines: Sequence[str]) -> str:
    return "\n".join(
        ("examples:" if len(lines) > 1 else "example:", *(f"  {line}" for line in lines))
    )


def _unknown(rest: Sequence[str], name: str) -> str:
    """What is wrong with words that no argument takes, by the first option among them."""
    word = next(filter(_is_option, rest), rest[0])
    known = [one for option in (*COMMANDS[name].options, *COMMON) for one in option.names]
    near = get_close_matches(word.partition("=")[0], known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"see mirror {name} --help"
    return f"unknown argument {word}; {hint}"


def _add(parser: argparse.ArgumentParser, options: Sequence[Option], **more: Any) -> None:
    for one in options:
        parser.add_argument(*one.names, **(one.settings | more))


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _version() -> str:
    try:
        return version("mirror")
    except PackageNotFoundError:  # run from a checkout
        return "(not installed)"
