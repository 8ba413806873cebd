"""Posts in simplified or traditional Chinese: what is converted, and what changing it does."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import article, source
from crawling import Reply, Site, serving
from running import PARAGRAPHS, archive, commits, item, mirror, page, posts, rss, state
from running import source as table

from mirror.normalise.variant import in_variant, script_of

HTML = {"Content-Type": "text/html; charset=utf-8"}
HANS, HANT = source(variant="zh-Hans"), source(variant="zh-Hant")

TO_TRADITIONAL = {
    "text": ("<p>为了群众里的头发</p>", "<p>為了群眾裡的頭髮</p>"),
    "phrases": ("<p>干预皇后发展干燥</p>", "<p>干預皇后發展乾燥</p>"),
    "a phrase across inline tags": ("<p>头<b>发</b>发<i>展</i></p>",
                                    "<p>頭<b>髮</b>發<i>展</i></p>"),
    "no phrase across blocks": ("<p>头</p><p>发</p>", "<p>頭</p><p>發</p>"),
    "words stay": ("<p>软件和网络</p>", "<p>軟件和網絡</p>"),
    "alternative texts and titles": (
        '<p>图</p><img src="https://e.example/图.jpg" alt="图书馆" title=开门>',
        '<p>圖</p><img src="https://e.example/图.jpg" alt="圖書館" title=開門>'),
    "never an address": (
        '<p><a href="https://e.example/国/?q=图书" class="国">国</a></p>',
        '<p><a href="https://e.example/国/?q=图书" class="国">國</a></p>'),
    "what looks like an attribute in an address": (
        """<p><a href="https://e.example/?a= title='国'">国</a></p>""",
        """<p><a href="https://e.example/?a= title='国'">國</a></p>"""),
    "code": ("<p>变量 <code>变量 = 国</code> 变</p>", "<p>變量 <code>变量 = 国</code> 變</p>"),
    "preformatted text": ("<pre>国&#10;图</pre>", "<pre>國&#10;圖</pre>"),
    "Japanese": ('<p>国<i lang="ja">国会</i>国</p>', '<p>國<i lang="ja">国会</i>國</p>'),
    "references": ("<p>&#22269;&nbsp;&amp;&#x56FE;</p>", "<p>國&nbsp;&amp;圖</p>"),
    "no Chinese": ("<p>Nothing &lt; here</p>", "<p>Nothing &lt; here</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TO_TRADITIONAL.values(), ids=TO_TRADITIONAL)
def test_to_traditional(body: str, expected: str) -> None:
    assert in_variant(article(title="国", body=body), HANT).body == expected


TO_SIMPLIFIED = {
    "Taiwan's forms": ("<p>為了裡面的頭髮，台灣著急</p>", "<p>为了里面的头发，台湾着急</p>"),
    "Hong Kong's forms": ("<p>綫上羣眾，裏面</p>", "<p>线上群众，里面</p>"),
    "phrases": ("<p>乾隆、著名、乾燥</p>", "<p>乾隆、著名、干燥</p>"),
}


@pytest.mark.parametrize(("body", "expected"), TO_SIMPLIFIED.values(), ids=TO_SIMPLIFIED)
def test_to_simplified(body: str, expected: str) -> None:
    assert in_variant(article(title="國語報", body=body), HANS).body == expected


def test_the_title_and_the_pages_author_are_converted_and_nothing_that_is_configured() -> None:
    given = article(title=" 图书馆… ", author="张婷", url="https://e.example/国", site="来源")
    changed = in_variant(given, HANT)
    assert changed == replace(given, title=" 圖書館… ", author="張婷")
    configured = replace(HANT, author="张婷")
    assert in_variant(given, configured).author == "张婷"
    assert in_variant(replace(given, author="来源"), replace(HANT, title="来源")).author == "来源"


TRADITIONAL = article(
    title="政府干預", body="<p>皇后與后面的里長干預了圖書館，松樹下台灣人吃麵。</p>"
)
UNTOUCHED = {
    "the default": (article(title="国"), source()),
    "traditional already": (TRADITIONAL, HANT),
    "simplified already": (article(title="乾隆著书"), HANS),
    "neither": (article(title="中文", body="<p>中文</p>"), HANT),
}


@pytest.mark.parametrize(("given", "site"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_is_right_is_left_alone(given: object, site: object) -> None:
    assert in_variant(given, site) is given  # type: ignore[arg-type]


@pytest.mark.parametrize("site", [HANS, HANT], ids=["zh-Hans", "zh-Hant"])
def test_converting_twice_is_converting_once(site: object) -> None:
    given = article(body="".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    once = in_variant(in_variant(given, HANT), site)  # type: ignore[arg-type]
    assert in_variant(once, site) is once  # type: ignore[arg-type]
    assert script_of(once) == site.variant  # type: ignore[attr-defined]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def news(root: Path, site: Site, variant: str) -> Path:
    feeds = [f"{site.base}/feed"]
    return archive(root, table(feeds=feeds, article="/news/", content="page", variant=variant))


def crawled(root: Path, site: Site, variant: str) -> Path:
    """An archive of one article, whose page is in simplified Chinese."""
    site.replies["/feed"] = Reply(200, {}, rss([item(f"{site.base}/news/1")]))
    site.replies["/news/1"] = Reply(200, HTML, page())
    assert mirror("crawl", "-A", news(root, site, variant)).status == 0
    return root


def test_a_post_is_named_and_written_in_the_wanted_script(tmp_path: Path, site: Site) -> None:
    root = crawled(tmp_path, site, "zh-Hant")
    ((path, post),) = posts(root).items()
    assert path == "2026/03/2026-03-01-小城圖書館重新開放.md"
    text = post.decode()
    assert 'title: "小城圖書館重新開放"' in text
    assert f"[小城圖書館重新開放]({site.base}/news/1)" in text
    assert "tags: [ 本站 ]" in text
    assert "夜間也開放到十點" in text
    assert "夜间" not in text


CHANGES = {
    "source to traditional": ("source", "zh-Hant"),
    "traditional to source": ("zh-Hant", "source"),
    "traditional to simplified": ("zh-Hant", "zh-Hans"),
}


@pytest.mark.parametrize("index", ["kept", "lost"])
@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_another_variant_corrects_and_doubles_nothing(
    tmp_path: Path, site: Site, before: str, after: str, index: str
) -> None:
    root = crawled(tmp_path, site, before)
    kept = posts(root)
    news(root, site, after)
    if index == "lost":
        (root / ".mirror" / "index.sqlite").unlink()
    settled = state(root)
    assert mirror("crawl", "-A", root, "--json").counts("news") == {"found": 1, "unchanged": 1}
    for words in (["refresh", "--all"], ["fetch", f"{site.base}/news/1"]):
        ran = mirror(*words, "-A", root, "--json")
        assert ran.counts("news") == {"found": 1, "unchanged": 1}
    assert (posts(root), state(root)) == (kept, settled)

    new = [*PARAGRAPHS[:3], "更正：夜间开放到九点，而不是十点。", *PARAGRAPHS[4:]]
    site.replies["/news/1"] = Reply(200, HTML, page(paragraphs=new))
    ran = mirror("refresh", "--all", "-A", root, "--json")
    assert ran.counts("news") == {"found": 1, "updated": 1}
    assert posts(root).keys() == kept.keys()
    (post,) = posts(root).values()
    wanted = "開放" if after == "zh-Hant" else "开放"
    assert re.search(rf"<p>更正：夜.{wanted}到九", post.decode())
    assert commits(root) == ["mirror: 1 corrected", "mirror: 1 new"]
