"""A power cut at any point of a run: what was flushed is enough to make the archive good."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from injection import Runs, can_trace, spread
from power import CALLS, Cut, Recording, rebuild
from running import run_git
from trials import SCENARIOS, Trial, without_times

pytestmark = pytest.mark.skipif(not can_trace(), reason="needs strace (Debian's package)")
POINTS = 15  # of each scenario and kind
KINDS = ("early", "late", "zeros", "strict", "torn")


class Outage:
    """A recorded run, whose disk is rebuilt as power cuts leave it."""

    def __init__(self, trial: Trial, folder: Path) -> None:
        self.trial, self.whole = trial, folder / "whole"
        trial.again()
        self.recording = Recording(trial.root)
        self.recording.read(trial.runs.recorded(*trial.words, calls=CALLS))
        shutil.copytree(trial.root, self.whole, symlinks=True)
        for path in self.whole.rglob("*"):  # else their times are the copy's
            shutil.copystat(trial.root / path.relative_to(self.whole), path)
        self.posts = {without_times(path.read_bytes()) for path in _posts(trial.start, self.whole)}

    def check(self, cut: Cut) -> None:
        """The disk holds whole posts and a sound repository; one more run makes the rest good."""
        root = self.trial.root
        rebuild(self.recording, cut, self.trial.start, self.whole)
        found = {without_times(path.read_bytes()) for path in _posts(root)}
        assert found <= self.posts, (cut, "a post is torn")
        run_git(root, "fsck", "--no-dangling")
        self.trial.check_recovery(cut)
        run_git(root, "fsck", "--no-dangling")
        with closing(sqlite3.connect(root / ".mirror" / "index.sqlite")) as index:
            rows = {path for (path,) in index.execute("SELECT path FROM post WHERE NOT gone")}
        assert rows == {str(path.relative_to(root)) for path in _posts(root)}, cut


def _posts(*roots: Path) -> Iterator[Path]:
    for root in roots:
        yield from (root / "_posts").rglob("*.md")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_after_a_power_cut_one_more_run_makes_it_good(name: str, kind: str, tmp_path: Path) -> None:
    with Runs(tmp_path) as runs:
        outage = Outage(Trial(runs, tmp_path, name), tmp_path)
        for at in spread(range(1, len(outage.recording.steps) + 1), POINTS):
            outage.check(Cut(at, kind))
