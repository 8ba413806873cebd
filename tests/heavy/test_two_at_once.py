"""Two runs on one archive, again and again: one works, the other says so; nothing is lost."""

import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import pytest
from injection import Ended, Runs
from running import commits, posts, run_git

PAIRS = 50
RECORDING = Path(__file__).resolve().parent.parent.parent / "fixtures" / "epochtimes.warc.gz"
ARTICLES = 13  # that the recording holds


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Runs, Runs]]:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with Runs(tmp_path / "one") as one, Runs(tmp_path / "two") as two:
        yield one, two


def timed(runs: Runs, root: Path) -> tuple[Ended, float]:
    began = time.monotonic()
    ended = runs.run("crawl", "-A", root, "--replay", RECORDING)
    return ended, time.monotonic() - began


def test_of_two_runs_one_works_and_the_other_says_so(
    pair: tuple[Runs, Runs], tmp_path: Path
) -> None:
    root, losers = tmp_path / "archive", list[float]()
    with ThreadPoolExecutor(2) as pool:
        for number in range(PAIRS):
            shutil.rmtree(root, ignore_errors=True)
            assert pair[0].run("init", root).status == 0
            ended = list(pool.map(timed, pair, (root, root)))
            statuses = sorted(one.status for one, _ in ended)
            assert statuses in ([0, 0], [0, 3]), (number, ended)
            losers += [seconds for one, seconds in ended if one.status == 3]
            for one, _ in ended:
                assert one.status == 0 or "in use by another run" in one.out, (number, one)
            assert (len(posts(root)), len(commits(root))) == (ARTICLES, 1), (number, ended)
            assert run_git(root, "status", "--porcelain", "_posts") == "", (number, ended)
    assert len(losers) > PAIRS / 2
    assert median(losers) < 1  # second
