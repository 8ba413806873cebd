"""Feeds that are cut, broken or hostile: what is whole is kept, what is not is named."""

import json
import re
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirror.article import Fault
from mirror.discover.feeds import Feed, parse_feed
from mirror.discover.tree import MAX_ITEMS
from mirror.errors import FeedError

URL = "https://e.example/feed.xml"
RSS = "<rss version='2.0'><channel><title>源</title>{}</channel></rss>"
JSON = json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"url": "/1"}]})


def read(text: str | bytes) -> Feed:
    body = text if isinstance(text, bytes) else text.encode()
    return parse_feed(body, URL, zone=ZoneInfo("Asia/Taipei"))


NOT_FEEDS = {
    "nothing": (b"", "empty"),
    "white space": (b" \n", "empty"),
    "a page": (b"<!doctype html><html><title>Error</title></html>", "not a feed.*HTML page.*Error"),
    "JSON": (b'{"a": 1}', "not a feed.*JSON"),
    "broken JSON": (b'{"a": ', "not a feed.*JSON"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0", "not a feed.*PNG"),
    "a path": (b"/etc/passwd", "not a feed"),
}


@pytest.mark.parametrize(("body", "words"), NOT_FEEDS.values(), ids=NOT_FEEDS)
def test_what_is_no_feed_is_named(body: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=f"(?s){re.escape(URL)}.*{words}"):
        read(body)


HOSTILE = {  # name: (entries, problems)
    "xml-truncated-mid-item": (2, ["truncated"]), "xml-empty-channel": (0, []),
    "xml-billion-laughs": (1, ["entities"]), "xml-xxe-file": (1, []), "xml-external-dtd": (1, []),
    "xml-internal-entities": (1, []), "xml-junk-before-prolog": (2, []),
    "xml-one-bad-byte": (3, []),
    "xml-undeclared-namespaces": (1, []), "xml-bad-ampersands": (1, []), "date-odd": (10, []),
    "item-missing-fields": (4, ["no-link"]), "charset-utf16le-bom": (1, []),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_feed(name: str, corpus: Path) -> None:
    body = (corpus / "hostile" / "files" / f"{name}.xml").read_bytes()
    feed = read(body.replace(b"@BASE@", b"http://127.0.0.1"))
    assert (len(feed.entries), [fault.problem for fault in feed.faults]) == HOSTILE[name]
    assert "root:" not in "".join(entry.content for entry in feed.entries)


def test_a_missing_end_tag_costs_no_entry() -> None:
    feed = read(RSS.format("<item><link>/1</link><item><link>/2</link></item>"))
    assert len(feed.entries) == 2
    assert [fault.problem for fault in feed.faults] == ["malformed"]


def test_a_cut_json_feed_keeps_its_whole_items() -> None:
    feed = read(JSON[:-2] + ', {"url": "/2", "content_html": "HALF')
    assert [entry.url for entry in feed.entries] == ["https://e.example/1"]
    assert [fault.problem for fault in feed.faults] == ["truncated"]


WHOLE = RSS.format(
    "".join(
        f"<item><title>题{n}</title><link>/{n}</link><description>&lt;p>文{n}&lt;/p></description></item>"
        for n in range(4)
    )
).encode()


@given(st.integers(0, len(WHOLE) - 1))
def test_a_cut_never_changes_an_entry(length: int) -> None:
    try:
        feed = read(WHOLE[:length])
    except FeedError:
        return
    assert feed.faults[-1].problem == "truncated"
    assert set(feed.entries) <= set(read(WHOLE).entries)


ITEM = '<item><link href="/1"/><title><![CDATA[x]]></title><a b="c">&amp;</a></item>'


@pytest.mark.parametrize("text", [RSS.format(ITEM), JSON], ids=["RSS", "JSON"])
@given(damage=st.lists(st.tuples(st.integers(0, 200), st.binary(max_size=4))))
def test_no_damage_raises_anything_but_feed_error(
    text: str, damage: list[tuple[int, bytes]]
) -> None:
    body = bytearray(text.encode())
    for place, junk in damage:
        body[place : place + 2] = junk
    with suppress(FeedError):
        read(bytes(body))


def test_a_feed_of_too_many_entries_is_read_up_to_the_bound_and_says_so():
    items = b"<item><link>https://e.example/1</link></item>" + b"<item/>" * MAX_ITEMS
    feed = read(b"<rss>" + items + b"</rss>")
    assert [entry.url for entry in feed.entries] == ["https://e.example/1"]
    said = f"the feed is read no further than {MAX_ITEMS} entries (MAX_ITEMS)"
    assert feed.faults[-1] == Fault("", "too-large", said)
