"""What every spider does: one way from a response to a candidate article.

entry -> response -> extract -> candidate        (then the pipelines: normalise, store)
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from mirror.article import Candidate, Fault
from mirror.config import load_config
from mirror.extract.confidence import doubt
from mirror.extract.multipage.joining import MAX_PARTS, is_full, join
from mirror.normalise.body import MAX_LENGTH
from mirror.session import Run, Session
from mirror.settings import crawl_settings
from mirror.spiders.answers import wall
from mirror.spiders.filing import Lead, candidate
from mirror.spiders.reading import Reading, of_part, read, take
from mirror.storing import looked_at
from mirror.web.failures import describe
from mirror.web.gate import HostGate

# Statuses that a callback wants to see: what a conditional request may be answered.
CONDITIONAL = {"handle_httpstatus_list": [304]}
TOO_LONG = (
    f"an article of more than {MAX_PARTS} pages (MAX_PARTS) or {MAX_LENGTH} characters: "
    "stored without what is beyond"
)

Output = Iterator[Request | Candidate]


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
            run = Run(root, load_config(root), scheduled=True)
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

    @property
    def gate(self) -> HostGate:
        gate = self.crawler.get_extension(HostGate)
        assert gate is not None, "HostGate belongs into EXTENSIONS"
        return gate

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

    def parse_article(self, response: Response, lead: Lead) -> Output:
        """The candidate article on a page; a page that is none is reported by its problem."""
        yield from self.parse_part(response, lead, Reading(lead.url))

    def parse_part(self, response: Response, lead: Lead, reading: Reading) -> Output:
        """A page of an article: the request for the one after it, or, after the last, the whole."""
        self.session.advance()
        source, fault = self.session.site_configs.advise(lead.source, response.url)
        if fault:
            self.session.report.warn(lead.source.name, fault)
        found = read(response, reading, source)
        assert response.request is not None
        self.gate.judged(response.request, is_wall=found.problem == "challenge")
        if isinstance(found, Fault):
            self.refuse(lead, of_part(found, reading, lead.url))
            return
        archived = lead.known is not None
        taken = take(reading, found, lead.source, at=response.url, archived=archived)
        if not taken.whole:
            yield self.part_request(lead, taken)
        else:
            yield from self.whole(lead, taken, response if not reading.parts else None)

    def part_request(self, lead: Lead, reading: Reading) -> Request:
        """A request for a further page of an article, before other articles are begun."""
        self.session.expect()
        return Request(
            reading.url,
            callback=self.parse_part,
            errback=self.failed,
            cb_kwargs={"lead": lead, "reading": reading},
            dont_filter=True,
            priority=5,
        )

    def whole(self, lead: Lead, reading: Reading, response: Response | None) -> Output:
        """The candidate that an article's pages make together; `response`: the only page's."""
        found = join(reading.parts)
        if found.problem:
            self.refuse(lead, Fault(lead.url, found.problem, found.detail))
            return
        # Else the source was made up for the site of an address.
        known = self.session.run.config.sources.get(lead.source.name) == lead.source
        doubtful = doubt(found, lead.url, known=known)
        if doubtful and not known:
            self.refuse(lead, doubtful)
            return
        if found.detail:  # such as: the source's body rules match nothing any more
            self.session.report.warn(lead.source.name, Fault(lead.url, "layout", found.detail))
        if reading.url and is_full(reading.parts):
            self.session.report.warn(lead.source.name, Fault(lead.url, "page-limit", TOO_LONG))
        if doubtful:
            self.session.report.warn(lead.source.name, doubtful)
        yield candidate(lead, found, response)

    def refuse(self, lead: Lead, fault: Fault) -> None:
        """Report a page that is no article; a good copy, if there is one, stays as it is."""
        self.session.report.problem(lead.source.name, fault)
        self.session.resources.fail(lead.resource)
        looked_at(self.session, lead.known)

    def failed(self, failure: Failure) -> None:
        """Report a request that brought no response worth looking at."""
        self.session.advance()
        request: Request = failure.request  # type: ignore[attr-defined]
        given = request.cb_kwargs
        lead: Lead = given["lead"]
        fault = wall(failure, lead.url) or describe(failure, lead.url)
        if fault.problem == "challenge":
            self.gate.judged(request, is_wall=True)
        if "reading" in given:
            fault = of_part(fault, given["reading"], lead.url)
        self.session.report.problem(lead.source.name, fault)
        self.session.resources.fail(lead.resource or lead.url)
        looked_at(self.session, lead.known)
