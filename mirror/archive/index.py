"""The index: what the archive's posts say, for asking quickly. A cache; the posts are the truth.

All SQL of the project is here. Every change is committed at once (WAL: no flush per change), so a
run that is killed loses at most the change that it was making.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from mirror.errors import ArchiveError

VERSION = 1  # of the schema; an index of another version is rebuilt
SCHEMA = """
CREATE TABLE post (
    path          TEXT PRIMARY KEY,             -- relative to the archive, '/' separated
    url           TEXT NOT NULL,                -- its `from:`; '' when it has none
    site          TEXT NOT NULL,                -- its tag
    name_key      TEXT NOT NULL,                -- what its name comes down to on disks and sites
    published     TEXT NOT NULL,                -- its `date:`, ISO 8601, UTC
    size          INTEGER NOT NULL,             -- of the file, bytes
    mtime_ns      INTEGER NOT NULL,             -- of the file, when it was last read or written
    digest        TEXT NOT NULL,                -- SHA-256 of the file as we last wrote or took it over
    origin        TEXT NOT NULL DEFAULT '',     -- 'feed', 'page'; '': not known
    seen          TEXT NOT NULL DEFAULT '',     -- digest of what its page showed last; '': no record
    etag          TEXT NOT NULL DEFAULT '',     -- validators of its page
    last_modified TEXT NOT NULL DEFAULT '',
    checked_at    TEXT NOT NULL DEFAULT '',     -- when its page was last looked at, ISO 8601, UTC
    pending       INTEGER NOT NULL DEFAULT 0,   -- 1 until it is in a commit
    gone          INTEGER NOT NULL DEFAULT 0    -- 1: a person deleted it; it stays deleted
) STRICT, WITHOUT ROWID;
CREATE INDEX post_name ON post (name_key);
CREATE INDEX post_checked ON post (checked_at);
CREATE INDEX post_pending ON post (path) WHERE pending;
CREATE TABLE key (
    key  TEXT PRIMARY KEY,                      -- an identity or canonical URL
    path TEXT NOT NULL                          -- the post it is of
) STRICT, WITHOUT ROWID;
CREATE INDEX key_path ON key (path);
CREATE TABLE resource (
    url           TEXT PRIMARY KEY,             -- of a feed, listing or sitemap
    etag          TEXT NOT NULL,                -- validators of the version that is wholly stored
    last_modified TEXT NOT NULL,
    depth         INTEGER NOT NULL              -- pages of a listing that a run began and did not end
) STRICT, WITHOUT ROWID;
CREATE TABLE directory (
    path     TEXT PRIMARY KEY,                  -- of posts, relative to the archive
    mtime_ns INTEGER NOT NULL                   -- when it was last listed; 0: list it again
) STRICT, WITHOUT ROWID;
CREATE TABLE run (
    source TEXT NOT NULL,                       -- its name
    at     TEXT NOT NULL,                       -- when the run began, ISO 8601, UTC
    found INTEGER NOT NULL, new INTEGER NOT NULL, updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL, removed INTEGER NOT NULL, refused INTEGER NOT NULL,
    failed INTEGER NOT NULL,                    -- the report's counts
    PRIMARY KEY (source, at)
) STRICT, WITHOUT ROWID;
"""
COUNTS = ("found", "new", "updated", "unchanged", "removed", "refused", "failed")
RUNS_KEPT = 1000  # per source: six weeks of hourly ones
_POST = (
    "path", "url", "site", "name_key", "published", "size", "mtime_ns", "digest",
    "origin", "seen", "etag", "last_modified", "checked_at", "pending", "gone",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A post as the index knows it; the fields are the table's columns."""

    path: str
    url: str
    site: str
    name_key: str
    published: str
    size: int
    mtime_ns: int
    digest: str
    origin: str = ""
    seen: str = ""
    etag: str = ""
    last_modified: str = ""
    checked_at: str = ""
    pending: int = 0
    gone: int = 0

    @property
    def validators(self) -> dict[str, str]:
        """Headers of a conditional request for its page (RFC 9110, 13.1)."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


@dataclass(frozen=True, slots=True)
class Resource:
    """A feed, listing or sitemap as an earlier run left it."""

    url: str
    etag: str
    last_modified: str
    depth: int


@dataclass(frozen=True, slots=True)
class PastRun:
    """What one run counted for one source."""

    source: str
    at: str
    counts: Mapping[str, int]


class IndexDamagedError(ArchiveError):
    """The index can't be read. It was removed: the next opening rebuilds it from the posts."""


class Index:
    """The SQLite file; made new when it is missing, damaged or of another version (`fresh`)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fresh = False
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
                row = self._db.execute(
                    f"SELECT {_columns('p.')} FROM key k JOIN post p USING (path) WHERE k.key = ?",
                    (key,),
                ).fetchone()
                if row:
                    return Known(*row)
        return None

    def at(self, path: str) -> Known | None:
        """The post at `path`, relative to the archive."""
        return next(self._posts("WHERE path = ?", (path,)), None)

    def named(self, name_key: str) -> list[str]:
        """The paths of the posts whose names come down to `name_key`."""
        with self._guard():
            rows = self._db.execute("SELECT path FROM post WHERE name_key = ?", (name_key,))
            return [path for (path,) in rows]

    def posts(
        self, *, since: datetime | None = None, site: str | None = None, limit: int | None = None
    ) -> Iterator[Known]:
        """Posts that are there and have an address, those looked at longest ago first."""
        return self._posts(
            "WHERE NOT gone AND url != '' AND published >= ? AND (? IS NULL OR site = ?)"
            " ORDER BY checked_at, path LIMIT ?",
            (since.isoformat() if since else "", site, site, -1 if limit is None else limit),
        )

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
        found = self._posts("WHERE path > ? AND path < ?", (f"{directory}/", f"{directory}0"))
        return {post.path: post for post in found if "/" not in post.path[len(directory) + 1 :]}

    def put(self, post: Known, keys: Iterable[str]) -> None:
        """Add or replace a post; a key that another post has stays with that one."""
        with self._guard(), self._db:
            self._db.execute("BEGIN")
            marks = ",".join("?" * len(_POST))
            values = [getattr(post, name) for name in _POST]
            self._db.execute(f"INSERT OR REPLACE INTO post VALUES ({marks})", values)
            rows = [(key, post.path) for key in keys]
            self._db.executemany("INSERT OR IGNORE INTO key VALUES (?, ?)", rows)

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
            self._db.execute(f"INSERT OR REPLACE INTO run VALUES (?, ?{', ?' * 7})", values)
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

    def _posts(self, where: str, values: tuple[Any, ...]) -> Iterator[Known]:
        with self._guard():
            for row in self._db.execute(
                f"SELECT {_columns()} FROM post {where}", values
            ).fetchall():
                yield Known(*row)

    def _connect(self) -> None:
        if self.path.is_symlink():
            raise ArchiveError(f"{self.path}: is a symbolic link; take it away")
        self._db = sqlite3.connect(self.path, isolation_level=None, timeout=10)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")

    def _check(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not version and not tables:
            self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
            self.fresh = True
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


def _columns(prefix: str = "") -> str:
    return ", ".join(prefix + name for name in _POST)
