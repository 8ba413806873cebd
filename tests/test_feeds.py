"""Feeds of every kind, whole, odd, broken and hostile."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from mirror.article import Entry
from mirror.discover.feeds import Feed, parse_feed

URL = "https://e.example/feed.xml"
TAIPEI = ZoneInfo("Asia/Taipei")
WHEN = datetime(2023, 9, 20, 15, 28, 17, tzinfo=UTC)

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>源</title>{}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/">
<title>源</title><author><name>Feed</name></author>{}</feed>"""


def read(text: str | bytes, content_type: str = "") -> Feed:
    body = text if isinstance(text, bytes) else text.encode()
    return parse_feed(body, URL, content_type=content_type, zone=TAIPEI)


def only(text: str) -> Entry:
    feed = read(text)
    assert len(feed.entries) == 1, feed
    return feed.entries[0]


def item(inner: str) -> Entry:
    return only(RSS.format(f"<item><link>https://e.example/1</link>{inner}</item>"))


KINDS = {
    "RSS 2.0": RSS.format(
        "<item><title>题</title><link>https://e.example/1</link><dc:creator>甲</dc:creator>"
        "<pubDate>Wed, 20 Sep 2023 15:28:17 GMT</pubDate>"
        "<content:encoded><![CDATA[<p>文</p>]]></content:encoded></item>"
    ),
    "RSS 0.91 without namespaces": (
        "<rss version='0.91'><channel><title>源</title><item><title>题</title>"
        "<link>https://e.example/1</link><author>甲</author>"
        "<pubDate>20 Sep 2023 15:28:17 GMT</pubDate>"
        "<description>&lt;p&gt;文&lt;/p&gt;</description></item></channel></rss>"
    ),
    "RSS 1.0": (
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>源</title></channel>'
        '<item r:about="https://e.example/1"><title>题</title><d:creator>甲</d:creator>'
        "<d:date>2023-09-20T23:28:17+08:00</d:date><description>&lt;p>文&lt;/p></description></item></r:RDF>"
    ),
    "Atom 1.0": (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>源</a:title><a:entry><a:title>题</a:title>'
        '<a:link rel="self" href="/no"/><a:link href="/1"/><a:author><a:name>甲</a:name></a:author>'
        "<a:updated>2024-01-01T00:00:00Z</a:updated><a:published>2023-09-20T15:28:17Z</a:published>"
        '<a:content type="html">&lt;p>文&lt;/p></a:content></a:entry></a:feed>'
    ),
    "JSON Feed": json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": "源",
        "items": [{"id": "x", "url": "/1", "title": "题", "authors": [{"name": "甲"}],
                   "date_published": "2023-09-20T15:28:17Z", "content_html": "<p>文</p>"}],
    }),
}  # fmt: skip


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS)
def test_every_kind_of_feed_says_the_same(text: str) -> None:
    feed = read(text)
    carries = "summary" if "description>" in text.lower().partition("<item")[2] else "full"
    entry = Entry("https://e.example/1", "题", WHEN, "甲", "<p>文</p>", carries=carries)
    assert feed == Feed("源", (entry,), ())


CARRIES = {
    "a description is a summary": ("<description>x</description>", "summary"),
    "content:encoded is the whole": (
        "<description>x</description><content:encoded>y</content:encoded>",
        "full",
    ),
    "nothing is a summary": ("", "summary"),
    "a media entry has no more to say": (
        "<media:group><media:description/></media:group>",
        "full",
    ),
}


@pytest.mark.parametrize(("content", "carries"), CARRIES.values(), ids=CARRIES)
def test_how_whole_an_entry_is(content: str, carries: str) -> None:
    item = f"<item><title>题</title><link>https://e.example/1</link>{content}</item>"
    assert read(RSS.format(item)).entries[0].carries == carries


TITLES = {
    "outer spaces stay": ("<title>  题　</title>", "  题　"),
    "the pretty-printer's line breaks go": ("<title>\n  题\n</title>", "题"),
    "also around CDATA": ("<title>\n <![CDATA[ 题 ]]>\n</title>", " 题 "),
    "inner line breaks stay": ("<title>换\n行\t</title>", "换\n行\t"),
    "markup of RSS is text": ("<title><![CDATA[<b>粗</b> & 体]]></title>", "<b>粗</b> & 体"),
    "bare ampersands": ("<title>AT&T & 5G</title>", "AT&T & 5G"),
    "a tag that is none": ("<title>5G <测试></title>", "5G <测试>"),
    "HTML's names without DTD": ("<title>a&hellip;&nbsp;b</title>", "a…\xa0b"),
    "NUL and surrogates": ("<title>a&#0;&#xD800;b</title>", "ab"),
    "an unknown name": ("<title>&nosuch; x</title>", "&nosuch; x"),
}


