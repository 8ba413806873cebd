"""Title, date and address of an article, from the several places that name them."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

from datetime import UTC, datetime

import pytest
from builders import source

from mirror.article import Rules, Source
from mirror.extract import extract

AT = "https://news.example/2023/story-14077919.html"


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def og(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


TITLES = {
    "the only h1": ("<h1>新馆开放</h1>", "新馆开放"),
    "an h1 that leads home names the site": (
        "<title>晚报: 新馆周三开放迎客</title><h1><a href='/'>晚报</a></h1><h3>新馆周三开放迎客</h3><p>x</p>", "新馆周三开放迎客",
    ),
    "a logo names the site": (
        "<title>新馆周三开放迎客 | 晚报</title><a href='/'>晚报</a><p>x</p>", "新馆周三开放迎客",
    ),
    "what leads home by its own name names nothing": (
        "<title>新馆周三开放迎客 | 首页</title><a href='/'>首页</a><p>x</p>", "新馆周三开放迎客 | 首页",
    ),
    "a site's name as h1 does not win": ("<h1>本站</h1><h1>新馆开放</h1><title>新馆开放 | 本站</title>", "新馆开放"),
    "og:title without the site's name": (og("og:title", "新馆开放 - 本站"), "新馆开放"),
    "og:site_name names the site": (og("og:site_name", "晚报") + og("og:title", "新馆开放_晚报"), "新馆开放"),
    "a title of several parts": ("<title>新馆开放 | 要闻 | 本站</title>", "新馆开放 | 要闻"),
    "a bar without spaces": (og("og:title", "新馆开放|本站"), "新馆开放"),
    "full-width signs": (og("og:title", "新馆开放｜本站"), "新馆开放"),
    "a full-width hyphen": ("<title>新馆开放－本站</title>", "新馆开放"),
    "a dash without spaces": ("<title>新馆开放—本站</title>", "新馆开放"),
    "a full-width colon": (og("og:site_name", "晚报") + og("og:title", "新馆开放：晚报"), "新馆开放"),
    "a site's name of several words": (
        og("og:site_name", "Wire News 中文") + "<title>新馆开放 - Wire News 中文</title>", "新馆开放",
    ),
    "sections between underscores": ("<title>新馆开放_国内_新闻_本站</title>", "新馆开放"),
    "a publisher's name": (
        ld('{"@type":"WebPage","name":"新馆开放 - 晚报","publisher":{"name":"晚报"}}'), "新馆开放",
    ),
    "a colon of the title stays": ("<title>记者：新馆开放 | 本站</title>", "记者：新馆开放"),
    "a kicker in the h1": (
        og("og:title", "The library opens its doors") + "<h1><span>City</span> <b>The library opens its doors</b></h1>",
        "The library opens its doors",
    ),
    "a kicker joined as another place joins it": (
        og("og:title", "City: The library opens") + "<h1><span>City</span><br><b>The library opens</b></h1>",
        "City: The library opens",
    ),
    "emphasis in the h1 is no kicker": (
        og("og:title", "The library opens its…") + "<h1>The <em>library</em> opens its doors</h1>",
        "The library opens its doors",
    ),
    "a hidden h1 of the site": (
        og("og:title", "新馆开放 - 本站") + "<h1>本站</h1><h2>新馆开放</h2>", "新馆开放",
    ),
    "not the title of a drawing": ("<svg><title>菜单</title></svg><title>新馆开放</title>", "新馆开放"),
    "a name at the front": ("<title>本站：x | 甲</title><h1>本站：x | 甲</h1>", "本站：x | 甲"),
    "the host's name": ("<title>Library opens - News Example</title>", "Library opens"),
    "a shown title keeps its dash": ("<h1>新馆 - 本站</h1>", "新馆 - 本站"),
    "a headline of structured data": (ld('{"@type":"NewsArticle","headline":"新馆 &amp; 旧馆"}'), "新馆 & 旧馆"),
    "white space folded": ("<h1> 新馆\n  开放 </h1>", "新馆 开放"),
    "two hyphens": ("<title>新馆开放--本站</title>", "新馆开放"),
    "as much of the title as the page shows": (
        "<title>小城的图书馆重新开放--文化--人民日报网</title><table><td><b>小城的图书馆重新开放</b>",
        "小城的图书馆重新开放",
    ),
    "the part that the page shows, not an h1 that names the site": (
        "<title>小城的图书馆重新开放 - 省政府门户网站</title><h1>省政府网站</h1><td>小城的图书馆重新开放",
        "小城的图书馆重新开放",
    ),
    "a link shows no title": (
        "<title>The city's news - opening</title><a href='/x'>The city's news</a><h1>The library is open</h1>",
        "The library is open",
    ),
    "a short part may be a rubric": ("<title>新闻--小城的图书馆</title><td>新闻</td>", "新闻--小城的图书馆"),
    "none": ("<p>无题</p>", ""),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), TITLES.values(), ids=TITLES)
def test_title(html: str, expected: str) -> None:
    assert extract(html, AT, source()).title == expected


DATES = {
    "JSON-LD": (ld('{"@type":"NewsArticle","datePublished":"2023-09-20T23:28:17+08:00"}'), "2023-09-20T15:28:17Z"),
    "JSON-LD in a graph": (ld('{"@graph":[{"@type":["Article"],"datePublished":"2023-09-20T15:28:17Z"}]}'), "2023-09-20T15:28:17Z"),
    "JSON-LD in a comment": (ld('<!-- {"@type":"Article","datePublished":"2023-09-20T15:28:17Z"} -->'), "2023-09-20T15:28:17Z"),
    "meta": (og("article:published_time", "2023-09-20T15:28:17Z"), "2023-09-20T15:28:17Z"),
    "the source's zone where none is named": (og("pubdate", "2023-09-20 23:28:17"), "2023-09-20T15:28:17Z"),
    "microdata": ('<span itemprop="datePublished" content="2023-09-20T15:28:17Z">昨天</span>', "2023-09-20T15:28:17Z"),
    "time": ('<time datetime="2023-09-20T15:28:17Z">昨天</time>', "2023-09-20T15:28:17Z"),
    "visible": ('<span class="date">2023年9月20日 23:28</span>', "2023-09-20T15:28:00Z"),
    "the more precise of two that agree on the day": (
        og("date", "2023-09-20") + '<time datetime="2023-09-20T23:28:17+08:00"></time>', "2023-09-20T15:28:17Z",
    ),
    "midnight is no time of day": (
        og("article:published_time", "2023-09-20T00:00:00+08:00") + '<time datetime="2023-09-20T23:28:17+08:00"></time>',
        "2023-09-20T15:28:17Z",
    ),
    "an offset of nothing is no midnight": (
        og("date", "2023-09-20") + og("datepublished", "2023-09-20T06:00:25+00:00"), "2023-09-20T06:00:25Z",
    ),
    "a full hour is no midnight": (
        og("datepublished", "2023-09-20T17:00:00+08:00") + '<time datetime="2023-09-20T08:00:00Z"></time>', "2023-09-20T09:00:00Z",
    ),
    "a modification on another day does not count": (
        og("article:published_time", "2023-09-20") + '<time datetime="2023-09-22T08:00:00Z"></time>', "2023-09-20T00:00:00Z",
    ),
    "ten o'clock is not midnight": (
        og("article:published_time", "2023-09-20T10:00:00+00:00") + '<h1>新馆</h1><time datetime="2023-09-20T12:30:05Z"></time>',
        "2023-09-20T10:00:00Z",
    ),
    "the publication before the creation": (
        og("datecreated", "2023-09-19T08:00:00Z") + og("pubdate", "2023-09-20T15:28:17Z"), "2023-09-20T15:28:17Z",
    ),
    "the zone that another stamp states": (
        og("pubdate", "2023-09-20T15:28:17") + og("og:updated_time", "2023-09-21T10:00:00+02:00"), "2023-09-20T13:28:17Z",
    ),
    "the zone from the same moment in UTC": (
        og("pubdate", "2023-09-20T15:28:17") + og("article:modified_time", "2023-09-20T12:28:17Z"), "2023-09-20T12:28:17Z",
    ),
    "local time labelled Z": (
        og("article:published_time", "2023-09-20T15:28:17Z") + '<h1>新馆</h1><time datetime="2023-09-20T15:28:17+02:00"></time>',
        "2023-09-20T13:28:17Z",
    ),
    "a true Z beside the local time": (
        og("article:published_time", "2023-09-20T15:28:17Z") + '<h1>新馆</h1><time datetime="2023-09-20T17:28:17+02:00"></time>',
        "2023-09-20T15:28:17Z",
    ),
    "below the headline, not in the header": (
        '<div class="date">2023-09-25</div><header><div><h1>新馆</h1><p class="time">2023-09-20 23:28</p></div></header>',
        "2023-09-20T15:28:00Z",
    ),
    "just above the headline": ('<div><span class="date">2023-09-20</span><h1>新馆</h1></div>', "2023-09-20T00:00:00Z"),
    "not that of a related article": (
        "<h1>新馆</h1><p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><time>2023-09-22</time>" + og("pubdate", "2023-09-20"),
        "2023-09-20T00:00:00Z",
    ),
    "published and updated in one line": (
        '<h1>新馆</h1><p class="date">发布于 2023-09-20 23:28，更新于 2023-09-21 08:00</p>', "2023-09-20T15:28:00Z",
    ),
    "the day first in a language that writes so": (
        '<html lang="es"><h1>x</h1><span class="fecha">04/05/2023 08:00</span>', "2023-05-04T00:00:00Z",
    ),
    "the month first in the United States": (
        '<html lang="en-US"><h1>x</h1><span class="date">04/05/2023</span>', "2023-04-05T00:00:00Z",
    ),
    "a line that is nothing but a time": (
        "<h1>新馆</h1><div><span>2023-09-20 23:28:17</span></div>", "2023-09-20T15:28:17Z",
    ),
    "in a cell, behind a label": (
        "<title>小城的图书馆重新开放</title><table><tr><td>小城的图书馆重新开放</td></tr>"
        "<tr><td>来源：晚报 | 发布时间：2023年9月20日 23:28 | 浏览：</td></tr></table>",
        "2023-09-20T15:28:00Z",
    ),
    "below the headline that is no h1, not in the site's head": (
        "<title>小城的图书馆重新开放</title><span>2023-09-25 星期一</span><div>小城的图书馆重新开放</div>"
        "<span>2023-09-20</span>",
        "2023-09-20T00:00:00Z",
    ),
    "beside the writer's name, in a font": (
        "<h1>新馆</h1><font color=gray>記者郭文雄／屏東報導　2023/09/20</font><p>x</p>", "2023-09-20T00:00:00Z",
    ),
    "behind a label in an element of its own": (
        "<table><tr><td><h2>小城的图书馆重新开放</h2><small>时间:</small>2023-09-20 23:28 <small>来源:</small>晚报</td></tr></table>"
        "<title>小城的图书馆重新开放</title>",
        "2023-09-20T15:28:00Z",
    ),
    "in English, behind a name": (
        "<h1>Story</h1><i>Viktor Hallam (Gazette), 20 September 2023</i><p>x</p>", "2023-09-20T00:00:00Z",
    ),
    "at the end of the title": ("<title>新馆 | 本站 | 20.09.2023</title>", "2023-09-20T00:00:00Z"),
    "a modification where nothing else is named": (og("article:modified_time", "2023-09-20T15:28:17Z"), "2023-09-20T15:28:17Z"),
    "a modification never over a publication": (
        og("article:modified_time", "2023-09-20T15:28:17Z") + og("pubdate", "2023-09-20"), "2023-09-20T00:00:00Z",
    ),
    "the structured time over the shown one": (
        ld('{"@type":"Article","datePublished":"2023-09-20T15:28:17Z"}') + '<time datetime="2023-09-20T16:00:00Z"></time>',
        "2023-09-20T15:28:17Z",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), DATES.values(), ids=DATES)
def test_date(html: str, expected: str) -> None:
    found = extract(html, AT, source(timezone="Asia/Taipei")).published
    assert found == datetime.fromisoformat(expected)


RULED_DATES = {
    "a time over a metadata's other one": (
        "2023年9月20日 17:30",
        "2023-09-20T17:30:41Z",
        "2023-09-20T09:30:00Z",
    ),
    "with the seconds that metadata knows": (
        "2023年9月20日 17:30",
        "2023-09-20T09:30:41Z",
        "2023-09-20T09:30:41Z",
    ),
    "a day, with the time that metadata knows": (
        "2023-09-20",
        "2023-09-20T06:00:25+00:00",
        "2023-09-20T06:00:25Z",
    ),
    "none where it finds no date": ("昨天", "2023-09-20T06:00:25Z", "2023-09-20T06:00:25Z"),
}


@pytest.mark.parametrize(("shown", "meta", "expected"), RULED_DATES.values(), ids=RULED_DATES)
def test_a_source_s_rule_says_the_time(shown: str, meta: str, expected: str) -> None:
    html = og("article:published_time", meta) + f'<p class="at">{shown}</p>'
    ruled = source(timezone="Asia/Taipei", rules=Rules(date=("p.at",)))
    assert extract(html, AT, ruled).published == datetime.fromisoformat(expected)


def test_the_address_names_the_day_where_the_page_does_not() -> None:
    found = extract("<p>甲</p>", "https://news.example/2023/09/20/story.html", source())
    assert found.published == datetime(2023, 9, 20, tzinfo=UTC)


def test_a_date_that_two_orders_allow_is_not_read() -> None:
    html = '<html lang="en"><h1>x</h1><span class="date">04/05/2023</span>'
    assert extract(html, "https://news.com/story", source()).published is None


def test_the_date_of_a_related_article_is_not_the_page_s() -> None:
    html = "<h1>新馆</h1><p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><time>2023-09-22</time>"
    assert extract(html, AT, source()).published is None


UNDATED = (
    "<p>2023年9月20日，图书馆重新开放。</p>",
    "<h1>新馆</h1><p>2023年9月20日下午，图书馆重新开放</p>",
    "<h1>新馆</h1><p>2023年9月20日 图书馆重新开放。</p>",
    "<span>2023-09-25 星期一</span><p>图书馆重新开放。</p>",
    "<h1>新馆</h1><p>图书馆重新开放。</p><div class='site-info'>© 2023年9月20日 晚报</div>",
    "<h1>新馆</h1><div class='info'>报名截止：2023-09-20</div><p>图书馆重新开放。</p>",
)


@pytest.mark.parametrize("html", UNDATED)
def test_a_date_in_a_sentence_or_in_the_site_s_head_is_not_the_page_s(html: str) -> None:
    assert extract(html, AT, source()).published is None


EPOCH = Source("epochtimes", "大纪元", identity=r"/\d+/\d+/\d+/n(\d+)(?!\d)")
EPOCH_AT = "https://www.epochtimes.com/gb/23/9/20/n14077919_print.htm"
CANONICALS = {
    "the same article": (AT, "https://news.example/2023/story-14077919.html", True),
    "relative": (AT, "/2023/story-14077919.html", True),
    "a page of it": ("https://news.example/a/story-2", "https://news.example/a/story", True),
    "of another host of the site": (AT, "https://m.news.example/2023/story-14077919.html", True),
    "another site": (AT, "https://other.example/2023/story-14077919.html", False),
    "the front page": (AT, "https://news.example/", False),
    "a section above it": ("https://news.example/world/story", "https://news.example/world/", False),
    "another article beside it": ("https://news.example/a/1", "https://news.example/a/2", False),
    "no address": (AT, "http://[", False),
    "the source's identity agrees": (EPOCH_AT, "https://www.epochtimes.com/b5/23/9/20/n14077919.htm", True),
    "the source's identity differs": (EPOCH_AT, "https://www.epochtimes.com/gb/23/9/20/n14077920.htm", False),
}  # fmt: skip


@pytest.mark.parametrize(("at", "named", "believed"), CANONICALS.values(), ids=CANONICALS)
def test_canonical_address(at: str, named: str, believed: bool) -> None:
    known = EPOCH if "epochtimes" in at else source()
    found = extract(f'<link rel="canonical" href="{named}">', at, known).canonical
    assert bool(found) is believed


@pytest.mark.parametrize(
    "place", ['<meta property="og:url" content="{}">', '<link rel="Canonical" href="{}">']
)
def test_canonical_address_is_serialised(place: str) -> None:
    html = place.format("https://NEWS.example:443/2023/story-14077919.html")
    assert extract(html, AT, source()).canonical == AT
