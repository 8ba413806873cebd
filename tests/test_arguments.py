"""How the words of a command line are read, and how misuse is answered."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mirror.commands.arguments import moment, since, spread_recordings
from mirror.commands.parser import build_parser, parse
from mirror.commands.table import COMMANDS
from mirror.errors import UsageError

if TYPE_CHECKING:
    from commanding import Mirror

pytest_plugins = ("commanding",)

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)


def arguments(*words: str) -> dict[str, object]:
    return vars(parse(build_parser(), words))


SPANS = {
    "days": ("7d", NOW - timedelta(days=7)),
    "hours": ("12h", NOW - timedelta(hours=12)),
    "minutes": ("90m", NOW - timedelta(minutes=90)),
    "seconds": ("5s", NOW - timedelta(seconds=5)),
    "weeks": ("2w", NOW - timedelta(weeks=2)),
    "more than time itself": ("999999w", datetime.min.replace(tzinfo=UTC)),
    "a day": ("2025-02-15", datetime(2025, 2, 15, tzinfo=UTC)),
    "a time with its zone": ("2025-02-15T08:00+08:00", datetime(2025, 2, 15, tzinfo=UTC)),
}


@pytest.mark.parametrize(("text", "expected"), SPANS.values(), ids=SPANS)
def test_since(text: str, expected: datetime) -> None:
    assert moment(since(text), NOW) == expected


def test_no_since_is_no_moment() -> None:
    assert moment(None, NOW) is None


REPLAYS = {
    "several recordings, then a URL": (
        "fetch --replay a.warc b.warc.gz https://x.y/",
        "fetch --replay=a.warc --replay=b.warc.gz https://x.y/",
    ),
    "a source after the recording": (
        "crawl --replay a.warc.gz epochtimes",
        "crawl --replay=a.warc.gz epochtimes",
    ),
    "the first whatever its name": ("crawl --replay rec other", "crawl --replay=rec other"),
    "given again": (
        "crawl --replay a --replay b --json",
        "crawl --replay=a --replay=b --json",
    ),
    "with an equals sign": ("crawl --replay=a.warc x", "crawl --replay=a.warc x"),
    "ended by an option": ("crawl --replay a --json b.warc", "crawl --replay=a --json b.warc"),
    "ended by two dashes": ("crawl --replay a -- b.warc", "crawl --replay=a -- b.warc"),
    "not after two dashes": ("extract -- --replay b", "extract -- --replay b"),
    "without a word": ("crawl --replay --json", "crawl --replay --json"),
    "without a word at the end": ("crawl --replay", "crawl --replay"),
}


@pytest.mark.parametrize(("given", "spread"), REPLAYS.values(), ids=REPLAYS)
def test_replay_takes_recordings_and_nothing_else(given: str, spread: str) -> None:
    assert spread_recordings(given.split()) == spread.split()


PLACES = {
    "before the command": ("-A", "x", "--json", "-v", "crawl"),
    "after the command": ("crawl", "-A", "x", "--json", "-v"),
    "on both sides": ("-A", "y", "--json", "crawl", "-v", "--archive=x"),
}


@pytest.mark.parametrize("words", PLACES.values(), ids=PLACES)
def test_common_options_may_stand_anywhere(words: tuple[str, ...]) -> None:
    read = arguments(*words)
    assert (read["archive"], read["json"], read["verbosity"]) == ("x", True, 1)


def test_options_may_stand_between_words() -> None:
    read = arguments("fetch", "https://a.b/", "--no-commit", "https://c.d/")
    assert (read["words"], read["no_commit"]) == (["https://a.b/", "https://c.d/"], True)


def test_quiet_and_verbose_undo_each_other() -> None:
    assert [arguments("crawl", *flags)["verbosity"] for flags in (["-q"], ["-qv"], ["-qqq"])] == [
        -1,
        0,
        -1,
    ]


MISUSES = {
    "no command": ("", "which command? one of init, crawl"),
    "unknown command": ("crwal", 'no command "crwal"; did you mean "crawl"?'),
    "unknown option": ("crawl --jsn", "unknown argument --jsn; did you mean --json?"),
    "an abbreviated option": ("crawl --rep x", "unknown argument --rep; did you mean --replay?"),
    "a word too many": ("init a b", "unknown argument b"),
    "a word where none goes": ("status x", "unknown argument x; see mirror status --help"),
    "no number": ("crawl --max-pages many", "--max-pages: expected a number from 1"),
    "no pages": ("crawl --max-pages 0", "--max-pages: expected a number from 1"),
    "no span": ("refresh --since 7", "--since: expected a span such as 7d"),
    "no URL to log": ("log", "the following arguments are required: URL"),
    "a recording that is missing": ("crawl --replay", "--replay: expected one argument"),
}


@pytest.mark.parametrize(("words", "said"), MISUSES.values(), ids=MISUSES)
def test_misuse_is_one_line_and_2(mirror: Mirror, words: str, said: str) -> None:
    status, out, err = mirror(*words.split())
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("mirror: ")
    assert said in err


def test_misuse_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        parse(build_parser(), ["crawl", "--no-such"])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_s_help_teaches_and_has_an_example(mirror: Mirror, command: str) -> None:
    status, out, err = mirror(command, "--help")
    assert (status, err) == (0, "")
    assert re.search(rf"^examples?:\n  mirror {command}", out, re.MULTILINE)
    assert "--archive DIR" in out


def test_the_help_names_every_command(mirror: Mirror) -> None:
    status, out, _ = mirror("--help")
    assert status == 0
    assert [name for name in COMMANDS if f"    {name} " not in out] == []


@pytest.mark.parametrize("line", [line for one in COMMANDS.values() for line in one.examples])
def test_every_example_is_a_command_line_that_is_understood(line: str) -> None:
    assert arguments(*line.split()[1:])["command"] == line.split()[1]


def test_version(mirror: Mirror) -> None:
    status, out, _ = mirror("--version")
    assert (status, out.split()[0]) == (0, "mirror")
