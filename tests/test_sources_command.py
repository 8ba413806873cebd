"""`mirror sources test`: a source is tried, nothing is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from running import archive, item, listing, mirror, page, rss, source, state

from mirror.run import TRIAL_ARTICLES


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def test_a_trial_shows_the_first_articles_and_stores_none(tmp_path: Path, site: Site) -> None:
    entries = [item(f"{site.base}/{n}", f"第{n}篇") for n in range(TRIAL_ARTICLES + 5)]
    site.replies["/feed"] = Reply(200, {}, rss(entries))
    news = archive(tmp_path, source(feeds=[f"{site.base}/feed"], content="feed"))
    before = state(news)
    ran = mirror("sources", "test", "news", "-A", news, "--json")
    assert (ran.status, state(news)) == (0, before)
    assert ran.counts("news") == {"found": TRIAL_ARTICLES + 5, "new": TRIAL_ARTICLES}
    articles = ran.report["articles"]
    assert {one["title"] for one in articles} == {f"第{n}篇" for n in range(TRIAL_ARTICLES)}
    assert {one["text"] for one in articles} == {"正文。"}
    shown = mirror("sources", "test", "news", "-A", news)
    assert "第0篇\n  2026-03-01 12:00 UTC  本站\n" in shown.out
    assert shown.out.endswith("\nworks\na trial: nothing was stored\n")


RULES = """
[sources.news.rules]
body = ["div.old", "div.story"]
title = "h1"
author = "p.byline"
links = ["h2 a", "a.story"]
"""


def tried(
    folder: Path, site: Site, *, rules: str = RULES, **pages: bytes
) -> tuple[Path, list[str]]:
    """An archive whose source has a listing of nine articles, and their paths."""
    paths = [f"/a/{n}" for n in range(9)]
    site.replies["/list"] = Reply(200, {}, listing(*paths, following="/list2"))
    for path in paths:
        site.replies[path] = Reply(200, {"Content-Type": "text/html"}, pages.get("page") or page())
    keys = {"listings": [f"{site.base}/list"], "article": "/a/"}
    return archive(folder, source(**keys) + rules), paths


def test_a_trial_shows_which_rule_finds_what(tmp_path: Path, site: Site) -> None:
    news, paths = tried(tmp_path, site)
    ran = mirror("sources", "test", "news", "-A", news)
    assert (ran.status, ran.err) == (0, "")
    assert f"listing         9  {site.base}/list  links: a.story\n" in ran.out
    lines = ["  body:   div.story", "  title:  h1", "  author: no rule matches (1 tried)"]
    assert ran.out.count("\n".join(lines)) == TRIAL_ARTICLES
    assert "\nworks\n" in ran.out
    assert sorted(path for path in site.paths() if path in paths) == paths[:TRIAL_ARTICLES]
    assert "/list2" not in site.paths()


def test_a_trial_says_in_json_what_is_tried_and_what_was_found(tmp_path: Path, site: Site) -> None:
    news, _ = tried(tmp_path, site)
    report = mirror("sources", "test", "news", "-A", news, "--json").report
    address = {"url": f"{site.base}/list", "kind": "listing", "entries": 9, "children": 0}
    assert report["resources"] == [address | {"rule": "a.story"}]
    assert report["articles"][0]["rules"] == {"body": "div.story", "title": "h1", "author": ""}
    assert report["complaints"] == []


def test_a_trial_fails_when_the_layout_has_changed(tmp_path: Path, site: Site) -> None:
    rules = "[sources.news.rules]\nbody = ['div.old', 'div.older']\n"
    news, _ = tried(tmp_path, site, rules=rules)
    ran = mirror("sources", "test", "news", "-A", news)
    assert ran.status == 1
    assert "  body:   no rule matches (2 tried): layout changed?\n" in ran.out
    assert f"does not work: no body rule matches any of {TRIAL_ARTICLES} pages" in ran.out


def test_a_trial_shows_the_rules_of_a_page_that_gave_no_article(tmp_path: Path, site: Site) -> None:
    news, _ = tried(tmp_path, site, page=b"<h1>t</h1><div class='story'></div>")
    ran = mirror("sources", "test", "news", "-A", news)
    assert (ran.status, ran.out.count("\n(no article)\n")) == (1, TRIAL_ARTICLES)
    assert ran.out.count("  body:   no rule matches (2 tried): layout changed?\n") == TRIAL_ARTICLES
    assert "does not work: not one article could be taken\n" in ran.out


def test_a_trial_fails_when_an_address_names_nothing(tmp_path: Path, site: Site) -> None:
    news, _ = tried(tmp_path, site)
    settings = (news / "mirror.toml").read_text()
    feeds = f'feeds = ["{site.base}/gone", "{site.base}/feed"]\ntitle = '
    (news / "mirror.toml").write_text(settings.replace("title = ", feeds, 1))
    site.replies["/feed"] = Reply(200, {}, rss([]))
    ran = mirror("sources", "test", "news", "-A", news)
    assert ran.status == 1
    for path in ("/gone", "/feed"):
        assert f"does not work: {site.base}{path}: names no article\n" in ran.out
    assert f"news: {site.base}/gone: http-404" in ran.out


def test_a_trial_reads_few_sitemaps_of_an_index(tmp_path: Path, site: Site) -> None:
    def sitemap(tag: str, *urls: str) -> Reply:
        items = "".join(f"<{tag}><loc>{site.base}{url}</loc></{tag}>" for url in urls)
        return Reply(200, {}, f"<{ROOTS[tag]}>{items}</{ROOTS[tag]}>".encode())

    site.replies["/index.xml"] = sitemap("sitemap", *(f"/map/{n}" for n in range(9)))
    for n in range(9):
        site.replies[f"/map/{n}"] = sitemap("url", f"/a/{n}")
    news, _ = tried(tmp_path, site)
    settings = (news / "mirror.toml").read_text().replace(f"{site.base}/list", "")
    settings = settings.replace('listings = [""]', f'sitemaps = ["{site.base}/index.xml"]')
    (news / "mirror.toml").write_text(settings)
    ran = mirror("sources", "test", "news", "-A", news)
    assert (ran.status, ran.err) == (0, "")
    asked = [path for path in site.paths() if path != "/robots.txt"]
    assert sorted(asked) == ["/a/0", "/a/1", "/index.xml", "/map/0", "/map/1"]


ROOTS = {"sitemap": "sitemapindex", "url": "urlset"}
