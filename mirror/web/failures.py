"""What went wrong with a request, as a short word and a sentence: never a traceback."""

import re
from collections.abc import Iterator
from http import HTTPStatus

from OpenSSL import SSL
from scrapy import exceptions as scrapy_errors
from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from service_identity import VerificationError
from twisted.internet import error as net
from twisted.python.failure import Failure
from twisted.web.http import PotentialDataLoss
from twisted.web.http import _DataLoss as DataLoss

from mirror.article import Fault
from mirror.errors import FetchError

# The first row that matches the failure, or what caused it, names it.
NAMES: tuple[tuple[type[BaseException], str, str], ...] = (
    (scrapy_errors.ResponseDataLossError, "truncated", "the response is truncated: it ended early"),
    (DataLoss, "truncated", "the response is truncated: it ended early"),
    (PotentialDataLoss, "truncated", "the response is truncated: it ended early"),
    (
        scrapy_errors.DownloadTimeoutError,
        "timeout",
        "timed out: no whole response in `timeout` seconds",
    ),
    (net.TimeoutError, "timeout", "timed out: no connection in time"),
    (scrapy_errors.CannotResolveHostError, "dns", "the host name has no address"),
    (net.DNSLookupError, "dns", "the host name has no address"),
    (scrapy_errors.DownloadConnectionRefusedError, "refused", "the connection was refused"),
    (net.ConnectionRefusedError, "refused", "the connection was refused"),
    (VerificationError, "tls", "the server's certificate is for another host"),
    (SSL.Error, "tls", "no trusted encrypted connection"),
    (scrapy_errors.DownloadCancelledError, "cancelled", "the download was cancelled"),
    (scrapy_errors.UnsupportedURLSchemeError, "scheme", "only http and https are fetched"),
    (scrapy_errors.NotSupported, "scheme", "only http and https are fetched"),
    (net.ConnectionLost, "reset", "the connection was closed before the response was whole"),
    (net.ConnectionDone, "reset", "the connection was closed before the response was whole"),
    (net.ConnectError, "unreachable", "the host can't be reached"),
    (scrapy_errors.DownloadFailedError, "protocol", "the answer is no proper HTTP"),
    (scrapy_errors.IgnoreRequest, "ignored", "the request was dropped"),
)
_USERINFO = re.compile(r"(?<=://)[^/?#\s@]*@")


def describe(subject: Failure | BaseException | Response, url: str = "") -> Fault:
    """Name what `subject` failed of: a failure, an exception, or a response by its status.

    The fault's URL is `url`, else the one that was first asked for, before any redirects; the last
    of those is in the detail. Both without credentials.
    """
    request = getattr(subject, "request", None)
    error = subject.value if isinstance(subject, Failure) else subject
    assert error is not None, "a failure that was cleaned has no value"
    if isinstance(error, HttpError):
        error = error.response
    request = request or getattr(error, "request", None)
    word, detail = _status(error) if isinstance(error, Response) else _name(error)
    if request is not None and request.meta.get("redirect_urls"):
        detail += f" ({request.url})"
    return Fault(without_credentials(url or _asked(request)), word, without_credentials(detail))


def without_credentials(text: str) -> str:
    """`text` with `user:password@` taken out of the URLs in it."""
    return _USERINFO.sub("", text)


def _asked(request: Request | None) -> str:
    if request is None:
        return ""
    return str(request.meta.get("redirect_urls", [request.url])[0])


def _status(response: Response) -> tuple[str, str]:
    """The words of a status: "http-404", "answered 404 Not Found"."""
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = "a status that HTTP does not know"
    return f"http-{response.status}", f"answered {response.status} {phrase}"


def _name(error: BaseException) -> tuple[str, str]:
    if isinstance(error, FetchError):
        return error.problem, str(error)
    causes = list(_causes(error))
    for cause in reversed(causes):  # the innermost knows best
        for kind, word, detail in NAMES:
            if isinstance(cause, kind):
                return word, detail + _said(causes[-1], word)
    return "error", f"{type(error).__name__}: {error}"


def _said(cause: BaseException, word: str) -> str:
    """What the failure itself adds, for words that leave a question open."""
    text = " ".join(str(cause).split())[:200]
    return f" ({text})" if text and word in {"tls", "protocol", "unreachable", "ignored"} else ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """`error`, then what it came of: chained exceptions, and the reasons that Twisted collects."""
    seen: set[int] = set()
    queue = [error]
    while queue:
        current = queue.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        reasons = getattr(current, "reasons", None) or ()
        queue += [reason.value for reason in reasons if isinstance(reason, Failure)]
        queue.append(current.__cause__)
