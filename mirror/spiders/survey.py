"""A look at a site that may become a source: one page, what it announces, a few articles."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from mirror.article import Fault, Source
from mirror.discover.feeds import parse_feed
from mirror.discover.sitemaps import Sitemap, parse_sitemap
from mirror.discover.teaser import is_teaser
from mirror.errors import FeedError
from mirror.extract import extract
from mirror.normalise.encoding import decode
from mirror.normalise.urls import absolute
from mirror.spiders.answers import header, unfit
from mirror.spiders.base import MirrorSpider
from mirror.teach.clues import Clues, read_clues
from mirror.teach.places import FEEDS, SITEMAPS, is_archive, is_xml
from mirror.teach.samples import Sample, sample
from mirror.teach.survey import Resource, Survey, article_addresses, is_single
from mirror.teach.table import site_title, time_zone
from mirror.web.failures import describe
from mirror.web.robots import parse_robots

# A person waits, and the site owes us nothing yet: each request is one that a reader might make.
MAX_REQUESTS = 24  # robots.txt and redirects apart
MAX_FEEDS = 3
MAX_SITEMAPS = 3
ARTICLES = 3  # shown
MAX_ARTICLES = 6  # asked for, where some can't be had or are none
BARRED = frozenset({"challenge", "login"})  # a page that says this says nothing of the site


class SurveySpider(MirrorSpider):
    """Puts the `Survey` of the site at `url` into `surveys`, and into `tried` what was asked for.

    One request after the other; none of them goes through the scheduler.
    """

    name = "survey"

    def __init__(
        self, *args: Any, url: str, surveys: list[Survey], tried: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.surveys, self.tried = surveys, tried
        self.found = Survey(url)
        self.pages: dict[str, Response] = {}  # that are perhaps articles, too: not asked for twice

    async def start(self) -> AsyncIterator[Request]:
        await self.look()
        self.surveys.append(self.found)
        for request in list[Request]():  # what makes this function a generator
            yield request

    async def look(self) -> None:
        asked = self.found.asked
        await self.read_page(asked)
        if self.found.feeds or self.found.sitemaps:
            await self.read_page(urljoin(asked, "/"))
        elif self.found.pages and is_single(page := self.found.pages[0]):
            await self.read_page(_front(page))
        if self.found.pages or self.found.feeds or self.found.sitemaps:
            await self.read_feeds()
            await self.read_sitemaps()
            await self.read_articles()

    async def read_page(self, url: str) -> None:
        """Keep the clues of a page; a feed that stands there is a feed found."""
        response = await self.get(url)
        if response is None:
            return
        self.pages[url] = response
        if is_xml(response.body):
            await self.read_feed(url, response)
            if not self.found.feeds:
                await self.read_sitemap(url, response)
            return
        html = decode(response.body, header(response, "Content-Type"))
        if barred := unfit(response, url) or _barred(html, response.url):
            self.tried[url] = barred.detail
        else:
            clues = read_clues(html, response.url)
            self.found = replace(self.found, pages=(*self.found.pages, clues))

    async def read_feeds(self) -> None:
        announced = dict.fromkeys(url for page in self.found.pages for url in page.feeds)
        for url in [*announced][:MAX_FEEDS]:
            await self.read_feed(url)
        for place in FEEDS:
            if self.found.feeds:
                return
            await self.read_feed(urljoin(self.found.asked, place))

    async def read_feed(self, url: str, response: Response | None = None) -> None:
        response = response or await self.get(url)
        known = {one.url for one in self.found.feeds}
        if response is None or url in known:
            return
        kind = header(response, "Content-Type")
        try:
            feed = parse_feed(response.body, response.url, content_type=kind, zone=ZoneInfo("UTC"))
        except FeedError as exc:
            self.tried[url] = str(exc).removeprefix(f"{url}: ")
            return
        if feed.entries:
            one = Resource(url, feed.entries, is_whole=not any(map(is_teaser, feed.entries)))
            self.found = replace(self.found, feeds=(*self.found.feeds, one))

    async def read_sitemaps(self) -> None:
        """Those that robots.txt names, news first, else those at the usual places."""
        robots = urljoin(self.found.asked, "/robots.txt")
        response = await self.get(robots, dont_obey_robotstxt=True)  # no rule is about itself
        lines = parse_robots(response.body).sitemaps if response else ()
        named = filter(None, (absolute(line, robots) for line in lines))
        for url in sorted(dict.fromkeys(named), key=is_archive)[:MAX_SITEMAPS]:
            await self.read_sitemap(url)
        for place in SITEMAPS:
            if self.found.sitemaps:
                return
            await self.read_sitemap(urljoin(self.found.asked, place))

    async def read_sitemap(self, url: str, response: Response | None = None) -> None:
        """Keep a sitemap with what it, or the newest sitemap of an index, names."""
        sitemap = self.sitemap_in(url, response or await self.get(url))
        entries = sitemap.entries
        if children := sorted(sitemap.children, key=is_archive):
            entries = self.sitemap_in(children[0], await self.get(children[0])).entries
            url = url if is_archive(children[0]) else children[0]
        if entries:
            news = any(entry.title for entry in entries)  # only news sitemaps name titles
            one = Resource(url, entries, is_news=news)
            self.found = replace(self.found, sitemaps=(*self.found.sitemaps, one))

    def sitemap_in(self, url: str, response: Response | None) -> Sitemap:
        """What a sitemap says; nothing where there is none, or what answered is none."""
        try:
            return parse_sitemap(response.body, response.url) if response else Sitemap((), ())
        except FeedError as exc:
            self.tried[url] = str(exc).removeprefix(f"{url}: ")
            return Sitemap((), ())

    async def read_articles(self) -> None:
        """A few articles, good ones as far as they are to be had."""
        found = self.found
        source = Source("", site_title(found), timezone=time_zone(found)[0] or "UTC")
        samples: list[Sample] = []
        for url in article_addresses(found)[:MAX_ARTICLES]:
            if sum(one.found.problem is None for one in samples) == ARTICLES:
                break
            response = self.pages.get(url) or await self.get(url)
            if response is not None and unfit(response, url) is None:
                html = decode(response.body, header(response, "Content-Type"))
                samples.append(sample(html, url, source, final_url=response.url))
        best = sorted(samples, key=lambda one: one.found.problem is not None)[:ARTICLES]
        self.found = replace(found, samples=tuple(best))

    async def get(self, url: str, **meta: Any) -> Response | None:
        """The answer with status 200, asked for once; else None, and `tried` says why."""
        if url in self.tried or len(self.tried) >= MAX_REQUESTS:
            return None
        self.tried[url] = ""
        self.session.expect()
        request = Request(url, callback=NO_CALLBACK, meta=meta)
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as exc:  # whatever it is, this address brought nothing
            self.tried[url] = describe(exc, url).detail
            return None
        finally:
            self.session.advance()
        if response.status != 200:
            self.tried[url] = describe(response, url).detail
            return None
        return response


def _barred(html: str, url: str) -> Fault | None:
    """The fault of a page that is a challenge or a login in place of what was asked for."""
    found = extract(html, url, Source("", ""))
    if found.problem not in BARRED:
        return None
    return Fault(url, found.problem, f"{found.problem}: {found.detail}")


def _front(page: Clues) -> str:
    """The page that lists an article's edition (`/zhongwen`), where it links there, else `/`."""
    first = urlsplit(page.url).path.split("/")[1]
    editions = {urljoin(page.url, f"/{first}"), urljoin(page.url, f"/{first}/")}
    linked = (link.url for link in page.links if first and link.url in editions)
    return next(linked, urljoin(page.url, "/"))
