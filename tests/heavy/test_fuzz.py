"""The fuzzing of `tests/test_fuzz.py` at length, and its posts in a real site and browser."""

from dataclasses import replace
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, shown
from generated_feeds import articles, check, feeds
from hypothesis import HealthCheck, Phase, given, settings
from jekyll import JEKYLL, site

from mirror.article import Article

EXAMPLES = 20_000
BUILT = 1_500  # posts shown to a browser


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(feeds())
def test_whatever_a_feed_holds_its_posts_are_sound(feed: bytes) -> None:
    for article in articles(feed):
        check(article)


@pytest.mark.skipif(JEKYLL is None, reason="needs jekyll (Debian's package)")
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium (Debian's package)")
def test_generated_posts_are_built_and_inert(tmp_path: Path) -> None:
    made: dict[str, Article] = {}

    @settings(max_examples=BUILT, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(feeds())
    def collect(feed: bytes) -> None:
        for article in articles(feed):
            mark = "&" if "?" in article.url else "?"  # each an address, so a name, of its own
            url = f"{article.url.partition('#')[0]}{mark}n={len(made)}"
            made.setdefault(article.title + article.body, replace(article, url=url))

    collect()
    place = site(tmp_path, list(made.values())[:BUILT])
    pages = [page for page in place.rglob("*.html") if page.parent != place]
    assert len(pages) == min(len(made), BUILT)
    with Browser() as browser:
        for page in pages:
            visit = browser.visit(shown(page))
            asked = [one for one in visit.requests if one[0] not in ("Image", "Media")]
            assert (visit.scripts, asked, visit.signs) == ([], [], []), page.read_text("utf-8")
