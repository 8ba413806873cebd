"""Recording to WARC and replaying from it: what went in comes out, with no socket opened."""

import gzip
import re
import resource
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from crawling import Reply, Site, crawl, serving
from scrapy.http import Request, Response
from warc_records import LIMIT, A, B, bodies, recorded
from warcio.archiveiterator import ArchiveIterator

from mirror.errors import RecordError
from mirror.web.recorder import Recorder, exchange
from mirror.web.recordings import Recordings

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        html = {"Content-Type": "text/html; charset=utf-8"}
        page = "<p>新聞</p>".encode()
        site.replies = {
            "/a": Reply(200, {**html, "ETag": '"v1"', "Last-Modified": "yesterday"}, page),
            "/gzip": Reply(200, {**html, "Content-Encoding": "gzip"}, gzip.compress(page * 50)),
            "/chunks": Reply(200, html, chunks=(page, page)),
            "/moved": Reply(301, {"Location": "/a?x=1#top"}),
            "/a?x=1": Reply(200, html, b"moved here"),
            "/gone": Reply(404, html, b"no such page"),
            "/empty": Reply(204, html),
        }
        yield site


def without_length(outcomes: dict[str, Any]) -> dict[str, Any]:
    """Outcomes but for the process's own and a length, which chunked answers don't declare."""
    kept = {url: dict(outcome) for url, outcome in outcomes.items() if url}
    for outcome in kept.values():
        outcome.get("headers", {}).pop("Content-Length", None)
    return kept


def test_a_recorded_crawl_is_replayed_alike_without_a_socket(site: Site, tmp_path: Path) -> None:
    urls = [site.base + path for path in ("/a", "/gzip", "/chunks", "/moved", "/gone", "/empty")]
    live = crawl(urls, record=str(tmp_path))
    hits = len(site.hits)
    replayed = crawl([*urls, site.base + "/new"], replay=[str(tmp_path)], no_sockets=True)
    assert len(site.hits) == hits
    assert replayed[""] == {"stderr": "", "returncode": 0}
    new = replayed.pop(site.base + "/new")
    assert (new["problem"], new["named"]) == ("not-recorded", site.base + "/new")
    assert without_length(replayed) == without_length(live)
    assert live[site.base + "/gzip"]["body"].encode("latin-1") == "<p>新聞</p>".encode() * 50


def test_a_recording_is_one_file_of_whole_warc_records(site: Site, tmp_path: Path) -> None:
    url = site.base + "/gzip"
    headers = {"Authorization": "Basic c2VjcmV0", "Cookie": "id=secret"}
    crawl([url], record=str(tmp_path / "new"), headers=headers, config={"obey_robots": False})
    (file,) = (tmp_path / "new").iterdir()
    assert re.fullmatch(r"mirror-\d{14}-\d+\.warc\.gz", file.name)
    with file.open("rb") as stream:
        records = [
            (record.rec_type, record.raw_stream.read(), record.http_headers, record.rec_headers)
            for record in ArchiveIterator(stream, check_digests="raise")
        ]
    assert [kind for kind, *_ in records] == ["warcinfo", "response", "request"]
    _, body, answered, meta = records[1]
    assert meta.protocol == "WARC/1.1"
    assert meta.get_header("WARC-Target-URI") == url
    assert meta.get_header("WARC-IP-Address") == "127.0.0.1"
    assert gzip.decompress(body) == "<p>新聞</p>".encode() * 50
    assert answered.get_header("Content-Encoding") == "gzip"
    assert answered.statusline == "200 OK"
    asked = records[2][2]
    assert (asked.protocol, asked.statusline) == ("GET", "/gzip HTTP/1.1")
    assert asked.get_header("Authorization") is None
    assert b"secret" not in gzip.decompress(file.read_bytes())


def test_replay_answers_304_and_undoes_what_a_recorder_left_in_the_headers(tmp_path: Path) -> None:
    tagged = recorded(A, b"text", headers=[("ETag", '"v1"')])
    left = [("Content-Encoding", "gzip"), ("Content-Type", "text/plain")]
    (tmp_path / "a.warc.gz").write_bytes(tagged + recorded(B, b"plain", headers=left))
    outcomes = crawl([A, B], replay=[str(tmp_path)], headers={"If-None-Match": '"v1"'})
    assert outcomes[A]["problem"] == "http-304"
    assert outcomes[B]["body"] == "plain"


def test_headers_that_are_not_ascii_survive(tmp_path: Path) -> None:
    answer = Response(A, headers={"Location": "/新".encode()}, status=301)
    (tmp_path / "a.warc.gz").write_bytes(exchange(Request(A), answer))
    found = Recordings([tmp_path]).find(A, limit=LIMIT)
    assert found.headers == ((b"Location", "/新".encode()),)


def test_recording_below_a_file_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="can't record there"):
        Recorder(tmp_path / "file", NOW)


def test_an_exchange_that_can_not_be_written_whole_is_not_in_the_recording(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, NOW)
    recorder.write(Request(A), Response(A, body=b"first"))
    size = recorder.path.stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, limits[1]))  # as a full disk
    try:
        recorder.write(Request(B), Response(B, body=b"second" * 100))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    recorder.write(Request(B), Response(B, body=b"third"))
    recorder.close()
    assert "the recording ends early" in recorder.problem
    assert recorder.path.stat().st_size == size
    assert bodies(recorder.path, A, B) == [b"first", None]


def test_an_interrupted_run_leaves_a_whole_recording(site: Site, tmp_path: Path) -> None:
    stop = site.base + "/stop"
    site.replies["/stop"] = Reply(200, {"Content-Type": "text/plain"}, b"last")
    more = {f"/more/{n}": Reply(404, slow=2) for n in range(40)}  # none of it outruns the stop
    site.replies |= more
    urls = [site.base + path for path in ("/a", "/stop", *more)]
    outcomes = crawl(urls, record=str(tmp_path), interrupt_after=stop)
    missed = [url for url in urls if outcomes.get(url, {}).get("problem") == "interrupted"]
    recordings = Recordings([tmp_path])
    assert recordings.faults == []
    assert recordings.find(stop, limit=LIMIT).body == b"last"
    assert missed
    assert recordings.find(missed[-1], limit=LIMIT) is None
