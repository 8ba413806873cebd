"""Pages as they are, for `mirror extract URL`: nothing is extracted or stored here."""

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

from scrapy import Request
from scrapy.http import Response

from mirror.article import Candidate
from mirror.spiders.answers import header
from mirror.spiders.base import MirrorSpider
from mirror.spiders.filing import Lead


class DownloadSpider(MirrorSpider):
    """Puts (URL asked for, body, Content-Type) of each page into `pages`."""

    name = "download"

    def __init__(
        self,
        *args: Any,
        urls: Sequence[str] = (),
        pages: list[tuple[str, bytes, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.urls, self.pages = urls, pages

    async def start(self) -> AsyncIterator[Request]:
        for url in self.urls:
            yield self.page_request(Lead(self.session.source_of(url), url), dont_filter=True)

    def parse_article(self, response: Response, lead: Lead) -> Iterator[Candidate]:
        self.session.advance()
        self.pages.append((lead.url, response.body, header(response, "Content-Type")))
        yield from ()
