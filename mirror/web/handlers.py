"""Download handlers: the one seam where answers come from the network or from a recording."""

from typing import Any
from urllib.parse import urldefrag

from scrapy import Request, signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    ResponseDataLossError,
    StopDownload,
)
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.utils.httpobj import urlparse_cached

from mirror.errors import FetchError
from mirror.web.addresses import guard, networks_of
from mirror.web.bodies import CUT, ENOUGH, TAKES_CUT, decoded, too_large, without_body
from mirror.web.gate import HostGate
from mirror.web.recorder import Recorder
from mirror.web.recordings import Answer, Replay

_RECEIVED = "mirror_received"  # request.meta: bytes of the body so far


class NetworkHandler(HTTP11DownloadHandler):
    """Fetches over the network: only when the host may be asked, only where requests may go."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        # What is asked again is counted and waited for: by `RetryMiddleware`, not by the pool.
        self._pool.retryAutomatically = False
        gate = crawler.get_extension(HostGate)
        assert gate is not None, "HostGate belongs into EXTENSIONS"
        self.gate = gate
        self.recorder = crawler.get_extension(Recorder)
        self.networks = networks_of(crawler.settings)
        self.max_body = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        crawler.signals.connect(self._stop_at_enough, signals.bytes_received)

    async def download_request(self, request: Request) -> Response:
        async with self.gate.passage(request):
            response = await self._download(request)
            self.gate.heard(request, response)
        try:
            answer = decoded(request, response, self.max_body)
        except FetchError:
            self._record(request, response)
            if response.status < 300:
                raise
            answer = without_body(response)  # the status is what it has to say
        else:
            if CUT not in answer.flags:
                self._record(request, response)
        return answer

    def _record(self, request: Request, response: Response) -> None:
        if self.recorder is not None:
            self.recorder.write(request, response)

    def _stop_at_enough(self, data: bytes, request: Request) -> None:
        """Hang up once there is as much of a body as is wanted."""
        if ENOUGH in request.meta:
            request.meta[_RECEIVED] = request.meta.get(_RECEIVED, 0) + len(data)
            if request.meta[_RECEIVED] > request.meta[ENOUGH]:
                raise StopDownload(fail=False)

    async def _download(self, request: Request) -> Response:
        request.meta.pop(_RECEIVED, None)
        from twisted.internet import reactor  # importing it installs one

        resolver = guard(reactor, self.networks)
        try:
            return await super().download_request(request)
        except CannotResolveHostError as exc:
            if refused := resolver.refusal(urlparse_cached(request).hostname or ""):
                raise not_allowed(request, refused) from exc
            raise
        except DownloadCancelledError as exc:
            raise too_large(self.max_body) from exc


def not_allowed(request: Request, refused: str) -> FetchError:
    """The error of a host that has only addresses which may not be connected to."""
    host = urlparse_cached(request).hostname
    at = "" if host == refused else f" is at {refused}, which"
    detail = (
        f"{host}{at} is a private or reserved address: not allowed unless allow_networks says so"
    )
    return FetchError("address-not-allowed", detail)


class ReplayHandler(BaseDownloadHandler):
    """Answers from recordings. Opens no socket and asks no name server."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        replay = crawler.get_extension(Replay)
        assert replay is not None, "Replay belongs into EXTENSIONS"
        self.recordings = replay.recordings
        self.max_body = crawler.settings.getint("DOWNLOAD_MAXSIZE")

    async def download_request(self, request: Request) -> Response:
        answer = self.recordings.find(request.url, limit=self.max_body)
        if answer is None:
            raise FetchError("not-recorded", "the recording does not hold it")
        if len(answer.body) > self.max_body:
            raise too_large(self.max_body)
        if answer.status == 200 and unchanged(request, answer):
            answer = Answer(304, answer.headers, b"")
        response = decoded(request, _response(request, answer), self.max_body)
        if CUT in response.flags and not request.meta.get(TAKES_CUT):
            raise ResponseDataLossError("the recorded body is cut")
        return response


def unchanged(request: Request, answer: Answer) -> bool:
    """Would the recorded server have answered 304? If-None-Match goes first (RFC 9110, 13.2.2)."""
    headers = Headers(_grouped(answer))
    if tags := request.headers.get("If-None-Match"):
        known = {tag.strip().removeprefix(b"W/") for tag in tags.split(b",")}
        return (headers.get("ETag") or b"").removeprefix(b"W/") in known
    since = request.headers.get("If-Modified-Since")
    return since is not None and since == headers.get("Last-Modified")


def _response(request: Request, answer: Answer) -> Response:
    headers = Headers(_grouped(answer))
    if is_gzip_in_name_only(headers, answer.body):
        del headers["Content-Encoding"]
    url = urldefrag(request.url)[0]  # as the network handler does
    kind: Any = responsetypes.from_args(headers=headers, url=url, body=answer.body)
    response: Response = kind(url=url, status=answer.status, headers=headers, body=answer.body)
    return response


def is_gzip_in_name_only(headers: Headers, body: bytes) -> bool:
    """Some recorders keep bodies decompressed and the header as it was."""
    encoding = headers.get("Content-Encoding") or b""
    return encoding.strip().lower() == b"gzip" and not body.startswith(b"\x1f\x8b")


def _grouped(answer: Answer) -> dict[bytes, list[bytes]]:
    grouped: dict[bytes, list[bytes]] = {}
    for name, value in answer.headers:
        grouped.setdefault(name.lower(), []).append(value)
    return grouped
