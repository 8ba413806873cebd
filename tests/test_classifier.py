"""The classifier of the gate: what it reads of a page, and where it holds its tongue."""

import pytest

from mirror.article import Source
from mirror.extract import extract, find
from mirror.extract.parsing import parse_page
from mirror.extract.quality.classifier import opinion
from mirror.extract.quality.features import features_of, grams
from mirror.extract.quality.model import ARTICLE, Model, model

UNKNOWN = Source(name="", title="")
TOLD = "".join(
    f"<p>The council of Harrow Bay voted on Tuesday to rebuild the pier by the year {year}.</p>"
    for year in range(2027, 2060)
)


def page(title: str, main: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><h1>{title}</h1>{main}</body></html>"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sign in", ["_sign_", "_sig", "sign", "ign_", "_in_", "_in_"]),
        ("请登录", ["请", "登", "录", "请登", "登录"]),
        ("HTTP 503", ["_http_", "_htt", "http", "ttp_", "503"]),
        ("in 2026, of 1,234,567", ["_in_", "_in_", "0000", "_of_", "_of_", "0", "234", "567"]),
        ("—…!?", []),
    ],
)
def test_grams_are_words_and_their_parts(text: str, found: list[str]) -> None:
    assert list(grams(text)) == found


def test_probabilities_follow_the_weights_of_what_is_known() -> None:
    small = Model((ARTICLE, "login"), (0.0, 0.0), 1.0, {"t:sign": [0, 4]})
    known = small.probabilities(frozenset({"t:sign", "t:in", "t:or", "t:out"}))
    assert known["login"] == pytest.approx(0.881, abs=0.001)  # 4 / sqrt(4): 2 in the exponent
    assert sum(known.values()) == pytest.approx(1)
    assert small.probabilities(frozenset({"t:else"})) == {ARTICLE: 0.5, "login": 0.5}


def test_a_notice_in_words_of_no_table_is_named_with_its_words() -> None:
    html = page(
        "稍等一下",
        "<p>我們的系統從您所在的網路收到了過多連線，請完成下方的驗證，證明您是真人而不是機器人。</p>",
    )
    verdict = opinion(find(parse_page(html, "", ""), UNKNOWN)).verdict
    assert verdict is not None
    assert verdict[0] == "challenge"
    assert "驗證" in verdict[1] or "真人" in verdict[1]


def test_a_page_in_a_language_that_it_does_not_know_is_not_cleared() -> None:
    text = "ალავერდის ხიდი დაიხურა სარემონტო სამუშაოების გამო " * 8
    found = find(parse_page(page("ხიდი დაიხურა", f"<p>{text}</p>"), "", ""), UNKNOWN)
    assert not model().is_familiar(features_of(found))
    assert not opinion(found).is_article
    assert opinion(found).verdict is None


def test_a_long_text_is_no_wall_whatever_stands_around_it() -> None:
    data = '{"@type": "NewsArticle", "isAccessibleForFree": false}'
    closed = f'<script type="application/ld+json">{data}</script>'
    offer = '<div class="paywall"><h2>Subscribe to read on</h2><p>Members read on.</p></div>'
    assert extract(page("A new pier", TOLD + offer, closed), "", UNKNOWN).problem is None


def test_a_text_that_only_speaks_of_walls_passes() -> None:
    html = page(
        "Newspaper drops its paywall",
        "<p>CASTLE HARBOUR — The Harbour Gazette will end its paywall in March, its editor said "
        "on Tuesday, and readers will no longer be asked to subscribe.</p><p>The newspaper, which "
        "was founded in 1871, lost a third of its subscribers last year, according to figures that "
        "it filed with the registrar of companies on Friday.</p><p>“We want to be read,” said Ines "
        "Okafor, who has led it since 2019. “A town that can't read its own newspaper has no "
        "newspaper.”</p><p>Two other weeklies on the coast said that they were watching closely, "
        "but had no plans to follow. Advertising pays for less than half of what they print.</p>",
        '<meta property="article:published_time" content="2026-02-03T09:00:00Z">'
        '<meta name="author" content="Ines Marlow">',
    )
    found = find(parse_page(html, "", ""), UNKNOWN)
    assert opinion(found).is_article
    assert extract(html, "", UNKNOWN).problem is None
