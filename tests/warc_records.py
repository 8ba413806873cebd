"""WARC records made for a test, and what is found in them."""

from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from mirror.web.recordings import Recordings

LIMIT = 1_000_000
A, B = "http://example.org/a", "http://example.org/b"


def recorded(
    url: str,
    body: bytes,
    *,
    headers: list[tuple[str, str]] | None = None,
    status: str = "200 OK",
    zipped: bool = True,
) -> bytes:
    """The bytes of one response record."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=zipped, warc_version="1.1")
    http = StatusAndHeaders(status, headers or [], "HTTP/1.1")
    record = writer.create_warc_record(
        url, "response", payload=BytesIO(body), length=len(body), http_headers=http
    )
    writer.write_record(record)
    return buffer.getvalue()


def bodies(path: Path, *urls: str) -> list[bytes | None]:
    recordings = Recordings([path])
    answers = [recordings.find(url, limit=LIMIT) for url in urls]
    return [answer and answer.body for answer in answers]
