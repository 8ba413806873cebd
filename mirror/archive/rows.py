"""A post -> its row in the index."""

import hashlib
from pathlib import PurePosixPath

from mirror.archive.known import CLAIMED, Known
from mirror.article import Article
from mirror.post import name_key


def row_of(path: PurePosixPath, article: Article, data: bytes) -> Known:
    """The row of the post at `path`, as far as it can be told from its bytes."""
    return Known(
        path=str(path),
        url=article.url,
        site=article.site,
        name_key=name_key(path.name),
        published=article.date.isoformat(),
        size=len(data),
        mtime_ns=CLAIMED,
        digest=digest_of(data),
    )


def digest_of(data: bytes) -> str:
    """SHA-256 of a post's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
