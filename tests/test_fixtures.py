"""The recorded sites: rebuilt they are the same, and their pages give the golden posts."""

import gzip
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from recorded import FIRST, FIXTURES, LATER, expected, golden_posts, responses

from mirror.article import Candidate, Entry, Extract, Source
from mirror.config import load_config
from mirror.discover.feeds import parse_feed
from mirror.discover.listings import parse_listing
from mirror.extract import extract
from mirror.normalise.article import normalise
from mirror.normalise.urls import identity
from mirror.post import parse, render

SITE = "https://www.epochtimes.com/gb/"
NOW = datetime(2026, 3, 20, tzinfo=UTC)
LIMIT = 300_000  # bytes; a recording is part of every clone
EXPECTED = expected()
RECORDED = cache(responses)

# What each page of the recorded listing links to, by article number, and whether it goes on.
LISTINGS = {
    "n24hr, the old div.newyork": ("n24hr", 4, ""),
    "page 1, a layout of its own": ("nsc413", 3, "nsc413_2"),
    "page 2, div.post_list": ("nsc413_2", 4, "nsc413_3"),
    "page 3, div#artlist": ("nsc413_3", 3, "nsc413_4"),
    "page 4, which repeats page 3": ("nsc413_4", 2, "nsc413_5"),
    "a section of one page": ("nsc418", 2, ""),
}

# What the second recording shows in place of an article.
FAILING = {
    "a challenge": ("challenge", "challenge"),
    "a page without its text": ("emptied", "empty"),
}


@pytest.fixture
def epochtimes(tmp_path: Path) -> Source:
    return load_config(tmp_path).sources["epochtimes"]


def article_page(url: str, source: Source, recording: Path = FIRST) -> Extract:
    return extract(RECORDED(recording)[url].body.decode(), url, source)


def as_post(url: str, source: Source, recording: Path = FIRST) -> bytes:
    found = article_page(url, source, recording)
    return render(normalise(Candidate(source, found, url, keys=()), NOW))


def golden(url: str) -> bytes:
    return golden_posts()[EXPECTED["posts"][url]]


def test_committed_recordings_and_posts_are_what_the_builder_makes(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-B", str(FIXTURES / "build.py"), "--out", str(tmp_path)], check=True
    )
    built = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    kept = list(FIXTURES.glob("epochtimes*.warc.gz"))
    kept += (FIXTURES / "epochtimes").glob("posts*/*")
    kept += [FIXTURES / "epochtimes" / "expected.json"]
    assert [path.relative_to(tmp_path) for path in built] == sorted(
        path.relative_to(FIXTURES) for path in kept
    )
    for path in built:
        assert unpacked(path) == unpacked(FIXTURES / path.relative_to(tmp_path)), path.name


