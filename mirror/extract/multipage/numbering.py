"""How sites number the pages of one article in their addresses. Pure.

Every question is put with the address of the article's first page: so a number that is part of an
article's own name (`/t20260301_123.htm`) is never taken for the number of a page.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from mirror.article import Source
from mirror.normalise.urls import canonical_url, identity, same_site

# Query keys that count pages. `cpage` (WordPress) is not among them: it counts comments.
KEYS = frozenset({
    "page", "paged", "pg", "p", "pn", "pno", "pageno", "page_no", "pagenum", "page_num",
    "pagenumber", "page_number", "curpage", "currpage", "currentpage", "pageindex", "seite",
})  # fmt: skip
_WORD = r"(?:page|pag|seite|pagina|p)"
_SURE = rf"_(?:{_WORD}[_-]?)?|-{_WORD}[_-]?|/(?:(?:{_WORD}|index)[/_-]?)?|{_WORD}"
_ENDING = r"\.[a-z]{2,5}"
# What follows an article's own name in the address of one of its pages: /n123_2.htm, /n123/page/2,
# /n123p2.html. A bare hyphen is also how WordPress tells a second article of the same title from
# the first, so it proves nothing by itself.
_TAIL = re.compile(
    rf"(?P<own>{_ENDING}(?=/))?(?:(?P<sure>{_SURE})|-)0*(?P<number>[0-9]{{1,3}})(?P<ending>{_ENDING})?"
)
# A first page that bears its own number: /n123_1.htm, or _0 where a site counts from nought; but
# /a/1 is as a rule an article of its own.
_OPENING = re.compile(rf"(?P<stem>.+[^/](?:{_SURE}|-)(?<!/))0*[01](?P<ending>(?:{_ENDING})?)")
_NAME = re.compile(rf"(?P<stem>.*?)(?P<ending>(?:{_ENDING})?)")
# What may be the address of a further page at all: cheap to ask of every link of a page.
MAYBE = re.compile(r"(?<!\d)\d{1,3}(?:\.[a-zA-Z]{2,5})?/?(?:[?#].*)?$|[?&]\w+=\d{1,3}(?!\d)")


class Numbered(NamedTuple):
    """A page of an article."""

    number: int  # as its address has it
    sure: bool  # the address can hardly mean anything else


def page_of(url: str, first: str) -> Numbered | None:
    """Which page of the article at `first` has the address `url`; None for other addresses."""
    if not same_site(url, first):
        return None
    (path, query), (own_path, own_query) = _parts(url), _parts(first)
    if path == own_path:
        return _in_query(query, own_query)
    return _in_path(path, own_path) if query == own_query else None


def is_same_article(url: str, first: str, source: Source) -> bool:
    """Has `url` the identity of the article at `first`, or its path and more than its query?"""
    if is_other_article(url, first, source) or not same_site(url, first):
        return False
    if _identified(url, source) and _identified(first, source):
        return True
    (path, query), (own_path, own_query) = _parts(url), _parts(first)
    return path == own_path and query > own_query


def is_other_article(url: str, first: str, source: Source) -> bool:
    """Does the source's `identity` pattern say that these are two articles?"""
    known = _identified(url, source) and _identified(first, source)
    return known and identity(url, source) != identity(first, source)


def _identified(url: str, source: Source) -> bool:
    return bool(source.identity) and re.search(source.identity, url) is not None


@lru_cache(maxsize=128)
def _parts(url: str) -> tuple[str, frozenset[str]]:
    parts = urlsplit(canonical_url(url))
    return parts.path.lower().rstrip("/"), frozenset(filter(None, parts.query.split("&")))


def _in_path(path: str, first: str) -> Numbered | None:
    """The number that stands behind the first page's path, or in place of its own."""
    name, opening = _NAME.fullmatch(first), _OPENING.fullmatch(first)
    if name and path.startswith(name["stem"]):
        match = _TAIL.fullmatch(path, len(name["stem"]))
        if match and _fits(match, name):
            return Numbered(int(match["number"]), match["sure"] is not None)
    if opening and path.startswith(opening["stem"]):
        number = path[len(opening["stem"]) :].removesuffix(opening["ending"])
        if re.fullmatch(r"[0-9]{1,3}", number) and path.endswith(opening["ending"]):
            return Numbered(int(number), sure=False)
    return None


def _fits(tail: re.Match[str], name: re.Match[str]) -> bool:
    """Are the endings such as sites write, and is the name told from the number?"""
    if tail["own"] not in (None, name["ending"]):
        return False
    if tail["sure"] is None:
        return (tail["ending"] or "") == name["ending"]
    return tail["sure"][0] in "_-/" or name["stem"][-1:].isdigit()


def _in_query(query: frozenset[str], first: frozenset[str]) -> Numbered | None:
    """The number in the query, where that is all that it has beside the first page's."""
    if (number := _counted(query, first)) is not None:
        return Numbered(number, sure=True)
    opening = {part for part in first if _counted(frozenset({part}), frozenset()) in (0, 1)}
    number = _counted(query, first - opening) if opening else None
    return None if number is None else Numbered(number, sure=False)


def _counted(query: frozenset[str], first: frozenset[str]) -> int | None:
    added = query - first
    if len(added) != 1 or not first <= query:
        return None
    key, _, value = next(iter(added)).partition("=")
    counts = key.lower() in KEYS and re.fullmatch(r"[0-9]{1,3}", value)
    return int(value) if counts else None
