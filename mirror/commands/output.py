"""Where words go: results to stdout, everything that a person is told besides to stderr."""

import argparse
import json
import sys
from contextlib import suppress
from typing import Any

from mirror.errors import OutputError


def emit(value: Any) -> None:
    """One JSON value as one line on stdout, at once, so that a reader can follow."""
    say(json.dumps(value, ensure_ascii=False))


def say(text: str) -> None:
    """A result. Raises OutputError, and BrokenPipeError where its reader has gone away."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as exc:
        raise OutputError(f"standard output can't be written to: {exc.strerror}") from exc


def tell(text: str) -> None:
    """One line on stderr, marked as ours; where nobody can read it, the work goes on."""
    with suppress(OSError):
        sys.stderr.write(f"mirror: {' '.join(text.split())}\n")
        sys.stderr.flush()


def note(args: argparse.Namespace, text: str) -> None:
    """`tell`, unless -q was given."""
    if args.verbosity >= 0:
        tell(text)


def result(args: argparse.Namespace, value: Any, text: str) -> None:
    """What a command found: `value` with --json, else `text`."""
    if args.json:
        emit(value)
    elif text:
        say(text)
