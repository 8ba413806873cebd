"""Bringing the index in line with the posts on disk, by listing only what has changed.

A directory whose modification time is the one remembered holds what the index says; so the cost of
a run follows the number of directories and of changes, not of posts.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from mirror.archive.files import exists, read_post, remove_leftovers
from mirror.archive.index import Index
from mirror.archive.known import Known
from mirror.errors import ArchiveError, PostError
from mirror.post import name_key, parse

TICK = 20_000_000  # ns; file systems keep times as coarse as a few milliseconds
Keys = Callable[[str, str], tuple[str, ...]]


class Survey:
    """One look at the posts below `root`/`posts`."""

    def __init__(self, root: Path, posts: PurePosixPath, index: Index, keys: Keys) -> None:
        self.root, self.posts, self.index, self.keys = root, posts, index, keys
        self.unreadable: list[str] = []

    def run(self, progress: Callable[[int], None]) -> list[str]:
        """Update the index; the paths of files that are no posts, as far as they were read."""
        known = self.index.directories()
        with self.index.bulk():
            self._drop_claims()
            # Those that are gone first: a post that was moved is found elsewhere afterwards.
            found = [file for path in list(self._changed(known)) for file in self._list(path)]
            for done, (path, status) in enumerate(found, start=1):
                self._compare(path, status)
                progress(done)
        return self.unreadable

    def _drop_claims(self) -> None:
        """Posts that a run claimed, and died before it wrote them."""
        for path in self.index.pending():
            if not exists(self.root / path):
                self.index.drop(path)

    def _changed(self, known: dict[str, int]) -> Iterator[PurePosixPath]:
        """Directories to list: those that changed or are new; those that are gone are forgotten."""
        waiting = [self.posts, *(PurePosixPath(path) for path in known if path != str(self.posts))]
        done: set[PurePosixPath] = set()
        while waiting:
            path = waiting.pop()
            if path in done:
                continue
            done.add(path)
            status = self._status(path)
            if status is None:
                self._forget(path)
            elif status.st_mtime_ns != known.get(str(path)):
                yield path
                self.index.keep_directory(str(path), settled_mtime(status))
                waiting += self._subdirectories(path)

    def _list(self, path: PurePosixPath) -> list[tuple[PurePosixPath, os.stat_result]]:
        """A directory's posts that the index does not know as they are; those gone are marked."""
        remove_leftovers(self.root / path)
        rows = self.index.below(str(path))
        changed = []
        for entry in os.scandir(self.root / path):
            if entry.name.endswith(".md") and entry.is_file(follow_symlinks=False):
                row = rows.pop(str(path / entry.name), None)
                status = entry.stat(follow_symlinks=False)
                if not row or row.gone or (row.size, row.mtime_ns) != _shape(status):
                    changed.append((path / entry.name, status))
        for row in rows.values():
            self._missing(row)
        return changed

    def _compare(self, path: PurePosixPath, status: os.stat_result) -> None:
        """Read a post and put what it says into the index."""
        try:
            data = read_post(self.root, path)
            article = parse(data)
        except (ArchiveError, PostError):
            self.unreadable.append(str(path))
            return
        row = self.index.at(str(path))
        found = Known(
            path=str(path),
            url=article.url,
            site=article.site,
            name_key=name_key(path.name),
            published=article.date.isoformat(),
            size=status.st_size,
            mtime_ns=status.st_mtime_ns,
            digest=digest_of(data),
        )
        if row:  # what we last wrote tells a person's edit; what we know of its page stays known
            found = replace(found, digest=row.digest, pending=row.pending, **row.facts)
        self.index.put(found, self.keys(article.url, article.site))

    def _missing(self, row: Known) -> None:
        """What a person deleted stays deleted."""
        if not row.gone:
            self.index.put(replace(row, gone=1), ())

    def _forget(self, path: PurePosixPath) -> None:
        for row in self.index.below(str(path)).values():
            self._missing(row)
        self.index.drop_directory(str(path))

    def _subdirectories(self, path: PurePosixPath) -> list[PurePosixPath]:
        entries = os.scandir(self.root / path)
        return [path / entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]

    def _status(self, path: PurePosixPath) -> os.stat_result | None:
        try:
            return (self.root / path).stat(follow_symlinks=False)
        except (FileNotFoundError, NotADirectoryError):
            return None


def _shape(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def settled_mtime(status: os.stat_result) -> int:
    """A directory's modification time; 0 where a later change might fall into the same tick."""
    return status.st_mtime_ns if time.time_ns() - status.st_mtime_ns > TICK else 0


def digest_of(data: bytes) -> str:
    """SHA-256 of a post's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
