"""An article read page by page: which page to ask for next, and when it is whole. Pure."""

from dataclasses import dataclass, replace

from scrapy.http import Response

from mirror.article import Extract, Fault, Source
from mirror.extract import extract
from mirror.extract.multipage.joining import OF_PARTS, goes_on, is_full
from mirror.extract.multipage.paging import Place
from mirror.normalise.encoding import decode
from mirror.normalise.urls import canonical_url, without_tracking
from mirror.spiders.answers import header, unfit

MAX_BACK = 2  # times that a later page may send us to an earlier one


@dataclass(frozen=True, slots=True)
class Reading:
    """How far an article has been read."""

    url: str  # of the page that is asked for now
    parts: tuple[Extract, ...] = ()  # the pages that are here, in order, from the first
    back: int = 0  # how often a later page was asked for in place of the first
    whole: bool = False  # there is no page after these that we read

    @property
    def first(self) -> str:
        """The address of the article's first page, once that is here."""
        return self.parts[0].url if self.parts else ""

    @property
    def number(self) -> int:
        """Of the page that is asked for now, from 1."""
        return len(self.parts) + 1


def read(response: Response, reading: Reading, source: Source) -> Extract | Fault:
    """What a page says; or why the article can't be had: it is never stored without that page."""
    fault = unfit(response, reading.url)
    if fault is None:
        html = decode(response.body, header(response, "Content-Type"))
        place = Place(reading.first, reading.number) if reading.parts else None
        found = extract(html, reading.url, source, final_url=response.url, place=place)
        if not found.problem or _is_a_part(found, reading, source):
            return found
        fault = Fault(reading.url, found.problem, found.detail)
    return fault


def take(reading: Reading, found: Extract, source: Source, *, at: str, archived: bool) -> Reading:
    """The reading with one page more, which answered `at`: it is whole, or `url` is the next one.

    What is asked for by a later page's address is read from the first page on, unless there is a
    post under that very address (`archived`): then that page is the post, as it always was.
    """
    if found.first_page and not reading.parts:
        if not archived and reading.back < MAX_BACK:
            return replace(reading, url=found.first_page, back=reading.back + 1)
        found = replace(found, next_page="")
    if reading.parts and not goes_on(reading.parts, found, source):
        return replace(reading, whole=True)
    # A first page is known by where it answered: its further pages are named after that.
    found = found if reading.parts else replace(found, url=without_tracking(at))
    parts = (*reading.parts, found)
    seen = {canonical_url(part.url) for part in parts}
    last = not found.next_page or canonical_url(found.next_page) in seen or is_full(parts)
    return replace(reading, parts=parts, url=found.next_page, whole=last)


def of_part(fault: Fault, reading: Reading, url: str) -> Fault:
    """The fault under the article's address `url`, saying which of its pages it befell."""
    if not reading.parts:
        return replace(fault, url=url)
    said = fault.detail or fault.problem
    return Fault(url, fault.problem, f"page {reading.number} of it, {reading.url}: {said}")


def _is_a_part(found: Extract, reading: Reading, source: Source) -> bool:
    """Is a page too short to be an article by itself, but may well be one of an article's?"""
    if found.problem not in OF_PARTS:
        return False
    if not reading.parts:
        return bool(found.next_page or found.first_page)
    # Where the source's rules found the pages before, they must find this one, too; and a page
    # that has lost its text must not pass for one that only repeats the others.
    alike = (found.strategy == "rules") == (reading.parts[0].strategy == "rules")
    repeats = any(found.text == part.text for part in reading.parts)
    return alike and (repeats or goes_on(reading.parts, found, source))
