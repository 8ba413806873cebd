"""Which source an article is of, by its address and by the site that its post names."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from mirror.article import Source
from mirror.errors import UrlError
from mirror.normalise.urls import keys, serialise, site_of

WHOLE = "^https?://"  # how an `article` pattern begins that needs no other proof of the site


def owner(url: str, sources: Iterable[Source]) -> Source | None:
    """The source that the article at `url` belongs to; None when no source knows it.

    Of the sources on its site the first whose `article` pattern matches, else the first whose part
    of the site it is on. Where a source has no addresses of its own, or a pattern that names the
    host, the pattern alone says it.
    """
    known, site = tuple(sources), site_of(url)
    on_site = [source for source in known if site and site in source_sites(source)]
    anywhere = [one for one in known if not source_sites(one) or one.article.startswith(WHOLE)]
    fitting = [one for one in (*on_site, *anywhere) if one.article and re.search(one.article, url)]
    return next(iter(fitting or (one for one in on_site if _covers(one, url))), None)


def source_of_post(url: str, site: str, sources: Iterable[Source]) -> Source | None:
    """The source that a post is of: by its site's title, and of several so titled by address."""
    known = tuple(sources)
    titled = [source for source in known if source.title == site]
    return owner(url, titled) or (titled[0] if titled else owner(url, known))


def source_of_site(url: str) -> Source:
    """A source made up for an http(s) address on a site that no configured source covers."""
    host = urlsplit(url).netloc.rpartition("@")[2].removeprefix("www.")
    return Source(name=host, title=host)


def article_keys(sources: Iterable[Source]) -> Callable[[str, str], tuple[str, ...]]:
    """The function that gives the keys of a post by its `from:` and its site, for the index."""
    known = tuple(sources)

    def of(url: str, site: str) -> tuple[str, ...]:
        try:
            serialise(url)  # a person, or another tool, may have written anything
            return keys(url, source_of_post(url, site, known))
        except UrlError:
            return ()

    return of


def _covers(source: Source, url: str) -> bool:
    """Is `url` on the source's part of its site, the whole of which may have many editions?

    All of it where no pattern tells articles; else the hosts and first directories of its
    addresses, and all of a host that has an address outside of directories.
    """
    host, directory = _part(url)
    parts = set(map(_part, _addresses(source)))
    return not source.article or not parts.isdisjoint({(host, directory), (host, "")})


def _part(url: str) -> tuple[str, str]:
    """The host, `www.` apart, and the first directory: `dw.com/zh` of its Chinese edition."""
    parts = urlsplit(url)
    directories = parts.path.split("/")[1:-1]
    return (parts.hostname or "").removeprefix("www."), next(iter(directories), "")


def _addresses(source: Source) -> tuple[str, ...]:
    return (*source.feeds, *source.listings, *source.sitemaps)


@lru_cache(maxsize=4096)
def source_sites(source: Source) -> frozenset[str]:
    """The sites that a source's own addresses are on."""
    return frozenset(map(site_of, _addresses(source)))


def first_address(source: Source) -> str:
    """The address that stands for a source in messages."""
    return next(iter(_addresses(source)), "")
