"""The user's git index, changed under git's own lock, so that a run that dies blocks nobody.

git takes the lock by making `index.lock`, and where it is killed the file stays and stops every
later commit. Ours is a hard link to a file of our own: a lock that is one file with it was left by
a run of ours, which is dead, since the archive's lock is ours now.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mirror.errors import GitError, GitKilledError


@contextmanager
def locked_index(git_dir: Path, own: str, references: Sequence[Path]) -> Iterator[Path]:
    """A copy of the index to change; it becomes the index unless an error is raised.

    `own` begins the names of our files in `git_dir`. `references` are files that git locks as it
    moves HEAD: what a dead run of ours, or a git of ours that was killed, left of those locks is
    removed. Raises GitError when another git holds the index.
    """
    owner, copy, lock = git_dir / f"{own}-owner", git_dir / f"{own}-index", git_dir / "index.lock"
    _clear(owner, lock, references)
    _take(owner, lock)
    try:
        for left in (copy, _lock_of(copy)):
            left.unlink(missing_ok=True)
        if (git_dir / "index").exists():
            # With its time, by which git tells entries that may have changed since.
            shutil.copy2(git_dir / "index", copy)
        yield copy
        copy.replace(git_dir / "index")
    except (GitKilledError, KeyboardInterrupt):  # by the latter our git was killed, too
        _unlock(references, since=owner)
        raise
    finally:
        copy.unlink(missing_ok=True)
        lock.unlink(missing_ok=True)
        owner.unlink(missing_ok=True)


def _clear(owner: Path, lock: Path, references: Iterable[Path]) -> None:
    """Remove the locks of a dead run of ours. Whoever commits meanwhile would need the index's."""
    if owner.exists() and lock.exists() and owner.samefile(lock):
        _unlock(references, since=owner)
        lock.unlink()
    owner.unlink(missing_ok=True)


def _unlock(references: Iterable[Path], *, since: Path) -> None:
    """Remove the locks that are not older than the file `since`."""
    begun = since.stat().st_mtime_ns
    for left in map(_lock_of, references):
        if left.exists() and left.stat().st_mtime_ns >= begun:
            left.unlink()


def _take(owner: Path, lock: Path) -> None:
    owner.touch()
    try:
        os.link(owner, lock)
    except OSError as exc:
        owner.unlink()
        if not isinstance(exc, FileExistsError):
            raise GitError(f"{lock}: can't be made: {exc.strerror}") from exc
        raise GitError(
            f"{lock} is there: another git is at work, or one was killed; if none is,"
            " remove the file, and the next run commits"
        ) from exc


def _lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")
