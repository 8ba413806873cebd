"""When a host may be asked again: pauses that it asked for, and hosts given up for this run."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from time import monotonic
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from mirror.errors import FetchError
from mirror.web.waits import LONGEST_WAIT, backoff, retry_after

NOT_NOW = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
REFUSALS = 3  # 429 or 503 in a row: it does not want us now
FAILURES = 9  # failed connections in a row, of many URLs if there are as many: it is down
WALLS = 5  # bot walls in a row in place of pages: asking on makes it worse
REFUSED_FACTOR = 5  # a host that says "not now" is left alone longer than one that failed
_SLICE = 0.5  # seconds between looks at whether the run was stopped meanwhile


@dataclass(slots=True)
class Host:
    """What this run knows of one host and port."""

    name: str
    opens: float = 0.0  # when it may be asked again, of `time.monotonic`
    refusals: int = 0  # in a row
    failures: int = 0  # in a row
    walls: int = 0  # in a row
    given_up: str = ""  # why, once it is
    trial: asyncio.Lock = field(default_factory=asyncio.Lock)

    def pause(self, seconds: float) -> None:
        self.opens = max(self.opens, monotonic() + seconds)


class HostGate:
    """A Scrapy extension: one state per host, shared by the retry rules and the downloads.

    Waiting happens in the download handler, where it holds up this host's requests and no
    other's, those that were already queued among them.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.first_wait = crawler.settings.getfloat("MIRROR_FIRST_WAIT")
        self.hosts: dict[str, Host] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def host(self, request: Request) -> Host:
        name = urlparse_cached(request).netloc.rpartition("@")[2]
        return self.hosts.setdefault(name, Host(name))

    def heard(self, request: Request, response: Response) -> None:
        """Learn from an answer, before the next request leaves: 429 and 503 close the gate."""
        host = self.host(request)
        if response.status not in NOT_NOW:
            host.refusals = host.failures = 0
            return
        if monotonic() >= host.opens:  # else it was under way when the pause began
            host.refusals += 1
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        asked = retry_after(header, now=datetime.now(UTC))
        self._close(host, response.status, asked)

    def _close(self, host: Host, status: int, asked: float | None) -> None:
        if asked is not None and asked > LONGEST_WAIT:
            host.given_up = f"{host.name} answered {status} and asks to wait {asked:.0f} s"
        elif host.refusals >= REFUSALS:
            host.given_up = f"{host.name} answered {status} again and again"
        wait = self.wait(max(1, host.refusals), factor=REFUSED_FACTOR)
        host.pause(wait if asked is None else asked)

    def failed(self, request: Request, why: str) -> None:
        """Count a connection that failed."""
        host = self.host(request)
        host.failures += 1
        if host.failures >= FAILURES:
            host.given_up = f"{host.name} keeps failing: {why}"

    def judged(self, request: Request, *, is_wall: bool) -> None:
        """Learn what an answer turned out to be, once its page was read."""
        host = self.host(request)
        host.walls = host.walls + 1 if is_wall else 0
        if host.walls >= WALLS:
            host.given_up = f"{host.name} shows a bot wall in place of its pages"

    def wait(self, tries: int, *, factor: int = 1) -> float:
        """Seconds before the next try, longer each time; chance keeps hosts out of step."""
        chance = random.random()  # noqa: S311  (no secret)
        return backoff(tries, first=self.first_wait * factor, chance=chance)

    @asynccontextmanager
    async def passage(self, request: Request) -> AsyncIterator[None]:
        """Enter when `request` may be sent, stay until it is answered.

        After a refusal one request at a time goes through, until one is well received.
        Raises FetchError when it may not be sent in this run.
        """
        host = self.host(request)
        await self._opened(request)
        if not host.refusals:
            yield
            return
        async with host.trial:
            await self._opened(request)
            yield

    async def _opened(self, request: Request) -> None:
        host = self.host(request)
        self.check(request)
        while (left := host.opens - monotonic()) > 0:
            await asyncio.sleep(min(left, _SLICE))
            self.check(request)

    def check(self, request: Request) -> None:
        """Raise FetchError when `request` can't be sent any more in this run."""
        if not self.crawler.crawling:
            raise FetchError("interrupted", "the run was stopped before this was fetched")
        if why := self.host(request).given_up:
            raise FetchError("host-given-up", f"not asked any more in this run: {why}")
