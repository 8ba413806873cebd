"""Which statuses bring a document."""

from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError, HttpErrorMiddleware

# Scrapy takes every 2xx for one. The others have none yet (202, with which a bot wall answers,
# too), none at all (204, 205), or a part of one (206, which nobody asked for).
DOCUMENTS = frozenset({200, 203})
CONDITIONS = ("If-None-Match", "If-Modified-Since")


class StatusMiddleware(HttpErrorMiddleware):
    """Scrapy's, but a callback sees only documents, and the statuses that it wants to see.

    304 it sees where the request set a condition: else there is no copy that is still good.
    """

    def process_spider_input(self, response: Response) -> None:  # type: ignore[override]  # Scrapy's still takes a deprecated spider
        request = response.request
        assert request is not None
        unasked = response.status == 304 and not is_conditional(request)
        if unasked or (200 < response.status < 300 and response.status not in DOCUMENTS):
            raise HttpError(response, "no document")
        super().process_spider_input(response)


def is_conditional(request: Request) -> bool:
    """Does the request let its server answer that nothing has changed?"""
    return any(name in request.headers for name in CONDITIONS)
