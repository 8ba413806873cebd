"""What reading a feed, a listing or a sitemap has in common: its request, its faults, its past."""

from collections.abc import Callable
from typing import Any

from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response

from mirror.article import Fault, Source
from mirror.errors import ArchiveError, FeedError
from mirror.spiders.answers import header
from mirror.spiders.base import CONDITIONAL, MirrorSpider, Output
from mirror.spiders.filing import Lead
from mirror.web.bodies import CUT, TAKES_CUT

ENDED_EARLY = "the answer ended early: what it names beyond that is missing"


class ResourceSpider(MirrorSpider):
    """Reads resources: what names articles."""

    def resource_request(
        self, url: str, source: Source, callback: Callable[..., Output], **kwargs: Any
    ) -> Request:
        """A conditional request for a feed, a listing's page or a sitemap."""
        self.session.expect()
        top = kwargs.get("top", url)
        return Request(
            url,
            callback=callback,
            errback=self.failed,
            headers=self.session.resources.validators(url) if url == top else {},
            meta={**CONDITIONAL, TAKES_CUT: True},  # half of a feed is better than none of it
            cb_kwargs={"lead": Lead(source, url, resource=top), **kwargs},
            dont_filter=True,
            priority=10,  # what is new is known early, and the progress bar is honest
        )

    def read_resource(self, response: Response, lead: Lead, read: Callable[[], Output]) -> Output:
        """Run `read` on a new response; its validators are kept once all of it is stored."""
        self.session.advance()
        if response.status == 304:
            self.session.well.add(lead.source.name)
            return
        if lead.url == lead.resource:
            self.session.resources.fetched(
                lead.url, etag=header(response, "ETag"), modified=header(response, "Last-Modified")
            )
        cut = Fault(lead.url, "truncated", ENDED_EARLY) if CUT in response.flags else None
        try:
            yield from read()
            if cut:
                self.blame(lead, cut)
        except ArchiveError as exc:  # such as a full disk: going on would store nothing
            self.session.report.errors.append(str(exc))
            raise CloseSpider("archive") from exc
        except FeedError as exc:
            self.blame(lead, cut or Fault(lead.url, "unreadable", str(exc)))

    def count(self, lead: Lead, entries: int) -> None:
        """Raise an alarm for a resource that names far fewer articles than it used to."""
        report, name = self.session.report, lead.source.name
        if said := self.session.resources.counted(lead.url, entries):
            report.alarm(name, Fault(lead.url, "few-entries", said))
            self.session.resources.fail(lead.resource)
        elif not entries:
            report.warn(name, Fault(lead.url, "no-entries", "it names no article"))

    def blame(self, lead: Lead, fault: Fault) -> None:
        """Report what is wrong with a resource or an entry of it."""
        url = fault.url or lead.url
        self.session.report.problem(lead.source.name, Fault(url, fault.problem, fault.detail))
        self.session.resources.fail(lead.resource)
