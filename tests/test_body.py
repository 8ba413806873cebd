"""Safe bodies: what is kept to the byte, what goes, and that nothing hostile comes through."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fragments import FRAGMENTS, live
from hypothesis import given, settings
from hypothesis import strategies as st

from mirror.normalise.body import safe_body
from mirror.normalise.text import visible_text

BASE = "https://news.example/a/1.htm"
POST = re.compile(r"\nfrom: (.*?)\n.*\n<div>\n([^\n]*)\n</div>\n\Z", re.DOTALL)

KEPT = {
    "plain text": "没有标签 &amp; ]]> AT&T &foo &nbsp;",
    "attribute order, quotes and a closing slash": "<p class='a' id=b>x<br/>y<br />z</p>",
    "boolean attributes": '<video src="https://e.example/a.mp4" controls></video>',
    "a bare ampersand in a query": '<a href="https://e.example/?a=1&b=2&copy=3">x</a>',
    "contacts and places in the text": '<a href="mailto:a@b.c">x</a><a href="#n1">1</a>',
    "a table without tbody": "<table><tr><td rowspan=2>1</td></tr></table>",
    "styles and classes": '<p style="color: red; width:1px" class="MsoNormal">x</p>',
    "names with a prefix": "<p>a<o:p></o:p></p>",
    "upper case": "<P>x<BR></P>",
    "a semicolon in a picture's tag": '<img alt="x" ; src="https://e.example/a.png">',
    "lists with start and value": '<ol start="3" type="a"><li value="7">x</li></ol>',
    "ruby": "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
    "an inline raster picture": '<img src="data:image/png;base64,AAAA">',
    "raw characters in a srcset": '<img src="https://e.example" srcset="https://e.example/浙 1w">',
    "a sandboxed player": (
        '<iframe src="https://www.youtube.com/embed/x" sandbox="allow-scripts" allowfullscreen>'
        "</iframe>"
    ),
    "one brace": "<p>{a} { {</p>",
}
MENDED = {
    "a script goes": ("<p>a</p><script>x</script>", "<p>a</p>"),
    "a style element goes": ("<style>p{}</style><p>a</p>", "<p>a</p>"),
    "an object shows what it holds": ('<object data="x"><p>a</p></object>', "<p>a</p>"),
    "a form leaves its text": (
        "<form><button>甲</button><input></form>",
        "<div><span>甲</span></div>",
    ),
    "a comment goes": ("a<!-- b -->c", "ac"),
    "base, meta and link go": ('<base href="/"><meta><link href="x">a', "a"),
    "svg goes": ("a<svg onload=x><path/></svg>b", "ab"),
    "an svg that never ends takes nothing along": ("<svg><p>a</p>", "<p>a</p>"),
    "a handler goes": (
        '<img src="https://e.example/" onerror="x">',
        '<img src="https://e.example/">',
    ),
    "a script address goes": ('<a href="JaVa&#9;Script:x">a</a>', "<a>a</a>"),
    "a data address goes": ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
    "an svg picture by data goes": ('<img alt="x" src="data:image/svg+xml,x">', '<img alt="x">'),
    "credentials go": (
        '<a href="https://u:p@e.example/">a</a>',
        '<a href="https://e.example/">a</a>',
    ),
    "markdown= goes": ('<div markdown="1">[x](y)</div>', "<div>[x](y)</div>"),
    "positions go": ('<p style="color:red;position:fixed">a</p>', '<p style="color:red">a</p>'),
    "loading styles go": ('<p style="background:url(x)">a</p>', "<p>a</p>"),
    "a link is made absolute": (
        '<a href="/b?c=1">a</a>',
        '<a href="https://news.example/b?c=1">a</a>',
    ),
    "a relative link keeps the page's spelling": (
        '<a href="/新闻/甲?名=乙#丙">a</a>',
        '<a href="https://news.example/新闻/甲?名=乙#丙">a</a>',
    ),
    "a relative link with a space is escaped": (
        '<a href="/新 闻">a</a>',
        '<a href="https://news.example/%E6%96%B0%20%E9%97%BB">a</a>',
    ),
    "a relative link that a base with a name and password would betray": (
        '<a href="//u:p@e.example/新">a</a>',
        '<a href="https://e.example/%E6%96%B0">a</a>',
    ),
    "a source without scheme": ('<img src="//e.example/a">', '<img src="https://e.example/a">'),
    "a lazy picture": (
        '<img src="data:image/gif;base64,R0" data-src="/b.png">',
        '<img src="https://news.example/b.png">',
    ),
    "a picture by srcset only": (
        '<img srcset="/s.png 1x, /l.png 2x">',
        '<img srcset="https://news.example/s.png 1x, https://news.example/l.png 2x"'
        ' src="https://news.example/l.png">',
    ),
    "a lazy picture with sizes and commas in its addresses": (
        '<img src="blank.gif" data-srcset="/a,b.png 300w,/c,d.png 1200w, /e.png 600w">',
        '<img src="https://news.example/c,d.png" srcset="https://news.example/a,b.png 300w,'
        ' https://news.example/c,d.png 1200w, https://news.example/e.png 600w">',
    ),
    "a flag is no picture's address": (
        '<img src="/a.png" data-lazy="true">',
        '<img src="https://news.example/a.png">',
    ),
    "a template is no picture's address": (
        '<img src="/a.png" data-url="/b_${format}.png">',
        '<img src="https://news.example/a.png">',
    ),
    "a lazy player": (
        '<iframe src="about:blank" data-src="https://www.youtube.com/embed/x"></iframe>',
        '<iframe src="https://www.youtube.com/embed/x" sandbox="allow-scripts allow-same-origin'
        ' allow-popups allow-presentation"></iframe>',
    ),
    "a lazy picture's twin for readers without script": (
        '<img data-src="/b.png"><noscript><img src="/b.png"></noscript>',
        '<img src="https://news.example/b.png">',
    ),
    "a player gets a sandbox": (
        '<iframe src="//player.vimeo.com/1" srcdoc="x"></iframe>',
        '<iframe src="https://player.vimeo.com/1" sandbox="allow-scripts allow-same-origin'
        ' allow-popups allow-presentation"></iframe>',
    ),
    "another frame becomes a link": (
        '<iframe src="https://e.example/f" title="图"></iframe>',
        '<a href="https://e.example/f">图</a>',
    ),
    "an unseen frame goes": ('a<iframe src="https://e.example/" width=0></iframe>', "a"),
    "a host that only looks like a player": (
        '<iframe src="https://youtube.com.evil.example/"></iframe>',
        '<a href="https://youtube.com.evil.example/">https://youtube.com.evil.example/</a>',
    ),
    "an unclosed paragraph is closed": ("<p>a<p>b", "<p>a</p><p>b</p>"),
    "a wrapper is not left": ("a</div><div>b", "a<div>b</div>"),
    "a tag that is none is text": ("<p><你好></p>", "<p>&lt;你好&gt;</p>"),
    "stray quotes in a tag go": (
        '<img src="https://e.example/" "x">',
        '<img src="https://e.example/">',
    ),
    "a table without rows goes": ("<table></table><p>a</p>", "<p>a</p>"),
    "Liquid is text": ("<p>{{ a }} {%b%} {#</p>", "<p>&#123;{ a }} &#123;%b%} &#123;#</p>"),
    "Liquid in an attribute": ('<p title="{{{x}}}">a</p>', '<p title="&#123;&#123;{x}}}">a</p>'),
    "a semicolon in a block's tag goes": ('<div class="a" ;>x</div>', '<div class="a">x</div>'),
    "a first preformatted line break stays": ("<pre>\n\na</pre>", "<pre>&#10;&#10;a</pre>"),
    "a textarea's lines stay": ("<textarea>a\n<b></textarea>", "<pre>a&#10;&lt;b&gt;</pre>"),
    "a link in a link": (
        '<a href="#1">a<a href="#2">b</a></a>',
        '<a href="#1">a</a><a href="#2">b</a>',
    ),
    "a reference without semicolon": ("&copy 2020", "© 2020"),
}


@pytest.mark.parametrize("html", KEPT.values(), ids=KEPT)
def test_a_sound_body_is_kept_to_the_byte(html: str) -> None:
    assert safe_body(html, BASE) == html


@pytest.mark.parametrize(("html", "expected"), MENDED.values(), ids=MENDED)
def test_only_what_must_go_goes(html: str, expected: str) -> None:
    assert safe_body(html, BASE) == expected


def test_nesting_is_cut_at_200_levels_and_the_text_stays() -> None:
    body = safe_body("<div>" * 3000 + "文" + "</div>" * 3000, BASE)
    assert body == "<div>" * 200 + "文" + "</div>" * 200


BOMBS = {
    "levels": "<div>" * 100_000 + "x" + "</div>" * 100_000,
    "references": "&amp;" * 200_000,
    "formatting to open again": "<p>"
    + "".join(f"<b id={n}>" for n in range(250))
    + "</p><p>x" * 20_000,
    "end tags for nothing": "<div>" * 30_000 + "</b>" * 30_000,
    "white space": "x" + " " * 1_000_000 + "y",
    "commas in a srcset": '<img srcset="' + "," * 300_000 + '">',
    "open quotes": '<a href="' * 200_000,
}


@pytest.mark.parametrize("html", BOMBS.values(), ids=BOMBS)
def test_hostile_size_ends_in_a_stable_body(html: str) -> None:
    body = safe_body(html, BASE)
    assert len(body) <= 4_000_000
    assert safe_body(body, BASE) == body


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_nothing_hostile_comes_through(html: str) -> None:
    body = safe_body(html, BASE)
    assert live(body) == []
    assert safe_body(body, BASE) == body
    assert not re.search(r"\{[{%#]|[\x00-\x1f\x7f-\x9f\ud800-\udfff]", body)


def posts(corpus: Path) -> dict[str, tuple[str, str]]:
    """File name -> (from, body) of the real posts."""
    texts = {path.name: path.read_text("utf-8") for path in (corpus / "posts").glob("*.md")}
    return {name: match.groups() for name, text in texts.items() if (match := POST.search(text))}


def test_real_sound_bodies_are_kept_to_the_byte(corpus: Path) -> None:
    found = posts(corpus)
    clean = (corpus / "clean.txt").read_text("utf-8").splitlines()
    assert [
        name for name in clean if safe_body(found[name][1], found[name][0]) != found[name][1]
    ] == []


def test_real_sound_bodies_are_kept_when_their_blocks_stand_on_lines(corpus: Path) -> None:
    found = posts(corpus)
    clean = (corpus / "clean.txt").read_text("utf-8").splitlines()
    bodies = [(found[name][1], found[name][0]) for name in clean if "<pre" not in found[name][1]]
    lines = [
        (re.sub(r"(</(?:p|div|li|figure)>)(?=<)", "\\1\r\n\t", body), url) for body, url in bodies
    ]
    assert [safe_body(*row) for row in lines] == [body for body, _ in bodies]


def test_real_unsound_bodies_become_safe_and_keep_their_text(corpus: Path) -> None:
    clean = set((corpus / "clean.txt").read_text("utf-8").splitlines())
    for name, (url, html) in posts(corpus).items():
        if name not in clean:
            body = safe_body(html, url)
            assert live(body) == [], name
            seen = iter(re.sub(r"\s", "", visible_text(body)))
            assert all(char in seen for char in re.sub(r"\s", "", visible_text(html))), name


def test_hostile_feeds_leave_nothing_live(corpus: Path) -> None:
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    names = (
        "html-active-content",
        "html-wrapper-breakout",
        "kramdown-killers",
        "liquid-everywhere",
    )
    for name in names:
        feed = ElementTree.parse(corpus / "hostile" / "files" / f"{name}.xml")
        for content in feed.iter(encoded):
            body = safe_body(content.text or "", BASE)
            assert live(body) == [], name
            assert "{{" not in body
