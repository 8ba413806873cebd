"""The fuzzing of `tests/test_fuzz.py` at length, and its posts in a real site and browser."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, shown
from generated_feeds import articles, check, feeds
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jekyll import JEKYLL, site

from mirror.article import Article
from mirror.link_line import link_target, link_text
from mirror.normalise.urls import canonical_url

# Reads title lines from stdin, a JSON string each; writes what kramdown makes of each.
RUBY = shutil.which("ruby")
KRAMDOWN = """
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
STDIN.each_line { |line|
  post = "<!--1-->\n#{JSON.parse(line)}\n------\n\n<div>\nBODY\n</div>\n"
  puts JSON.dump(Kramdown::Document.new(post, input: 'GFM').to_html) }
"""
_PIECES = st.sampled_from(
    r"[ ] ( ) ]( ]: [[ ![ \ ` `` * ** _ ~~ < > & { } {: {:: {{ {% | $$ ^ [^1] [^a]: : 1. - # = ---"
    r" &lt; &#91; &#93;( &lbrack; javascript:x javascript&colon;x (javascript:x) <javascript:x>"
    r" data:text/html,x http://a.b/ // ? %5D <b> </b> <!-- --> <?x?> <a *[x]: [x][y] x 标题 't' ' "
    ' " \xa0'.split(" ")
)
_LINES = st.tuples(st.lists(_PIECES, max_size=9), st.lists(_PIECES, max_size=8))
LINES = 20_000

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


@pytest.mark.skipif(JEKYLL is None or RUBY is None, reason="needs jekyll (Debian's package)")
def test_the_title_line_holds_no_live_link_and_never_vanishes() -> None:
    lines: list[str] = []

    @settings(max_examples=LINES, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(_LINES)
    def collect(pieces: tuple[list[str], list[str]]) -> None:
        title, query = map("".join, pieces)
        target = link_target(canonical_url(f"https://e.example/a?{query}"))
        lines.append(f"[{link_text(title)}]({target})")

    collect()
    ran = subprocess.run(
        [str(RUBY), "-e", KRAMDOWN],
        input="\n".join(map(json.dumps, lines)),
        capture_output=True,
        text=True,
        check=True,
    )
    pages = list(map(json.loads, ran.stdout.splitlines()))
    assert len(pages) == len(lines) >= LINES / 2
    for line, page in zip(lines, pages, strict=True):
        addresses = re.findall(r'(?:href|src)="([^"]*)', page)
        assert [one for one in addresses if re.match(r"(?!https?:)[^/?#]*:", one)] == [], line
        assert "e.example" in page, line
        assert "<div>\nBODY\n</div>" in page, line
