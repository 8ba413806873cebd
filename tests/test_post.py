"""The post format: the round trip, YAML that others read, and names that every disk takes."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from builders import NOON, article
from hypothesis import given
from hypothesis import strategies as st

from mirror.errors import PostError
from mirror.link_line import link_target, link_text
from mirror.normalise.article import normal_title
from mirror.normalise.urls import serialise
from mirror.post import (
    EPOCH,
    file_name,
    name_key,
    parse,
    render,
    short_title,
    wants_suffix,
)

HERE = Path(__file__).parent
EDGE = HERE / "edge"

PRINTABLE = st.characters(blacklist_categories=("Cc", "Cs"))
TITLES = st.text(PRINTABLE, max_size=200)
AWKWARD = st.sampled_from([
    "...", '"', "\\", "](javascript:x)", "{{ x }}", "{% x", "{:", "<b>", "</b>", "<script>", "&lt;",
    "# ", ": ", "- ", "[", "]", "\u2028", "\u200b", "\ufeff", "😀", "/", "\\]", "&#123;",
])  # fmt: skip
AWKWARD_TITLES = st.lists(st.one_of(AWKWARD, TITLES), max_size=8).map("".join).map(normal_title)
DATES = st.datetimes(
    min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)
).map(lambda d: d.replace(microsecond=d.microsecond // 1000 * 1000))
ARTICLES = st.builds(
    article,
    title=AWKWARD_TITLES,
    author=st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=60),
    site=st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=30),
    url=st.text(PRINTABLE, max_size=40).map(lambda t: serialise("https://news.example/" + t)),
    published=DATES,
    body=st.text(PRINTABLE, max_size=100).map(lambda t: f"<p>{t}</p>"),
    last_modified_at=st.one_of(st.none(), DATES),
    removed_at=st.one_of(st.none(), DATES),
)


@given(ARTICLES)
def test_an_article_comes_back_from_its_post(it):
    assert parse(render(it)) == it


@given(ARTICLES)
def test_another_yaml_parser_reads_every_field_back(it):
    front = yaml.safe_load(render(it).decode().split("\n---\n", 1)[0])
    assert front["title"] == short_title(it.title)
    assert front["author"] == it.author
    assert front["from"] == it.url
    assert front["tags"] == front["categories"] == [it.site]
    assert list(front)[:8] == [
        "layout", "title", "date", "author", "from", "tags", "comments", "categories",
    ]  # fmt: skip


@given(ARTICLES)
def test_a_post_has_one_line_a_key_and_one_for_its_body(it):
    lines = render(it).decode().split("\n")
    extras = (it.last_modified_at is not None) + (it.removed_at is not None)
    assert len(lines) == 18 + extras
    assert lines[9 + extras] == "---"


SCALARS = {
    "a name stays plain": ("大纪元", "大纪元"),
    "an entity is no comment": ("Ann &#38; Ben", "Ann &#38; Ben"),
    "a colon and a space": ("Reuters: x", '"Reuters: x"'),
    "an indicator": ("@x", '"@x"'),
    "a number": ("007", '"007"'),
    "a number with commas, which Psych reads as one": ("1,000", '"1,000"'),
    "a date": ("2023-09-20", '"2023-09-20"'),
    "a truth value": ("yes", '"yes"'),
    "a comment": ("a # b", '"a # b"'),
    "a newline that would add a key": ("Ann\nlayout: evil", '"Ann\\u000alayout: evil"'),
    "a line separator, which ends a plain scalar": ("x\u2028y: z", '"x\\u2028y: z"'),
    "a bracket": ("[x]", '"[x]"'),
    "a space at the end, which plain scalars lose": ("Ann ", '"Ann "'),
    "a name that begins with digits": ("3号记者", "3号记者"),
}


@pytest.mark.parametrize(("author", "written"), SCALARS.values(), ids=SCALARS)
def test_author_is_plain_where_plain_is_safe(author, written):
    assert f"\nauthor: {written}\n" in render(article(author=author)).decode()


def test_a_site_with_a_comma_is_quoted_inside_the_list():
    assert '\ntags: [ "甲, 乙" ]\n' in render(article(site="甲, 乙")).decode()


LINK_TEXTS = {
    "stays": ("[方括](圆括) ]( 尾", "[方括](圆括) ]( 尾"),
    "plain inline markup stays": ("<b>粗</b> & 体", "<b>粗</b> & 体"),
    "unbalanced inline markup is text": ("<b>粗", "&lt;b>粗"),
    "a tag is text": ("<script>x</script>", "&lt;script>x&lt;/script>"),
    "an inline tag with attributes is text": ("<b onclick=x>y</b>", "&lt;b onclick=x>y&lt;/b>"),
    "less than is no tag": ("1 < 2", "1 < 2"),
    "an autolink is text": ("<http://x.example>", "&lt;http://x.example>"),
    "a script target is defused": ("a](javascript:x)", "a\\](javascript:x)"),
    "a script target in entities is defused": ("a](java&#115;cript:x)", "a\\](java&#115;cript:x)"),
    "one with a backslash is defused already": ("a\\](javascript:x)", "a\\](javascript:x)"),
    "one with two is not": ("a\\\\](javascript:x)", "a\\\\\\](javascript:x)"),
    "a web target stays": ("a](https://x.example/)", "a](https://x.example/)"),
    "Liquid output": ("{{ site.x }}", "&#123;{ site.x }}"),
    "a Liquid tag": ("{% include x %}", "&#123;% include x %}"),
    "a kramdown attribute list": ("*x*{:onclick=x}", "*x*&#123;:onclick=x}"),
    "what would define a reference": ("[视频]: 甲 [乙]: 丙", "[视频]&#58; 甲 [乙]: 丙"),
    "after an escaped bracket": ("x\\] [y]: z", "x\\] [y]&#58; z"),
    "what would define one by itself": ("x]: javascript:y", "x]&#58; javascript:y"),
    "an open picture, which the link would be": ("甲![乙 ![丙]", "甲&#33;[乙 ![丙]"),
    "an open picture whose end is escaped": ("![乙\\]", "&#33;[乙\\]"),
    "as many signs as a title may have": ("*[_`" * 5, "*[_`" * 5),
    "so many signs that kramdown would stall": ("*[_`a]" * 7, "&#42;&#91;&#95;&#96;a&#93;" * 7),
    "a definition for kramdown only": ("甲\\]: 乙", "甲\\]&#58; 乙"),
    "a definition with a bracket in its label": ("x\\]y]: z", "x\\]y]&#58; z"),
    "outer white space goes": ("　\ufeff甲 乙\xa0", "甲 乙"),
    "dots stay": ("等等...然后...", "等等...然后..."),
}


@pytest.mark.parametrize(("title", "text"), LINK_TEXTS.values(), ids=LINK_TEXTS)
def test_link_text(title, text):
    assert link_text(title) == text


TARGETS = {
    "balanced parentheses stay": ("https://x.example/a(b)c", "https://x.example/a(b)c"),
    "an unbalanced one is encoded": ("https://x.example/a)b", "https://x.example/a%29b"),
    "in the wrong order too": ("https://x.example/)a(", "https://x.example/%29a%28"),
    "what would be a link's end is encoded": (
        "https://x.example/(5)?b=](javascript:x)",
        "https://x.example/(5)?b=%5D(javascript:x)",
    ),
    "so many signs that kramdown would stall": (
        "https://x.example/" + "[*/_a_b" * 7,
        "https://x.example/" + "%5B%2A/%5Fa_b" * 7,
    ),
    "a bracket by itself stays": ("https://x.example/[a]?b[]=c", "https://x.example/[a]?b[]=c"),
    "a brace is encoded": ("https://x.example/?{{a}}", "https://x.example/?%7B%7Ba}}"),
}


@pytest.mark.parametrize(("url", "target"), TARGETS.values(), ids=TARGETS)
def test_link_target(url, target):
    assert link_target(url) == target


NAMES = {
    "the first fifty units": ("字" * 60, f"2026-03-01-{'字' * 50}.md"),
    "a surrogate pair is not cut": ("字" * 49 + "😀后", f"2026-03-01-{'字' * 49}.md"),
    "a slash becomes two dashes after the cut": ("a/" * 30, f"2026-03-01-{'a--' * 25}.md"),
    "what Windows refuses gets its twin": ('a:*?"<>|\\b', "2026-03-01-a：＊？＂＜＞｜＼b.md"),
    "controls of direction go": ("甲\u202e乙\u2066", "2026-03-01-甲乙.md"),
    "a zero width joiner stays": ("家👨\u200d👩庭", "2026-03-01-家👨\u200d👩庭.md"),
    "the first dots go, outer spaces stay": (" 省略....", "2026-03-01- 省略..md"),
    "path steps stay in the directory": ("../../x", "2026-03-01-..--..--x.md"),
}


@pytest.mark.parametrize(("title", "name"), NAMES.values(), ids=NAMES)
def test_file_name(title, name):
    assert file_name(article(title=title)) == name


@given(ARTICLES)
def test_every_name_fits_every_disk(it):
    for suffix in (False, True):
        name = file_name(it, suffix=suffix)
        assert len(name.encode()) < 200
        assert not re.search(r'[\x00-\x1f<>:"/\\|?*\u2028\u2029\u202a-\u202e]', name)


def test_a_url_that_looks_like_a_links_end_takes_nothing_of_the_title():
    it = article(title="...x](y", url="https://e.example/?a=](b)")
    assert parse(render(it)) == it


def test_the_suffix_is_of_the_canonical_url():
    tracked = article(url="https://news.example/a/1.html?utm_source=x", title="🎉")
    assert file_name(tracked, suffix=True) == file_name(article(title="🎉"), suffix=True)
    assert re.fullmatch(r"2026-03-01-🎉-[0-9a-f]{8}\.md", file_name(tracked, suffix=True))


@pytest.mark.parametrize("title", ["😀😂", "/", "", "!?…"])
def test_a_title_without_letter_or_digit_wants_a_suffix(title):
    assert wants_suffix(article(title=title))


def test_a_title_with_a_letter_wants_none():
    assert not wants_suffix(article(title="第1"))


SAME_KEY = {
    "punctuation": ("2026-03-01-a b.md", "2026-03-01-a-b.md"),
    "case": ("2026-03-01-News.md", "2026-03-01-nEWS.md"),
    "composition": ("2026-03-01-é.md", "2026-03-01-e\u0301.md"),
}


@pytest.mark.parametrize(("one", "other"), SAME_KEY.values(), ids=SAME_KEY)
def test_names_that_meet_on_a_disk_or_site_share_a_key(one, other):
    assert name_key(one) == name_key(other)


def test_names_of_two_days_do_not_meet():
    assert name_key("2026-03-01-a.md") != name_key("2026-03-02-a.md")


def test_the_date_may_be_earlier_than_the_comment():
    it = article(published=NOON + timedelta(days=400), date=NOON)
    assert parse(render(it)) == it
    assert b"\ndate: 2026-03-01T12:00:00.000Z\n" in render(it)
    assert b"<!--1806926400000-->" in render(it)


FOREIGN = """---
title: 'It''s here'
layout: page
permalink: /x/
tags:
  - one
  - two
