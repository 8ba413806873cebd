"""The recorded sites under fixtures/, opened for tests."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FIRST = FIXTURES / "epochtimes.warc.gz"
LATER = FIXTURES / "epochtimes-later.warc.gz"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded response."""

    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes

    @property
    def validators(self) -> tuple[str, ...]:
        """ETag and Last-Modified, as far as it has them."""
        return tuple(
            self.headers[name] for name in ("etag", "last-modified") if name in self.headers
        )


def responses(path: Path) -> dict[str, Recorded]:
    """The responses of a recording, by address."""
    with path.open("rb") as file:
        return {
            record.rec_headers["WARC-Target-URI"]: Recorded(
                status=int(record.http_headers.get_statuscode()),
                headers={name.lower(): value for name, value in record.http_headers.headers},
                body=record.content_stream().read(),
            )
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        }


def expected() -> dict[str, Any]:
    """What a crawl of the recordings must find: see fixtures/build.py."""
    return dict(json.loads((FIXTURES / "epochtimes" / "expected.json").read_text("utf-8")))


def golden_posts(folder: str = "posts") -> dict[str, bytes]:
    """The golden posts by file name; `folder` is "posts" or "posts-later"."""
    return {path.name: path.read_bytes() for path in (FIXTURES / "epochtimes" / folder).iterdir()}
