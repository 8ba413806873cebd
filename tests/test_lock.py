"""One run at a time."""

import os
import subprocess
import sys

import pytest

from mirror.archive.lock import Lock
from mirror.errors import ArchiveBusyError, ArchiveError

HOLD = """
import sys
from pathlib import Path
from mirror.archive.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock until it is killed."""
    words = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_a_second_run_is_told_who_holds_the_lock(tmp_path, holder):
    with pytest.raises(ArchiveBusyError, match=str(holder.pid)):
        Lock(tmp_path / "lock")


def test_the_lock_dies_with_its_process(tmp_path, holder):
    holder.kill()
    holder.wait()
    Lock(tmp_path / "lock").release()


def test_a_released_lock_can_be_taken_again(tmp_path):
    first = Lock(tmp_path / "lock")
    first.release()
    first.release()
    Lock(tmp_path / "lock").release()
    assert int((tmp_path / "lock").read_text()) == os.getpid()


def test_a_lock_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ArchiveError):
        Lock(tmp_path / "lock")
    assert not (tmp_path / "elsewhere").exists()
