"""Bodies as they come off the wire: whole or not, and undone within bounds."""

import struct
import zlib
from typing import Final

import brotli
from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from mirror.errors import FetchError

_PIECE: Final = 1 << 16  # bytes undone at a time
UNDECODABLE = (OSError, EOFError, zlib.error, struct.error, brotli.error)


def too_large(limit: int) -> FetchError:
    """The error of a body over `limit` bytes; names the key that sets the limit."""
    return FetchError("too-large", f"the body is larger than the limit, max_body = {limit} bytes")


def is_cut(body: bytes, encoding: bytes, limit: int) -> bool:
    """Does a compressed body end before its end mark?

    Looks at the outermost encoding and no further than `limit` bytes of content; what is no
    such stream at all is not cut. Scrapy takes what a cut stream gives for the whole.
    """
    name = encoding.rpartition(b",")[2].strip().lower()
    if name == b"br":
        return _is_cut_brotli(body, limit)
    return name in (b"gzip", b"x-gzip") and _is_cut_gzip(body, limit)


def _is_cut_gzip(body: bytes, limit: int) -> bool:
    undone = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    size, rest = 0, body
    try:
        while not undone.eof and rest and size <= limit:
            size += len(undone.decompress(rest, _PIECE))
            rest = undone.unconsumed_tail
    except zlib.error:
        return False
    return not undone.eof and size <= limit and size > 0


def _is_cut_brotli(body: bytes, limit: int) -> bool:
    undone = brotli.Decompressor()
    try:
        piece = undone.process(body, output_buffer_limit=_PIECE)
        size = len(piece)
        while piece and not undone.is_finished() and size <= limit:
            piece = undone.process(b"", output_buffer_limit=_PIECE)
            size += len(piece)
    except brotli.error:
        return False
    return not undone.is_finished() and size <= limit


class DecodingMiddleware(HttpCompressionMiddleware):
    """Scrapy's, with failures that name their limit or their encoding."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's still takes a deprecated spider
        encoding = b", ".join(response.headers.getlist("Content-Encoding"))
        try:
            return super().process_response(request, response)
        except IgnoreRequest as exc:
            limit = request.meta.get("download_maxsize", self._max_size)
            raise too_large(limit) from exc
        except UNDECODABLE as exc:
            said = encoding.decode("latin-1")[:50]
            raise FetchError("bad-encoding", f"the body is not encoded as {said!r}") from exc
