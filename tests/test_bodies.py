"""Bodies come off the wire whole, within bounds, or not at all."""

import gzip
import sys
import zlib
from collections.abc import Iterator

import brotli
import pytest
from crawling import Reply, Site, crawl, serving

from mirror.errors import FetchError
from mirror.web.bodies import Plain, undo

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LIMIT = 2_000_000  # bytes


def bare_deflate(text: bytes) -> bytes:
    """Deflate without the frame that HTTP wants, as some servers send it."""
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(text) + stream.flush()


TEXT = b"<p>" + bytes(range(256)) * 2000
GZIP, BROTLI, ZSTD = gzip.compress(TEXT), brotli.compress(TEXT), zstd.compress(TEXT)
ZLIB, BARE = zlib.compress(TEXT), bare_deflate(TEXT)

WHOLE = {
    "gzip": (GZIP, "gzip"),
    "gzip by its old name, in capitals": (GZIP, "X-GZIP"),
    "brotli": (BROTLI, "br"),
    "zstd": (ZSTD, "zstd"),
    "deflate": (ZLIB, "deflate"),
    "deflate without its frame": (BARE, "deflate"),
    "one in the other": (gzip.compress(BROTLI), "br, gzip"),
    "several members": (gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:]), "gzip"),
    "several frames": (zstd.compress(TEXT[:9]) + zstd.compress(TEXT[9:]), "zstd"),
    "garbage after the end": (GZIP + b"\0\0garbage", "gzip"),
    "no coding": (TEXT, ""),
    "what is no coding": (TEXT, "utf-8"),
    "what is no coding before one that is": (GZIP, "identity, gzip"),
}


@pytest.mark.parametrize(("body", "codings"), WHOLE.values(), ids=WHOLE)
def test_a_whole_body_is_undone(body: bytes, codings: str) -> None:
    assert undo(body, codings, LIMIT) == Plain(TEXT, whole=True, over=False, coded=body is not TEXT)


@pytest.mark.parametrize("codings", ["gzip", "br", "zstd", "deflate", "gzip, br"])
def test_nothing_is_whole_however_it_would_be_encoded(codings: str) -> None:
    assert undo(b"", codings, LIMIT) == Plain(b"", whole=True, over=False)


CUT = {
    "gzip": (GZIP[:-9], "gzip"),
    "gzip without its checksum": (GZIP[:-8], "gzip"),
    "brotli": (BROTLI[:-5], "br"),
    "zstd": (ZSTD[:-5], "zstd"),
    "deflate": (ZLIB[:-9], "deflate"),
    "deflate without its frame": (BARE[:-5], "deflate"),
    "within another": (gzip.compress(BROTLI[:-5]), "br, gzip"),
    "around another": (gzip.compress(BROTLI)[:-9], "br, gzip"),
    "in the second member": (GZIP + GZIP[:-9], "gzip"),
    "in the second frame": (ZSTD + ZSTD[:-5], "zstd"),
}


@pytest.mark.parametrize(("body", "codings"), CUT.values(), ids=CUT)
def test_a_cut_body_is_told_from_a_whole_one(body: bytes, codings: str) -> None:
    plain = undo(body, codings, LIMIT)
    assert (plain.whole, plain.over) == (False, False)
    assert TEXT.startswith(plain.body[:100])


FLOOD = b"x" * 50_000_000
BOMBS = {
    "gzip": (gzip.compress(FLOOD), "gzip"),
    "brotli": (brotli.compress(FLOOD, quality=3), "br"),
    "zstd": (zstd.compress(FLOOD), "zstd"),
    "deflate": (zlib.compress(FLOOD), "deflate"),
    "deflate without its frame": (bare_deflate(FLOOD), "deflate"),
    "gzip in gzip": (gzip.compress(gzip.compress(FLOOD)), "gzip, gzip"),
    "deflate in brotli": (brotli.compress(zlib.compress(FLOOD)), "deflate, br"),
    "many members": (gzip.compress(b"x" * 100_000) * 90, "gzip"),
}


@pytest.mark.parametrize(("body", "codings"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_cut_off_at_the_limit(body: bytes, codings: str) -> None:
    plain = undo(body, codings, LIMIT)
    assert plain.over
    assert plain.body == b"x" * LIMIT


REFUSED = {
    "no gzip at all": (TEXT, "gzip"),
    "no brotli at all": (TEXT, "br"),
    "no zstd at all": (TEXT, "zstd"),
    "no deflate at all": (TEXT, "deflate"),
    "gzip with a byte that has changed": (GZIP[:900] + b"!" + GZIP[901:], "gzip"),
    "gzip whose checksum is another text's": (GZIP[:-8] + b"\1\2\3\4" + GZIP[-4:], "gzip"),
    "encoded again and again": (GZIP, ", ".join(["gzip"] * 6)),
    "more members than anybody sends": (gzip.compress(b"") * 200, "gzip"),
    "more frames than anybody sends": (zstd.compress(b"") * 200, "zstd"),
}


@pytest.mark.parametrize(("body", "codings"), REFUSED.values(), ids=REFUSED)
def test_a_body_that_is_not_encoded_as_it_says_is_refused(body: bytes, codings: str) -> None:
    with pytest.raises(FetchError) as caught:
        undo(body, codings, LIMIT)
    assert caught.value.problem == "bad-encoding"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def closed(body: bytes, kind: bytes = b"text/html", coding: bytes = b"identity") -> Reply:
    """An answer whose end is the end of the connection."""
    head = b"HTTP/1.0 200 OK\r\nContent-Type: " + kind + b"\r\nContent-Encoding: " + coding
    return Reply(raw=head + b"\r\n\r\n" + body)


LONG = f"<p>x</body><!--{'y' * 9000}"
# What is sent, and what comes of it: the body, or a problem's word.
ENDS = {
    "a page that ends": (closed(b"<html><p>x</html>\n"), "<html><p>x</html>\n"),
    "a page with a comment after its end": (closed(b"<p>x</body><!--y-->"), "<p>x</body><!--y-->"),
    "a page with a long one": (closed(LONG.encode()), LONG),
    "a page in a coding that ends": (closed(gzip.compress(b"<p>x"), coding=b"gzip"), "<p>x"),
    "a page in one that just stops": (
        closed(gzip.compress(b"<p>x</html>")[:-4], coding=b"gzip"), "truncated",
    ),
    "a page that just stops": (closed(b"<html><p>x</p><p>half"), "truncated"),
    "a feed that ends": (closed(b"<?xml?><rss></rss>", b"text/xml"), "<?xml?><rss></rss>"),
    "a feed with a prefix": (closed(b"<a:feed></a:feed>", b"text/xml"), "<a:feed></a:feed>"),
    "a feed that just stops": (closed(b"<?xml?><rss><item>", b"text/xml"), "truncated"),
    "a text, of which nobody knows": (closed(b"Disallow: /x", b"text/plain"), "Disallow: /x"),
}  # fmt: skip


def test_what_ends_with_its_connection_is_whole_if_it_looks_so(site: Site) -> None:
    urls = {name: f"{site.base}/{number}" for number, name in enumerate(ENDS)}
    site.replies = {f"/{number}": reply for number, (reply, _) in enumerate(ENDS.values())}
    settings = {"MIRROR_FIRST_WAIT": 0.01}
    outcomes = crawl([*urls.values()], config={"obey_robots": False}, settings=settings)
    came = {
        name: outcomes[url].get("body") or outcomes[url]["problem"] for name, url in urls.items()
    }
    assert came == {name: expected for name, (_, expected) in ENDS.items()}
