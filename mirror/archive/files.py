"""Writing a post: whole or not at all, and never through a link. POSIX."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from mirror.errors import ArchiveError

TEMPORARY = ".mirror-post.tmp"  # one at a time: the archive is locked
_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def write_post(root: Path, path: PurePosixPath, data: bytes) -> os.stat_result:
    """Put `data` at `root`/`path` by a temporary file beside it, flushed, and a rename.

    A reader sees the old file or the new one, never half. Makes the directories. Raises
    ArchiveError naming path and reason; then no new file is left.
    """
    try:
        with _directory(root, path.parent, make=True) as parent:
            try:
                _write(TEMPORARY, data, parent)
                os.replace(TEMPORARY, path.name, src_dir_fd=parent, dst_dir_fd=parent)
            except OSError:
                _unlink(TEMPORARY, parent)
                raise
            return os.stat(path.name, dir_fd=parent, follow_symlinks=False)
    except OSError as exc:
        raise ArchiveError(f"{root / path}: can't be written: {_reason(exc, root, path)}") from exc


def read_post(root: Path, path: PurePosixPath) -> bytes:
    """The bytes of a post. Raises ArchiveError when it can't be read, or is a link."""
    try:
        with _directory(root, path.parent, make=False) as parent:
            file = os.open(path.name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent)
            with os.fdopen(file, "rb") as opened:
                return opened.read()
    except OSError as exc:
        raise ArchiveError(f"{root / path}: can't be read: {_reason(exc, root, path)}") from exc


def exists(path: Path) -> bool:
    """Is there anything of that name, be it a dangling link?"""
    return os.path.lexists(path)


def flush_directories(
    root: Path, directories: Iterable[PurePosixPath], *, above: bool = True
) -> None:
    """Flush directories, and those `above` them up to `root`: renames survive a power cut.

    Raises ArchiveError naming the directory that can't be flushed.
    """
    every = {each for one in directories for each in (one, *(one.parents if above else ()))}
    for one in sorted(every, key=str, reverse=True):
        try:
            with _directory(root, one, make=False) as opened:
                os.fsync(opened)
        except (FileNotFoundError, NotADirectoryError):
            continue  # a post was to go there, and that failed
        except OSError as exc:
            raise ArchiveError(f"{root / one}: can't be flushed: {exc.strerror}") from exc


def check_writable(root: Path, path: PurePosixPath) -> None:
    """Raise ArchiveError unless posts can be written below `root`/`path`.

    Nothing is written, for that would change the directory's time, by which the index knows it.
    """
    place = root
    for part in (".", *path.parts):
        place /= part
        if place.is_symlink():
            raise ArchiveError(f"{place}: is a symbolic link; name the directory itself")
        if not exists(place):
            return
        if not place.is_dir():
            raise ArchiveError(f"{place}: is not a directory; move it away")
        if not os.access(place, os.W_OK | os.X_OK):
            raise ArchiveError(f"{place}: can't be written to; make it writable")


def remove_leftovers(directory: Path) -> None:
    """Take away what a run that was killed had begun to write."""
    (directory / TEMPORARY).unlink(missing_ok=True)


@contextmanager
def _directory(root: Path, path: PurePosixPath, *, make: bool) -> Iterator[int]:
    """A descriptor of `root`/`path`, reached step by step, none of them a symbolic link."""
    with ExitStack() as opened:
        current = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        opened.callback(os.close, current)
        for part in path.parts:
            if make:
                with suppress(FileExistsError):
                    os.mkdir(part, dir_fd=current)
            current = os.open(part, _DIRECTORY, dir_fd=current)
            opened.callback(os.close, current)
        yield current


def _write(name: str, data: bytes, parent: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    _unlink(name, parent)
    with os.fdopen(os.open(name, flags, 0o666, dir_fd=parent), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _unlink(name: str, parent: int) -> None:
    with suppress(OSError):
        os.unlink(name, dir_fd=parent)


def _reason(error: OSError, root: Path, path: PurePosixPath) -> str:
    """What is in the way: a link or a file where a directory is due, else what the system says."""
    for above in (path, *path.parents):
        if (root / above).is_symlink():
            return f"{root / above} is a symbolic link, and posts are never written through one"
        if above != path and exists(root / above) and not (root / above).is_dir():
            return f"{root / above} is not a directory"
    return error.strerror or str(error)
