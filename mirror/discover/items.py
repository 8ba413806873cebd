"""What an item of RSS or an entry of Atom says: an Entry, or why there is none.

RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), Dublin Core, Media RSS. Which element
is asked first is the post format's choice; it is written in the tables.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from mirror.article import Entry, Fault
from mirror.discover.contents import content_of
from mirror.discover.people import author_of
from mirror.discover.texts import plain_text
from mirror.discover.tree import Element
from mirror.errors import UrlError
from mirror.normalise.dates import first_date
from mirror.normalise.urls import serialise

TITLES = ("title", "atom:title", "dc:title", "media:group/media:title", "media:title")
# Publication before update; of one kind, the feed's own element first.
DATES = (
    "pubdate", "published", "atom:published", "dcterms:issued", "issued", "atom:issued",
    "dc:date", "dcterms:date", "dcterms:created", "created", "atom:created", "date",
    "updated", "atom:updated", "dcterms:modified", "modified", "atom:modified",
)  # fmt: skip

MAX_TRIED = 50  # links or dates of one item; one that has more means nobody well


def entry_of(item: Element, url: str, zone: ZoneInfo) -> Entry | Fault:
    """The entry that `item` of the feed at `url` is; a Fault when it has no usable link.

    `zone` is for times that name none.
    """
    link = _link(item, url)
    if isinstance(link, Fault):
        return link
    content, base, carries = content_of(item)
    return Entry(
        url=link,
        title=title_of(item),
        published=_date(item, zone),
        author=author_of(item),
        content=content,
        carries=carries,
        base_url=base,
    )


def title_of(item: Element) -> str:
    """The first title that is not empty, as plain text; white space of the pretty-printer goes."""
    found = (element for path in TITLES for element in item.find(path))
    titles = (plain_text(element) for element in found)
    return next((title for title in titles if title.strip()), "")


def _link(item: Element, url: str) -> str | Fault:
    """The address of the article: the first candidate that is an http or https URL."""
    refused = ""
    for text, base in islice(_candidates(item, url), MAX_TRIED):
        try:
            return serialise(text, base)
        except UrlError as exc:
            refused = refused or str(exc)
    name = title_of(item).strip()[:100]
    if refused:
        return Fault("", "bad-link", f"the entry {name!r} has no usable link: {refused}")
    return Fault("", "no-link", f"the entry {name!r} has no link")


def _candidates(item: Element, url: str) -> Iterator[tuple[str, str]]:
    """Texts that may be the article's address, each with what it is relative to, best first."""
    links = [*item.find("link"), *item.find("atom:link")]
    for link in filter(_is_alternate, links):
        yield link.attributes.get("href") or link.text().strip(), link.base or url
    for text in _permanent_ids(item):
        yield text, url


def _is_alternate(link: Element) -> bool:
    """Is it the article's own address? Atom's `rel` says; without one it is."""
    relation = link.attributes.get("rel", "").strip().lower() or "alternate"
    return relation == "alternate" and bool(link.attributes.get("href") or link.text().strip())


def _permanent_ids(item: Element) -> Iterator[str]:
    """Ids that are http(s) addresses themselves: RSS `guid`, RDF `about`, Atom `id`."""
    texts = [
        guid.text()
        for guid in item.find("guid")
        if guid.attributes.get("ispermalink", "true").strip().lower() != "false"
    ]
    texts += [item.attributes.get("rdf:about", ""), *_texts(item, ("id", "atom:id"))]
    return (text.strip() for text in texts if re.match(r"\s*https?://", text, re.IGNORECASE))


def _texts(item: Element, paths: tuple[str, ...]) -> Iterator[str]:
    return (element.text() for path in paths for element in item.find(path))


def _date(item: Element, zone: ZoneInfo) -> datetime | None:
    return first_date(islice(_texts(item, DATES), MAX_TRIED), zone)
