"""Answers of bot walls: named, asked for once, never taken for the article or for its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Reply, Site, crawl, serving
from running import archive, mirror, page, posts, rss, source, state

HTML = {"Content-Type": "text/html; charset=utf-8"}
WALL = (
    b"<html><head><title>Just a moment...</title></head><body><p>Enable JavaScript and cookies to"
    b" continue</p><script>window._cf_chl_opt={cType:'managed'}</script></body></html>"
)
CLOUDFLARE = {**HTML, "cf-mitigated": "challenge"}
ANSWERS = {
    "Cloudflare's header": (Reply(403, CLOUDFLARE, b"."), "cf-mitigated: challenge"),
    "Vercel's header": (Reply(429, {"x-vercel-mitigated": "deny"}), "x-vercel-mitigated: deny"),
    "AWS's header": (Reply(405, {"x-amzn-waf-action": "CAPTCHA"}), "x-amzn-waf-action: captcha"),
    "a vendor's part in the page": (Reply(403, HTML, WALL), "_cf_chl_opt"),
    "a captcha in an error page": (Reply(401, HTML, b'<div class="g-recaptcha">'), "g-recaptcha"),
}
NOT_WALLS = {
    "a plain 403": (Reply(403, HTML, b"<h1>Forbidden</h1>"), "http-403"),
    "another word in the header": (Reply(403, {"x-vercel-mitigated": "rewrite"}), "http-403"),
    "a missing page": (Reply(404, HTML, WALL), "http-404"),
}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.mark.parametrize(("reply", "sign"), ANSWERS.values(), ids=ANSWERS)
def test_a_bot_wall_is_named_by_its_sign(
    tmp_path: Path, site: Site, reply: Reply, sign: str
) -> None:
    site.replies["/1"] = reply
    ran = mirror("fetch", f"{site.base}/1", "-A", archive(tmp_path), "--json")
    (problem,) = ran.report["sources"][site.base[7:]]["problems"]
    assert (ran.status, problem["problem"]) == (1, "challenge")
    said = f"answered {reply.status} with a bot wall: "
    assert problem["detail"] == f"{said}{sign!r}"
    assert ran.counts(site.base[7:]) == {"found": 1, "refused": 1}


@pytest.mark.parametrize(("reply", "word"), NOT_WALLS.values(), ids=NOT_WALLS)
def test_an_error_is_no_bot_wall_without_two_signs(
    tmp_path: Path, site: Site, reply: Reply, word: str
) -> None:
    site.replies["/1"] = reply
    ran = mirror("fetch", f"{site.base}/1", "-A", archive(tmp_path), "--json")
    assert ran.problems(site.base[7:]) == {f"{site.base}/1": word}


def test_one_that_says_so_in_its_header_is_not_asked_again(site: Site) -> None:
    site.replies = {"/said": Reply(503, CLOUDFLARE), "/unsaid": Reply(503, HTML)}
    urls = [site.base + path for path in site.replies]
    settings = {"MIRROR_FIRST_WAIT": 0.01}
    crawl(urls, config={"obey_robots": False}, settings=settings)
    assert site.paths().count("/said") == 1
    assert site.paths().count("/unsaid") > 1


@pytest.mark.parametrize("reply", [Reply(403, CLOUDFLARE), Reply(200, HTML, WALL)], ids=str)
def test_a_host_is_given_up_after_five_walls_in_a_row(
    tmp_path: Path, site: Site, reply: Reply
) -> None:
    site.replies = {f"/{number}": reply for number in range(30)}
    urls = [site.base + path for path in site.replies]
    ran = mirror("fetch", *urls, "-A", archive(tmp_path), "--json")
    words = list(ran.problems(site.base[7:]).values())
    assert sorted(set(words)) == ["challenge", "host-given-up"]
    assert len(words) == 30
    assert words.count("challenge") >= 5  # those under way together are answered together
    given_up = [one for one in ran.report["sources"][site.base[7:]]["problems"]
                if one["problem"] == "host-given-up"]  # fmt: skip
    assert "shows a bot wall in place of its pages" in given_up[0]["detail"]


def test_a_page_in_between_keeps_a_host_from_being_given_up(tmp_path: Path, site: Site) -> None:
    walls = {f"/{number}": Reply(403, CLOUDFLARE) for number in range(6)}
    site.replies = walls | {"/2a": Reply(200, HTML, page())}
    root = archive(tmp_path)
    text = (root / "mirror.toml").read_text("utf-8")
    (root / "mirror.toml").write_text(text.replace("delay = 0", "delay = 0.05"), "utf-8")
    urls = [f"{site.base}{path}" for path in sorted(site.replies)]
    ran = mirror("fetch", *urls, "-A", root, "--json")
    words = ran.problems(site.base[7:]).values()
    assert "host-given-up" not in words
    assert ran.counts(site.base[7:])["new"] == 1


def test_a_refresh_leaves_the_post_alone(tmp_path: Path, site: Site) -> None:
    site.replies["/1"] = Reply(200, HTML, page())
    root = archive(tmp_path)
    assert mirror("fetch", f"{site.base}/1", "-A", root).status == 0
    before = state(root)
    for reply in (Reply(403, CLOUDFLARE), Reply(503, HTML, WALL), Reply(200, HTML, WALL)):
        site.replies["/1"] = Reply(reply.status, {**reply.headers, "Retry-After": "0"}, reply.body)
        ran = mirror("refresh", "--all", "-A", root, "--json")
        assert (ran.status, ran.problems(site.base[7:])) == (1, {f"{site.base}/1": "challenge"})
        assert state(root) == before


def test_a_wall_before_a_further_page_keeps_the_article_for_later(
    tmp_path: Path, site: Site
) -> None:
    first = page().replace(b"</head>", b'<link rel="next" href="/1?page=2"></head>')
    site.replies = {"/1": Reply(200, HTML, first), "/1?page=2": Reply(403, CLOUDFLARE)}
    ran = mirror("fetch", f"{site.base}/1", "-A", archive(tmp_path), "--json")
    (problem,) = ran.report["sources"][site.base[7:]]["problems"]
    assert (problem["url"], problem["problem"]) == (f"{site.base}/1", "challenge")
    assert problem["detail"].startswith(f"page 2 of it, {site.base}/1?page=2: answered 403")
    assert posts(tmp_path) == {}


def test_a_feed_behind_a_wall_makes_its_source_fail(tmp_path: Path, site: Site) -> None:
    root = archive(tmp_path, source(feeds=[f"{site.base}/feed"]))
    site.replies["/feed"] = Reply(403, CLOUDFLARE)
    ran = mirror("crawl", "-A", root, "--json")
    assert (ran.status, ran.problems("news")) == (1, {f"{site.base}/feed": "challenge"})
    told = mirror("status", "-A", root, "--json").report["sources"]["news"]
    assert (told["health"], told["failures"]) == ("failed", 1)
    site.replies["/feed"] = Reply(200, {}, rss([]))
    assert mirror("crawl", "-A", root).status == 0
