"""Articles of several pages, whole: crawled, fetched, refreshed, from a loopback site."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import pytest
from crawling import Reply, Site, serving
from running import PARAGRAPHS, archive, commits, mirror, page, posts, rss, source, state

from mirror.extract.multipage.joining import MAX_PARTS

HTML = {"Content-Type": "text/html; charset=utf-8"}
TITLE = "小城图书馆重新开放"
EDITOR = "责任编辑：林妍#"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def part(paragraphs: Sequence[str], *links: str, head: str = "", title: str = TITLE) -> Reply:
    """A page of an article; `links` are its pager."""
    whole = page(title, paragraphs=[*paragraphs, EDITOR]).decode()
    whole = whole.replace("</head>", f"{head}</head>")
    pager = f'<nav class="pages">{"".join(links)}</nav>'
    return Reply(200, HTML, whole.replace("</article>", f"</article>{pager}").encode())


def link(href: str, label: str, attributes: str = "") -> str:
    return f'<a href="{href}" {attributes}>{label}</a>'


def numbered(site: Site, *paths: str) -> list[str]:
    """An article over `paths`, each of which links to all of them; its paragraphs."""
    pager = [link(path, str(number)) for number, path in enumerate(paths, 1)]
    texts = [PARAGRAPHS[2 * n : 2 * n + 2] for n in range(len(paths))]
    for path, paragraphs in zip(paths, texts, strict=True):
        site.replies[path] = part(paragraphs, *pager)
    return list(chain.from_iterable(texts))


def news(root: Path, **keys: object) -> Path:
    return archive(root, source(**{"article": "/news/", **keys}))


def text_of(root: Path) -> list[str]:
    """The paragraphs of the only post."""
    (post,) = posts(root).values()
    return re.findall(r"<p>(.*?)</p>", post.decode())


def asked(site: Site) -> list[str]:
    paths = [path for path in site.paths() if path != "/robots.txt"]
    site.hits.clear()
    return paths


PATHS = {
    "an underscore": ("/news/n123.htm", "/news/n123_2.htm", "/news/n123_3.htm"),
    "a query": ("/news/123", "/news/123?page=2", "/news/123?page=3"),
    "a path": ("/news/123", "/news/123/2", "/news/123/3"),
    "a directory": ("/news/story/", "/news/story/2/", "/news/story/3/"),
    "a hyphen": ("/news/story.html", "/news/story-2.html", "/news/story-3.html"),
}


@pytest.mark.parametrize("paths", PATHS.values(), ids=PATHS)
def test_numbered_pages_become_one_post(tmp_path: Path, site: Site, paths: tuple[str, ...]) -> None:
    paragraphs = numbered(site, *paths)
    root = news(tmp_path)
    ran = mirror("fetch", site.base + paths[0], "-A", root, "--json")
    assert ran.counts("news") == {"found": 1, "new": 1}, ran
    assert text_of(root) == [*paragraphs, EDITOR]
    assert asked(site) == list(paths)
    (post,) = posts(root).values()
    assert f"\nfrom: {site.base}{paths[0]}\n".encode() in post


RELATED = {
    "a link element": lambda href: {"head": f'<link rel="next" href="{href}">'},
    "an anchor": lambda href: {"links": (link(href, "继续", 'rel="next"'),)},
    "下一页": lambda href: {"links": (link(href, "下一页"),)},
    "下一頁": lambda href: {"links": (link(href, "下一頁 »"),)},
    "next": lambda href: {"links": (link(href, "Next"),)},
}


@pytest.mark.parametrize("way", RELATED.values(), ids=RELATED)
def test_pages_that_only_lead_on_become_one_post(tmp_path: Path, site: Site, way: object) -> None:
    for number in range(3):
        said = way(f"/news/7?seg={number + 2}") if number < 2 else {}  # type: ignore[operator]
        path = f"/news/7?seg={number + 1}" if number else "/news/7"
        texts = PARAGRAPHS[2 * number : 2 * number + 2]
        site.replies[path] = part(texts, *said.get("links", ()), head=said.get("head", ""))
    root = news(tmp_path)
    assert mirror("fetch", f"{site.base}/news/7", "-A", root).status == 0
    assert text_of(root) == [*PARAGRAPHS, EDITOR]


def test_a_rule_names_the_next_page_whatever_its_address(tmp_path: Path, site: Site) -> None:
    more = 'class="more"'
    site.replies["/news/a"] = part(PARAGRAPHS[:3], link("/read/b", "…", more))
    site.replies["/read/b"] = part(PARAGRAPHS[3:])
    table = source(article="/news/") + '[sources.news.rules]\nnext_page = "a.more"\n'
    root = archive(tmp_path, table)
    assert mirror("fetch", f"{site.base}/news/a", "-A", root).status == 0
    assert text_of(root) == [*PARAGRAPHS, EDITOR]


def test_the_next_article_is_another_post(tmp_path: Path, site: Site) -> None:
    """As WordPress links them: by rel=next, and a twin title by a hyphen and a number."""
    following = link("/news/week-2.html", "Week", 'rel="next"')
    site.replies["/news/week.html"] = part(PARAGRAPHS[:3], following)
    later = part(PARAGRAPHS[3:]).body.replace(b"2026-03-01", b"2026-03-08")
    site.replies["/news/week-2.html"] = Reply(200, HTML, later)
    site.replies["/news/other"] = part(PARAGRAPHS, link("/news/week.html", "下一页", "rel=next"))
    root = news(tmp_path)
    urls = [f"{site.base}/news/{name}" for name in ("week.html", "week-2.html", "other")]
    ran = mirror("fetch", *urls, "-A", root, "--json")
    assert ran.counts("news") == {"found": 3, "new": 3}
    lengths = sorted(len(re.findall(rb"<p>", post)) for post in posts(root).values())
    assert lengths == [4, 4, 7]


LOOPS = {
    "page 2 leads back to page 1": {
        "/news/1": part(PARAGRAPHS[:3], link("/news/1?page=2", "2")),
        "/news/1?page=2": part(PARAGRAPHS[3:], link("/news/1", "下一页", "rel=next")),
    },
    "page 2 leads to itself": {
        "/news/1": part(PARAGRAPHS[:3], link("/news/1?page=2", "2")),
        "/news/1?page=2": part(PARAGRAPHS[3:], link("?page=2", "下一页", "rel=next")),
    },
    "every page has a next one with the same text": {
        "/news/1": part(PARAGRAPHS[:3], link("/news/1?page=2", "2")),
        "/news/1?page=2": part(PARAGRAPHS[3:], link("/news/1?page=3", "3")),
        "/news/1?page=3": part(PARAGRAPHS[3:], link("/news/1?page=4", "4")),
    },
    "page 2 is page 1": {
        "/news/1": part(PARAGRAPHS, link("/news/1?page=2", "2")),
        "/news/1?page=2": Reply(302, {"Location": "/news/1"}),
    },
}


@pytest.mark.parametrize("replies", LOOPS.values(), ids=LOOPS)
def test_loops_end(tmp_path: Path, site: Site, replies: dict[str, Reply]) -> None:
    site.replies |= replies
    root = news(tmp_path)
    ran = mirror("fetch", f"{site.base}/news/1", "-A", root, "--json")
    assert (ran.status, ran.counts("news")) == (0, {"found": 1, "new": 1})
    assert text_of(root) == [*PARAGRAPHS, EDITOR]
    assert len(asked(site)) <= len(replies) + 1


def test_an_endless_article_is_cut_and_the_limit_named(tmp_path: Path, site: Site) -> None:
    for number in range(1, MAX_PARTS + 3):
        text = f"第{number}页写的是别的事情，从前没有人写过，以后也不会再有人写得这样清楚明白。"
        path = f"/news/1?page={number}" if number > 1 else "/news/1"
        site.replies[path] = part([text], link(f"/news/1?page={number + 1}", "下一页"))
    root = news(tmp_path)
    ran = mirror("fetch", f"{site.base}/news/1", "-A", root, "--json")
    assert (ran.status, ran.problems("news")) == (0, {f"{site.base}/news/1": "page-limit"})
    assert f"{MAX_PARTS} pages" in ran.out
    assert len(asked(site)) == MAX_PARTS
    assert len(text_of(root)) == MAX_PARTS + 1


CHALLENGE = b"<html><title>Just a moment...</title><h1>Checking your browser</h1></html>"
FAILING = {
    "an error of the server": (Reply(500), "http-500"),
    "not found": (Reply(404), "http-404"),
    "gone": (Reply(410), "http-410"),
    "a challenge": (Reply(200, HTML, CHALLENGE), "challenge"),
    "an empty page": (Reply(200, HTML, page(paragraphs=[])), "empty"),
    "a picture": (Reply(200, {"Content-Type": "image/png"}, b"\x89PNG"), "not-a-page"),
    "the front page": (Reply(302, {"Location": "/"}), "not-found"),
    "closed by robots.txt": (Reply(200, HTML, b""), "robots"),
}


@pytest.mark.parametrize(("reply", "word"), FAILING.values(), ids=FAILING)
def test_half_an_article_is_reported_and_tried_again(
    tmp_path: Path, site: Site, reply: Reply, word: str
) -> None:
    paths = PATHS["a query"]
    paragraphs = numbered(site, *paths)
    link_only = f"<item><title>{TITLE}</title><link>{site.base}{paths[0]}</link></item>"
    site.replies["/feed"] = Reply(200, {"ETag": '"1"'}, rss([link_only]))
    site.replies["/"] = Reply(200, HTML, b"<p>home</p>")
    whole, site.replies[paths[1]] = site.replies[paths[1]], reply
    if word == "robots":
        site.replies["/robots.txt"] = Reply(200, {}, b"User-agent: *\nDisallow: /*page=2\n")
    root = news(tmp_path, feeds=[f"{site.base}/feed"])
    ran = mirror("crawl", "-A", root, "--json")
    assert (ran.status, posts(root)) == (1, {})
    assert ran.problems("news") == {site.base + paths[0]: word}
    (problem,) = ran.report["sources"]["news"]["problems"]
    assert f"page 2 of it, {site.base}{paths[1]}: " in problem["detail"]

    site.replies[paths[1]] = whole
    site.replies.pop("/robots.txt", None)
    assert mirror("crawl", "-A", root, "--json").counts("news") == {"found": 1, "new": 1}
    assert text_of(root) == [*paragraphs, EDITOR]


@pytest.mark.parametrize("said", ["canonical", "number"])
def test_a_later_page_leads_to_the_whole_article(tmp_path: Path, site: Site, said: str) -> None:
    paths = PATHS["an underscore"]
    paragraphs = numbered(site, *paths)
    if said == "canonical":
        head = f'<link rel="canonical" href="{paths[0]}">'
        site.replies[paths[1]] = part(PARAGRAPHS[2:4], link(paths[2], "下一页"), head=head)
    root = news(tmp_path)
    ran = mirror("fetch", site.base + paths[1], "-A", root, "--json")
    assert ran.counts("news") == {"found": 1, "new": 1}, ran
    assert text_of(root) == [*paragraphs, EDITOR]
    (post,) = posts(root).values()
    assert f"\nfrom: {site.base}{paths[0]}\n".encode() in post
    before = state(root)
    again = mirror("fetch", *(site.base + path for path in paths), "-A", root, "--json")
    assert (again.status, again.counts("news")["unchanged"]) == (0, 3)
    assert state(root) == before


def test_a_crawl_stores_an_article_once_though_a_listing_names_each_page(
    tmp_path: Path, site: Site
) -> None:
    paths = PATHS["a query"]
    paragraphs = numbered(site, *paths)
    items = "".join(f"<li>{link(path, '新闻')}</li>" for path in paths)
    site.replies["/list"] = Reply(200, HTML, f"<ul>{items}</ul>".encode())
    root = news(tmp_path, listings=[f"{site.base}/list"])
    ran = mirror("crawl", "-A", root, "--json")
    assert ran.counts("news") == {"found": 3, "new": 1, "unchanged": 2}
    assert text_of(root) == [*paragraphs, EDITOR]


def test_a_refresh_reads_all_pages_and_asks_none_of_them_conditionally(
    tmp_path: Path, site: Site
) -> None:
    """That page 1 is as it was says nothing of page 2."""
    paths = PATHS["a query"]
    numbered(site, *paths)
    for path in paths:
        site.replies[path].headers = {**HTML, "ETag": '"7"'}  # type: ignore[union-attr]
    root = news(tmp_path)
    assert mirror("fetch", site.base + paths[0], "-A", root).status == 0
    before, _ = state(root), asked(site)
    ran = mirror("refresh", "--all", "-A", root, "--json")
    assert (ran.counts("news"), state(root)) == ({"found": 1, "unchanged": 1}, before)
    assert asked(site) == list(paths)
    assert not any("If-None-Match" in headers for headers in site.headers)

    site.replies[paths[2]] = part(["更正：共五座图书馆，而不是六座。", PARAGRAPHS[5]])
    assert mirror("refresh", "--all", "-A", root, "--json").counts("news") == {
        "found": 1, "updated": 1,
    }  # fmt: skip
    assert "更正：共五座图书馆，而不是六座。" in text_of(root)
    assert commits(root) == ["mirror: 1 corrected", "mirror: 1 new"]


@pytest.mark.parametrize("index", ["kept", "lost"])
def test_half_an_article_that_is_archived_is_completed_by_a_refresh(
    tmp_path: Path, site: Site, index: str
) -> None:
    paths = PATHS["a query"]
    site.replies[paths[0]] = part(PARAGRAPHS[:2])
    root = news(tmp_path)
    assert mirror("fetch", site.base + paths[0], "-A", root).status == 0
    if index == "lost":
        (root / ".mirror" / "index.sqlite").unlink()
    paragraphs = numbered(site, *paths)
    for counted in ({"found": 1, "updated": 1}, {"found": 1, "unchanged": 1}):
        assert mirror("refresh", "--all", "-A", root, "--json").counts("news") == counted
        assert text_of(root) == [*paragraphs, EDITOR]


def test_a_refresh_that_can_not_have_a_later_page_leaves_the_post_alone(
    tmp_path: Path, site: Site
) -> None:
    paths = PATHS["a query"]
    numbered(site, *paths)
    root = news(tmp_path)
    assert mirror("fetch", site.base + paths[0], "-A", root).status == 0
    before = state(root)
    for reply in (Reply(404), Reply(410), Reply(304), Reply(200, HTML, b"")):
        site.replies[paths[2]] = reply
        ran = mirror("refresh", "--all", "-A", root, "--json")
        assert (ran.status, list(ran.problems("news"))) == (1, [site.base + paths[0]])
        assert state(root) == before


def test_a_source_is_tried_with_whole_articles(tmp_path: Path, site: Site) -> None:
    paths = PATHS["a query"]
    numbered(site, *paths)
    site.replies["/list"] = Reply(200, HTML, f"<ul><li>{link(paths[0], '一')}</li></ul>".encode())
    root = news(tmp_path, listings=[f"{site.base}/list"])
    assert mirror("sources", "test", "news", "-A", root).status == 0
    assert asked(site) == ["/list", *paths]
