"""Bodies as they come off the wire: undone within bounds, and known to be whole or not."""

import re
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import brotli
from scrapy import Request
from scrapy.http import Response

from mirror.errors import FetchError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_PIECE: Final = 1 << 16  # bytes undone at a time
_MAX_CODINGS: Final = 5  # servers use one; each further one multiplies the work
_MAX_MEMBERS: Final = 100  # gzip members or zstd frames of one body; servers send one
_GZIP_MARK: Final = b"\x1f\x8b"
_ZSTD_MARK: Final = b"\x28\xb5\x2f\xfd"
# What a document ends with whose server only closes the connection; comments may follow.
_MARKUP: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_END: Final = re.compile(rb"</(?:\w+:)?(?:html|body|rss|feed|rdf|urlset|sitemapindex)\s*>", re.I)

# What a request and its response tell each other.
ENOUGH: Final = "mirror_enough"  # request.meta: this many bytes are wanted, what follows is not
TAKES_CUT: Final = "mirror_takes_cut"  # request.meta: a cut body is better than none
CUT: Final = "cut"  # response.flags: the body ended before its time


@dataclass(frozen=True, slots=True)
class Plain:
    """A body without its codings."""

    body: bytes  # no longer than the limit
    whole: bool  # every coding came to its end
    over: bool  # there is more than the limit
    coded: bool = (
        False  # there was a coding, so that an end mark of its own tells whether it is whole
    )


def undo(body: bytes, codings: str, limit: int) -> Plain:
    """Undo the `codings` of a Content-Encoding header, reading no more than `limit` bytes of each.

    A coding that nobody knows (`utf-8`, `none`) is a slip of the server's and passed over. Raises
    FetchError when `body` is not encoded so, or in a way that was made to cost.
    """
    names = [name.strip().lower() for name in codings.split(",")]
    known = [name for name in names if name in _CODINGS]
    if len(known) > _MAX_CODINGS:
        raise FetchError("bad-encoding", f"the body is encoded more than {_MAX_CODINGS} times")
    coded, whole, over = bool(known and body), True, False
    for name in reversed(known):
        try:
            body, ended = _undo_one(body, _CODINGS[name], limit)
        except (zlib.error, brotli.error, zstd.ZstdError, ValueError) as exc:
            said = f"the body is not encoded as {name!r}, or was damaged on its way"
            raise FetchError("bad-encoding", said) from exc
        over = over or len(body) > limit
        body, whole = body[:limit], whole and ended
    return Plain(body, whole, over, coded)


def too_large(limit: int) -> FetchError:
    """The error of a body over `limit` bytes; names the key that sets the limit."""
    return FetchError("too-large", f"the body is larger than the limit, max_body = {limit} bytes")


def decoded(request: Request, response: Response, max_body: int) -> Response:
    """`response` without its codings, with the flag CUT where it can't be whole.

    Raises FetchError as `undo` does, and when there is more than `max_body` bytes of it.
    """
    enough = request.meta.get(ENOUGH, 0)
    codings = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
    plain = undo(response.body, codings, enough or max_body)
    if plain.over and not enough:
        raise too_large(max_body)
    whole = plain.whole and (plain.coded or _came_whole(response, plain.body))
    cut = not whole and not (enough and (plain.over or "download_stopped" in response.flags))
    return _with_body(response, plain.body, flags=[CUT] if cut else [])


def without_body(response: Response) -> Response:
    return _with_body(response, b"", flags=[])


def _with_body(response: Response, body: bytes, *, flags: list[str]) -> Response:
    headers = response.headers.copy()
    headers.pop("Content-Encoding", None)
    return response.replace(body=body, headers=headers, flags=flags)


def _came_whole(response: Response, body: bytes) -> bool:
    """By Scrapy's flags: "dataloss" where a declared end did not come, "partial" without one."""
    if "partial" in response.flags:
        return _ends_as_markup(body)
    return "dataloss" not in response.flags


def _ends_as_markup(body: bytes) -> bool:
    """Does a document come to its end? True for what is no markup."""
    return not _MARKUP.match(body) or _END.search(body) is not None


def _undo_one(
    body: bytes, pieces: Callable[[bytes], Iterator[bytes]], limit: int
) -> tuple[bytes, bool]:
    """What one coding hides, as far as the piece that exceeds `limit`; did it come to its end?"""
    plain = bytearray()
    try:
        for piece in pieces(body) if body else ():
            plain += piece
            if len(plain) > limit:
                break
    except EOFError:
        return bytes(plain), False
    return bytes(plain), True


def _gzip(body: bytes) -> Iterator[bytes]:
    """RFC 1952: members, one after the other; what else follows them is no part of the text."""
    for _ in range(_MAX_MEMBERS):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        yield from _inflated(member, body)
        body = member.unused_data
        if not body.startswith(_GZIP_MARK):
            return
    raise ValueError("too many members")


def _deflate(body: bytes) -> Iterator[bytes]:
    """RFC 9110, 8.4.1.2: the zlib format; some servers leave out its frame."""
    framed = body[0] & 0x0F == 8 and int.from_bytes(body[:2]) % 31 == 0  # RFC 1950, 2.2
    return _inflated(zlib.decompressobj(wbits=zlib.MAX_WBITS if framed else -zlib.MAX_WBITS), body)


def _inflated(stream: "zlib._Decompress", body: bytes) -> Iterator[bytes]:
    while not stream.eof:
        piece = stream.decompress(body, _PIECE)
        body = stream.unconsumed_tail
        if not piece and not body and not stream.eof:
            raise EOFError
        yield piece


def _brotli(body: bytes) -> Iterator[bytes]:
    """RFC 7932"""
    stream = brotli.Decompressor()
    while not stream.is_finished():
        piece = stream.process(body, output_buffer_limit=_PIECE)
        body = b""
        if not piece and not stream.is_finished():
            raise EOFError
        yield piece


def _zstd(body: bytes) -> Iterator[bytes]:
    """RFC 8878: frames, one after the other."""
    for _ in range(_MAX_MEMBERS):
        frame = zstd.ZstdDecompressor()
        while not frame.eof:
            piece = frame.decompress(body, _PIECE)
            body = b""
            if not piece and frame.needs_input and not frame.eof:
                raise EOFError
            yield piece
        body = frame.unused_data
        if not body.startswith(_ZSTD_MARK):
            return
    raise ValueError("too many frames")


_CODINGS: Final[dict[str, Callable[[bytes], Iterator[bytes]]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
