"""robots.txt: obeyed by every request, those that wait for it among them."""

import gzip
from collections.abc import Iterator
from itertools import pairwise

import pytest
from crawling import Reply, Site, crawl, serving

from mirror.web.robots import MAX_SIZE, parse_robots, product_token

TOKENS = {
    "with version and comment": ("mirror/0.1 (+https://example.org)", "mirror"),
    "with comment": ("mirror (news archive)", "mirror"),
    "bare": ("news-mirror", "news-mirror"),
}


@pytest.mark.parametrize(("agent", "expected"), TOKENS.values(), ids=TOKENS)
def test_product_token(agent: str, expected: str) -> None:
    assert product_token(agent) == expected


RULES = {
    "plain": (b"User-agent: *\nDisallow: /x", False),
    "with a byte order mark": (b"\xef\xbb\xbfUser-agent: *\nDisallow: /x", False),
    "with bytes that are not UTF-8": (b"# \xff\xfe\nUser-agent: *\nDisallow: /x", False),
    "only for others": (b"User-agent: other\nDisallow: /x", True),
    "for us by name": (b"User-agent: Mirror\nDisallow: /x", False),
    "for us by name and version": (b"User-agent: mirror/1.0 # us\nDisallow: /x", False),
    "for another by name and version": (b"User-agent: other/1.0\nDisallow: /x", True),
    "empty": (b"", True),
    "an HTML page": (b"<!doctype html><p>not found</p>", True),
    "huge, rule within the first part": (
        b"User-agent: *\nDisallow: /x\n" + b"#\n" * MAX_SIZE,
        False,
    ),
    "huge, rule after it": (b"User-agent: *\n" + b"#\n" * MAX_SIZE + b"Disallow: /x\n", True),
    "a rule torn at the limit is left out": (
        b"User-agent: *\n#".ljust(MAX_SIZE - 12, b"#") + b"\nDisallow: /xylophone",
        True,
    ),
}


@pytest.mark.parametrize(("body", "expected"), RULES.values(), ids=RULES)
def test_rules(body: bytes, expected: bool) -> None:
    assert parse_robots(body).can_fetch("http://example.org/x", "mirror") is expected


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_none_of_many_waiting_requests_slips_through(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private/\n"
    site.replies = {"/robots.txt": Reply(body=rules, slow=0.2), "/a": Reply(body=b"a")}
    urls = [f"{site.base}/private/{n}" for n in range(12)]
    settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 8}
    outcomes = crawl([*urls, site.base + "/a"], settings=settings)
    assert [outcomes[url]["problem"] for url in urls] == ["robots"] * 12
    assert "robots.txt" in outcomes[urls[0]]["detail"]
    assert outcomes[site.base + "/a"]["status"] == 200
    assert site.paths() == ["/robots.txt", "/a"]


def test_a_robots_txt_that_fails_closes_its_host_and_no_other(site: Site) -> None:
    with serving() as broken, serving() as silent:
        site.replies = {"/robots.txt": Reply(404), "/a": Reply(body=b"a")}
        broken.replies = {"/robots.txt": Reply(500), "/a": Reply(body=b"a")}
        silent.replies = {"/robots.txt": Reply(slow=1, body=b"late"), "/a": Reply(body=b"a")}
        urls = [each.base + "/a" for each in (site, broken, silent)]
        settings = {"MIRROR_FIRST_WAIT": 0.01, "RETRY_TIMES": 1}
        outcomes = crawl(urls, config={"timeout": 0.3}, settings=settings)
        assert broken.paths() == ["/robots.txt"] * 2
        assert silent.paths() == ["/robots.txt"] * 2
    assert outcomes[urls[0]]["status"] == 200
    assert outcomes[urls[1]]["problem"] == "robots"
    assert outcomes[urls[2]]["problem"] == "timeout"
    assert "robots.txt" in outcomes[urls[2]]["detail"]
    assert outcomes[""]["stderr"] == ""


