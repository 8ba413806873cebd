"""What the index knows, as plain data: a row each."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TypedDict

Keys = Callable[[str, str], tuple[str, ...]]  # of a post's URL and site: all its keys
CLAIMED = 0  # `mtime_ns` of a post that is about to be written
COUNTS = ("found", "new", "updated", "unchanged", "removed", "refused", "failed", "alarms")


class Facts(TypedDict, total=False):
    """What is known of a post besides what it says itself: columns of its row."""

    origin: str  # "feed", "page"; "": not known
    agreement: float  # how sure its text was at the last look, as `Extract.agreement`
    seen: str  # digest of what its page showed at the last look; "": no record
    etag: str  # validators of its page
    last_modified: str
    checked_at: str  # when its page was last looked at, ISO 8601, UTC


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
    agreement: float = 1.0
    seen: str = ""
    etag: str = ""
    last_modified: str = ""
    checked_at: str = ""
    pending: int = 0
    gone: int = 0

    @property
    def facts(self) -> Facts:
        """What a rewrite of the post does not change."""
        return {
            "origin": self.origin,
            "agreement": self.agreement,
            "seen": self.seen,
            "etag": self.etag,
            "last_modified": self.last_modified,
            "checked_at": self.checked_at,
        }

    @property
    def is_claim(self) -> bool:
        """Was it, as far as is known, never written: did its run die on the way?"""
        return bool(self.pending) and self.mtime_ns == CLAIMED

    @property
    def validators(self) -> dict[str, str]:
        """Headers of a conditional request for its page."""
        return conditions(self.etag, self.last_modified)


@dataclass(frozen=True, slots=True)
class Resource:
    """A feed, listing or sitemap as an earlier run left it."""

    url: str
    etag: str = ""  # validators of the version whose articles are all stored
    last_modified: str = ""
    depth: int = 0  # pages that a run which did not finish has begun to read


def conditions(etag: str, last_modified: str) -> dict[str, str]:
    """Headers of a conditional request (RFC 9110, 13.1); none for a validator that is ""."""
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in headers.items() if value}


COLUMNS = tuple(column.name for column in fields(Known))  # of the table `post`, in its order
