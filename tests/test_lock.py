"""One run at a time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from archives import python

from mirror.archive.lock import Lock
from mirror.errors import ArchiveBusyError, ArchiveError

HOLD = """
import sys, time
from pathlib import Path
from mirror.archive.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_refused_and_told_who_holds_the_lock(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    script = (
        "import sys; from pathlib import Path; from mirror.archive.lock import Lock;"
        "Lock(Path(sys.argv[1]))"
    )
    done = python(script, str(tmp_path / "lock"))
    lock.release()
    assert done.returncode == 1
    assert (
        f"ArchiveBusyError: {tmp_path.parent}: in use by another run (process {os.getpid()})"
        in (done.stderr)
    )
    assert python(script, str(tmp_path / "lock")).returncode == 0


def test_the_lock_dies_with_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(ArchiveBusyError, match=f"process {holder.pid}"):
        Lock(path)
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    Lock(path).release()


def test_a_stale_process_id_locks_nothing(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text(f"{os.getppid()}\n", "ascii")
    Lock(tmp_path / "lock").release()


def test_releasing_twice_is_harmless(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    lock.release()
    lock.release()
    Lock(tmp_path / "lock").release()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ArchiveError, match=r"lock: .*symbolic link"):
        Lock(tmp_path / "lock")
    assert not (tmp_path / "elsewhere").exists()