def test_a_robots_txt_that_ends_early_closes_its_host(site: Site) -> None:
    site.replies = {"/robots.txt": Reply(body=b"User-agent: *\n", length=99), "/a": Reply()}
    outcomes = crawl([f"{site.base}/a"], settings={"MIRROR_FIRST_WAIT": 0.01})
    assert outcomes[f"{site.base}/a"]["problem"] == "truncated"
    assert site.paths() == ["/robots.txt"] * 3


def test_crawl_delay_is_kept(site: Site) -> None:
    rules = b"User-agent: *\nCrawl-delay: 0.3\n"
    site.replies = {"/robots.txt": Reply(body=rules)}
    site.replies |= {f"/{n}": Reply(body=b"x") for n in range(3)}
    crawl([f"{site.base}/{n}" for n in range(3)], settings={"DOWNLOAD_DELAY_JITTER": 0})
    times = [moment for path, moment in site.hits if path != "/robots.txt"]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) == 2
    assert min(gaps) > 0.27


def test_a_site_can_be_crawled_without_asking_when_configured_so(site: Site) -> None:
    site.replies = {"/robots.txt": Reply(body=b"User-agent: *\nDisallow: /"), "/a": Reply()}
    crawl([site.base + "/a"], config={"obey_robots": False})
    assert site.paths() == ["/a"]


def test_who_asks_for_hours_between_requests_gets_one(site: Site) -> None:
    site.replies = {"/robots.txt": Reply(body=b"User-agent: *\nCrawl-delay: 7200\n")}
    site.replies |= {f"/{n}": Reply(body=b"x") for n in range(3)}
    urls = [f"{site.base}/{n}" for n in range(3)]
    outcomes = crawl(urls)
    assert len(site.hits) == 2
    refused = [outcome for url in urls if "problem" in (outcome := outcomes[url])]
    assert [outcome["problem"] for outcome in refused] == ["robots"] * 2
    assert "7200 s between requests" in refused[0]["detail"]


def test_a_robots_txt_is_read_as_far_as_it_must_be(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private/\n"
    site.replies = {"/a": Reply(body=b"a"), "/private/1": Reply()}
    endless = gzip.compress(rules + b"# x\n" * 9_000_000)
    site.replies["/robots.txt"] = Reply(200, {"Content-Encoding": "gzip"}, endless)
    with serving() as declared, serving() as chunked:
        for each in (declared, chunked):
            each.server.handle_error = lambda *_: None  # a client that hangs up is what we test
        long = rules + b"# x\n" * 200_000
        declared.replies = site.replies | {"/robots.txt": Reply(body=long, length=5_000_000_000)}
        chunks = (rules, *[b"# x\n" * 100_000] * 50)
        chunked.replies = site.replies | {"/robots.txt": Reply(chunks=chunks)}
        bases = [site.base, declared.base, chunked.base]
        outcomes = crawl([f"{base}{path}" for base in bases for path in ("/a", "/private/1")])
    assert [outcomes[f"{base}/private/1"].get("problem") for base in bases] == ["robots"] * 3
    assert [outcomes[f"{base}/a"].get("body") for base in bases] == ["a"] * 3


def test_retry_after_is_kept_for_robots_txt_too(site: Site) -> None:
    answers = iter([Reply(429, {"Retry-After": "1"})])
    rules = Reply(body=b"User-agent: *\nDisallow: /x\n")
    site.replies = {"/robots.txt": lambda _: next(answers, rules), "/a": Reply(body=b"a")}
    outcomes = crawl([f"{site.base}/a", f"{site.base}/x"])
    assert outcomes[f"{site.base}/a"]["body"] == "a"
    assert outcomes[f"{site.base}/x"]["problem"] == "robots"
    assert site.paths() == ["/robots.txt", "/robots.txt", "/a"]
    assert site.hits[1][1] - site.hits[0][1] >= 1.0
