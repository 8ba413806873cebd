"""The pages: each story in one of the templates, with what an extractor should find.

Nothing here is random but what a page's own id seeds: the same posts make the same pages.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
import lxml.html
from markupsafe import Markup

from chinese.posts import Story, stories
from chinese.words import TRADITIONAL, Words

TEMPLATES = Path(__file__).parent / "templates"
ZONE = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Layout:
    """A template, the site that has it, and what it shows a reader beside the text."""

    name: str  # the template's file name without its ending
    site: str
    address: str  # of a page, as a format of the date `d` and the story's number `n`
    date: str  # what of the date: "zoned" (time and offset), "local" (no offset)
    names_author: bool = False
    encoding: str = "utf-8"
    has_picture: bool = True  # in or right above the text


LAYOUTS = (
    Layout("portal", "东湾网", "https://news.dongwan.example/{d:%Y%m%d}/c{n}.html", "local"),
    Layout("tables", "青石在线", "http://www.qingshi.example/a/{n}.htm", "local", True, "gb18030"),
    Layout("wordpress", "河岸周报", "https://hean.example/{d:%Y/%m}/{n}/", "zoned", True),
    Layout("blogger", "见证通讯", "https://jianzheng.example/{d:%Y/%m}/post_{n}.html", "local"),
    Layout("amp", "岛屿新闻", "https://amp.daoyu.example/amp/story/{n}", "zoned", True),
    Layout("video", "远山电视", "https://tv.yuanshan.example/v/{n}", "zoned", has_picture=False),
    Layout("mobile", "云湾头条", "https://m.yunwan.example/a/{n}", "local", True),
    Layout("hashed", "长堤评论", "https://changdi.example/story/{n}", "zoned", True),
    Layout("semantic", "南屿时报", "https://news.nanyu.example/life/{n}", "zoned", True),
    Layout("breaks", "临溪要闻", "http://www.linxi.example/n/{d:%Y-%m}/{n}.shtml", "local", True),
    Layout("forum", "松岭社区", "https://bbs.songling.example/thread-{n}-1-1.html", "local"),
    Layout("community", "众写", "https://zhongxie.example/a/{n}", "zoned", True),
    Layout("microdata", "海门电台", "https://www.haimen.example/cn/{d:%Y%m%d}-{n}", "zoned", True),
    Layout("components", "北湖新闻", "https://beihu.example/zhongwen/articles/{n}", "zoned", True),
    Layout("drupal", "柳河之声", "https://www.liuhe.example/mandarin/{n}.html", "zoned"),
)


@dataclass(frozen=True, slots=True)
class ChinesePage:
    """One page as a server would send it, and the record that the corpus's scorer reads."""

    id: str
    layout: str
    url: str
    data: bytes = field(repr=False)
    truth: dict[str, Any] = field(repr=False)


def chinese_pages(corpus: Path) -> list[ChinesePage]:
    """A page for each plain Chinese article of the corpus, the layouts taking turns."""
    made = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return [
        page(made, LAYOUTS[number % len(LAYOUTS)], story, number)
        for number, story in enumerate(stories(corpus / "posts"))
    ]


def page(made: jinja2.Environment, layout: Layout, story: Story, number: int) -> ChinesePage:
    id = f"{layout.name}-{number:03}"
    when = story.published.astimezone(ZONE)
    url = layout.address.format(d=when, n=10_000 + 7 * number)
    source = (TEMPLATES / f"{layout.name}.html").read_text("utf-8")
    words, site = Words(id, traditional=story.is_traditional), layout.site
    if story.is_traditional:
        source, site = source.translate(TRADITIONAL), site.translate(TRADITIONAL)
    byline = story.author if layout.names_author else ""
    html = made.from_string(source).render(
        **around(url, site, when), story=story, byline=byline, words=words,
        lang="zh-Hant" if story.is_traditional else "zh-Hans",
        ld=linked_data(story, url, site=site, when=when, byline=byline),
    )  # fmt: skip
    data = html.encode(layout.encoding, "xmlcharrefreplace")
    record = truth(story, layout, url=url, site=site) | from_headings(html, story)
    return ChinesePage(id, layout.name, url, data, record)


def around(url: str, site: str, when: datetime) -> dict[str, Any]:
    """What every template knows of the site and the day."""
    host = url.split("/")[2]
    known = {"url": url, "site": site, "when": when, "host": host}
    return {**known, "home": f"//{host}/", "lead": picture(url)}


def picture(url: str) -> str:
    """The address of the picture on a page."""
    return f"https://img.{url.split('/')[2]}/{quote(url[-12:], safe='')}.jpg"


def linked_data(story: Story, url: str, *, site: str, when: datetime, byline: str) -> Markup:
    """JSON-LD as most sites have it: all but the text."""
    organisation = {"@type": "Organization", "name": site}
    author = {"@type": "Person", "name": byline} if byline else organisation
    node = {
        "@context": "https://schema.org", "@type": "NewsArticle", "mainEntityOfPage": url,
        "headline": story.title, "datePublished": when.isoformat(), "author": author,
        "publisher": organisation, "description": story.blocks[0].text[:80],
    }  # fmt: skip
    return Markup(json.dumps(node, ensure_ascii=False).replace("<", "\\u003c"))


def truth(story: Story, layout: Layout, *, url: str, site: str) -> dict[str, Any]:
    """The record of a page, in the form of the corpus's `expected.json`."""
    local = story.published.astimezone(ZONE)
    record = {
        "url": url, "site": site, "lang": "zh", "text": story.text, "title": story.title,
        "date": (local if layout.date == "zoned" else local.replace(tzinfo=None)).isoformat(),
        "links": sorted({href for block in story.blocks for href in links(block.html)}),
    }  # fmt: skip
    if layout.has_picture:
        record["images"] = [{"urls": [picture(url)]}]
    if story.author or not layout.names_author:  # else JSON-LD may name the site: not labelled
        record["authors"] = [story.author] if layout.names_author else []
    return record


def from_headings(html: str, story: Story) -> dict[str, Any]:
    """What the page itself marks as headings: the text's own, and its title with a little more."""
    marked = lxml.html.fromstring(html).iter("h1", "h2", "h3", "h4")
    shown = [" ".join(head.text_content().split()) for head in marked]
    own = (" ".join(block.text.split()) for block in story.blocks if block.tag.startswith("h"))
    return {
        "title_variants": [head for head in shown if story.title in head],
        "headings": [head for head in own if head in shown],
    }


def links(html: str) -> Iterator[str]:
    for piece in html.split('href="')[1:]:
        yield Markup(piece.split('"', 1)[0]).unescape()
