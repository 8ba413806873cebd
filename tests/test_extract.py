"""Which part of a page is the article: rules, structured data, the generic extractor."""

# ruff: noqa: E501  a row of a table is a page, and a page is a line

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import source
from epochtimes_pages import ISO, LEAD, TITLE, URL, generations, page

from mirror.article import Rules, Source
from mirror.config import default_text, load_config
from mirror.extract import extract
from mirror.extract.page import lines, running_text, text_weight, weight
from mirror.extract.parsing import parse_page
from mirror.extract.rules import body_by_rules
from mirror.normalise.body import safe_body

PUBLISHED = datetime(2023, 9, 20, 15, 28, 17, tzinfo=UTC)
# A story of our own, in the shape of the real ones.
STORY = (
    '<p>【本报讯】（记者张三综合报导）<a href="https://www.epochtimes.com/gb/tag/%E5%9B%BE.html">小城</a>'
    "图书馆星期三重新开放，市民清早便在门外排起长队，等候借阅新到的书籍，队伍绕过了半个广场。</p>"
    "<p>馆长说：“我们等这一天等了三年，希望每个孩子都能在这里找到一本喜欢的书，并且把它带回家去读。”</p>"
    "<h2>三年修缮</h2>"
    "<p>修缮工程自三年前开始，耗资两千万元，新增阅览室六间、座位四百个，并设有无障碍通道和儿童活动区。</p>"
    "<p>一位老读者表示，他读到网页上的“验证码”和“订阅后阅读”就头疼，还是坐在窗边翻纸书来得自在，也更安静。</p>"
    "<p>图书馆今后每日上午九时开门，晚上八时闭馆，周一休息；借书证可在一楼柜台办理，学生免收押金。</p>"
    "<p>责任编辑：李四#</p>"
)
GENERATIONS = tuple(generations(""))


@pytest.fixture(scope="module")
def epochtimes(tmp_path_factory: pytest.TempPathFactory) -> Source:
    root = tmp_path_factory.mktemp("archive")
    (root / "mirror.toml").write_text(default_text(), "utf-8")
    return load_config(root).sources["epochtimes"]


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_generation_gives_the_whole_story_and_nothing_else(
    generation: str, epochtimes: Source
) -> None:
    found = extract(generations(STORY)[generation], URL, epochtimes)
    assert (safe_body(found.html, URL), found.title, found.published, found.problem) == (
        STORY,
        TITLE,
        PUBLISHED,
        None,
    )


# What templates of the site call their furniture, and what only sounds like it.
GONE = (
    *("related_news", "x-recommend", "share-bar", "socials", "addthis_tool", "fb-like", "tags"),
    *("ad", "ad big", "big ad", "ad-slot", "ad_slot", "top-ad", "top_ad x", "ads", "my-ads"),
    *("titles", "x info", "featured-image", "featured_image", "pageview", "post-views", "pager"),
)  # fmt: skip
STAYS = ("head", "shadow", "road", "lead", "titles2", "information", "download", "adopted")


@pytest.mark.parametrize("name", [*GONE, *STAYS])
def test_furniture_is_told_by_its_class(name: str, epochtimes: Source) -> None:
    box = f'<blockquote class="{name}"><p>另一段</p></blockquote>'
    found = extract(page(f'<div id="artbody">{STORY}{box}{STORY}</div>'), URL, epochtimes)
    assert ("另一段" in found.html) is (name in STAYS)


@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_generation_gives_the_seed_post_to_the_byte(
    generation: str, epochtimes: Source, corpus: Path
) -> None:
    (seed,) = (corpus / "seed").glob("*.md")
    match = re.search(r"<div>\n(.*)\n</div>", seed.read_text("utf-8"), re.DOTALL)
    assert match
    found = extract(generations(match[1])[generation], URL, epochtimes)
    assert (safe_body(found.html, URL), found.title, found.published) == (
        match[1],
        TITLE,
        PUBLISHED,
    )


def test_a_picture_among_the_paragraphs_stays(epochtimes: Source) -> None:
    picture = '<p><img src="https://i.epochtimes.com/assets/uploads/2023/09/id2-hall.jpg"></p>'
    story = STORY.replace("<h2>", picture + "<h2>")
    main = f'<h1 class="title">$title</h1><div id="artbody"><p><img src="{LEAD}"></p>{story}</div>'
    assert safe_body(extract(page(main), URL, epochtimes).html, URL) == story


def test_an_old_page_shows_its_date_as_text_only(epochtimes: Source) -> None:
    main = f'<div class="art-head"><h1>$title</h1><span>2015年05月01日</span></div><div class="art-content">{STORY}</div>'
    found = extract(page(main), "https://www.epochtimes.com/gb/15/5/1/n4424440.htm", epochtimes)
    assert found.published == datetime(2015, 5, 1, tzinfo=UTC)


