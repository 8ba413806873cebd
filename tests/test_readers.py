"""What a built site shows of hostile posts, in a real browser: nothing runs, nothing is loaded.

Pictures and players are what articles consist of, and stay; whatever else a page asks for is a
request that its reader did not make.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, Visit, shown
from builders import article
from hostile_posts import PAYLOADS, authored, of_feeds
from jekyll import JEKYLL, site

from mirror.article import Article
from mirror.post import file_name

pytestmark = [
    pytest.mark.skipif(JEKYLL is None, reason="needs jekyll (Debian's package)"),
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium (Debian's package)"),
]
SHOWN = frozenset({"Image", "Media"})  # kinds of requests that a post may make


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as one:
        yield one


def test_the_browser_reports_what_runs_and_loads(browser: Browser, tmp_path: Path):
    page = tmp_path / "live.html"
    page.write_text(
        "<script>alert(1)</script><link rel=stylesheet href='http://e.example/a.css'>"
        "<a href='javascript:1'>x</a><b onclick='window.a=1'>y</b>",
        "utf-8",
    )
    visit = browser.visit(shown(page))
    assert len(visit.scripts) == 2, visit
    assert visit.requests == [("Stylesheet", "http://e.example/a.css")]
    assert visit.signs == ["dialog: 1", "live address: javascript:1"]


def test_hostile_articles_are_inert(browser: Browser, tmp_path: Path):
    pages = built(tmp_path, authored())
    assert len(pages) == len(PAYLOADS)
    texts = [inert(browser, page) for page in pages]
    for number, name in enumerate(PAYLOADS):
        assert any(f"读到{number}处" in text for text in texts), name
    assert not [text for text in texts if "LIQUID-RAN" in text]


def test_hostile_feeds_are_inert(browser: Browser, corpus: Path, tmp_path: Path):
    found = {file_name(one, suffix=True): one for one in of_feeds(corpus / "hostile" / "files")}
    pages = built(tmp_path, found.values())
    assert len(pages) == len(found) > 50
    for page in pages:
        inert(browser, page)


def test_an_ordinary_article_keeps_what_it_shows(browser: Browser, tmp_path: Path):
    body = (
        '<p>正文 <a href="https://news.example/2">链接</a></p><ol start="3"><li>三</li></ol>'
        '<img src="https://i.news.example/a.jpg" alt="图">'
    )
    (page,) = built(tmp_path, [article(body=body)])
    visit = browser.visit(shown(page))
    assert visit == Visit(requests=[("Image", "https://i.news.example/a.jpg")])
    assert "正文 链接" in browser.text()


def built(root: Path, articles: Iterable[Article]) -> list[Path]:
    """The pages of a site of `articles`, without its index."""
    place = site(root, articles)
    return sorted(page for page in place.rglob("*.html") if page.parent != place)


def inert(browser: Browser, page: Path) -> str:
    """Fail unless the page runs and loads nothing; what it shows."""
    visit = browser.visit(shown(page))
    asked = [one for one in visit.requests if one[0] not in SHOWN]
    assert (visit.scripts, asked, visit.signs) == ([], [], []), page.read_text("utf-8")[:3000]
    return browser.text()
