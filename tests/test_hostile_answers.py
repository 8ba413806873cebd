"""Hostile answers in a whole crawl: each costs only itself, and is named once, with its reason."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import Reply, Site, serving
from running import Ran, archive, item, mirror, page, posts, rss, source

FLOOD = b"<rss><channel><item><title>" + b"x" * 40_000_000
TWICE = gzip.compress(gzip.compress(FLOOD))
HTML = {"Content-Type": "text/html; charset=utf-8"}
REFRESH = b'<meta http-equiv="refresh" content="0;url=http://127.0.0.66/news/9">'


def two_items(base: str) -> bytes:
    return rss([item(f"{base}/a/1"), item(f"{base}/a/2", "第二篇"), item(f"{base}/a/3", "第三篇")])


def cut(body: bytes) -> Reply:
    """An answer that ends in the body's last item."""
    return Reply(body=body[:-60], length=len(body))


# What a source's feed answers; how many articles come of it; what is said of it, if anything.
FEEDS: dict[str, tuple[Any, int, tuple[str, str]]] = {
    "deflate": (
        lambda _: Reply(200, {"Content-Encoding": "deflate"}, zlib.compress(FLOOD)),
        0, ("too-large", "max_body = 16000000 bytes"),
    ),
    "gzip-twice": (
        lambda _: Reply(200, {"Content-Encoding": "gzip, gzip"}, TWICE),
        0, ("too-large", "max_body = 16000000 bytes"),
    ),
    "mislabelled": (
        lambda base: Reply(200, {"Content-Encoding": "br"}, two_items(base)),
        0, ("bad-encoding", "'br'"),
    ),
    "cut": (lambda base: cut(two_items(base)), 2, ("truncated", "'第三篇'")),
    "partial": (lambda base: Reply(206, {}, two_items(base)), 0, ("http-206", "Partial Content")),
    "unasked": (lambda _: Reply(304), 0, ("http-304", "Not Modified")),
    "empty": (lambda _: Reply(204), 0, ("http-204", "No Content")),
    "no-http": (lambda _: Reply(raw=b"SSH-2.0-OpenSSH_9\r\n"), 0, ("protocol", "SSH-2.0")),
    "inward": (
        lambda _: Reply(302, {"Location": "http://2130706498:1/"}),
        0, ("address-not-allowed", "127.0.0.66 is a private or reserved address"),
    ),
    "odd": (
        lambda _: Reply(302, {"Location": "http://a..b/feed"}), 0, ("dns", "http://a..b/robots.txt"),
    ),
    "good": (lambda base: Reply(200, {}, two_items(base)), 3, ("", "")),
}  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def said(ran: Ran, name: str) -> list[dict[str, str]]:
    return list(ran.report["sources"][name]["problems"])


def test_a_hostile_feed_costs_only_itself(site: Site, tmp_path: Path) -> None:
    for name, (reply, _, _) in FEEDS.items():
        site.replies[f"/{name}/feed"] = reply(f"{site.base}/{name}")
    tables = [source(name, feeds=[f"{site.base}/{name}/feed"]) for name in FEEDS]
    text = '[crawl]\nallow_networks = ["127.0.0.1"]\ndelay = 0\n'
    news = archive(tmp_path, *tables)
    own = (news / "mirror.toml").read_text("utf-8").partition("[archive]")[2]
    (news / "mirror.toml").write_text(f"{text}[archive]{own}", "utf-8")
    ran = mirror("crawl", "-A", news, "--json")
    assert (ran.status, ran.err) == (1, "")
    for name, (_, number, (problem, detail)) in FEEDS.items():
        assert ran.counts(name).get("new", 0) == number, name
        found = said(ran, name)
        assert [(one["url"], one["problem"]) for one in found] == (
            [(f"{site.base}/{name}/feed", problem)] if problem else []
        )
        assert detail in "".join(one["detail"] for one in found)


def test_links_that_lead_nowhere_or_inwards_cost_only_themselves(
    site: Site, tmp_path: Path
) -> None:
    base = site.base
    secret = base.replace("//", "//reader:s3cret@")
    links = ["/news/1", "http://[bad/news/2", "file:///news/3", f"{secret}/news/4", "/news/5"]
    links += ["ftp://u:s3cret@e.example/news/6", "mailto:a@b.c"]
    site.replies = {
        "/": Reply(200, HTML, "".join(f'<a href="{link}">x</a>' for link in links).encode()),
        "/news/1": Reply(200, HTML, page("第一篇")),
        "/news/4": Reply(200, HTML, page("第四篇")),
        "/news/5": Reply(200, HTML, REFRESH + b"<p></p>"),
    }
    news = archive(tmp_path, source(listings=[f"{base}/"], article="/news/"))
    ran = mirror("crawl", "-A", news, "--json", "-vv")
    assert ran.counts("news") == {"found": 3, "new": 2, "refused": 1}
    assert ran.problems("news") == {f"{base}/": "bad-link", f"{base}/news/5": "empty"}
    details = "".join(one["detail"] for one in said(ran, "news"))
    assert "3 links that look like articles' are no http or https addresses" in details
    assert "'http://127.0.0.66/news/9' by a meta refresh" in details
    assert "s3cret" not in ran.out + ran.err
    assert not any(b"s3cret" in post for post in posts(news).values())
    assert "Authorization" not in {name for headers in site.headers for name in headers}
    assert sorted(site.paths()) == ["/", "/news/1", "/news/4", "/news/5", "/robots.txt"]


def test_every_entry_without_a_usable_link_is_named(site: Site, tmp_path: Path) -> None:
    bad = [item(f"javascript:{n}", f"题{n}") for n in range(3)]
    site.replies["/feed"] = Reply(200, {}, rss([*bad, item(f"{site.base}/1")]))
    ran = mirror("crawl", "-A", archive(tmp_path, source(feeds=[f"{site.base}/feed"])), "--json")
    assert ran.counts("news") == {"found": 1, "new": 1, "failed": 3}
    assert [one["detail"][:12] for one in said(ran, "news")] == [
        f"the entry '题{n}"[:12] for n in range(3)
    ]
