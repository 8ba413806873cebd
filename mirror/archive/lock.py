"""One run at a time: an OS lock on `.mirror/lock`, which the kernel releases with the process."""

import fcntl
import os
from pathlib import Path

from mirror.errors import ArchiveBusyError, ArchiveError


class Lock:
    """Held from its making until `release`, or until the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        """Raises ArchiveBusyError at once when another process holds it."""
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        except OSError as exc:
            raise ArchiveError(
                f"{path}: can't be opened to lock the archive: {exc.strerror}"
            ) from exc
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(self._file, 0)
            os.pwrite(self._file, f"{os.getpid()}\n".encode("ascii"), 0)
        except BlockingIOError as exc:
            holder = os.pread(self._file, 20, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(self._file)
            raise ArchiveBusyError(
                f"{path.parent.parent}: in use by another run (process {holder}); try again later"
            ) from exc
        except OSError as exc:
            os.close(self._file)
            raise ArchiveError(f"{path}: can't be locked: {exc.strerror}") from exc

    def release(self) -> None:
        """Let the next run in; harmless twice."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
