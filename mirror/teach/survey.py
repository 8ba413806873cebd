"""What a look at a site brought, and which of its addresses are articles. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mirror.article import Entry
from mirror.extract.page import weight
from mirror.normalise.urls import is_home, same_site
from mirror.teach.clues import Clues
from mirror.teach.samples import Sample
from mirror.teach.shapes import Patterns, patterns, shape_of

TITLE = 24  # weight: a link with more text than this is a headline, not a section's name
MOST = 500  # addresses of one feed or sitemap that are looked at
ENOUGH = 3  # articles that a feed must name on its own site for its addresses to tell


@dataclass(frozen=True, slots=True)
class Resource:
    """A feed or a sitemap that was found, and what it names."""

    url: str
    entries: tuple[Entry, ...]
    is_whole: bool = False  # of a feed: does it carry the articles themselves?
    is_news: bool = False  # of a sitemap: does it hold the last days' articles only?


@dataclass(frozen=True, slots=True)
class Survey:
    """All that a source may be made of."""

    asked: str  # the address that a person gave
    pages: tuple[Clues, ...] = ()  # the page asked for, then the front page
    feeds: tuple[Resource, ...] = ()
    sitemaps: tuple[Resource, ...] = ()
    samples: tuple[Sample, ...] = ()

    @property
    def leads_to_articles(self) -> bool:
        """Is there anything that a source could be made of?"""
        return bool(self.feeds or self.sitemaps or article_patterns(self).article)

    @property
    def listings(self) -> tuple[Clues, ...]:
        """The pages that list articles."""
        return tuple(page for page in self.pages if not is_single(page))


def is_single(page: Clues) -> bool:
    """Is the page one article, not a list of them?"""
    return page.is_article and not is_home(page.url)


def article_patterns(survey: Survey) -> Patterns:
    """The patterns of the site's articles, by what feeds, sitemaps or else headlines lead to."""
    return next(filter(lambda found: found.article, map(patterns, _evidence(survey))), Patterns())


def article_addresses(survey: Survey) -> tuple[str, ...]:
    """Addresses of articles, the surest first, each once."""
    pattern = article_patterns(survey).article
    single = [page.url for page in survey.pages if is_single(page)]
    named = [entry.url for one in survey.feeds for entry in one.entries]
    news = [entry.url for one in survey.sitemaps if one.is_news for entry in one.entries]
    linked = [link.url for page in survey.listings for link in page.links]
    rest = [entry.url for one in survey.sitemaps if not one.is_news for entry in one.entries]
    fitting = (url for url in (*news, *linked, *rest) if pattern and re.search(pattern, url))
    return tuple(dict.fromkeys((*single, *named, *fitting)))


def _evidence(survey: Survey) -> Iterator[Sequence[str]]:
    """Lists of addresses that are articles as a rule, the surest list first."""
    site = survey.pages[0].url if survey.pages else survey.asked
    news = [one for one in survey.sitemaps if one.is_news]
    named = [url for one in (*survey.feeds, *news) for url in _named(one, site)]
    links = [link for page in survey.listings for link in page.links]
    if len(named) >= ENOUGH:
        known = set(map(shape_of, named))
        yield [*named, *(link.url for link in links if shape_of(link.url) in known)]
    yield [link.url for link in links if weight(link.text) >= TITLE]
    yield [url for one in survey.sitemaps for url in _named(one, site)]


def _named(one: Resource, site: str) -> list[str]:
    return [entry.url for entry in one.entries[:MOST] if same_site(entry.url, site)]
