"""Reading WARC files: which response counts, and what becomes of damaged files."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from scrapy.http import Request
from warc_records import LIMIT, A, B, bodies, recorded
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from mirror.errors import ReplayError
from mirror.web.handlers import unchanged
from mirror.web.recordings import Answer, Recordings

CONDITIONS = {
    "same tag": ({"If-None-Match": '"v1"'}, 304),
    "one of several tags": ({"If-None-Match": '"v0", W/"v1"'}, 304),
    "another tag": ({"If-None-Match": '"v0"', "If-Modified-Since": "yesterday"}, 200),
    "same date": ({"If-Modified-Since": "yesterday"}, 304),
    "another date": ({"If-Modified-Since": "today"}, 200),
}


@pytest.mark.parametrize(("headers", "expected"), CONDITIONS.values(), ids=CONDITIONS)
def test_a_recorded_response_counts_as_unchanged_when_a_server_would_say_so(
    headers: dict[str, str], expected: int
) -> None:
    kept = ((b"ETag", b'"v1"'), (b"Last-Modified", b"yesterday"))
    same = unchanged(Request(A, headers=headers), Answer(200, kept, b"text"))
    assert (304 if same else 200) == expected


def test_the_last_recorded_response_counts_and_a_304_only_alone(tmp_path: Path) -> None:
    old, new = recorded(A, b"old"), recorded(A, b"new")
    same = recorded(A, b"", status="304 Not Modified")
    (tmp_path / "1.warc.gz").write_bytes(old + recorded(B, b"", status="304 Not Modified"))
    (tmp_path / "2.warc.gz").write_bytes(new + same)
    (tmp_path / "notes.txt").write_text("not a recording")
    recordings = Recordings([tmp_path])
    assert recordings.find(A, limit=LIMIT).body == b"new"
    assert recordings.find(B, limit=LIMIT).status == 304


SPELLINGS = {
    "fragment": "http://example.org/%E6%96%B0#top",
    "upper case host and default port": "http://EXAMPLE.org:80/%E6%96%B0",
    "raw characters": "http://example.org/新",
    "credentials": "http://me:pw@example.org/%E6%96%B0",
    "dots": "http://example.org/x/../%E6%96%B0",
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_a_url_is_found_whichever_way_it_is_written(spelling: str, tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(recorded("http://example.org/%E6%96%B0", b"news"))
    assert bodies(tmp_path, spelling) == [b"news"]


def test_plain_and_chunked_recordings_of_other_tools_are_read(tmp_path: Path) -> None:
    chunked = recorded(
        A, b"3\r\nabc\r\n0\r\n\r\n", headers=[("Transfer-Encoding", "chunked")], zipped=False
    )
    (tmp_path / "a.warc").write_bytes(chunked + recorded(B, b"plain", zipped=False))
    assert bodies(tmp_path, A, B) == [b"abc", b"plain"]


def test_a_revisit_gives_the_body_that_it_refers_to(tmp_path: Path) -> None:
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    first = writer.create_warc_record(
        A,
        "response",
        payload=BytesIO(b"text"),
        length=4,
        http_headers=StatusAndHeaders("200 OK", [("X-When", "then")], "HTTP/1.1"),
    )
    writer.write_record(first)
    digest = first.rec_headers.get_header("WARC-Payload-Digest")
    now = StatusAndHeaders("200 OK", [("X-When", "now")], "HTTP/1.1")
    for url, known in ((B, digest), (A, "sha1:UNKNOWN")):
        writer.write_record(
            writer.create_revisit_record(url, known, A, "2026-01-01T00:00:00Z", http_headers=now)
        )
    (tmp_path / "a.warc.gz").write_bytes(buffer.getvalue())
    recordings = Recordings([tmp_path])
    for url in (A, B):
        answer = recordings.find(url, limit=LIMIT)
        assert answer.body == b"text"
        assert answer.headers == ((b"X-When", b"now"),)


WHOLE = recorded(A, b"text" * 100)
NEXT = recorded(B, bytes(range(256)) * 100)
DAMAGES = {
    "cut in the second record": WHOLE + NEXT[:-50],
    "cut in its headers": WHOLE + NEXT[:60],
    "overwritten": WHOLE + NEXT[:300] + b"\0" * 60 + NEXT[360:],
    "plain, cut": recorded(A, b"text" * 100, zipped=False)
    + recorded(B, b"x" * 99, zipped=False)[:-50],
}


@pytest.mark.parametrize("data", DAMAGES.values(), ids=DAMAGES)
def test_of_a_damaged_recording_the_whole_records_are_used(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(data)
    recordings = Recordings([file])
    assert recordings.find(A, limit=LIMIT).body == b"text" * 100
    assert recordings.find(B, limit=LIMIT) is None
    (fault,) = recordings.faults
    assert (fault.url, fault.problem) == (str(file), "damaged-recording")
    assert "first 1 records" in fault.detail
    assert capsys.readouterr() == ("", "")


NO_RECORDINGS = {
    "missing": None,
    "empty": b"",
    "text": b"this is no recording\n" * 20,
    "gzipped text": gzip.compress(b"this is no recording\n" * 20),
    "an image": b"\x89PNG\r\n\x1a\n" + bytes(200),
}


@pytest.mark.parametrize("data", NO_RECORDINGS.values(), ids=NO_RECORDINGS)
def test_what_is_no_recording_is_refused(data: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(ReplayError, match=r"a\.warc\.gz") as refusal:
        Recordings([file])
    assert refusal.value.exit_status == 2


def test_a_directory_without_recordings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match=r"no \.warc"):
        Recordings([tmp_path])


def test_a_body_over_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(recorded(A, b"x" * 5000))
    assert len(Recordings([tmp_path]).find(A, limit=1000).body) == 1001
