"""robots.txt: obeyed by every request, those that wait for it among them."""

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
