"""Pictures: the largest address of each, and which of a page's belong to its story."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

import lxml.html
import pytest
from builders import source

from mirror.extract import extract
from mirror.extract.lazy import reveal
from mirror.extract.markup import inner_html
from mirror.extract.parsing import parse_page
from mirror.normalise.pictures import candidates, is_beacon, largest

REVEALED = {
    "an ordinary picture stays as it is": ('<img alt="图" src="/a.jpg" width="9">', '<img alt="图" src="/a.jpg" width="9">'),
    "a lazy one": ('<img src="data:image/gif;base64,R0" data-src="/a.jpg">', '<img src="/a.jpg">'),
    "the widest of a srcset": ('<img src="/s.jpg" srcset="/s.jpg 300w, /l.jpg 1200w, /m.jpg 600w" sizes="100vw">', '<img src="/l.jpg">'),
    "the densest of a srcset": ('<img src="/1.jpg" srcset="/1.jpg 1x, /3.jpg 3x,/2.jpg 1.5x">', '<img src="/3.jpg">'),
    "commas in addresses": ('<img srcset="/w_300,h_2/a.jpg 300w, /w_900,h_6/a.jpg 900w">', '<img src="/w_900,h_6/a.jpg">'),
    "a lazy srcset": ('<img src="/blank.gif" data-srcset="/s.jpg 300w, /l.jpg 900w">', '<img src="/l.jpg">'),
    "the file that a click would open": ('<img src="/s.jpg" data-orig-file="/full.jpg" srcset="/l.jpg 900w">', '<img src="/full.jpg">'),
    "a template is no address": ('<img src="/a.jpg" data-src="/{width}/a.jpg">', '<img src="/a.jpg">'),
    "the largest source of a picture": (
        '<picture><source srcset="/s.jpg 300w"><source media="(max-width: 9px)" srcset="/l.jpg 900w"><img src="/t.jpg" alt="图"></picture>后',
        '<img src="/l.jpg" alt="图">后',
    ),
    "the source for the widest screen": (
        '<picture><source media="(min-width: 1200px)" srcset="/l.jpg"><source media="(min-width: 50em)" srcset="/m.jpg"><img src="/s.jpg"></picture>',
        '<img src="/l.jpg">',
    ),
    "a format that every reader knows": (
        '<picture><source type="image/webp" srcset="/a.webp 900w"><source srcset="/a.jpg 900w"><img src="/s.jpg"></picture>',
        '<img src="/a.jpg">',
    ),
    "a picture without an img": ('<picture><source srcset="/a.jpg 9w"></picture>', '<img src="/a.jpg">'),
    "a twin takes the lazy one's place": ('<p><img class="lazy"><noscript><img src="/a.jpg" alt="图"></noscript></p>', '<p><img src="/a.jpg" alt="图"></p>'),
    "a twin that is larger than what a script would load": ('<p><noscript><img src="/l.jpg"></noscript><img src="" data-src="/s.jpg"></p>', '<p><img src="/l.jpg"></p>'),
    "a lazy one that is larger than its twin": ('<p><img data-srcset="/l.jpg 900w"><noscript><img src="/s.jpg"></noscript></p>', '<p><img src="/l.jpg"></p>'),
    "a twin that is the only one": ('<figure><span></span><noscript><img src="/a.jpg"></noscript></figure>', '<figure><span></span><img src="/a.jpg"></figure>'),
    "a twin of one that is shown": ('<p><img src="/a.jpg"><noscript><img src="/a.jpg"></noscript></p>', '<p><img src="/a.jpg"></p>'),
    "a counter is no twin": ('<p><img class="lazy"><noscript><img src="/c.gif" width="1" height="1"></noscript></p>', '<p><img class="lazy"><noscript><img src="/c.gif" width="1" height="1"></noscript></p>'),
    "AMP's picture": ('<amp-img src="/a.jpg" width="9" height="9"><noscript><img src="/a.jpg"></noscript></amp-img>', '<img src="/a.jpg" width="9" height="9">'),
    "AMP's player": ('<amp-youtube data-videoid="x1"></amp-youtube>后', '<iframe src="https://www.youtube.com/embed/x1"></iframe>后'),
    "a background that is loaded late": ('<figure><div data-bg="/a.jpg"></div></figure>', '<figure><div data-bg="/a.jpg"><img src="/a.jpg" alt=""></div></figure>'),
    "a background that is a picture": (
        "<div role='img' aria-label='图' style=\"background-image: url('/a.jpg')\"></div>",
        '<div role="img" aria-label="图" style="background-image: url(\'/a.jpg\')"><img src="/a.jpg" alt="图"></div>',
    ),
    "a background that is decoration": ('<div data-bg="/a.jpg"></div>', '<div data-bg="/a.jpg"></div>'),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), REVEALED.values(), ids=REVEALED)
def test_every_picture_gets_its_largest_address(html: str, expected: str) -> None:
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    reveal(root)
    assert inner_html(root) == expected
    reveal(root)
    assert inner_html(root) == expected


def test_of_a_srcset_the_sizes_are_read() -> None:
    found = [
        tuple(one) for one in candidates("/a.jpg 300w, /b,c.jpg 2x,/d.jpg", "(min-width:600px)")
    ]
    assert found == [("/a.jpg", 300.0), ("/b,c.jpg", 1200.0), ("/d.jpg", 600.0)]


def test_a_srcset_that_is_none_names_nothing() -> None:
    assert [largest(candidates(text)) for text in ("", ",, ,", "data:x 1w", "/a 1.2.3w")] == [
        "",
        "",
        "",
        "/a",
    ]


BEACONS = {
    "one pixel": ({"src": "/a.gif", "width": "1", "height": "1"}, True),
    "by its style": ({"src": "/a.gif", "style": "width:1px; height: 1px"}, True),
    "a known counter": ({"src": "https://pixel.wp.com/g.gif"}, True),
    "a picture": ({"src": "/a.jpg", "width": "600", "height": "400"}, False),
    "no size but its box's": ({"src": "/a.jpg", "style": "padding-bottom: 56%; height: 0"}, False),
    "one that fills its box": ({"src": "/a.jpg", "width": "0", "height": "0", "sizes": "100vw"}, False),
}  # fmt: skip


@pytest.mark.parametrize(("attributes", "expected"), BEACONS.values(), ids=BEACONS)
def test_what_counts_readers_is_no_picture(attributes: dict[str, str], expected: bool) -> None:
    assert is_beacon(attributes) is expected


# A story of our own; every paragraph is long enough to be one.
PARAGRAPHS = [
    "图书馆星期三重新开放，市民清早便在门外排起长队，等候借阅新到的书籍，队伍绕过了半个广场，一直排到了河边的老桥，连对岸茶馆的老板都出来张望。",
    "馆长说，我们等这一天等了三年，希望每个孩子都能在这里找到一本喜欢的书，并且把它带回家去读给弟弟妹妹听，也读给不识字的爷爷奶奶听。",
    "修缮工程自三年前开始，耗资两千万元，新增阅览室六间、座位四百个，并设有无障碍通道和儿童活动区，屋顶的木梁全部按原样修复，没有换掉一根。",
    "一位老读者表示，他读网页就头疼，还是坐在窗边翻纸书来得自在，也更安静，以后每天早上都会带着热茶来这里坐上两个小时，读完再去买菜。",
]  # fmt: skip
P1, P2, P3, P4 = (f"<p>{text}</p>" for text in PARAGRAPHS)
LEAD = '<figure><img src="/lead.jpg"><figcaption>馆门前的队伍</figcaption></figure>'
PAGES = {
    "the lead figure above the text, in the article": (
        f"<article><header><h1>图书馆重新开放</h1><p>2026年3月1日</p>{LEAD}</header><div>{P1}{P2}{P3}{P4}</div></article>", ["/lead.jpg"],
    ),
    "a lead picture beside the title, outside of the text's box": (
        f"<main><div><h1>图书馆重新开放</h1><img src='/lead.jpg'></div><div>{P1}{P2}{P3}{P4}</div></main>", ["/lead.jpg"],
    ),
    "a figure whose caption is text that nobody chose": (
        f"<article>{P1}{P2}<div><figure><img src='/a.jpg'><figcaption>大厅</figcaption></figure></div>{P3}{P4}</article>", ["/a.jpg"],
    ),
    "a picture in a paragraph, a lazy one, one in a link to its file": (
        f"<article>{P1}<p><img src='/a.jpg'></p>{P2}<div><img src='data:,' data-src='/b.jpg'></div>{P3}<p><a href='/c.jpg'><img src='/c-300.jpg'></a></p>{P4}</article>",
        ["/a.jpg", "/b.jpg", "/c-300.jpg"],
    ),
    "an aside that is nothing but a picture": (
        f"<article>{P1}{P2}<aside><a href='/a.jpg'><img src='/a.jpg'></a></aside>{P3}{P4}</article>", ["/a.jpg"],
    ),
    "a player among the paragraphs": (
        f"<article>{P1}{P2}<div><iframe src='https://www.youtube.com/embed/x'></iframe></div>{P3}{P4}</article>", ["https://www.youtube.com/embed/x"],
    ),
    "no teaser of another story": (
        f"<article>{P1}{P2}<div><a href='/2'><img src='/2.jpg'></a><h3><a href='/2'>另一篇</a></h3></div><div><a href='/3'><img src='/3.jpg'><b>又一篇</b></a></div>{P3}{P4}</article>", [],
    ),
    "no portrait of the author, no logo, no button, no counter": (
        f"<article><div class='author-box'><img src='/me.jpg'></div><img class='logo' src='/l.png'>{P1}{P2}<div><img src='/img/icon-print.png'></div><img src='/c.gif' width=1 height=1>{P3}{P4}</article>", [],
    ),
    "no advertisement": (
        f"<article>{P1}{P2}<div class='ad-slot'><a href='https://shop.example'><img src='/ad.jpg'></a></div><div id='div-gpt-ad-1'><iframe src='https://ads.example/1'></iframe></div>{P3}{P4}</article>", [],
    ),
    "nothing of the sidebar and the page's head and foot": (
        f"<header><img src='/banner.jpg'></header><aside><img src='/side.jpg'></aside><article>{P1}{P2}{P3}{P4}</article><div class='recirc'><img src='/more.jpg'></div><footer><img src='/foot.jpg'></footer>", [],
    ),
    "no picture that never gets an address": (f"<article>{P1}{P2}<figure><img src='data:image/gif;base64,R0'></figure>{P3}{P4}</article>", []),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), PAGES.values(), ids=PAGES)
def test_the_pictures_of_the_story_are_kept_and_no_others(html: str, expected: list[str]) -> None:
    found = extract(f"<body>{html}</body>", "https://news.example/a/1", source())
    body = lxml.html.fragment_fromstring(found.html, create_parent="div")
    assert [item.get("src") for item in body.iter("img", "iframe")] == expected
    assert found.text.split("\n")[-4:] == PARAGRAPHS


CAPTIONS = {
    "in a figcaption": "<figure><img src='/a.jpg'><figcaption>大厅</figcaption></figure>",
    "in a box that its name tells": "<div class='wp-caption'><img src='/a.jpg'><p class='wp-caption-text'>大厅</p></div>",
    "in a figure without a figcaption": "<figure><img src='/a.jpg'><p>大厅</p></figure>",
    "in the first of its lines": "<figure><img src='/a.jpg'><p>大厅</p><p>摄影：李四</p></figure>",
    "in the last of its lines": "<figure><img src='/a.jpg'><p>摄影：李四</p><p>大厅</p></figure>",
}


@pytest.mark.parametrize("html", CAPTIONS.values(), ids=CAPTIONS)
def test_captions_are_kept_and_are_no_running_text(html: str) -> None:
    page = f"<body><article>{P1}{P2}{html}{P3}{P4}</article></body>"
    found = extract(page, "https://news.example/a/1", source())
    assert ("大厅</figcaption>" in found.html, "大厅" in found.text) == (True, False)


def test_addresses_keep_the_spelling_of_the_page() -> None:
    body = parse_page(
        '<p><a href="/新闻?a=1&amp;b=&quot;">甲</a><img src="/图.jpg">spelled:0</p>', ""
    ).root
    assert inner_html(body.find("body")) == (
        '<p><a href="/新闻?a=1&amp;b=&quot;">甲</a><img src="/图.jpg">spelled:0</p>'
    )
