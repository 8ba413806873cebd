"""A run that is killed, or whose system calls fail, at every kind of point; then one more run.

Afterwards the archive must be what an undisturbed run makes: nothing lost, torn or doubled, and
nothing for a person to do. Every failure must have been named.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from injection import Runs, can_trace, spread
from trials import SCENARIOS, Trial

pytestmark = pytest.mark.skipif(not can_trace(), reason="needs strace (Debian's package)")
KILLS, GIT_KILLS, FAILURES, GIT_FAILURES = 110, 20, 70, 15  # points of each scenario
# How a call fails on a disk that is full or broken, or in a process with too many open files.
ERRORS = {
    "openat": ("EMFILE", "EIO"), "write": ("ENOSPC", "EIO"), "pwrite64": ("ENOSPC", "EIO"),
    "fsync": ("EIO",), "fdatasync": ("EIO",), "ftruncate": ("EIO",), "flock": ("ENOLCK",),
    "rename": ("ENOSPC",), "renameat": ("ENOSPC", "EIO"), "renameat2": ("ENOSPC",),
    "link": ("EDQUOT",), "linkat": ("EDQUOT",), "unlink": ("EIO",), "unlinkat": ("EIO",),
    "mkdir": ("ENOSPC",), "mkdirat": ("ENOSPC", "EDQUOT"),
}  # fmt: skip


@pytest.fixture(params=SCENARIOS)
def trial(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Trial]:
    with Runs(tmp_path) as runs:
        yield Trial(runs, tmp_path, request.param)


def test_after_a_kill_one_more_run_makes_it_good(trial: Trial) -> None:
    killed = 0
    for call in spread(trial.calls(), KILLS):
        ended = trial.disturbed(inject=call.fault("signal=KILL"))
        killed += ended.status == -9
        trial.check_recovery(call)
    assert killed >= 0.9 * KILLS


def test_after_a_git_was_killed_one_more_run_makes_it_good(trial: Trial) -> None:
    for start, call in spread(trial.git_calls(), GIT_KILLS):
        ended = trial.disturbed(git=f"{start}:{call.fault('signal=KILL')}")
        trial.check_failure(ended, (start, call))
        trial.check_recovery((start, call))


def test_a_call_that_fails_is_named_and_one_more_run_makes_it_good(trial: Trial) -> None:
    points = [(call, error) for call in trial.calls() for error in ERRORS[call.name]]
    failed = 0
    for call, error in spread(points, FAILURES):
        ended = trial.disturbed(inject=call.fault(f"error={error}"))
        failed += bool(ended.injected)
        if str(trial.root) in ended.injected:  # else it hit another call: runs differ a little
            trial.check_failure(ended, (call, error))
        trial.check_recovery((call, error))
    assert failed >= 0.9 * FAILURES


def test_a_gits_call_that_fails_is_named_and_one_more_run_makes_it_good(trial: Trial) -> None:
    points = [(*one, error) for one in trial.git_calls() for error in ERRORS[one[1].name]]
    for start, call, error in spread(points, GIT_FAILURES):
        ended = trial.disturbed(git=f"{start}:{call.fault(f'error={error}')}")
        trial.check_failure(ended, (start, call, error))
        trial.check_recovery((start, call, error))


def test_every_post_is_flushed_before_its_rename(trial: Trial) -> None:
    """A power cut may not leave a name without its bytes."""
    calls = [call for call in trial.calls() if ".mirror-post.tmp" in call.said]
    steps = [call.name for call in calls if call.name in ("fsync", "renameat")]
    assert steps == ["fsync", "renameat"] * (len(steps) // 2) != []
