"""The archive refresh, whole: corrections, removals, what must not replace a good copy."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from crawling import Reply, Site, serving
from recorded import FIRST, LATER, expected, golden_posts
from running import (
    PARAGRAPHS,
    archive,
    commits,
    mirror,
    named,
    page,
    posts,
    run_git,
    source,
    state,
)

HTML = {"Content-Type": "text/html; charset=utf-8"}
CORRECTED = page(
    paragraphs=[*PARAGRAPHS[:3], "更正：夜间开放到九点，而不是十点。", *PARAGRAPHS[4:]]
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def news(tmp_path: Path, site: Site) -> Path:
    """An archive with the article that the site has at /1."""
    site.replies["/1"] = Reply(200, HTML, page())
    root = archive(tmp_path / "news", source(article=re.escape(site.base)))
    assert mirror("fetch", f"{site.base}/1", "-A", root).status == 0
    return root


def only_post(root: Path) -> bytes:
    (post,) = posts(root).values()
    return post


def front(post: bytes) -> dict[str, object]:
    return dict(yaml.safe_load(post.split(b"---\n")[1]))


def refresh(news: Path, *words: str) -> dict[str, int]:
    return mirror("refresh", "--all", "-A", news, "--json", *words).counts("news")


def test_a_later_recording_corrects_and_marks_and_spares_good_copies(tmp_path: Path) -> None:
    news = tmp_path / "news"
    mirror("crawl", "-A", news, "-q", "--replay", FIRST)
    before, later = named(posts(news)), expected()["later"]
    ran = mirror("refresh", "--all", "-A", news, "--json", "--replay", LATER)
    assert ran.status == 1
    assert ran.counts("epochtimes") == {
        "found": 13, "updated": 1, "removed": 2, "unchanged": 8, "refused": 2,
    }  # fmt: skip
    words = {"challenge": "challenge", "emptied": "empty"}
    assert ran.problems("epochtimes") == {
        url: word for kind, word in words.items() for url in later[kind]
    }
    after = named(posts(news))
    changed = {name for name in before if after[name] != before[name]}
    removed = {expected()["posts"][url] for url in later["gone"] + later["home"]}
    corrected = {expected()["posts"][url] for url in later["corrected"]}
    assert (after.keys(), changed) == (before.keys(), removed | corrected)
    for name in removed:
        assert re.sub(rb"removed_at: .*\n", b"", after[name]) == before[name]
    for name in corrected:
        golden = golden_posts("posts-later")[name]
        assert re.sub(rb"last_modified_at: .*\n", b"", after[name]) == golden
    message = run_git(news, "log", "-1", "--format=%B")
    assert message.startswith("mirror: 1 corrected, 2 removed\n\nepochtimes: 1 corrected, 2 rem")
    assert f"title; text: 1 paragraph: {'临溪县公布去年财政决算'}" in message
    assert message.count("\nremoved: ") == 2

    settled = state(news)
    again = mirror("refresh", "--all", "-A", news, "--json", "--replay", LATER)
    assert again.counts("epochtimes") == {"found": 13, "unchanged": 11, "refused": 2}
    assert (again.report["commit"], state(news)) == (None, settled)

    (url,) = later["corrected"]
    versions = mirror("log", url, "-A", news)
    assert versions.status == 0
    assert versions.out.count("  first version\n") == versions.out.count("  corrected (") == 1
    assert re.search(r"^  ~ .*四月\{\+二\+\}十日为止", versions.out, re.MULTILINE)


def test_an_article_is_corrected_taken_down_and_put_back_under_one_path(
    news: Path, site: Site
) -> None:
    original, path = only_post(news), list(posts(news))
    site.replies["/1"] = Reply(200, HTML, CORRECTED)
    assert refresh(news) == {"found": 1, "updated": 1}
    corrected = only_post(news)
    assert list(front(corrected))[-1] == "last_modified_at"
    assert "更正：".encode() in corrected
    site.replies["/1"] = Reply(410)
    assert refresh(news) == {"found": 1, "removed": 1}
    removed = only_post(news)
    assert list(front(removed))[-2:] == ["last_modified_at", "removed_at"]
    assert refresh(news) == {"found": 1, "unchanged": 1}
    assert only_post(news) == removed, "marked once"
    site.replies["/1"] = Reply(200, HTML, CORRECTED)
    assert refresh(news) == {"found": 1, "updated": 1}
    assert only_post(news) == corrected
    assert list(posts(news)) == path
    assert original != corrected
    assert commits(news) == [
        "mirror: 1 corrected", "mirror: 1 removed", "mirror: 1 corrected", "mirror: 1 new",
    ]  # fmt: skip
    assert "\nback: " in run_git(news, "log", "-1", "--format=%B")


CHALLENGE = (
    "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1>"
    '<div id="cf-challenge"></div></body></html>'
)
LOGIN = "<html><title>Log in</title><body><form><input type=password></form></body></html>"
SPOILT = {
    "a challenge": (Reply(200, HTML, CHALLENGE.encode()), "challenge"),
    "a challenge with its status": (Reply(403, HTML, CHALLENGE.encode()), "challenge http-403"),
    "a login page": (Reply(200, HTML, LOGIN.encode()), "login empty"),
    "a page without its text": (Reply(200, HTML, page(paragraphs=[])), "empty"),
    "nothing at all": (Reply(200, HTML, b""), "empty"),
    "a text that has lost most of itself": (
        Reply(200, HTML, page(paragraphs=PARAGRAPHS[:1])),
        "shrunken teaser",
    ),
    "a picture": (Reply(200, {"Content-Type": "image/png"}, b"\x89PNG"), "not-a-page"),
    "an error of the server": (Reply(500), "http-500"),
}


def test_no_spoilt_answer_replaces_a_good_copy(tmp_path: Path, site: Site) -> None:
    urls = {f"{site.base}/{n}": spoilt for n, spoilt in enumerate(SPOILT.values())}
    for n in range(len(SPOILT)):
        site.replies[f"/{n}"] = Reply(200, HTML, page(f"第{n}篇"))
    news = archive(tmp_path, source(article=re.escape(site.base)))
    mirror("fetch", *urls, "-A", news)
    before = state(news)
    for n, (reply, _) in enumerate(SPOILT.values()):
        site.replies[f"/{n}"] = reply
    ran = mirror("refresh", "--all", "-A", news, "--json")
    problems = ran.problems("news")
    assert ran.status == 1
    assert problems.keys() == urls.keys()
    assert {url for url, (_, words) in urls.items() if problems[url] not in words.split()} == set()
    assert (ran.report["commit"], state(news)) == (None, before)


def test_a_large_shrink_is_believed_when_three_looks_on_three_days_agree(
    tmp_path: Path, site: Site
) -> None:
    long = [text * 3 for text in PARAGRAPHS]
    site.replies["/1"] = Reply(200, HTML, page(paragraphs=long))
    news = archive(tmp_path, source(article=re.escape(site.base)))
    mirror("fetch", f"{site.base}/1", "-A", news)
    whole = only_post(news)
    site.replies["/1"] = Reply(200, HTML, page(paragraphs=long[:2]))
    for look in (1, 2):
        for _ in range(2):  # the second comes too soon to count
            ran = mirror("refresh", "--all", "-A", news, "--json")
            (problem,) = ran.report["sources"]["news"]["problems"]
            assert problem["problem"] == "shrunken"
            assert problem["detail"].endswith(f"(this is look {look})")
        assert only_post(news) == whole
        with closing(sqlite3.connect(news / ".mirror" / "index.sqlite")) as index, index:
            index.execute("UPDATE doubt SET at = '2026-01-01T00:00:00+00:00'")
    assert refresh(news) == {"found": 1, "updated": 1}
    assert len(only_post(news)) < len(whole)


def test_an_unchanged_page_is_asked_for_conditionally(tmp_path: Path, site: Site) -> None:
    def reply(headers: dict[str, str]) -> Reply:
        same = headers.get("If-None-Match") == '"7"'
        return Reply(304) if same else Reply(200, {**HTML, "ETag": '"7"'}, page())

    site.replies["/1"] = reply
    news = archive(tmp_path, source(article=re.escape(site.base)))
    mirror("fetch", f"{site.base}/1", "-A", news)
    before = state(news)
    ran = mirror("refresh", "--all", "-A", news, "--json")
    assert (ran.status, ran.report["commit"]) == (0, None)
    assert ran.counts("news") == {"found": 1, "unchanged": 1}
    assert site.headers[-1]["If-None-Match"] == '"7"'
    assert state(news) == before


def test_a_fresh_clone_has_no_index_and_needs_none(news: Path, site: Site, tmp_path: Path) -> None:
    run_git(news, "add", "mirror.toml")
    run_git(news, "commit", "-qm", "settings")
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "-q", str(news), str(clone))
    assert not (clone / ".mirror").exists()
    assert refresh(clone) == {"found": 1, "unchanged": 1}
    assert run_git(clone, "status", "--short") == ""
    site.replies["/1"] = Reply(200, HTML, CORRECTED)
    assert refresh(clone) == {"found": 1, "updated": 1}
    assert "更正：".encode() in only_post(clone)


def test_a_post_edited_by_hand_is_left_as_it_is(news: Path, site: Site) -> None:
    (path,) = (news / "_posts").rglob("*.md")
    path.write_bytes(path.read_bytes().replace("老人们".encode(), "老人".encode()))
    edited = only_post(news)
    site.replies["/1"] = Reply(200, HTML, CORRECTED)
    ran = mirror("refresh", "--all", "-A", news, "--json")
    assert only_post(news) == edited
    assert (ran.status, ran.problems("news")) == (1, {f"{site.base}/1": "not-stored"})
    assert "edited by hand" in ran.report["sources"]["news"]["problems"][0]["detail"]


@pytest.mark.parametrize("first", ["edited", "empty"])
def test_a_post_that_is_left_as_it_is_was_looked_at_all_the_same(
    news: Path, site: Site, first: str
) -> None:
    site.replies["/2"] = Reply(200, HTML, page("第二篇"))
    assert mirror("fetch", f"{site.base}/2", "-A", news).status == 0
    if first == "edited":
        (path,) = (path for path in (news / "_posts").rglob("*.md") if "/1\n" in path.read_text())
        path.write_bytes(path.read_bytes().replace("老人们".encode(), "老人".encode()))
    site.replies["/1"] = Reply(200, HTML, CORRECTED if first == "edited" else page(paragraphs=[]))
    site.hits.clear()
    for _ in range(2):
        mirror("refresh", "--all", "--limit", "1", "-A", news)
    assert sorted(set(site.paths()) - {"/robots.txt"}) == ["/1", "/2"]


def test_a_post_whose_from_is_no_address_costs_nobody_anything(news: Path, site: Site) -> None:
    for number, origin in enumerate(("*x", "http://[bad", "ftp://news.example/1", "https://")):
        text = f'---\ntitle: 我的\ndate: 2026-03-01\nfrom: "{origin}"\n---\n{number}\n'
        (news / "_posts" / f"2026-03-0{number + 1}-我的.md").write_text(text, "utf-8")
    for _ in range(2):
        shutil.rmtree(news / ".mirror")
        assert refresh(news) == {"found": 1, "unchanged": 1}
    assert mirror("verify", "-A", news).status == 0


def test_what_is_looked_at_can_be_chosen(news: Path, site: Site) -> None:
    site.replies["/2"] = Reply(200, HTML, page("第二篇"))
    mirror("fetch", f"{site.base}/2", "-A", news)
    site.hits.clear()
    choices = {
        "nothing so new": (["--since", "1d"], 0),
        "since a day": (["--since", "2026-03-01"], 2),
        "those of a source, up to a number": (["--source", "news", "--limit", "1"], 1),
    }
    for words, number in choices.values():
        ran = mirror("refresh", "-A", news, "--json", *words)
        assert ran.status == 0, ran
        assert sum(one["found"] for one in ran.report["sources"].values()) == number, words
    unknown = mirror("refresh", f"{site.base}/2", f"{site.base}/3", "-A", news, "--json")
    assert unknown.counts("news") == {"found": 1, "unchanged": 1, "failed": 1}
    assert unknown.problems("news") == {f"{site.base}/3": "not-archived"}


def test_status_and_verify_tell_how_the_archive_is(news: Path, site: Site) -> None:
    status = mirror("status", "-A", news, "--json")
    one = json.loads(status.out)["sources"]["news"]
    assert (status.status, one["articles"], one["failures"]) == (0, 1, 0)
    assert mirror("verify", "-A", news).status == 0
    (path,) = (news / "_posts").rglob("*.md")
    shutil.copy(path, path.with_name("2026-03-01-另一份.md"))
    spoilt = mirror("verify", "-A", news)
    assert spoilt.status == 1
    assert "double" in spoilt.out + spoilt.err


def test_posts_whose_pages_fail_do_not_keep_the_others_from_their_turn(
    tmp_path: Path, site: Site
) -> None:
    for number in (1, 2, 3):
        site.replies[f"/{number}"] = Reply(200, HTML, page(f"第{number}篇"))
    news = archive(tmp_path, source(article=re.escape(site.base)))
    mirror("fetch", *(f"{site.base}/{number}" for number in (1, 2, 3)), "-A", news)
    for number in (1, 2, 3):
        site.replies[f"/{number}"] = Reply(404 if number == 3 else 403)
    site.hits.clear()
    for _ in range(3):
        mirror("refresh", "--all", "--limit", "1", "-A", news)
    assert sorted(path for path in site.paths() if path != "/robots.txt") == ["/1", "/2", "/3"]
