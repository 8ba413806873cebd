"""The tables of the index, as prose that SQLite can read. Times are ISO 8601, UTC."""

VERSION = 5  # of the tables and of what makes a key; an index of another version is rebuilt
SCHEMA = """
CREATE TABLE post (
    path          TEXT PRIMARY KEY,             -- relative to the archive, '/' separated
    url           TEXT NOT NULL,                -- its `from:`; '' when that is no address
    site          TEXT NOT NULL,                -- its tag
    name_key      TEXT NOT NULL,                -- what its name comes down to on disks and sites
    published     TEXT NOT NULL,                -- its `date:`, ISO 8601, UTC
    size          INTEGER NOT NULL,             -- of the file, bytes
    mtime_ns      INTEGER NOT NULL,             -- of the file, when it was last read or written
    digest        TEXT NOT NULL,                -- SHA-256 of the file as last written or taken over
    origin        TEXT NOT NULL DEFAULT '',     -- 'feed', 'page'; '': not known
    agreement     REAL NOT NULL DEFAULT 1,      -- how sure its text was at the last look, 0 to 1
    seen          TEXT NOT NULL DEFAULT '',     -- digest of what its page showed; '': no record
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
CREATE TABLE doubt (
    path  TEXT PRIMARY KEY,                     -- of a post whose page lost most of its text
    shown TEXT NOT NULL,                        -- digest of what is left
    looks INTEGER NOT NULL,                     -- that agree on it, a day or more apart
    at    TEXT NOT NULL                         -- of the last of these
) STRICT, WITHOUT ROWID;
CREATE TABLE resource (
    url           TEXT PRIMARY KEY,             -- of a feed, listing or sitemap
    etag          TEXT NOT NULL,                -- validators of the version that is wholly stored
    last_modified TEXT NOT NULL,
    depth         INTEGER NOT NULL              -- pages of a listing that a run did not finish
) STRICT, WITHOUT ROWID;
CREATE TABLE usual (
    url     TEXT PRIMARY KEY,                   -- of a feed, listing or sitemap
    entries REAL NOT NULL                       -- how many articles it names, lately
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
    alarms INTEGER NOT NULL,                    -- of feeds and listings that named too few
    PRIMARY KEY (source, at)
) STRICT, WITHOUT ROWID;
"""
