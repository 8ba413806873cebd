"""robots.txt (RFC 9309): what a site asks crawlers not to fetch, and how slowly to fetch the rest.

Scrapy's own middleware lets requests through that wait for robots.txt while it is being fetched,
and takes a robots.txt that can't be read as leave to fetch everything.
"""

import asyncio
import re
from collections import defaultdict
from typing import Self

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from mirror.errors import FetchError
from mirror.web.bodies import ENOUGH, TAKES_CUT
from mirror.web.failures import describe

MAX_SIZE = 500 * 1024  # bytes of a robots.txt that are read; RFC 9309, 2.5 asks for as many
# Seconds; who asks for a longer Crawl-delay (or misspells one) gets one article asked for a run.
LONGEST_DELAY = 120.0
# Problems that say "there is no robots.txt", not "it can't be read now" (RFC 9309, 2.3.1.2 and 3).
ABSENT = frozenset({"redirects", "not-recorded"})
# "User-agent: mirror/1.0" means us whatever our version is: only the name is to be compared
# (RFC 9309, 2.2.1).
_VERSION = re.compile(
    r"^([ \t]*user-agent[ \t]*:[ \t]*[\w-]+)/[^\s#]*", re.IGNORECASE | re.MULTILINE
)


def product_token(user_agent: str) -> str:
    """The name that robots.txt knows a crawler by: "mirror" of "mirror/0.1 (+https://…)"."""
    return user_agent.partition("/")[0].partition(" ")[0].strip()


def parse_robots(body: bytes) -> Protego:
    """The rules of a robots.txt, of its first 500 KiB if it is longer; a torn last line is left."""
    if len(body) > MAX_SIZE:
        body = body[:MAX_SIZE].rpartition(b"\n")[0]
    text = body.decode("utf-8-sig", errors="replace")
    return Protego.parse(_VERSION.sub(r"\1", text))


class RobotsMiddleware:
    """Refuses what robots.txt disallows, and all of a host whose robots.txt can't be read.

    A 4xx means: no rules. 429, 5xx and failed connections mean: not in this run.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self.crawler = crawler
        self.agent = product_token(crawler.settings["USER_AGENT"])
        self.keeps_delay = not crawler.settings.getlist("MIRROR_REPLAY")
        self.rules: dict[str, Protego | FetchError] = {}  # by origin
        self.spared: set[str] = set()  # origins that were asked once and are not asked again
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self._rules(request)
        if isinstance(rules, FetchError):
            raise FetchError(rules.problem, str(rules))
        if not rules.can_fetch(request.url, self.agent):
            raise FetchError("robots", "robots.txt disallows it")
        self._spare(request, rules)

    def _spare(self, request: Request, rules: Protego) -> None:
        """Let one article through where the Crawl-delay is longer than a run should last.

        What names the articles does not count: else no run would ever get to one.
        """
        if request.meta.get(TAKES_CUT):
            return
        delay = rules.crawl_delay(self.agent) or 0.0
        origin, before = _origin(request), request.meta.get("redirect_urls", [])[-1:]
        again = request.meta.get("retry_times") or any(url.startswith(origin) for url in before)
        if not self.keeps_delay or not delay > LONGEST_DELAY or again:
            return
        if origin in self.spared:
            said = f"robots.txt asks for {delay:.0f} s between requests: this run has made its one"
            raise FetchError("robots", said)
        self.spared.add(origin)

    async def _rules(self, request: Request) -> Protego | FetchError:
        """What holds for the request's origin; all who ask wait for the one who fetches it."""
        origin = _origin(request)
        async with self.locks[origin]:
            if origin not in self.rules:
                self.rules[origin] = await self._fetch(origin, request)
        return self.rules[origin]

    async def _fetch(self, origin: str, request: Request) -> Protego | FetchError:
        wanted = Request(
            f"{origin}/robots.txt",
            # A longer one is read as far as that; its length is no reason to close the site.
            meta={"dont_obey_robotstxt": True, "download_maxsize": 0, ENOUGH: MAX_SIZE + 1},
            callback=NO_CALLBACK,
            priority=1000,
        )
        try:
            assert self.crawler.engine is not None
            rules = self._read(await self.crawler.engine.download_async(wanted))
        except Exception as exc:  # whatever it is, it means that the rules are not known
            rules = self._unreadable(exc, wanted.url)
        if isinstance(rules, Protego):
            self._slow_down(rules, request)
        return rules

    def _read(self, response: Response) -> Protego | FetchError:
        if 200 <= response.status < 300:
            return parse_robots(response.body)
        if 400 <= response.status < 500 and response.status != 429:
            return parse_robots(b"")
        detail = describe(response).detail
        said = f"{response.url} {detail}: nothing is fetched from there now"
        return FetchError("robots", said)

    def _unreadable(self, error: Exception, url: str) -> Protego | FetchError:
        fault = describe(error)
        if fault.problem in ABSENT:
            return parse_robots(b"")
        return FetchError(fault.problem, f"{url} can't be read: {fault.detail}")

    def _slow_down(self, rules: Protego, request: Request) -> None:
        """Keep a Crawl-delay that is longer than ours, for as long as the run lasts.

        One that is far too long is `_spare`'s.
        """
        asked = rules.crawl_delay(self.agent)
        if not asked or asked > LONGEST_DELAY or not self.keeps_delay:
            return
        assert self.crawler.engine is not None
        downloader = self.crawler.engine.downloader
        key = downloader.get_slot_key(request)
        slot = downloader.per_slot_settings.setdefault(key, {})
        usual = self.crawler.settings.getfloat("DOWNLOAD_DELAY")
        slot["delay"] = max(float(asked), slot.get("delay", usual))
        if key in downloader.slots:
            downloader.slots[key].delay = slot["delay"]


def _origin(request: Request) -> str:
    parts = urlparse_cached(request)
    return f"{parts.scheme}://{parts.netloc}"
