"""The pages of one article as one: what is repeated, what only guides, what goes on."""

import pytest
from builders import NOON, source
from running import PARAGRAPHS

from mirror.article import Extract
from mirror.extract.multipage.joining import MAX_PARTS, goes_on, is_full, join

URL = "https://news.example/n1.htm"
ONE, TWO, THREE, FOUR = (f"<p>{text}</p>" for text in PARAGRAPHS[:4])
EDITOR = "<p>责任编辑：林妍#</p>"


def part(html: str, number: int = 1, **fields: object) -> Extract:
    url = URL if number == 1 else URL.replace(".htm", f"_{number}.htm")
    text = html.replace("</p>", "\n").replace("<p>", "").strip()
    values: dict[str, object] = {"title": "小城图书馆重新开放", "strategy": "rules"}
    return Extract(url, html=html, text=text, base_url=url, **{**values, **fields})  # type: ignore[arg-type]


JOINED = {
    "in order": ([ONE + TWO, THREE + FOUR], ONE + TWO + THREE + FOUR),
    "three": ([ONE, TWO, THREE], ONE + TWO + THREE),
    "a repeated headline": (["<h1>题</h1>" + ONE, "<h1>题</h1>" + TWO], "<h1>题</h1>" + ONE + TWO),
    "the title as a headline": ([ONE, "<h2>小城图书馆重新开放</h2>" + TWO], ONE + TWO),
    "a repeated byline and lead picture": (
        [f"<p>本报记者禾田</p><figure><img src='/a.jpg?w=9'></figure>{ONE}",
         f"<figure><img src='https://news.example/a.jpg?w=2'></figure><p>本报记者禾田</p>{TWO}"],
        f'<p>本报记者禾田</p><figure><img src="https://news.example/a.jpg?w=9"></figure>{ONE}{TWO}'),
    "a repeated editor's line stands at the end": (
        [ONE + EDITOR, TWO + EDITOR, THREE + EDITOR], ONE + TWO + THREE + EDITOR),
    "an editor's line of the last page alone": ([ONE, TWO + EDITOR], ONE + TWO + EDITOR),
    "continued": ([f"{ONE}<p>（未完，转下页）</p>", f"<p>（接上页）</p>{TWO}"], ONE + TWO),
    "continued, in English": (
        [f"{ONE}<p>Continued on next page</p>", f"<p>(continued from page 1)</p>{TWO}"],
        ONE + TWO),
    "page 2 of 3": ([f"{ONE}<p>Page 1 of 2</p>", f"<p>Page 2 of 2</p>{TWO}<p>第2页 共2页</p>"],
                    ONE + TWO),
    "a pager": ([f"{ONE}<div>1 2 下一页</div>", f"{TWO}<p>上一页 1 2</p>"], ONE + TWO),
    "a repeated sentence within stays": ([ONE + TWO, THREE + TWO + FOUR],
                                         ONE + TWO + THREE + TWO + FOUR),
    "what speaks of a page stays": ([ONE, f"<p>他翻到第2页，念了起来。</p>{TWO}"],
                                    f"{ONE}<p>他翻到第2页，念了起来。</p>{TWO}"),
    "text that stands in no block": ([ONE, "续篇。<br>再一行。"], f"{ONE}续篇。<br>再一行。"),
    "wrapped": ([f"<div>{ONE}</div>{EDITOR}", f"<div><h1>题</h1>{TWO}</div>{EDITOR}"],
                f"<div>{ONE}</div><div><h1>题</h1>{TWO}</div>{EDITOR}"),
    "relative links of a later page": (
        [ONE, f"{TWO}<p><a href='b.htm'>又</a></p>"],
        f'{ONE}{TWO}<p><a href="https://news.example/b.htm">又</a></p>'),
}  # fmt: skip


@pytest.mark.parametrize(("bodies", "whole"), JOINED.values(), ids=JOINED)
def test_pages_are_joined(bodies: list[str], whole: str) -> None:
    parts = [part(body, number) for number, body in enumerate(bodies, 1)]
    assert join(parts).html == whole


def test_what_is_said_of_an_article_is_said_by_its_first_page() -> None:
    first = part(ONE, authors=("禾田",), published=NOON, canonical=URL, next_page="x")
    later = part(TWO, 2, title="第二页", authors=("别人",), canonical=f"{URL}?2", agreement=0.5)
    whole = join([first, later])
    assert (whole.url, whole.canonical, whole.title) == (URL, URL, first.title)
    assert (whole.authors, whole.published) == (("禾田",), NOON)
    assert (whole.pages, whole.next_page, whole.agreement) == ((later.url,), "", 0.5)
    assert whole.text.split("\n") == PARAGRAPHS[:2]


def test_one_page_stays_as_it_is() -> None:
    alone = part("<p>第1页 共1页</p>", problem="teaser")
    assert join([alone]) is alone


SHORT = {
    "the whole is long enough": ([ONE * 2, TWO, THREE + FOUR], None),
    "the whole is short as well": (["<p>一。</p>", "<p>二。</p>"], "teaser"),
}


@pytest.mark.parametrize(("bodies", "problem"), SHORT.values(), ids=SHORT)
def test_pages_are_judged_together(bodies: list[str], problem: str | None) -> None:
    parts = [part(body, number, problem="teaser") for number, body in enumerate(bodies, 1)]
    assert join(parts).problem == problem


GALLERY = "<p>一张一张看。</p><figure><img src='{}.jpg'></figure>"
LATER = {
    "a new text": (part(ONE), part(TWO, 2), True),
    "the same text": (part(ONE), part(ONE, 2), False),
    "the same text and a counter": (part(ONE), part(f"{ONE}<p>第 2 页 共 9 页</p>", 2), False),
    "nothing": (part(ONE), part("", 2), False),
    "a picture": (part(GALLERY.format(1)), part(GALLERY.format(2), 2), True),
    "the same picture": (part(GALLERY.format(1)), part(GALLERY.format(1), 2), False),
    "a title of its own at a sure address": (part(ONE), part(TWO, 2, title="其二"), True),
}


@pytest.mark.parametrize(("first", "later", "on"), LATER.values(), ids=LATER)
def test_goes_on(first: Extract, later: Extract, on: bool) -> None:
    assert goes_on([first], later, source()) is on


TWINS = {
    "one title, no dates": ({}, True),
    "one title and a page number": ({"title": "小城图书馆重新开放（2）"}, True),
    "one title, one date": ({"published": NOON}, True),
    "one title, another week": ({"published": NOON.replace(day=9)}, False),
    "no title at all": ({"title": ""}, True),
    "another title": ({"title": "别的事情"}, False),
}


@pytest.mark.parametrize(("fields", "on"), TWINS.values(), ids=TWINS)
def test_an_address_that_may_be_another_story_must_tell_the_same_one(
    fields: dict[str, object], on: bool
) -> None:
    first = part(ONE, published=NOON)
    later = Extract(**{  # type: ignore[arg-type]
        "url": URL.replace(".htm", "-2.htm"), "title": first.title, "html": TWO,
        "text": PARAGRAPHS[1], **fields,
    })  # fmt: skip
    assert goes_on([first], later, source()) is on


def test_what_is_read_of_one_article_is_bounded() -> None:
    assert not is_full([part(ONE)] * (MAX_PARTS - 1))
    assert is_full([part(ONE)] * MAX_PARTS)
    assert is_full([part("<p>长</p>" * 600_000)])
