"""The index: what the archive's posts say, for asking quickly. A cache; the posts are the truth.

All SQL of the project is here. Every change is committed at once (WAL: no flush per change), so a
run that is killed loses at most the change that it was making.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from mirror.archive.known import COLUMNS, COUNTS, Known, PastRun, Resource
from mirror.archive.schema import SCHEMA, VERSION
from mirror.errors import ArchiveError

RUNS_KEPT = 1000  # per source: six weeks of hourly ones
# Statements are put together from these names of ours and placeholders, nothing else.
_POST = ", ".join(COLUMNS)
_SELECT = f"SELECT {_POST} FROM post"  # noqa: S608
_FIND = f"{_SELECT} WHERE path = (SELECT path FROM key WHERE key = ?)"  # noqa: S608
_PUT = f"INSERT OR REPLACE INTO post VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_PUT_KEY = """
INSERT INTO key VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET path = excluded.path
WHERE (SELECT gone FROM post WHERE post.path = key.path) IS NOT 0
"""


class IndexDamagedError(ArchiveError):
    """The index can't be read. It was removed: the next opening rebuilds it from the posts."""


class Index:
    """The SQLite file; made anew when it is missing, damaged or of another version."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.is_symlink():
            raise ArchiveError(f"{path}: is a symbolic link; take it away")
        try:
            self._connect()
            self._check()
        except (sqlite3.DatabaseError, ArchiveError) as exc:
            if isinstance(exc, sqlite3.OperationalError) and "unable to open" in str(exc):
                raise ArchiveError(f"{path}: can't be opened: {exc}") from exc
            self._remove()
            self._connect()
            self._check()

    def find(self, keys: Iterable[str]) -> Known | None:
        """The post of the first of `keys` that one has."""
        with self._guard():
            for key in keys:
                if row := self._db.execute(_FIND, (key,)).fetchone():
                    return Known(*row)
        return None

    def at(self, path: str) -> Known | None:
        """The post at `path`, relative to the archive."""
        return next(iter(self._posts("WHERE path = ?", path)), None)

    def named(self, name_key: str) -> list[str]:
        """The paths of the posts whose names come down to `name_key`."""
        with self._guard():
            rows = self._db.execute("SELECT path FROM post WHERE name_key = ?", (name_key,))
            return [path for (path,) in rows]

    def posts(
        self, *, since: datetime | None = None, site: str | None = None, limit: int | None = None
    ) -> Iterator[Known]:
        """Posts that are there and have an address, those looked at longest ago first."""
        values = (since.isoformat() if since else "", site, site, -1 if limit is None else limit)
        with self._guard():
            paths = self._db.execute(
                "SELECT path FROM post WHERE NOT gone AND url != '' AND published >= ?"
                " AND (? IS NULL OR site = ?) ORDER BY checked_at, path LIMIT ?",
                values,
            ).fetchall()
        for (path,) in paths:  # each as it is by then: what is done with one may change others
            if known := self.at(path):
                yield known

    def paths(self) -> list[str]:
        """The paths of all posts that are there."""
        with self._guard():
            return [path for (path,) in self._db.execute("SELECT path FROM post WHERE NOT gone")]

    def pending(self) -> list[str]:
        """The paths of posts that are in no commit yet."""
        with self._guard():
            return [path for (path,) in self._db.execute("SELECT path FROM post WHERE pending")]

    def below(self, directory: str) -> dict[str, Known]:
        """The posts right in `directory`, by path."""
        found = self._posts("WHERE path > ? AND path < ?", f"{directory}/", f"{directory}0")
        return {post.path: post for post in found if "/" not in post.path[len(directory) + 1 :]}

    def put(self, post: Known, keys: Iterable[str]) -> None:
        """Add or replace a post; a key of another post stays with that one unless it is gone."""
        with self._guard(), self._db:
            self._db.execute("BEGIN")
            self._db.execute(_PUT, [getattr(post, name) for name in COLUMNS])
            rows = [(key, post.path) for key in keys]
            self._db.executemany(_PUT_KEY, rows)

    def drop(self, path: str) -> None:
        """Forget a post and its keys."""
        with self._guard(), self._db:
            self._db.execute("BEGIN")
            self._db.execute("DELETE FROM key WHERE path = ?", (path,))
            self._db.execute("DELETE FROM post WHERE path = ?", (path,))

    def committed(self, paths: Iterable[str]) -> None:
        """These posts are in a commit now."""
        with self._guard(), self._db:
            self._db.execute("BEGIN")
            rows = [(path,) for path in paths]
            self._db.executemany("UPDATE post SET pending = 0 WHERE path = ?", rows)

    def resource(self, url: str) -> Resource | None:
        with self._guard():
            row = self._db.execute("SELECT * FROM resource WHERE url = ?", (url,)).fetchone()
        return Resource(*row) if row else None

    def keep_resource(self, resource: Resource) -> None:
        values = (resource.url, resource.etag, resource.last_modified, resource.depth)
        with self._guard():
            self._db.execute("INSERT OR REPLACE INTO resource VALUES (?, ?, ?, ?)", values)

    def directories(self) -> dict[str, int]:
        """Directories of posts, and the times (ns) of their last listing."""
        with self._guard():
            return dict(self._db.execute("SELECT path, mtime_ns FROM directory").fetchall())

    def keep_directory(self, path: str, mtime_ns: int) -> None:
        with self._guard():
            self._db.execute("INSERT OR REPLACE INTO directory VALUES (?, ?)", (path, mtime_ns))

    def drop_directory(self, path: str) -> None:
        with self._guard():
            self._db.execute("DELETE FROM directory WHERE path = ?", (path,))

    def record_run(self, run: PastRun) -> None:
        values = (run.source, run.at, *(run.counts.get(name, 0) for name in COUNTS))
        with self._guard(), self._db:
            self._db.execute("BEGIN")
            self._db.execute(
                "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values
            )
            self._db.execute(
                "DELETE FROM run WHERE source = ?1 AND at <= (SELECT at FROM run WHERE source = ?1"
                " ORDER BY at DESC LIMIT 1 OFFSET ?2)",
                (run.source, RUNS_KEPT),
            )

    def runs(self) -> Iterator[PastRun]:
        """The runs that are remembered, newest first."""
        with self._guard():
            for source, at, *counts in self._db.execute("SELECT * FROM run ORDER BY at DESC"):
                yield PastRun(source, at, dict(zip(COUNTS, counts, strict=True)))

    def counted(self) -> dict[str, int]:
        """The number of posts of each site."""
        with self._guard():
            return dict(
                self._db.execute("SELECT site, count(*) FROM post WHERE NOT gone GROUP BY site")
            )

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Many changes at once, as one: for a rebuild."""
        with self._guard():
            self._db.execute("PRAGMA synchronous = OFF")
            yield
            self._db.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        self._db.close()

    def _posts(self, where: str, *values: Any) -> list[Known]:
        with self._guard():
            rows = self._db.execute(f"{_SELECT} {where}", values).fetchall()
        return [Known(*row) for row in rows]

    def _connect(self) -> None:
        self._db = sqlite3.connect(self.path, isolation_level=None, timeout=10)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")

    def _check(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not version and not tables:
            self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION or self._db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise ArchiveError("not of this version, or damaged")

    def _remove(self) -> None:
        self._db.close()
        for end in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as exc:
            raise ArchiveError(f"{self.path}: {exc}") from exc
        except sqlite3.DatabaseError as exc:
            self._remove()
            raise IndexDamagedError(
                f"{self.path}: damaged ({exc}); removed, the next run rebuilds it from the posts"
            ) from exc
