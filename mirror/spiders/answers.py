"""What an answer is, told before its text is read: a page, something else, or a bot wall. Pure."""

import re

from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from mirror.article import Fault
from mirror.extract.quality import bot_wall
from mirror.normalise.encoding import decode
from mirror.normalise.urls import is_home
from mirror.web.walls import announced

# A hostile page must not cost minutes. The largest of 214 real news pages: 1.7 MB, 8,093 tags.
MAX_PAGE = 6_000_000  # bytes
MAX_TAGS = 100_000
# With these a bot wall answers; with any other it is a page like others, and judged as one.
WALL_STATUSES = frozenset({401, 403, 405, 406, 429, 503})
_PAGE_TYPES = re.compile(r"(text/|application/(xhtml|xml)|$)")


def unfit(response: Response, asked: str) -> Fault | None:
    """Why a response can't be an article's page, whatever its text says; None when it can."""
    if fault := too_large(response, asked):
        return fault
    if is_home(response.url) and not is_home(asked):
        return Fault(asked, "not-found", f"redirected to the front page {response.url}")
    content_type = header(response, "Content-Type")
    if not _PAGE_TYPES.match(content_type.strip().lower()):
        return Fault(asked, "not-a-page", f"the answer is {content_type}, not a web page")
    return None


def too_large(response: Response, asked: str) -> Fault | None:
    """A page that would cost more to read than any article's is worth; None for all others."""
    size, tags = len(response.body), response.body.count(b"<")
    if size <= MAX_PAGE and tags <= MAX_TAGS:
        return None
    said = f"{size} bytes with {tags} tags; the limits are {MAX_PAGE} and {MAX_TAGS}"
    return Fault(asked, "too-large", said)


def wall(failure: Failure, asked: str) -> Fault | None:
    """The bot wall that a failed request was answered with; None when it was none.

    Two signs: the status, and the vendor's header or its part in the page.
    """
    if not isinstance(failure.value, HttpError):
        return None
    response = failure.value.response
    if response.status not in WALL_STATUSES:
        return None
    sign = announced(response)
    if not sign and len(response.body) <= MAX_PAGE:
        sign = bot_wall(decode(response.body, header(response, "Content-Type")))
    if not sign:
        return None
    return Fault(asked, "challenge", f"answered {response.status} with a bot wall: {sign!r}")


def header(response: Response, name: str) -> str:
    """A response header's value as text; "" when there is none."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else ""
