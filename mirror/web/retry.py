"""What is asked again."""

from typing import Self

from scrapy import Request
from scrapy import exceptions as scrapy_errors
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import NotConfigured, ResponseDataLossError
from scrapy.http import Response
from twisted.internet import error as net

from mirror.web.bodies import CUT, TAKES_CUT
from mirror.web.failures import describe
from mirror.web.gate import NOT_NOW, HostGate
from mirror.web.walls import announced

# May well succeed a moment later; 522 and 524 are Cloudflare's for an origin that is silent.
PASSING_STATUSES = frozenset({408, 500, 502, 504, 522, 524})
PASSING_FAILURES = (
    scrapy_errors.CannotResolveHostError,
    scrapy_errors.DownloadConnectionRefusedError,
    scrapy_errors.DownloadFailedError,
    scrapy_errors.DownloadTimeoutError,
    scrapy_errors.ResponseDataLossError,
    net.ConnectError,
    net.ConnectionDone,
    net.ConnectionLost,
)
# The host did not answer at all; the other failures are of one answer.
SILENCE = (
    scrapy_errors.CannotResolveHostError,
    scrapy_errors.DownloadConnectionRefusedError,
    scrapy_errors.DownloadTimeoutError,
    net.ConnectError,
)
# Silences in a row after which it may be the host that fails, not this URL of it.
IN_DOUBT = 3


class RetryMiddleware:
    """Asks again for what failed in passing, RETRY_TIMES times at most, later each time.

    While a host is silent each URL is asked for once: some that hang must not cost the others.

    How long 429 and 503 keep us away is the gate's business; what they refused is asked again
    when it opens.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("RETRY_ENABLED"):
            raise NotConfigured
        gate = crawler.get_extension(HostGate)
        assert gate is not None, "HostGate belongs into EXTENSIONS"
        self.crawler, self.gate = crawler, gate

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        self.gate.check(request)  # here, too: the downloads of one host are far apart

    async def process_response(self, request: Request, response: Response) -> Response | Request:
        again = None
        if announced(response):
            return response  # it would be challenged again
        if response.status in PASSING_STATUSES:
            again = self._again(request, f"http-{response.status}", pause=True)
        elif response.status in NOT_NOW and not self.gate.host(request).given_up:
            again = self._again(request, f"http-{response.status}")
        elif CUT in response.flags and response.status < 300:
            again = self._again(request, "truncated", pause=True)
            if again is None and not request.meta.get(TAKES_CUT):
                raise ResponseDataLossError
        return again or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        fault = describe(exception)
        if fault.problem == "tls" or not isinstance(exception, PASSING_FAILURES):
            return None  # a certificate does not get better
        host = self.gate.host(request)
        if isinstance(exception, SILENCE):
            self.gate.failed(request, fault.detail)
        if host.given_up:
            return None
        if host.failures > IN_DOUBT:  # the next URL tells more than this one once more
            host.pause(self.gate.wait(1))
            return None
        return self._again(request, fault.problem, pause=True)

    def _again(self, request: Request, reason: str, *, pause: bool = False) -> Request | None:
        """The request to send once more; None when its retries are used up."""
        spider = self.crawler.spider
        assert spider is not None
        again = get_retry_request(request, spider=spider, reason=reason, give_up_log_level="DEBUG")
        if again is not None and pause:
            self.gate.host(request).pause(self.gate.wait(int(again.meta["retry_times"])))
        return again