def test_the_shown_time_of_an_update_is_read_where_no_attribute_has_it(epochtimes: Source) -> None:
    main = f'<div class="main_content"><div class="info"><time>更新: 2023-09-20 11:28 PM</time></div><div id="artbody">{STORY}</div></div>'
    found = extract(page(main), URL, epochtimes)
    assert found.published == datetime(2023, 9, 20, 15, 28, tzinfo=UTC)


def test_a_later_update_does_not_move_the_publication(epochtimes: Source) -> None:
    html = generations(STORY)["2019 with marks"].replace(
        f'<time datetime="{ISO}">', '<time datetime="2023-09-25T08:00:00+08:00">'
    )
    assert extract(html, URL, epochtimes).published == PUBLISHED


BODY_RULES = {
    "a container gives what it holds": (("#a",), "<div id=a><p>甲</p><p>乙</p></div>", "<p>甲</p><p>乙</p>"),
    "the first rule that matches wins": (("#x", "#a"), "<p>丙</p><div id=a><p>甲</p></div>", "<p>甲</p>"),
    "an empty match is passed over": (("#x", "#a"), "<div id=x> </div><div id=a><p>甲</p></div>", "<p>甲</p>"),
    "of containers the first with text": (
        (".a",), "<div class=a></div><div class=a><p>甲</p></div><div class=a><p>乙</p></div>", "<p>甲</p>",
    ),
    "a rule that finds paragraphs means all": (("main > p",), "<main><p>甲</p><i>x</i><p>乙</p></main>", "<p>甲</p><p>乙</p>"),
    "XPath": (("//div[@id='a']",), "<div id=a><p>甲</p></div>", "<p>甲</p>"),
    "a lone wrapper is stepped into": (("#a",), "<div id=a> <div><p>甲</p></div> </div>", "<p>甲</p>"),
    "text of its own keeps a wrapper": (("#a",), "<div id=a>子<div><p>甲</p></div></div>", "子<div><p>甲</p></div>"),
    "what is dropped leaves the text behind it": (("#a",), "<div id=a><p>甲<ins>x</ins>乙</p></div>", "<p>甲乙</p>"),
    "marks cut off what stands outside them": (
        (("#a",)), "<div id=a><p>外</p><!-- article content begin --><p>甲</p><!--article content end--><p>外</p></div>", "<p>甲</p>",
    ),
    "marks with nothing between them are not believed": (
        ("#a",), "<div id=a><p>甲</p><!-- article content begin --><!-- article content end --></div>", "<p>甲</p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "html", "expected"), BODY_RULES.values(), ids=BODY_RULES)
def test_body_rules(rules: tuple[str, ...], html: str, expected: str) -> None:
    found = extract(
        html, "https://news.example/a/1", source(rules=Rules(body=rules, drop=("ins",)))
    )
    assert (found.html.strip(), found.strategy) == (expected, "rules")


def test_rules_leave_the_page_as_it_was() -> None:
    parsed = parse_page("<div id=a><p>甲</p><ins>x</ins></div>", "https://news.example/a/1")
    before = lines(parsed.root)
    body_by_rules(parsed, Rules(body=("#a",), drop=("ins", "p")))
    assert lines(parsed.root) == before


def test_selectors_that_match_nothing_are_named_and_the_next_layer_serves() -> None:
    known = source(rules=Rules(body=("#artbody",)))
    found = extract(page(f"<section>{STORY}</section>"), "https://news.example/a/1", known)
    assert (found.strategy, found.problem, found.detail) == (
        "votes",
        None,
        "no element matches the body selector #artbody: layout changed?",
    )


RICH = (
    '<p>{a}<a href="/more">链接</a></p><figure><img src="/hall.jpg"><figcaption>大厅</figcaption></figure>'
    '<ol start="3"><li>{b}</li><li>{c}</li></ol><blockquote><p>{d}</p></blockquote>'
    '<table><tr><th colspan="2">{e}</th></tr></table>'
)
SENTENCES = dict(zip("abcde", re.findall(r"[^。<>”]{20,}[。，]", STORY), strict=False))


def test_the_generic_layer_keeps_links_pictures_lists_quotes_and_tables() -> None:
    story = STORY + RICH.format(**SENTENCES)
    main = f'<article><h1>$title</h1>{story}</article><div class="more"><p><a href="/x">另一篇</a></p></div>'
    found = extract(page(main), "https://news.example/a/1", source())
    kept = [
        piece
        for piece in ('href="/more"', 'src="/hall.jpg"', 'start="3"', "<blockquote>", 'colspan="2"')
        if piece in found.html
    ]
    assert (len(kept), "另一篇" in found.html, "侧栏" in found.html, found.strategy) == (
        5,
        False,
        False,
        "votes",
    )


def test_a_structured_body_is_found_again_in_the_page() -> None:
    text = "\n".join(lines(parse_page(STORY * 2, URL).root).split("\n"))
    data = json.dumps({"@type": "NewsArticle", "articleBody": text}, ensure_ascii=False)
    main = f"<div><div>{STORY}</div><div>{STORY}</div></div>"
    head = f'<script type="application/ld+json">{data}</script>'
    found = extract(page(main, head=head), "https://news.example/a/1", source())
    assert (found.strategy, 'href="https://www.epochtimes.com/gb/tag' in found.html) == (
        "structured",
        True,
    )


def test_a_structured_stub_is_not_the_article() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "修缮工程…"}</script>'
    found = extract(page(f"<div>{STORY}</div>", head=head), "https://news.example/a/1", source())
    assert found.strategy == "votes"


ODD_PAGES = {
    "nothing": "",
    "only a comment": "<!-- 无 -->",
    "a zero byte": "<p>甲\0乙</p>",
    "a lone surrogate": "<p>\ud800</p>",
    "an XML declaration of another encoding": '<?xml version="1.0" encoding="utf-16"?><p>甲</p>',
    "broken JSON-LD": '<script type="application/ld+json">{"@type": [</script><p>甲</p>',
    "deeply nested JSON-LD": f'<script type="application/ld+json">{"[" * 50_000}</script>',
    "a base that is no URL": '<base href="http://[">甲',
    "thousands of levels": "<div>" * 5_000 + "甲",
    "a frameset": "<html><frameset><frame src=x></frameset></html>",
}


@pytest.mark.parametrize("html", ODD_PAGES.values(), ids=ODD_PAGES)
def test_odd_pages_are_refused_without_harm(html: str) -> None:
    assert extract(html, "https://news.example/a/1", source()).problem == "empty"


def test_the_base_of_relative_links_is_the_page_that_answered() -> None:
    found = extract(
        '<base href="/b/">',
        "https://news.example/a",
        source(),
        final_url="https://www.news.example/c",
    )
    assert found.base_url == "https://www.news.example/b/"


WITHOUT_TAGS = {
    "a head that nothing closes": "<title>T</title><main><h1>A</h1><p>x</p></main>",
    "a header first": "<html><meta name=a content=b><title>T</title><header>A</header><p>x</p>",
    "a text and a block of its own": "<title>T</title><article>A<p>x</p></article>",
    "a body that is opened after all": "<title>T</title><header>A</header><body><p>x</p></body>",
}


@pytest.mark.parametrize("html", WITHOUT_TAGS.values(), ids=WITHOUT_TAGS)
def test_what_browsers_show_is_the_body_whatever_tags_are_left_out(html: str) -> None:
    page = parse_page(html, URL)
    assert lines(page.readable) == "A\nx"
    assert page.root.findtext("head/title") == "T"


def test_lines_are_blocks_with_their_white_space_folded() -> None:
    html = "<div>一\n 二<br>三<p>四<b>五</b></p>六<script>x</script></div><style>y</style>"
    assert lines(parse_page(html, URL).root) == "一 二\n三\n四五\n六"


BREAKS = {
    "between words a space": ("<p>one\n  two</p>", "one two"),
    "between CJK characters nothing, as in the body": ("<p>一\n二<b>\n三</b></p>", "一二三"),
    "between a word and a CJK character a space": ("<p>一\ntwo</p>", "一 two"),
    "in preformatted text a line": ("<p>甲</p><pre>一\n二</pre><p>三\n四</p>", "甲\n一\n二\n三四"),
}


@pytest.mark.parametrize(("html", "expected"), BREAKS.values(), ids=BREAKS)
def test_line_breaks_of_the_source(html: str, expected: str) -> None:
    assert lines(parse_page(html, URL).root) == expected


def test_the_text_in_the_tags_of_a_frame_is_not_read() -> None:
    assert lines(parse_page("<p>甲<iframe src='/x'>旧</iframe>乙</p>", URL).root) == "甲乙"


def test_running_text_leaves_out_captions() -> None:
    body = parse_page("<p>甲</p><figure><img src=x><figcaption>乙</figcaption></figure>", URL).root
    assert (running_text(body), lines(body)) == ("甲", "甲\n乙")


def test_a_chinese_character_weighs_three_letters() -> None:
    assert (weight("ab 1。"), weight("新闻")) == (3, 6)


WEIGHED = {
    "words and Chinese": "<p>A b 一二<br>三</p>",
    "what nobody reads": "<p>A<script>x</script><iframe>y</iframe><!-- z --><b>b</b></p>",
    "a script alone": "<script>x</script>",
    "lines": "<pre>a\n  b</pre><ul><li>c<li>d</ul>",
    "an underscore and a fraction": "<i>a_b ½</i>",
    "nothing": "<div> </div>",
}


@pytest.mark.parametrize("html", WEIGHED.values(), ids=WEIGHED)
def test_an_element_weighs_what_its_lines_weigh(html: str) -> None:
    for element in parse_page(html, URL).root.find("body").iter():
        if isinstance(element.tag, str):
            text = lines(element)
            cjk = sum("\u3400" <= char <= "\u9fff" for char in text)
            assert text_weight(element) == weight(text) == sum(map(str.isalnum, text)) + 2 * cjk
