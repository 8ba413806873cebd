"""Feeds: the bytes of an answer -> entries, and what was wrong with the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from mirror.article import Entry, Fault
from mirror.discover.items import entry_of, title_of
from mirror.discover.json_feed import read_json_feed
from mirror.discover.sniff import what_it_is
from mirror.discover.tree import Document, Element
from mirror.errors import FeedError
from mirror.normalise.encoding import decode

ROOTS = frozenset({"rss", "rdf:rdf", "feed", "atom:feed"})
ITEMS = frozenset({"item", "entry", "atom:entry"})

_DAMAGE = {
    "truncated": "the feed is truncated inside the entry {}, which was left out",
    "entities": "the entry {} expands entities beyond the limit and was left out",
    "malformed": "the feed is malformed: the entry {} has no end tag",
}


@dataclass(frozen=True, slots=True)
class Feed:
    """What one feed says."""

    title: str  # as written; "" when it names none
    entries: tuple[Entry, ...]  # in the feed's order, each URL once
    faults: tuple[Fault, ...]  # one for each entry left out, and for a damaged feed


def parse_feed(body: bytes, url: str, *, content_type: str = "", zone: ZoneInfo) -> Feed:
    """Read RSS 0.9x to 2.0, Atom 0.3 and 1.0, or JSON Feed, as far as it can be read.

    `content_type` is the answer's header, `zone` is for times that name none. An entry that was cut
    off or has no usable link costs itself only. Raises FeedError when `body` is no feed at all.
    """
    text = decode(body, content_type)
    if not text.strip():
        raise FeedError(f"{url}: the feed is empty ({len(body)} bytes)")
    if text.lstrip()[0] in "{[":
        title, found = read_json_feed(text, url, zone)
    else:
        title, found = _read_xml(text, url, zone)
    return Feed(title, _once(found), tuple(part for part in found if isinstance(part, Fault)))


def _read_xml(text: str, url: str, zone: ZoneInfo) -> tuple[str, list[Entry | Fault]]:
    document = Document(text, url, roots=ROOTS, items=ITEMS)
    found = [entry_of(item, url, zone) for item in document.items()]
    if document.root is None or document.first == "html":
        raise FeedError(f"{url}: not a feed but {what_it_is(text)}")
    return _feed_title(document.root), [*found, *_damage(document)]


def _feed_title(root: Element) -> str:
    channels = [*root.find("channel"), root]
    return next(filter(None, map(title_of, channels)), "")


def _damage(document: Document) -> Iterator[Fault]:
    if document.bound:
        yield Fault("", "too-large", f"the feed is read no further than {document.bound}")
        return
    for item, why in document.torn:
        yield Fault("", why, _DAMAGE[why].format(_shown(item)))
    for item in document.malformed:
        yield Fault("", "malformed", _DAMAGE["malformed"].format(_shown(item)))
    if document.truncated and not any(why == "truncated" for _, why in document.torn):
        yield Fault("", "truncated", "the feed is truncated between two entries")


def _shown(item: Element) -> str:
    return repr(title_of(item).strip()[:100])


def _once(found: Iterable[Entry | Fault]) -> tuple[Entry, ...]:
    """The entries without those whose URL came before."""
    entries: dict[str, Entry] = {}
    for part in found:
        if isinstance(part, Entry):
            entries.setdefault(part.url, part)
    return tuple(entries.values())
