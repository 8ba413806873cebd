"""The one-off fetch: these addresses, now, known source or not."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from scrapy import Request

from mirror.article import Source
from mirror.normalise.urls import keys
from mirror.spiders.base import MirrorSpider
from mirror.spiders.filing import Lead


class FetchSpider(MirrorSpider):
    """Fetches `urls` (serialised http(s) addresses); an article that is archived is updated."""

    name = "fetch"

    def __init__(self, *args: Any, urls: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.urls = dict.fromkeys(urls)

    async def start(self) -> AsyncIterator[Request]:
        asked: set[str] = set()
        for url in self.urls:
            source = self.session.source_of(url)
            self.session.report.found(source.name)
            every = keys(url, source)
            if asked.isdisjoint(every):
                yield self.page_request(self.lead(url, source), dont_filter=True)
            else:  # another address of an article that is on its way
                self.session.report.count(source.name, "unchanged")
            asked.update(every)

    def lead(self, url: str, source: Source) -> Lead:
        """An archived article is asked for where it was found: elsewhere it may be in another
        script or form, which is no correction."""
        known = self.session.archive.find(*keys(url, source))
        if known is None or known.gone:
            return Lead(source, url)
        return Lead(source, known.url, known=known)