def unpacked(path: Path) -> bytes:
    """A file's content: how gzip packs it differs from one zlib to the next."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


@pytest.mark.parametrize("recording", [FIRST, LATER], ids=["first", "later"])
def test_recording_is_small(recording: Path) -> None:
    assert recording.stat().st_size < LIMIT


@pytest.mark.parametrize("recording", [FIRST, LATER], ids=["first", "later"])
def test_recording_answers_whatever_a_default_crawl_asks_first(
    recording: Path, epochtimes: Source
) -> None:
    asked = {*epochtimes.feeds, *epochtimes.listings}
    asked |= {f"https://{urlsplit(url).netloc}/robots.txt" for url in asked}
    assert asked <= RECORDED(recording).keys()


@pytest.mark.parametrize("name", sorted(golden_posts()))
def test_golden_post_is_a_post(name: str) -> None:
    data = golden_posts()[name]
    assert render(parse(data)) == data


@pytest.mark.parametrize(
    "url",
    [url for url in EXPECTED["posts"] if url not in EXPECTED["later"]["new"]],
    ids=lambda url: f"{EXPECTED['templates'][url]} {url.rpartition('/')[2]}",
)
def test_page_of_every_generation_gives_its_golden_post(url: str, epochtimes: Source) -> None:
    assert as_post(url, epochtimes).decode() == golden(url).decode()


@pytest.mark.parametrize("url", [*EXPECTED["later"]["new"], *EXPECTED["later"]["corrected"]])
def test_page_of_the_second_recording_gives_its_golden_post(url: str, epochtimes: Source) -> None:
    post = golden_posts("posts-later")[EXPECTED["posts"][url]]
    assert as_post(url, epochtimes, LATER).decode() == post.decode()


@pytest.mark.parametrize("variant", EXPECTED["variants"])
def test_variant_is_one_article_with_its_plain_address(variant: str, epochtimes: Source) -> None:
    plain = EXPECTED["variants"][variant]
    assert identity(variant, epochtimes) == identity(plain, epochtimes)


@pytest.mark.parametrize("variant", [url for url in EXPECTED["variants"] if "/b5/" not in url])
def test_page_of_a_variant_holds_the_same_text(variant: str, epochtimes: Source) -> None:
    plain = EXPECTED["variants"][variant]
    page = variant.partition("#")[0]
    assert parse(as_post(page, epochtimes)).body == parse(golden(plain)).body


@pytest.mark.parametrize(("name", "count", "following"), LISTINGS.values(), ids=LISTINGS)
def test_listing_names_its_articles(
    name: str, count: int, following: str, epochtimes: Source
) -> None:
    url = f"{SITE}{name}.htm"
    listing = parse_listing(RECORDED(FIRST)[url].body.decode(), url, epochtimes)
    titles = {identity(entry.url, epochtimes): entry.title for entry in listing.entries[::-1]}
    known = {identity(url, epochtimes): parse(golden(url)).title for url in first_articles()}
    assert len(titles) == count
    assert titles.items() <= known.items()
    assert listing.next_page == (f"{SITE}{following}.htm" if following else "")


def test_default_feeds_and_listings_lead_to_every_golden_post(epochtimes: Source) -> None:
    named = {entry.url for url in epochtimes.feeds for entry in feed_entries(url, epochtimes)}
    waiting = list(epochtimes.listings)
    while waiting:
        url = waiting.pop()
        listing = parse_listing(RECORDED(FIRST)[url].body.decode(), url, epochtimes)
        waiting += [listing.next_page] if listing.next_page in RECORDED(FIRST) else []
        named |= {entry.url for entry in listing.entries}
    assert {identity(url, epochtimes) for url in named} == {
        identity(url, epochtimes) for url in first_articles()
    }


def feed_entries(url: str, source: Source) -> tuple[Entry, ...]:
    feed = parse_feed(RECORDED(FIRST)[url].body, url, zone=ZoneInfo(source.timezone))
    assert not feed.faults
    return feed.entries


def first_articles() -> list[str]:
    return [url for url in EXPECTED["posts"] if url not in EXPECTED["later"]["new"]]


def test_feed_agrees_with_the_golden_posts(epochtimes: Source) -> None:
    entries = feed_entries(epochtimes.feeds[0], epochtimes)
    plain = [entry for entry in entries if entry.url in EXPECTED["posts"]]
    posts = [parse(golden(entry.url)) for entry in plain]
    assert len(plain) == 5
    assert [(entry.title, entry.published) for entry in plain] == [
        (post.title, post.published) for post in posts
    ]


@pytest.mark.parametrize(("answer", "problem"), FAILING.values(), ids=FAILING)
def test_failing_page_of_the_second_recording_is_no_article(
    answer: str, problem: str, epochtimes: Source
) -> None:
    (url,) = EXPECTED["later"][answer]
    assert article_page(url, epochtimes, LATER).problem == problem


def test_removed_articles_answer_as_removed() -> None:
    later, answers = RECORDED(LATER), EXPECTED["later"]
    assert [later[url].status for url in answers["gone"]] == [404]
    assert [later[url].headers["location"] for url in answers["home"]] == [SITE]


def test_only_what_changed_has_other_validators_in_the_second_recording() -> None:
    first, later = RECORDED(FIRST), RECORDED(LATER)
    changed = {url for url in first if first[url].body != later[url].body}
    validated = {url for url in first if later[url].validators}
    assert {url for url in validated if first[url].validators != later[url].validators} == (
        changed & validated
    )
    assert {f"{SITE}nsc413.htm", f"{SITE}feed", *EXPECTED["later"]["corrected"]} <= changed
    assert f"{SITE}nsc413_2.htm" not in changed
