"""Who wrote an article: bylines in the forms of the press, and where pages put them."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

import json

import pytest
from builders import source
from hypothesis import given
from hypothesis import strategies as st

from mirror.extract import extract
from mirror.extract.facts.bylines import is_byline, names_in

AT = "https://news.example/2023/story-14077919.html"

CHINESE = {
    "（大纪元记者张婷综合报导）": ["张婷"],
    "（記者王大明／台北報導）": ["王大明"],
    "〔記者王小明／台北報導〕": ["王小明"],
    "記者王大明、李小華／綜合報導": ["王大明", "李小華"],
    "（中央社記者王小明台北1日電）": ["王小明"],
    "中央社記者王小明華盛頓12日專電": ["王小明"],
    "（中央社台北1日電）": [],
    "撰稿人：王小明": ["王小明"],
    "國際中心／綜合報導": [],
    "〔即時新聞／綜合報導〕": [],
    "文／王小明": ["王小明"],
    "文：王小明": ["王小明"],
    "文｜王小明": ["王小明"],
    "撰文：王小明 李大同": ["王小明", "李大同"],
    "作者：王小明、李四": ["王小明", "李四"],
    "记者 张三": ["张三"],
    "本报记者 张三 李四": ["张三", "李四"],
    "新华社记者王明、李红": ["王明", "李红"],
    "记者张三北京报道": ["张三"],
    "特派員王小明／華盛頓報導": ["王小明"],
    "编译/林浩翔": ["林浩翔"],
    "大紀元專欄作家王友群": ["王友群"],
    "作者：约翰·史密斯": ["约翰·史密斯"],
    "来源：新华社 作者：张三": ["张三"],
    "作者：Huli": ["Huli"],
    "文／Ann Lee、Bo Li": ["Ann Lee", "Bo Li"],
    "作者：Huli 31 条评论": ["Huli"],
    "作者：王小明 责任编辑：李四": ["王小明"],
    "責任編輯：王小明": [],
    "编辑：王明": [],
    "记者：李明 摄影：王红": ["李明"],
    "文字記者": [],
    "无国界记者组织": ["无国界记者组织"],
    "鈴木太郎記者": ["鈴木太郎"],
    "王友群": ["王友群"],
}
OTHERS = {
    "By Ann Lee": ["Ann Lee"],
    "BY ANN LEE AND BO LI": ["ANN LEE", "BO LI"],
    "Von Max Muster und Erika Probe": ["Max Muster", "Erika Probe"],
    "Max Muster und Erika Probe, dpa": ["Max Muster", "Erika Probe", "dpa"],
    "Kommentar von Erika Probe": ["Erika Probe"],
    "Autorin/Autor: Erika Probe": ["Erika Probe"],
    "Par Jeanne Exemple et Jean Modèle": ["Jeanne Exemple", "Jean Modèle"],
    "di Anna Prova": ["Anna Prova"],
    "Por Ana Gil y Luis Paz": ["Ana Gil", "Luis Paz"],
    "José Ortega y Gasset": ["José Ortega y Gasset"],
    "Kari Prøve og Ola Mønster": ["Kari Prøve", "Ola Mønster"],
    "Jan Próba i Anna Wzór": ["Jan Próba", "Anna Wzór"],
    "Автор: Анна Пример": ["Анна Пример"],
    "Da Silva": ["Da Silva"],
    "Ann Lee, Senior Editor": ["Ann Lee"],
    "Max Muster, Korrespondent in Berlin": ["Max Muster"],
    "Ona Pavyzdė, Vilniaus universiteto profesorė": ["Ona Pavyzdė"],
    "Kari Prøve / Journalist": ["Kari Prøve"],
    "Kari Prøve – Journalist": ["Kari Prøve"],
    "Ann Lee (anl)": ["Ann Lee"],
    "Ann Lee@annlee": ["Ann Lee"],
    "Ann Lee ann@news.example": ["Ann Lee"],
    "ann@news.example": [],
    "srf/abc": ["srf/abc"],
    "https://example.org/people/ann": [],
    "2023-09-20": [],
    "Published: today": [],
    "Follow": [],
    "-": [],
}


@pytest.mark.parametrize(("byline", "expected"), CHINESE.items(), ids=CHINESE)
def test_names_in_a_chinese_byline(byline: str, expected: list[str]) -> None:
    assert names_in(byline) == expected


@pytest.mark.parametrize(("byline", "expected"), OTHERS.items(), ids=OTHERS)
def test_names_in_a_byline(byline: str, expected: list[str]) -> None:
    assert names_in(byline) == expected


def test_a_forum_s_system_is_no_author() -> None:
    assert names_in("Discuz! Team and Comsenz UI Team") == []


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    assert all(0 < len(name) <= 60 for name in names_in(text))


def ld(**article: object) -> str:
    node = {"@type": "NewsArticle", "publisher": {"name": "Daily Example"}} | article
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


H1 = "<h1>The library opens its doors again</h1>"
PUBLISHER = ld(author={"@type": "Organization", "name": "Daily Example"}) + H1
TEXT = "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>Five.</p>"
PAGES = {
    "JSON-LD objects": (ld(author=[{"name": "甲乙"}, {"name": "丙丁"}]), ("甲乙", "丙丁")),
    "JSON-LD names in parts": (ld(author={"givenName": "Ann", "familyName": "Lee"}), ("Ann Lee",)),
    "JSON-LD, one string": (ld(author="Ann Lee and Bo Li"), ("Ann Lee", "Bo Li")),
    "JSON-LD, a person and an agency": (ld(author=[{"name": "Ann Lee"}, {"name": "AP"}]), ("Ann Lee", "AP")),
    "a role and the site behind the name": (ld(author={"name": "Ann Lee, Reporter, Daily Example"}), ("Ann Lee",)),
    "twice, in another case and order": (ld(author=["Ann Lee", "LEE ANN"]), ("Ann Lee",)),
    "JSON-LD reference": (
        ld(author={"@id": "#1"}) + '<script type="application/ld+json">{"@id":"#1","name":"甲乙"}</script>', ("甲乙",),
    ),
    "creator where there is no author": (ld(creator=["Ann Lee"]), ("Ann Lee",)),
    "meta": ('<meta name="author" content="甲乙">', ("甲乙",)),
    "meta, the first that names a person": (
        '<meta property="og:site_name" content="Daily Example"><meta name="author" content="Daily Example">'
        '<meta name="article:byline" content="Ann Lee">', ("Ann Lee",),
    ),
    "a profile's address is no name": ('<meta property="article:author" content="https://social.example/x">', ()),
    "rel=author": (H1 + '<a rel="author" href="/u/1">Ann Lee</a>', ("Ann Lee",)),
    "a byline": (H1 + '<div class="byline">By Ann Lee</div>', ("Ann Lee",)),
    "a class in several words": (H1 + '<p class="storyAuthors_x1">Ann Lee</p>', ("Ann Lee",)),
    "a byline with date and button": (
        H1 + '<div class="author"><b>Wissen</b><p>von Erika Probe</p><p>05. November 2024 15:36 Uhr</p></div>', ("Erika Probe",),
    ),
    "a byline with a date on its line": (H1 + '<div class="byline">By Ann Lee, Nov 5, 2024</div>', ("Ann Lee",)),
    "a byline in Chinese": (H1 + '<div class="author">（記者王大明／台北報導）</div>', ("王大明",)),
    "a byline of its own without a class": (H1 + "<p>（大纪元记者张婷综合报导）</p>" + TEXT, ("张婷",)),
    "the same in English": (H1 + "<p>By Ann Lee</p>" + TEXT, ("Ann Lee",)),
    "a list item with a label": (H1 + "<ul><li>3 min</li><li>Von: <a>Max Muster</a>, <a>Erika Probe</a></li></ul>", ("Max Muster", "Erika Probe")),
    "microdata": (
        '<div itemscope itemtype="https://schema.org/Article"><b itemprop="author">Ann Lee</b></div>', ("Ann Lee",),
    ),
    "the publisher where nobody else is named": (PUBLISHER + TEXT, ("Daily Example",)),
    "a person of the byline rather than the publisher": (PUBLISHER + '<p class="byline">By Ann Lee</p>' + TEXT, ("Ann Lee",)),
    "the publisher again in the byline": (PUBLISHER + '<p class="byline">By Daily Example</p>' + TEXT, ("Daily Example",)),
    "the publisher rather than who is named below the text": (
        PUBLISHER + TEXT + '<p class="author">By Ann Lee</p>', ("Daily Example",),
    ),
    "a person below the text where nobody else is named": (H1 + TEXT + '<p class="author">By Ann Lee</p>', ("Ann Lee",)),
    "an address behind the publisher's name": (
        '<meta property="og:site_name" content="Daily Example"><meta name="author" content="Daily Example, Utopia">', ("Daily Example",),
    ),
    "not a photographer": (H1 + '<figure><span class="author">Ann Lee</span></figure>', ()),
    "not who commented": (H1 + '<div class="comment-author">Ann Lee</div>', ()),
    "not the author of another article": (H1 + '<span class="teaser__author">Ann Lee</span>', ()),
    "not a biography": (H1 + f'<div class="author">Ann Lee {"writes about ships. " * 9}</div>', ()),
    "not a date": (H1 + '<p class="byline">Veröffentlicht am 27.04.24 um 07:39 Uhr</p>', ()),
    "never from the running text": ("<p>（记者张三综合报导）图书馆重新开放。</p>", ()),
    "never from a sentence under the headline": (H1 + "<p>（记者张三综合报导）图书馆重新开放。</p>", ()),
    "never from a paragraph that begins with by": (H1 + "<p>By Monday the library had opened</p>", ()),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), PAGES.values(), ids=PAGES)
def test_authors_of_a_page(html: str, expected: tuple[str, ...]) -> None:
    assert extract(html, AT, source()).authors == expected


def test_a_forum_s_buttons_are_no_byline() -> None:
    assert not is_byline("发表于 2020-07-20 | 只看该作者 | 倒序浏览")
