"""`--replay`: an index over WARC files that tells for a URL where its last response lies.

Bodies stay on disk. A damaged file gives its records up to the damage, which becomes a fault.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from mirror.article import Fault
from mirror.errors import ReplayError, UrlError
from mirror.normalise.urls import serialise

SUFFIXES = (".warc", ".warc.gz")
BAD_RECORD = (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, EOFError, OSError)


class Place(NamedTuple):
    """Where a response lies. A revisit has its headers in one record, its body in another."""

    file: int  # which of the files
    head: int  # offset of the record with the status and the headers
    body_file: int
    body: int  # offset of the record with the body


@dataclass(frozen=True, slots=True)
class Answer:
    """A recorded response."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes = field(repr=False)  # transfer encoding undone, content encoding not


def recording_files(paths: Iterable[Path]) -> list[Path]:
    """The WARC files that `paths` name: files, and the directories' own. ReplayError if none."""
    files: list[Path] = []
    for path in paths:
        found = sorted(path.iterdir()) if path.is_dir() else [path]
        named = [file for file in found if file.name.endswith(SUFFIXES)] if path.is_dir() else found
        if not named:
            raise ReplayError(f"{path}: no .warc or .warc.gz file in it")
        files += named
    for file in files:
        _check_is_warc(file)
    return files


def _check_is_warc(file: Path) -> None:
    try:
        with file.open("rb") as stream, _quiet():
            next(iter(ArchiveIterator(stream)))
    except FileNotFoundError as exc:
        raise ReplayError(f"{file}: there is no such recording") from exc
    except (StopIteration, *BAD_RECORD) as exc:
        raise ReplayError(f"{file}: is no WARC file, or can't be read") from exc


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep warcio's remarks off stderr; what they mean is found out by counting bytes."""
    with redirect_stderr(StringIO()):
        yield


def key(url: str) -> str:
    """What a recorded URL is found under: its WHATWG form, without fragment and credentials."""
    try:
        return serialise(url.strip("<>")).partition("#")[0]
    except UrlError:
        return ""


class Recordings:
    """The responses in some WARC files, found by URL; the last one recorded counts.

    A 304 counts only where nothing else is recorded: it answers somebody else's question.
    Raises ReplayError for what is no WARC file.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.files = recording_files(paths)
        self.faults: list[Fault] = []
        self._places: dict[str, Place] = {}
        self._unchanged: dict[str, Place] = {}  # of 304s
        self._digests: dict[str, tuple[int, int]] = {}
        for number in range(len(self.files)):
            self._index(number)
        self._digests.clear()

    def __len__(self) -> int:
        return len(self._places)

    def find(self, url: str, *, limit: int) -> Answer | None:
        """The response recorded for `url`, of a longer body only `limit` + 1 bytes; or None."""
        wanted = key(url)
        place = self._places.get(wanted) or self._unchanged.get(wanted)
        if place is None:
            return None
        with self._record(place.file, place.head) as record:
            status = int(record.http_headers.get_statuscode())
            headers = tuple(
                (name.encode("utf-8"), value.encode("utf-8"))
                for name, value in record.http_headers.headers
                if name.lower() != "transfer-encoding"
            )
        with self._record(place.body_file, place.body) as record:
            return Answer(status, headers, _payload(record, limit))

    @contextmanager
    def _record(self, number: int, offset: int) -> Iterator[Any]:
        with self.files[number].open("rb") as stream, _quiet():
            stream.seek(offset)
            yield next(iter(ArchiveIterator(stream)))

    def _index(self, number: int) -> None:
        path, count, offset = self.files[number], 0, 0
        with path.open("rb") as stream, _quiet():
            records = ArchiveIterator(stream)
            try:
                for record in records:
                    offset = records.offset
                    _read_to_end(record)
                    self._add(record, number, offset)
                    count += 1
                damaged = records.offset < path.stat().st_size
            except BAD_RECORD:
                damaged = True
        if damaged:
            detail = f"damaged or cut near byte {offset}: its first {count} records are used"
            self.faults.append(Fault(str(path), "damaged-recording", detail))

    def _add(self, record: Any, number: int, offset: int) -> None:
        headers = record.rec_headers
        url = key(headers.get_header("WARC-Target-URI") or "")
        if record.rec_type not in ("response", "revisit") or not url or not record.http_headers:
            return
        status = record.http_headers.get_statuscode()
        if not status.isdigit():
            return
        body = (number, offset)
        if record.rec_type == "revisit":
            original = self._original(headers)
            if original is None:
                return
            body = original
        elif digest := headers.get_header("WARC-Payload-Digest"):
            self._digests[digest] = body
        where = self._unchanged if status == "304" else self._places
        where[url] = Place(number, offset, *body)

    def _original(self, headers: Any) -> tuple[int, int] | None:
        """Where the body lies that a revisit record refers to, by digest or by URL."""
        digest = headers.get_header("WARC-Payload-Digest")
        if digest in self._digests:
            return self._digests[digest]
        place = self._places.get(key(headers.get_header("WARC-Refers-To-Target-URI") or ""))
        return (place.body_file, place.body) if place else None


def _read_to_end(record: Any) -> None:
    """Raises EOFError when the record is shorter than it says."""
    while record.raw_stream.read(1 << 16):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError


def _payload(record: Any, limit: int) -> bytes:
    headers = record.http_headers
    stream = record.raw_stream
    if headers and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream, decomp_type=None)
    return bytes(stream.read(limit + 1))


class Replay:
    """A Scrapy extension that owns the recordings of MIRROR_REPLAY."""

    def __init__(self, recordings: Recordings) -> None:
        self.recordings = recordings

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        paths = crawler.settings.getlist("MIRROR_REPLAY")
        if not paths:
            raise NotConfigured
        return cls(Recordings([Path(path) for path in paths]))
