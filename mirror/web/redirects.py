"""Redirects, followed like Scrapy's but for what must not follow along."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from mirror.errors import FetchError, UrlError
from mirror.normalise.urls import serialise
from mirror.web.failures import without_credentials
from mirror.web.statuses import CONDITIONS

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DOWNGRADE = (
    "redirects from https to {}, which is not followed: anyone on the way could change what it says"
)


class PlainRedirectMiddleware(RedirectMiddleware):
    """Follows redirects to http and https, without validators and credentials; names why it stops.

    Where a redirect may lead is judged when it is connected to, by `mirror.web.addresses`.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's still takes a deprecated spider
        try:
            result = super().process_response(request, response)
        except IgnoreRequest as exc:
            limit = self.max_redirect_times
            raise FetchError("redirects", f"redirected more than {limit} times") from exc
        except ValueError as exc:
            raise FetchError("bad-redirect", _refusal(response)) from exc
        if isinstance(result, Request):
            if request.url.startswith("https:") and not result.url.startswith("https:"):
                raise FetchError("downgrade", _DOWNGRADE.format(without_credentials(result.url)))
            # They speak of the URL that was asked first: another one would answer 304 wrongly.
            for name in CONDITIONS:
                result.headers.pop(name, None)
            return result.replace(url=_target(result.url))
        if result.status in REDIRECTS and "Location" in result.headers:
            raise FetchError("bad-redirect", _refusal(result))
        return result


def _target(url: str) -> str:
    """The address as browsers read it, which a host such as "%zz" or "a b" has none of."""
    try:
        return serialise(url)
    except UrlError as exc:
        raise FetchError("bad-redirect", f"redirects to {exc}") from exc


def _refusal(response: Response) -> str:
    location = (response.headers["Location"] or b"").decode("latin-1")
    return f"redirects to {location[:200]!r}, which is not followed: no http or https address"
