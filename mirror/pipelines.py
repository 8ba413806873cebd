"""The two item pipelines: normalise, store."""

from contextlib import suppress
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from mirror.article import Candidate, Fault, Normalised
from mirror.decide import digest
from mirror.errors import ArchiveError
from mirror.normalise.article import normalise
from mirror.normalise.text import has_media, visible_text
from mirror.normalise.variant import in_variant
from mirror.session import Session
from mirror.storing import looked_at, store


class SessionPipeline:
    """What both have in common: the session of the spider that they serve."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.spider.session)  # type: ignore[union-attr]  # a MirrorSpider

    def drop(self, found: Candidate, fault: Fault) -> DropItem:
        """Report why `found` does not become a post, so that the next run looks again."""
        self.session.report.problem(found.source.name, fault)
        self.session.resources.fail(found.resource)
        with suppress(ArchiveError):  # the fault is the one to be named
            looked_at(self.session, self.session.archive.find(*found.keys))
        return DropItem(fault.problem, log_level="DEBUG")


class NormalisePipeline(SessionPipeline):
    """Candidate -> article; one with neither text nor pictures is refused as empty."""

    def process_item(self, item: Candidate) -> Normalised:
        article = normalise(item, self.session.now)
        if not (has_media(article.body) or visible_text(article.body) or is_bare(item)):
            fault = Fault(item.link, "empty", "no text and no picture in its body")
            raise self.drop(item, fault)
        return Normalised(item, in_variant(article, item.source), digest(article))


class StorePipeline(SessionPipeline):
    """Article -> post: written, rewritten where it was corrected, or left as it is."""

    def process_item(self, item: Normalised) -> Normalised:
        try:
            fault = store(self.session, item)
        except ArchiveError as exc:
            raise self.drop(item.found, Fault(item.found.link, "not-stored", str(exc))) from exc
        if fault:
            raise self.drop(item.found, fault)
        return item


def is_bare(found: Candidate) -> bool:
    """Is it a media entry, whose title and link are all that a feed has to say?"""
    return found.entry is not None and found.entry.carries == "full" and not found.entry.content
