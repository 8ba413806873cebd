"""What becomes of an article that the archive knows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import NOON, article, source

from mirror.decide import Decision, Doubt, Look, Verdict, decide, digest
from mirror.normalise.variant import in_variant

LATER = NOON + timedelta(days=1)
LINES = [f"第{number}段说的是第{number}件事，不长也不短，刚好看得清楚。" for number in range(12)]


def body(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


OLD = article(body=body(*LINES))
SHRUNKEN = article(body=body(*LINES[:4]))
CORRECTED = article(body=body(*LINES[:5], "这一段改过了。", *LINES[6:]))


def verdict(new, old=OLD, *, seen=digest(OLD)):
    return decide(new, old, Look(digest(new), LATER, seen)).verdict


def test_the_same_article_is_kept():
    assert verdict(OLD) is Verdict.KEEP


def test_other_markup_around_the_same_text_is_no_correction():
    assert verdict(replace(OLD, body=f'<section class="x">{OLD.body}</section>')) is Verdict.KEEP


def test_a_correction_replaces_body_and_title_and_nothing_else():
    new = replace(CORRECTED, title="新标题", author="x", site="x", url="https://x.example/")
    old = replace(OLD, extra=("a: b",))
    decision = decide(new, old, Look(digest(new), LATER, digest(OLD)))
    assert decision.verdict is Verdict.REPLACE
    assert decision.changes == "title; text: 1 paragraph"
    assert decision.article == replace(
        OLD, title="新标题", body=CORRECTED.body, last_modified_at=LATER, extra=("a: b",)
    )


def test_a_link_that_changed_is_a_correction():
    old = article(body='<p><a href="https://e.example/1">甲</a></p>')
    new = article(body='<p><a href="https://e.example/2">甲</a></p>')
    decision = decide(new, old, Look(digest(new), LATER, digest(old)))
    assert (decision.verdict, decision.changes) == (Verdict.REPLACE, "links or pictures")


def test_what_was_seen_last_time_is_no_news():
    assert verdict(CORRECTED, seen=digest(CORRECTED)) is Verdict.KEEP


def test_a_text_that_lost_more_than_half_is_refused():
    assert verdict(SHRUNKEN) is Verdict.REFUSE


def looked(days, texts=""):
    """The last of several looks at an article that has lost most of its text: to "a" or "b"."""
    left = {"a": SHRUNKEN, "b": article(body=body(*LINES[:3]))}
    last = Decision(Verdict.KEEP, OLD)
    for day, text in zip(days, texts or "a" * len(days), strict=True):
        new, now = left[text], NOON + timedelta(days=day)
        last = decide(new, OLD, Look(digest(new), now, digest(OLD), last.doubt))
    return last


SHRINKS = {
    "one look": ((0,), "", Verdict.REFUSE),
    "two, days apart": ((0, 5), "", Verdict.REFUSE),
    "three, each a day after the one before": ((0, 1, 2), "", Verdict.REPLACE),
    "many in one day": ((0, 0.1, 0.2, 0.3, 0.9), "", Verdict.REFUSE),
    "many, and days in the end": ((0, 0.1, 1, 1.2, 2), "", Verdict.REPLACE),
    "three that do not agree": ((0, 1, 2), "aba", Verdict.REFUSE),
    "three that agree after one that did not": ((0, 1, 2, 3), "baaa", Verdict.REPLACE),
}


@pytest.mark.parametrize(("days", "texts", "expected"), SHRINKS.values(), ids=SHRINKS)
def test_a_large_shrink_is_believed_after_three_looks_that_agree(days, texts, expected):
    decision = looked(days, texts)
    assert decision.verdict is expected
    assert (decision.doubt is None) is (expected is Verdict.REPLACE)
    assert decision.article.body == (OLD if decision.doubt else SHRUNKEN).body


def test_what_is_remembered_of_a_doubt():
    assert looked((0, 1.5)).doubt == Doubt(digest(SHRUNKEN), 2, NOON + timedelta(days=1.5))


def test_a_removed_article_that_is_back_loses_its_mark():
    gone, same = replace(OLD, removed_at=NOON), digest(OLD)
    decision = decide(OLD, gone, Look(same, LATER, same))
    assert (decision.verdict, decision.changes) == (Verdict.REPLACE, "back")
    assert decision.article == OLD


WITHOUT_RECORD = {
    "a paragraph changed inside is a correction": (CORRECTED, Verdict.REPLACE),
    "a paragraph added inside is one": (
        article(body=body(*LINES[:3], "新的一段。", *LINES[3:])),
        Verdict.REPLACE,
    ),
    "the last paragraph changed is one": (
        article(body=body(*LINES[:-1], "改过的末段。")),
        Verdict.REPLACE,
    ),
    "a line more at the head is another cut": (
        article(body=body("【本站讯】", *LINES)),
        Verdict.KEEP,
    ),
    "a line less at the end is another cut": (article(body=body(*LINES[:-1])), Verdict.KEEP),
    "another text altogether is another cut": (
        article(body=body(*(line[::-1] for line in LINES))),
        Verdict.KEEP,
    ),
    "another title alone is another cut": (replace(OLD, title="别的标题"), Verdict.KEEP),
}


@pytest.mark.parametrize(("new", "expected"), WITHOUT_RECORD.values(), ids=WITHOUT_RECORD)
def test_without_a_record_of_the_last_look(new, expected):
    assert verdict(new, seen="") is expected


def test_without_a_record_a_short_text_is_compared_by_characters():
    old = article(body="<p>图书馆明天上午九点重新开放，欢迎读者。</p>")
    new = article(body="<p>图书馆后天上午九点重新开放，欢迎读者。</p>")
    assert verdict(new, old, seen="") is Verdict.REPLACE


HANS, HANT = source(variant="zh-Hans"), source(variant="zh-Hant")
OLD_HANT = in_variant(OLD, HANT)
SCRIPTS = {
    "converted since": (OLD, OLD_HANT),
    "converted back since": (OLD_HANT, OLD),
    "from traditional to simplified": (OLD_HANT, in_variant(OLD_HANT, HANS)),
}


@pytest.mark.parametrize(("old", "new"), SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("seen", ["", "another look"])
def test_another_script_alone_is_no_correction(old, new, seen):
    assert old.body != new.body
    assert verdict(new, old, seen=seen) is Verdict.KEEP


def test_a_correction_of_an_article_whose_script_has_changed_is_seen_and_counted():
    new = in_variant(CORRECTED, HANT)
    decision = decide(new, OLD, Look(digest(CORRECTED), LATER, digest(OLD)))
    assert (decision.verdict, decision.changes) == (Verdict.REPLACE, "text: 1 paragraph")
    assert decision.article.body == new.body


def test_one_character_in_the_same_script_is_a_correction():
    old = article(body="<p>圖書館後天重新開放，讀者請從后門進入。</p>")
    new = article(body="<p>圖書館後天重新開放，讀者請從後門進入。</p>")
    assert verdict(new, old, seen=digest(old)) is Verdict.REPLACE
