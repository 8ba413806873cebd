"""Reading a feed of 10,000 full entries: parse_feed against feedparser (`pip install .[bench]`)."""

from zoneinfo import ZoneInfo

import feedparser
from authored import compare, rss

from mirror.discover.feeds import parse_feed

ENTRIES = 10_000


def main() -> None:
    data = rss(ENTRIES)
    read = parse_feed(data, "https://news.example/feed", zone=ZoneInfo("UTC"))
    assert len(read.entries) == len(feedparser.parse(data).entries) == ENTRIES
    compare(
        lambda: parse_feed(data, "https://news.example/feed", zone=ZoneInfo("UTC")),
        lambda: feedparser.parse(data),
        what=f"{ENTRIES} entries, {len(data) >> 20} MB, parse_feed against feedparser",
    )


if __name__ == "__main__":
    main()
