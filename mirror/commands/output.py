"""Where words go: results to stdout, everything that a person is told besides to stderr."""

import argparse
import json
import sys
from typing import Any


def emit(value: Any) -> None:
    """One JSON value as one line on stdout, at once, so that a reader can follow."""
    say(json.dumps(value, ensure_ascii=False))


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """One line on stderr, marked as ours."""
    sys.stderr.write(f"mirror: {' '.join(text.split())}\n")


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
