"""The console script `mirror`: reads the arguments, runs one command, says what went wrong."""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TextIO

from mirror.commands.output import emit, tell
from mirror.commands.parser import build_parser, parse
from mirror.errors import MirrorError, OutputError
from mirror.log import log_to_stderr

# Exit statuses beyond those of `errors`: 128 + the signal's number, as a shell has it; a bug is
# EX_SOFTWARE of sysexits.h.
INTERRUPTED, BROKEN_PIPE, BUG = 130, 141, 70


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status (README: "Exit status").

    A known failure is one line on stderr (and with `--json` an object `{"error": …}` on stdout);
    a bug is a traceback there. Never raises.
    """
    _open_streams()
    if argv is None and sys.getfilesystemencoding() != "utf-8":  # else names are not, or fail
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale, the bytes are the same
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    try:
        return _run(words)
    except SystemExit as exc:  # argparse, after --help or --version
        return int(exc.code or 0)
    except KeyboardInterrupt:
        tell("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
        return BROKEN_PIPE
    except OutputError as exc:
        _silence(sys.stdout)
        tell(str(exc))
        return exc.exit_status
    except Exception:
        traceback.print_exc()
        return BUG


def _run(words: Sequence[str]) -> int:
    as_json = "--json" in words  # known even when the words can't be parsed
    try:
        args = parse(build_parser(), words)
        log_to_stderr(args.verbosity)
        status = _command(args)(args)
    except OutputError:
        raise
    except MirrorError as exc:
        if as_json:
            emit({"error": str(exc)})
        tell(str(exc))
        status = exc.exit_status
    sys.stdout.flush()  # here, so that a closed pipe is met while it can be caught
    return int(status)


def _command(args: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    """The function that runs the command; its room is imported only now: --help stays fast."""
    room, _, name = args.run.partition(":")
    command: Callable[[argparse.Namespace], int] = getattr(
        import_module(f"mirror.commands.{room}"), name
    )
    return command


def _open_streams() -> None:
    """Let a stream that is closed lead nowhere: else the next file that is opened takes its place.

    What is printed, by us or by a library, would end in the index or the lock.
    """
    while (file := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(file, True)
    os.close(file)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _silence(stream: TextIO) -> None:
    """Let the interpreter's last flush go nowhere: the reader is gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
