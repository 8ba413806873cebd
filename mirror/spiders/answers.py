"""Can a response be the page of an article at all? Asked before its text is looked at. Pure."""

import re

from scrapy.http import Response

from mirror.article import Fault
from mirror.normalise.urls import is_home

# A hostile page must not cost minutes. The largest of 214 real news pages: 1.7 MB, 8,093 tags.
MAX_PAGE = 6_000_000  # bytes
MAX_TAGS = 100_000
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


def header(response: Response, name: str) -> str:
    """A response header's value as text; "" when there is none."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else ""
