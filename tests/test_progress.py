"""The progress line: drawn on a terminal, never elsewhere."""

import os
import pty
import re
import subprocess
from pathlib import Path

from running import ENVIRONMENT, ROOT, command, mirror

COUNTS = re.compile(r"[0-9]+/[0-9]+ [0-9:]+ [1-9][0-9]* new")
RECORDING = ROOT / "fixtures/epochtimes.warc.gz"


def on_a_terminal(*words: str | Path, **environment: str) -> tuple[int, str]:
    """Run the command line with a terminal for its stderr: status, and what was drawn."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        command(*words),
        env={**ENVIRONMENT, "TERM": "xterm-256color", **environment},
        stdout=subprocess.DEVNULL,
        stderr=its,
    )
    os.close(its)
    drawn = b""
    try:
        while data := os.read(ours, 65536):
            drawn += data
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    return process.wait(timeout=60), drawn.decode()


def test_a_run_on_a_terminal_draws_a_line_that_counts_and_takes_it_away(tmp_path: Path) -> None:
    status, drawn = on_a_terminal("crawl", "-A", tmp_path / "news", "--replay", RECORDING)
    assert (status, "Traceback" in drawn) == (0, False)
    assert COUNTS.search(re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", drawn))
    assert drawn.rstrip().endswith("\x1b[2K"), "the last thing drawn is an empty line"


def test_without_colour_where_that_is_asked_for(tmp_path: Path) -> None:
    words = ("crawl", "-A", tmp_path / "news", "--replay", RECORDING)
    _, drawn = on_a_terminal(*words, NO_COLOR="1")
    assert "\x1b[3" not in drawn
    assert COUNTS.search(drawn)


def test_nothing_is_drawn_into_a_pipe_or_with_q(tmp_path: Path) -> None:
    words = ("crawl", "-A", tmp_path / "news", "--replay", RECORDING)
    assert on_a_terminal(*words, "-q") == (0, "")
    assert mirror(*words).err == ""
