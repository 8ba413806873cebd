"""What a request failed of, in a word and a sentence."""

import pytest
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet import error as net
from twisted.python.failure import Failure

from mirror.errors import FetchError
from mirror.web.failures import describe, without_credentials


def chained(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def status(code: int) -> HttpError:
    return HttpError(Response("http://example.org/x", status=code), "ignoring")


FAILURES = {
    "a timeout": (DownloadTimeoutError("Getting … took longer than 8 s"), "timeout"),
    "a reset inside a failed download": (
        chained(DownloadFailedError("[…]"), net.ConnectionLost("x")),
        "reset",
    ),
    "a status": (status(404), "http-404"),
    "a status that nobody knows": (status(799), "http-799"),
    "our own": (FetchError("robots", "robots.txt disallows it"), "robots"),
    "dropped by something else": (IgnoreRequest("why"), "ignored"),
    "a bug": (KeyError("x"), "error"),
}


@pytest.mark.parametrize(("error", "expected"), FAILURES.values(), ids=FAILURES)
def test_describe_names_a_failure(error: Exception, expected: str) -> None:
    assert describe(Failure(error), "http://example.org/x").problem == expected


def test_describe_names_the_url_first_asked_for_without_credentials() -> None:
    failure = Failure(FetchError("timeout", "late: http://u:p@example.org/b"))
    request = Request("http://example.org/b", meta={"redirect_urls": ["http://u:p@example.org/a"]})
    failure.request = request  # as Scrapy does
    fault = describe(failure)
    assert (fault.url, fault.detail) == (
        "http://example.org/a",
        "late: http://example.org/b (http://example.org/b)",
    )


URLS = {
    "password": ("http://a:b@example.org/", "http://example.org/"),
    "in a sentence": ("see https://a@x.org/p and ftp://b:c@y/", "see https://x.org/p and ftp://y/"),
    "an @ in the path stays": ("http://example.org/@name", "http://example.org/@name"),
    "an address stays": ("mail a@b.org", "mail a@b.org"),
}


@pytest.mark.parametrize(("text", "expected"), URLS.values(), ids=URLS)
def test_without_credentials(text: str, expected: str) -> None:
    assert without_credentials(text) == expected