from: https://other.example/1
date: 2020-01-02 03:04:05 +0800
---
Some *Markdown*.
"""


def test_a_post_of_another_tool_is_read_leniently():
    it = parse(FOREIGN.encode())
    assert (it.title, it.url, it.site) == ("It's here", "https://other.example/1", "one")
    assert it.date == datetime(2020, 1, 1, 19, 4, 5, tzinfo=UTC)
    assert it.body == "Some *Markdown*.\n"
    assert it.extra == ("permalink: /x/",)


def test_unknown_keys_survive_a_rewrite():
    post = render(article()).replace(b"\n---\n<!--", b"\nredirect_from:\n  - /a\n---\n<!--")
    it = parse(post)
    assert it.extra == ("redirect_from:", "  - /a")
    assert render(it) == post


def test_a_line_separator_in_an_old_title_ends_no_line():
    post = render(article(title="甲乙")).replace("甲乙".encode(), "甲\u2028乙".encode(), 1)
    assert parse(post).title == "甲\u2028乙"


def test_windows_line_ends_are_read():
    assert parse(b"---\r\ntitle: a\r\nfrom: https://e.example/\r\n---\r\nb\r\n").title == "a"


def test_a_backslash_that_the_old_script_left_is_read_as_it_stands():
    post = render(article(title="X")).replace(b'title: "X"', rb'title: "C:\dir"')
    assert parse(post).title == r"C:\dir"


def test_a_post_without_date_has_the_epoch():
    assert parse(b"---\ntitle: a\n---\nb\n").date == EPOCH


@pytest.mark.parametrize("data", [b"", b"no front matter\n", b"---\ntitle: a\n", b"\xff\xfe\x00"])
def test_what_has_no_front_matter_is_no_post(data):
    with pytest.raises(PostError):
        parse(data)


def test_posts_of_the_old_script_come_back_byte_for_byte(corpus):
    clean = (corpus / "clean.txt").read_text("utf-8").splitlines()
    posts = [corpus / "posts" / name for name in clean] + list((corpus / "seed").glob("*.md"))
    changed = [
        post.name
        for post in posts
        if b"<!--NaN-->" not in (data := post.read_bytes()) and render(parse(data)) != data
    ]
    assert (len(posts) > 100, changed) == (True, [])


def test_a_site_with_a_question_mark_is_quoted_for_pyyaml_ends_a_plain_scalar_there() -> None:
    front = render(article(site="真的吗? 报")).decode().split("\n---\n", 1)[0]
    assert yaml.safe_load(front)["tags"] == ["真的吗? 报"]
