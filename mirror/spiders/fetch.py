"""The one-off fetch: these addresses, now, known source or not."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

from scrapy import Request

from mirror.normalise.urls import owner, source_of_site
from mirror.spiders.base import Lead, MirrorSpider


class FetchSpider(MirrorSpider):
    """Fetches `urls` (serialised http(s) addresses); an article that is archived is updated."""

    name = "fetch"

    def __init__(self, *args: Any, urls: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.urls = dict.fromkeys(urls)

    async def start(self) -> AsyncIterator[Request]:
        sources = self.session.run.config.sources.values()
        for url in self.urls:
            source = owner(url, sources) or source_of_site(url)
            self.session.report.found(source.name)
            yield self.page_request(Lead(source, url), dont_filter=True)
