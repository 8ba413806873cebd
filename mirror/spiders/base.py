"""What every spider does: one way from a response to a candidate article.

entry -> response -> extract -> candidate        (then the pipelines: normalise, store)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from mirror.archive.known import Known
from mirror.article import Candidate, Entry, Extract, Fault, Source
from mirror.config import load_config
from mirror.extract import extract
from mirror.normalise.encoding import decode
from mirror.normalise.urls import (
    canonical_url,
    identity,
    is_home,
    keys,
    same_site,
    without_tracking,
)
from mirror.session import Run, Session
from mirror.settings import crawl_settings
from mirror.web.failures import describe

# Statuses that a callback wants to see: what a conditional request may be answered.
CONDITIONAL = {"handle_httpstatus_list": [304]}
# A hostile page must not cost minutes. The largest of 214 real news pages: 1.7 MB, 8,093 tags.
MAX_PAGE = 6_000_000  # bytes
MAX_TAGS = 100_000
_PAGE_TYPES = re.compile(r"(text/|application/(xhtml|xml)|$)")


@dataclass(frozen=True, slots=True)
class Lead:
    """Why a page is asked for."""

    source: Source
    url: str  # as it was found or given
    entry: Entry | None = None  # what named it; None for an address given by a person
    resource: str = ""  # the feed, listing or sitemap that named it
    known: Known | None = None  # its post, when the archive looks at it again


class MirrorSpider(Spider):
    """Base of the spiders; `session` is the run that they work for.

    Started by `scrapy crawl` there is none: then `-a archive=DIR` names the archive.
    """

    def __init__(self, *args: Any, session: Session, alone: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.alone = alone  # nobody else will finish the session

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        if "session" not in kwargs:
            root = Path(kwargs.pop("archive", ".")).resolve()
            run = Run(root, load_config(root))
            crawler.settings.setdict(crawl_settings(run.config.crawl), priority="spider")
            kwargs |= {"session": Session.open(run), "alone": True}
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.stumbled, signals.spider_error)
        crawler.signals.connect(spider.stumbled, signals.item_error)
        return spider

    def closed(self, reason: str) -> None:
        """Scrapy calls this once all is done; what it raised would only be logged."""
        self.session.complete = reason == "finished"
        if self.alone:
            with self.session:
                self.session.finish()

    def stumbled(self, failure: Failure, response: Response | None) -> None:
        """A bug of ours, which Scrapy logs with its traceback: name the page that it cost."""
        request = response.request if response else None
        lead = request.cb_kwargs.get("lead") if request else None
        detail = f"a bug in mirror: {failure.getErrorMessage()}"
        url, name = (lead.url, lead.source.name) if lead else ("", self.name)
        self.session.report.problem(name, Fault(url, "bug", detail))
        self.session.resources.fail(lead.resource if lead else "")

    def page_request(self, lead: Lead, **kwargs: Any) -> Request:
        """A request for the page of an article."""
        self.session.expect()
        return Request(
            lead.url,
            callback=self.parse_article,
            errback=self.failed,
            cb_kwargs={"lead": lead},
            **kwargs,
        )

    def parse_article(self, response: Response, lead: Lead) -> Iterator[Candidate]:
        """The candidate article on a page; a page that is none is reported by its problem."""
        self.session.advance()
        if fault := unfit(response, lead.url):
            self.refuse(lead, fault)
            return
        content_type = header(response, "Content-Type")
        html = decode(response.body, content_type)
        found = extract(html, lead.url, lead.source, final_url=response.url)
        if found.problem:
            self.refuse(lead, Fault(lead.url, found.problem, found.detail))
            return
        if found.detail:  # such as: the source's body rules match nothing any more
            self.session.report.warn(lead.source.name, Fault(lead.url, "layout", found.detail))
        yield candidate(lead, found, response)

    def refuse(self, lead: Lead, fault: Fault) -> None:
        """Report a page that is no article; a good copy, if there is one, stays as it is."""
        self.session.report.problem(lead.source.name, fault)
        self.session.resources.fail(lead.resource)

    def failed(self, failure: Failure) -> None:
        """Report a request that brought no response worth looking at."""
        self.session.advance()
        lead: Lead = failure.request.cb_kwargs["lead"]  # type: ignore[attr-defined]
        self.session.report.problem(lead.source.name, describe(failure, lead.url))
        self.session.resources.fail(lead.resource or lead.url)


def unfit(response: Response, asked: str) -> Fault | None:
    """Why a response can't be an article's page, whatever its text says; None when it can."""
    if fault := too_large(response, asked):
        return fault
    if is_home(response.url) and not is_home(asked):
        return Fault(asked, "not-found", f"redirected to the front page {response.url}")
    content_type = header(response, "Content-Type")
    if not _PAGE_TYPES.match(content_type.strip().lower()):
        return Fault(asked, "not-a-page", f"the answer is {content_type}, not a web page")
    return None


def too_large(response: Response, asked: str) -> Fault | None:
    """A page that would cost more to read than any article's is worth; None for all others."""
    size, tags = len(response.body), response.body.count(b"<")
    if size <= MAX_PAGE and tags <= MAX_TAGS:
        return None
    said = f"{size} bytes with {tags} tags; the limits are {MAX_PAGE} and {MAX_TAGS}"
    return Fault(asked, "too-large", said)


def candidate(lead: Lead, found: Extract, response: Response) -> Candidate:
    """What was found on a page, with the address and the keys it will be known by."""
    link = lead.known.url if lead.known else article_link(found, response.url, lead.source)
    addresses = (link, lead.url, response.url, *filter(None, [found.canonical]))
    every = dict.fromkeys(key for address in addresses for key in keys(address, lead.source))
    return Candidate(
        source=lead.source,
        extract=replace(found, base_url=found.base_url or response.url),
        link=link,
        keys=tuple(every),
        entry=lead.entry,
        resource=lead.resource,
        etag=header(response, "ETag"),
        last_modified=header(response, "Last-Modified"),
    )


def article_link(found: Extract, final: str, source: Source) -> str:
    """The address to file an article under, without tracking keys and fragment.

    It is the page's own, unless the page names another one of the same site (and, where the source
    has an `identity` pattern, of the same article): then a print or AMP page was asked for.
    """
    link, canonical = without_tracking(final), found.canonical
    if not canonical or canonical_url(canonical) == canonical_url(link):
        return link
    if not same_site(canonical, link) or is_home(canonical):
        return link
    if source.identity and identity(canonical, source) != identity(link, source):
        return link
    return without_tracking(canonical)


def header(response: Response, name: str) -> str:
    """A response header's value as text; "" when there is none."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else ""
