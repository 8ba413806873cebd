"""`--record`: every request and its response, written to one WARC 1.1 file a run.

https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

import logging
import os
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, Self
from urllib.parse import urldefrag, urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from mirror.errors import RecordError
from mirror.web.failures import without_credentials

# Not written: they open doors, and a recording is made to be passed on.
SECRETS = frozenset({b"authorization", b"proxy-authorization", b"cookie"})
logger = logging.getLogger(__name__)


class _Latin1Headers(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Headers as received; warcio would percent-encode what is not ASCII."""

    def to_ascii_bytes(self, header_filter: object = None) -> bytes:
        lines = [f"{self.protocol} {self.statusline}", *(f"{k}: {v}" for k, v in self.headers)]
        return "".join(f"{line}\r\n" for line in [*lines, ""]).encode("latin-1", "replace")


def file_name(now: datetime, pid: int) -> str:
    return f"mirror-{now:%Y%m%d%H%M%S}-{pid}.warc.gz"


class Recorder:
    """A Scrapy extension that owns the file. Each exchange is in it whole or not at all.

    Raises RecordError when the file can't be begun. A write that fails later ends the recording,
    which is said once, and not the run.
    """

    def __init__(self, directory: Path, now: datetime) -> None:
        self.path = directory / file_name(now, os.getpid())
        try:
            directory.mkdir(parents=True, exist_ok=True)
            self.file = self.path.open("xb", buffering=0)  # what fails to be written is gone
        except OSError as exc:
            raise RecordError(f"{self.path}: can't record there: {exc.strerror}") from exc
        self.problem = ""  # why the recording ended early
        about = {"software": "mirror", "format": "WARC File Format 1.1"}
        buffer, writer = _writer()
        writer.write_record(writer.create_warcinfo_record(self.path.name, about))
        self._append(buffer.getvalue())

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        directory = crawler.settings.get("MIRROR_RECORD")
        if not directory:
            raise NotConfigured
        recorder = cls(Path(directory), datetime.now(UTC))
        crawler.signals.connect(recorder.close, signal=signals.engine_stopped)
        return recorder

    def write(self, request: Request, response: Response) -> None:
        """Append the exchange: the response, then its request, one gzip member each."""
        if not self.problem and not self.file.closed:
            self._append(exchange(request, response))

    def close(self) -> None:
        self.file.close()

    def _append(self, data: bytes) -> None:
        start, rest = self.file.tell(), memoryview(data)
        try:
            while rest:
                rest = rest[self.file.write(rest) :]
        except OSError as exc:
            self.problem = f"{self.path}: the recording ends early: {exc.strerror}"
            logger.error(self.problem)
            os.ftruncate(self.file.fileno(), start)


def _writer() -> tuple[BytesIO, Any]:
    buffer = BytesIO()
    return buffer, WARCWriter(buffer, gzip=True, warc_version="1.1")


def exchange(request: Request, response: Response) -> bytes:
    """The records of one exchange. The body is what came after transfer decoding."""
    buffer, writer = _writer()
    url = without_credentials(urldefrag(request.url)[0])
    answer = writer.create_warc_record(
        url,
        "response",
        payload=BytesIO(response.body),
        length=len(response.body),
        http_headers=_Latin1Headers(_status_line(response), _pairs(response.headers), "HTTP/1.1"),
        warc_headers_dict=_connection(response),
    )
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asked = writer.create_warc_record(
        url,
        "request",
        http_headers=_Latin1Headers(
            f"{target} HTTP/1.1",
            [("Host", parts.netloc), *_pairs(request.headers)],
            request.method,
        ),
    )
    writer.write_request_response_pair(asked, answer)
    return buffer.getvalue()


def _status_line(response: Response) -> str:
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = "Unknown"
    return f"{response.status} {phrase}"


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        if name.lower() not in SECRETS
        for value in values
    ]


def _connection(response: Response) -> dict[str, str]:
    return {"WARC-IP-Address": str(response.ip_address)} if response.ip_address else {}
