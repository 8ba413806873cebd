"""The text of a body: on one line, and as a reader sees it."""

import pytest

from mirror.normalise.text import has_media, join_lines, one_line, visible_text

ONE_LINE = {
    "white space at the outside goes": ("\n\u3000 <p>甲</p> \ufeff\u2028\xa0", "<p>甲</p>"),
    "line breaks between block tags go": ("<p>甲</p>\r\n\t<p>乙</p>\n", "<p>甲</p><p>乙</p>"),
    "spaces between block tags stay": ("<p>a</p>\n  <p>b</p>", "<p>a</p>  <p>b</p>"),
    "a line break at a block's edge goes": ("<p>\na\n</p>", "<p>a</p>"),
    "a line break in a sentence is a space": ("<p>one\ntwo</p>", "<p>one two</p>"),
    "a line break beside a space goes": ("<p>one \n two</p>", "<p>one  two</p>"),
    "a tab in a sentence is a space": ("<p>one\ttwo</p>", "<p>one two</p>"),
    "lines of Chinese join": ("没有标签\n第二行", "没有标签第二行"),
    "lines join at Chinese punctuation": ("他说，\n“好”\n（注）", "他说，“好”（注）"),
    "lines of kana join": ("かな\nカナ", "かなカナ"),
    "Korean lines keep their space": ("한국\n사람", "한국 사람"),
    "Chinese and Latin keep a space": ("新闻\nBBC", "新闻 BBC"),
    "words in inline tags do not join": ("<b>one</b>\n<i>two</i>", "<b>one</b> <i>two</i>"),
    "one break, not two, becomes one space": ("<b>one</b>\n<i>\ntwo</i>", "<b>one</b> <i>two</i>"),
    "a line break beside a picture goes": ('a<img src="x">\nb', 'a<img src="x">b'),
    "a preformatted line break is a reference": ("<pre>a\n b\t</pre>", "<pre>a&#10; b&#9;</pre>"),
    "a carriage return is a line break": ("<pre>a\r\nb\rc</pre>", "<pre>a&#10;b&#10;c</pre>"),
    "a textarea keeps its lines": ("<textarea>a\nb</textarea>", "<textarea>a&#10;b</textarea>"),
    "control characters and NUL go": ("<p>a\x00b\x1b\x7f\x9fc</p>", "<p>abc</p>"),
    "lone surrogates and noncharacters go": ("a\ud800\uffffb", "ab"),
    "line separators inside stay": ("a\u2028b\u2029c", "a\u2028b\u2029c"),
    "attributes on lines of their own": ('<a\n\thref="x">y</a>', '<a href="x">y</a>'),
    "a line break in an attribute": ('<img alt="甲\n乙">', '<img alt="甲乙">'),
}
VISIBLE = {
    "a paragraph a line": ("<p>a</p><p>b<br>c</p>", "a\nb\nc"),
    "inline tags do not part words": ("<p>a<b>b</b>c</p>", "abc"),
    "references are characters": ("<p>&lt;a&gt; &amp; &#20013;&nbsp;x</p>", "<a> & 中 x"),
    "scripts, styles and comments are not seen": (
        "a<script>b()</script><style>c</style><!-- d -->e",
        "ae",
    ),
    "a greater-than sign in an attribute": ('<p title="a > b">c</p>', "c"),
    "preformatted lines": ("<pre>a\nb</pre>", "a\nb"),
    "a tag cut at the end": ("<p>a</p><a href='b", "a"),
    "a reference without end": ("a&#" + "1" * 5000 + ";b", "a\ufffdb"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("html", "expected"), ONE_LINE.values(), ids=ONE_LINE)
def test_one_line(html: str, expected: str) -> None:
    assert one_line(html) == expected


@pytest.mark.parametrize("html", [row[0] for row in ONE_LINE.values()], ids=ONE_LINE)
def test_one_line_stays_as_it_is(html: str) -> None:
    assert one_line(one_line(html)) == one_line(html)


@pytest.mark.parametrize(("html", "expected"), VISIBLE.values(), ids=VISIBLE)
def test_visible_text(html: str, expected: str) -> None:
    assert visible_text(html) == expected


def test_plain_lines_join_without_a_markup_reading() -> None:
    assert join_lines("a <b\nc> 甲\n乙") == "a <b c> 甲乙"


@pytest.mark.parametrize(("html", "expected"), [("<img>", True), ("<p>img</p>", False)])
def test_has_media(html: str, expected: bool) -> None:
    assert has_media(html) is expected
