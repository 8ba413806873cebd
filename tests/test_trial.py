"""Does a source still work? Only its arguments decide."""

import pytest
from builders import source

from mirror.article import Rules
from mirror.trial import Resource, Trial, complaints, rule_lines

RULED = source(rules=Rules(body=("div.a", "div.b"), title=("h1",)))
FEED = {"https://e.example/feed": Resource("feed", entries=3)}
GOOD = {"body": "div.a", "title": ""}
MISSED = {"body": "", "title": "h1"}

WORKING = {
    "all is found": Trial(FEED, {"1": GOOD, "2": GOOD}),
    "one page of another kind": Trial(FEED, {"1": GOOD, "2": MISSED}),
    "articles that the feed carries": Trial(FEED, {}),
    "an index of sitemaps": Trial(FEED | {"i": Resource("sitemap", children=2)}, {"1": GOOD}),
}
BROKEN = {
    "a feed names nothing": (Trial({"f": Resource("feed")}, {"1": GOOD}), 1, "f: names no article"),
    "no page has the body": (Trial(FEED, {"1": MISSED}), 1, "no body rule matches any of 1 pages"),
    "nothing was taken": (Trial(FEED, {"1": GOOD}), 0, "not one article could be taken"),
}


@pytest.mark.parametrize("trial", WORKING.values(), ids=WORKING)
def test_a_source_works(trial: Trial) -> None:
    assert complaints(trial, RULED, stored=1) == []


@pytest.mark.parametrize(("trial", "stored", "said"), BROKEN.values(), ids=BROKEN)
def test_a_source_does_not_work(trial: Trial, stored: int, said: str) -> None:
    (found,) = complaints(trial, RULED, stored)
    assert found.startswith(said)


def test_each_part_says_which_rule_found_it() -> None:
    assert list(rule_lines(MISSED, RULED)) == [
        "  body:   no rule matches (2 tried): layout changed?",
        "  title:  h1",
    ]