@pytest.mark.parametrize(("xml", "expected"), TITLES.values(), ids=TITLES)
def test_title(xml: str, expected: str) -> None:
    assert item(xml).title == expected


CONTENTS = {
    "the full text wins": ("<description>d</description><content:encoded>c</content:encoded>", "c"),
    "an empty one does not": (
        "<description>d</description><content:encoded> </content:encoded>",
        "d",
    ),
    "media": ("<media:group><media:description>m</media:description></media:group>", "m"),
    "CDATA in two": (
        "<content:encoded><![CDATA[x ]]]]><![CDATA[> y]]></content:encoded>",
        "x ]]> y",
    ),
    "nobody escaped it": (
        "<description><p class='a'>x<br/>y</p></description>",
        '<p class="a">x<br>y</p>',
    ),
    "its namespace without a prefix": (
        "<encoded xmlns='http://purl.org/rss/1.0/modules/content/'>c</encoded>",
        "c",
    ),
    "behind a tag that nothing closes": (
        "<enclosure url='/?a<b>c'/><content:encoded>c</content:encoded>",
        "c",
    ),
    "white space stays": ("<description><![CDATA[\n<p>x</p>\n]]></description>", "\n<p>x</p>\n"),
}


@pytest.mark.parametrize(("xml", "expected"), CONTENTS.values(), ids=CONTENTS)
def test_content(xml: str, expected: str) -> None:
    assert item(xml).content == expected


AUTHORS = {
    "author before creator": ("<dc:creator>b</dc:creator><author>a</author>", "a"),
    "the name beside an address": ("<author>a@b.example (甲)</author>", "甲"),
    "the name before an address": ('<author>"甲" &lt;a@b.example></author>', "甲"),
    "a name rather than an address": (
        "<author>a@b.example</author><dc:creator>甲</dc:creator>",
        "甲",
    ),
    "an address alone": ("<author>a@b.example</author>", "a@b.example"),
    "several": ("<dc:creator>甲</dc:creator><dc:creator>乙</dc:creator>", "甲, 乙"),
    "as written": ("<dc:creator>甲 &amp;#38; 乙 </dc:creator>", "甲 &#38; 乙 "),
}


@pytest.mark.parametrize(("xml", "expected"), AUTHORS.values(), ids=AUTHORS)
def test_author(xml: str, expected: str) -> None:
    assert item(xml).author == expected


ATOM_CONTENTS = {
    "xhtml is the inside of its div": (
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>a &lt; b</p><br/></div></content>",
        "<p>a &lt; b</p><br>",
    ),
    "text is escaped": ('<content type="text">a &lt; b</content>', "a &lt; b"),
    "content elsewhere is none": ('<content src="/x"/><summary>s</summary>', "s"),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "expected"), ATOM_CONTENTS.values(), ids=ATOM_CONTENTS)
def test_atom_content(xml: str, expected: str) -> None:
    entry = only(ATOM.format(f'<entry xml:base="y/"><link href="1"/>{xml}</entry>'))
    assert entry.content == expected
    assert entry.url == "https://b.example/x/y/1"
    assert entry.base_url == "https://b.example/x/y/"
    assert entry.author == ""


LINKS = {
    "a permanent guid": ("<guid>https://e.example/1</guid>", "https://e.example/1"),
    "Atom's link in RSS": ('<atom:link href="https://e.example/1"/>', "https://e.example/1"),
    "relative to the feed": ("<link>/a/1</link>", "https://e.example/a/1"),
    "credentials go": ("<link>https://u:p@e.example/1</link>", "https://e.example/1"),
}


@pytest.mark.parametrize(("xml", "expected"), LINKS.values(), ids=LINKS)
def test_link(xml: str, expected: str) -> None:
    assert only(RSS.format(f"<item>{xml}</item>")).url == expected


NO_LINKS = {
    "none": ("<title>x</title>", "no-link"),
    "a guid that is none": ('<guid isPermaLink="false">https://e.example/1</guid>', "no-link"),
    "a script": ("<link>javascript:alert(1)</link>", "bad-link"),
}


@pytest.mark.parametrize(("xml", "problem"), NO_LINKS.values(), ids=NO_LINKS)
def test_an_entry_without_usable_link_costs_itself(xml: str, problem: str) -> None:
    feed = read(RSS.format(f"<item>{xml}</item><item><link>https://e.example/2</link></item>"))
    assert [entry.url for entry in feed.entries] == ["https://e.example/2"]
    assert [fault.problem for fault in feed.faults] == [problem]


def test_of_two_entries_with_one_link_the_first_is_kept() -> None:
    double = "<item><title>{}</title><link>/1</link></item>"
    assert only(RSS.format(double.format("a") + double.format("b"))).title == "a"
