"""A scenario, run again and again from one start, and what its archive must be in the end."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from injection import Call, Ended, Runs
from running import run_git

FIXTURES = Path(__file__).resolve().parent.parent.parent / "fixtures"
FIRST, LATER = FIXTURES / "epochtimes.warc.gz", FIXTURES / "epochtimes-later.warc.gz"
# What is done before, and what is disturbed; `-A ROOT` is added to both.
SCENARIOS = {
    "first crawl": ([], ["crawl", "--replay", str(FIRST)]),
    "later crawl": (["crawl", "--replay", str(FIRST)], ["crawl", "--replay", str(LATER)]),
    "refresh": (["crawl", "--replay", str(FIRST)], ["refresh", "--all", "--replay", str(LATER)]),
}
# How that is told: by the system's words, or by SQLite's and git's.
NAMED = re.compile(
    r"No space left|full|Input/output|I/O error|Too many open files|Disk quota|No locks available"
    r"|unable to open|can't be (used|written|read|made)|failed|fatal|damaged",
    re.IGNORECASE,
)
# Times of the run itself, which differ.
_MARKS = re.compile(rb"^((?:last_modified|removed)_at: ).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What of an archive has to be as if nothing had happened."""

    posts: dict[str, bytes]
    committed: dict[str, str]  # path: blob, of what HEAD holds
    status: str  # git's: nothing is left to be committed
    leftovers: list[str]


def snapshot(root: Path) -> Snapshot:
    below = root / "_posts"
    posts = {str(p.relative_to(root)): p.read_bytes() for p in below.rglob("*.md")}
    left = [p for p in root.rglob("*") if p.suffix in (".tmp", ".lock") or "-owner" in p.name]
    return Snapshot(
        {path: without_times(data) for path, data in posts.items()},
        {path: blob for path, blob in _committed(root).items() if path not in _marked(posts)},
        run_git(root, "status", "--porcelain", "_posts"),
        [str(p.relative_to(root)) for p in left],
    )


def without_times(data: bytes) -> bytes:
    """A post's bytes, but for the times of the run itself."""
    return _MARKS.sub(rb"\1-", data)


def _marked(posts: dict[str, bytes]) -> set[str]:
    """Posts with a time in them, so that their blobs differ from run to run."""
    return {path for path, data in posts.items() if _MARKS.search(data)}


def _committed(root: Path) -> dict[str, str]:
    listed = run_git(root, "ls-tree", "-r", "-z", "HEAD", "_posts").split("\0")
    rows = (line.partition("\t") for line in listed if line)
    return {path: facts.split()[2] for facts, _, path in rows}


class Trial:
    """One scenario, again and again from the same start."""

    def __init__(self, runs: Runs, folder: Path, name: str) -> None:
        self.runs, self.root, self.start = runs, folder / "archive", folder / "start"
        before, words = SCENARIOS[name]
        self.words = [*words, "-A", str(self.root)]
        self.runs.run("init", self.root)
        if before:
            assert self.runs.run(*before, "-A", self.root).status == 0
        self.root.rename(self.start)
        self.again()
        usual = self.runs.run(*self.words)
        self.status, self.expected = usual.status, snapshot(self.root)
        assert self.expected.posts
        assert not self.expected.leftovers

    def again(self) -> None:
        """Back to the start; times are kept, for the index goes by them."""
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", self.start, self.root], check=True)

    def calls(self) -> list[Call]:
        """The calls of an undisturbed run that concern the archive."""
        self.again()
        return self.runs.calls(*self.words, below=self.root)

    def git_calls(self) -> list[tuple[int, Call]]:
        self.again()
        return self.runs.git_calls(*self.words)

    def disturbed(self, *, inject: str = "", git: str = "") -> Ended:
        self.again()
        return self.runs.run(*self.words, inject=inject, git=git)

    def check_recovery(self, point: object) -> None:
        """One more run, and the archive is as it should be."""
        ended = self.runs.run(*self.words)
        assert ended.status == self.status, (point, ended)
        assert snapshot(self.root) == self.expected, (point, ended)

    def check_failure(self, ended: Ended, point: object) -> None:
        """The run that met a failure ended by itself, and named it unless it did no harm."""
        assert ended.status in (0, 1, 2, 3), (point, ended)
        assert "Traceback" not in ended.out, (point, ended)
        if ended.status == 0 or not NAMED.search(ended.out):
            assert snapshot(self.root) == self.expected, (point, ended)
