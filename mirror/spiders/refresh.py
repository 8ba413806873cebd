"""The archive's articles once more: what was corrected, what was taken down."""

from collections.abc import AsyncIterator, Iterable
from typing import Any

from scrapy import Request
from scrapy.http import Response

from mirror.archive.known import Known
from mirror.article import Fault
from mirror.errors import ArchiveError
from mirror.normalise.urls import is_home
from mirror.spiders.base import MirrorSpider, Output
from mirror.spiders.filing import Lead
from mirror.storing import seen_removed, seen_unchanged

GONE = (404, 410)


class RefreshSpider(MirrorSpider):
    """Looks at the pages of `posts` again, by conditional requests."""

    name = "refresh"

    def __init__(self, *args: Any, posts: Iterable[Known] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.posts = posts

    async def start(self) -> AsyncIterator[Request]:
        for known in self.posts:
            source = self.session.source_of(known.url, known.site)
            self.session.report.found(source.name)
            yield self.page_request(
                Lead(source, known.url, known=known),
                headers=known.validators,
                meta={"handle_httpstatus_list": [304, *GONE]},
                dont_filter=True,
            )

    def parse_article(self, response: Response, lead: Lead) -> Output:
        gone = response.status in GONE or (is_home(response.url) and not is_home(lead.url))
        if not gone and response.status != 304:
            yield from super().parse_article(response, lead)
            return
        self.session.advance()
        assert lead.known is not None
        seen = seen_removed if gone else seen_unchanged
        try:
            seen(self.session, lead.known, lead.source)
        except ArchiveError as exc:  # such as: a person has edited the post
            self.refuse(lead, Fault(lead.url, "not-stored", str(exc)))
