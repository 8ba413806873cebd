"""What is asked again, and when."""

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
from crawling import Reply, Site, crawl, serving
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from mirror.web.waits import LONGEST_WAIT, backoff, retry_after

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
HEADERS = {
    "seconds": ("3", 3.0),
    "seconds with space around": (" 120 ", 120.0),
    "nought": ("0", 0.0),
    "HTTP date": ("Sun, 01 Mar 2026 12:00:30 GMT", 30.0),
    "date gone by": ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
    "date without a zone is UTC": ("Sun, 01 Mar 2026 12:00:30", 30.0),
    "far future": ("Fri, 01 Mar 2199 12:00:00 GMT", 5459356800.0),
    "four hundred digits": ("9" * 400, 9999999999.0),
    "negative": ("-5", None),
    "a fraction is no HTTP": ("1.5", None),
    "digits of another script": ("３", None),
    "words": ("soon", None),
    "impossible date": ("Sun, 99 Mar 2026 12:00:30 GMT", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("value", "expected"), HEADERS.values(), ids=HEADERS)
def test_retry_after(value: str, expected: float | None) -> None:
    assert retry_after(value, now=NOW) == expected


WAITS = {
    "first": (1, 0.0, 1.0),
    "second is twice as long": (2, 0.0, 2.0),
    "chance adds up to half": (2, 1.0, 3.0),
    "no longer than the longest": (20, 1.0, LONGEST_WAIT),
}


@pytest.mark.parametrize(("tries", "chance", "expected"), WAITS.values(), ids=WAITS)
def test_backoff(tries: int, chance: float, expected: float) -> None:
    assert backoff(tries, first=1.0, chance=chance) == expected


TEXT = b"<p>" + bytes(range(256)) * 2000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_retry_after_is_waited_for_by_all_requests_to_the_host(site: Site) -> None:
    answers = iter([Reply(429, {"Retry-After": "1"})])
    site.replies = {"/first": lambda _: next(answers, Reply(body=b"now"))}
    site.replies |= {f"/{n}": Reply(body=b"x") for n in range(4)}
    urls = [site.base + "/first", *(f"{site.base}/{n}" for n in range(4))]
    settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    outcomes = crawl(urls, config={"obey_robots": False, "delay": 0.01}, settings=settings)
    assert {outcomes[url]["status"] for url in urls} == {200}
    refused = site.paths().index("/first")
    moments = [moment for _, moment in site.hits]
    assert len(moments) == 6
    assert moments[refused + 1] - moments[refused] >= 1.0


GIVEN_UP = {
    "asks for an hour": ({"Retry-After": "3600"}, 1),
    "asks for a date far away": ({"Retry-After": "Fri, 01 Mar 2199 12:00:00 GMT"}, 1),
    "says so again and again": ({}, 3),
}


def test_what_a_status_says_is_heard_whatever_its_body_is(site: Site) -> None:
    bomb = gzip.compress(b"x" * 9_000_000)
    answers = iter([Reply(429, {"Retry-After": "1", "Content-Encoding": "gzip"}, bomb)])
    site.replies = {
        "/429": lambda _: next(answers, Reply(body=b"now")),
        "/404": Reply(404, {"Content-Encoding": "br"}, b"no brotli"),
    }
    urls = [f"{site.base}/429", f"{site.base}/404"]
    outcomes = crawl(urls, config={"obey_robots": False, "max_body": 1_000_000})
    assert outcomes[urls[0]]["body"] == "now"
    assert outcomes[urls[1]]["problem"] == "http-404"


def test_a_host_that_keeps_refusing_is_given_up_after_few_requests() -> None:
    with serving() as hour, serving() as date, serving() as again:
        sites = dict(zip(GIVEN_UP, (hour, date, again), strict=True))
        for name, site in sites.items():
            site.replies = {f"/{n}": Reply(503, GIVEN_UP[name][0]) for n in range(6)}
        urls = [f"{site.base}/{n}" for site in sites.values() for n in range(6)]
        settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "MIRROR_FIRST_WAIT": 0.01}
        outcomes = crawl(urls, config={"obey_robots": False, "delay": 0.01}, settings=settings)
        hits = {name: len(site.hits) for name, site in sites.items()}
    assert {outcomes[url]["problem"] for url in urls} == {"host-given-up", "http-503"}
    assert hits == {name: expected for name, (_, expected) in GIVEN_UP.items()}


def test_a_host_that_does_not_answer_is_given_up() -> None:
    with serving() as site:
        base = site.base
    urls = [f"{base}/{n}" for n in range(9)]
    outcomes = crawl(urls, config={"obey_robots": False}, settings={"MIRROR_FIRST_WAIT": 0.001})
    problems = [outcomes[url]["problem"] for url in urls]
    assert set(problems) == {"refused", "host-given-up"}


def test_pages_that_hang_do_not_cost_the_others(site: Site) -> None:
    site.replies = {f"/{n}": Reply(slow=1.0, body=b"late") for n in range(6)}
    site.replies["/good"] = Reply(body=b"good")
    urls = [f"{site.base}/{n}" for n in range(6)] + [f"{site.base}/good"]
    settings = {"MIRROR_FIRST_WAIT": 0.01, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    config = {"obey_robots": False, "timeout": 0.2}
    outcomes = crawl(urls, config=config, settings=settings)
    assert outcomes[urls[-1]].get("body") == "good"
    assert [outcomes[url]["problem"] for url in urls[:-1]] == ["timeout"] * 6
    assert len(site.hits) < 2 * len(urls)


def test_passing_failures_are_tried_three_times_and_then_named(site: Site) -> None:
    zipped = gzip.compress(TEXT)[:-30]
    site.replies = {
        "/500": Reply(500),
        "/short": Reply(body=b"abc", length=50),
        "/chunk": Reply(chunks=(b"abc",), cut=True),
        "/zipped": Reply(200, {"Content-Encoding": "gzip"}, zipped),
        "/404": Reply(404),
    }
    urls = {path: site.base + path for path in site.replies}
    settings = {"MIRROR_FIRST_WAIT": 0.01}
    outcomes = crawl([*urls.values()], config={"obey_robots": False}, settings=settings)
    assert {path: outcomes[url]["problem"] for path, url in urls.items()} == {
        "/500": "http-500",
        "/short": "truncated",
        "/chunk": "truncated",
        "/zipped": "truncated",
        "/404": "http-404",
    }
    assert sorted(site.paths()) == sorted(["/500", "/short", "/chunk", "/zipped"] * 3 + ["/404"])
    assert outcomes[""]["stderr"] == ""


def test_bodies_beyond_the_limit_are_cut_off_and_not_tried_again(site: Site) -> None:
    site.replies = {
        "/declared": Reply(body=b"x", length=5_000_000_000),
        "/chunks": Reply(chunks=(b"x" * 100_000,) * 12),
        "/zipped": Reply(200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 9_000_000)),
        "/brotli": Reply(200, {"Content-Encoding": "br"}, brotli.compress(b"x" * 9_000_000)),
        "/lie": Reply(200, {"Content-Encoding": "gzip"}, b"not compressed"),
    }
    urls = [site.base + path for path in site.replies]
    outcomes = crawl(urls, config={"obey_robots": False, "max_body": 1_000_000})
    problems = [outcomes[url]["problem"] for url in urls]
    assert problems == ["too-large"] * 4 + ["bad-encoding"]
    assert "max_body = 1000000 bytes" in outcomes[urls[0]]["detail"]
    assert sorted(site.paths()) == sorted(site.replies)
    assert outcomes[""]["stderr"] == ""


def test_redirects_end_and_carry_no_validators_along(site: Site) -> None:
    site.replies = {
        "/loop": Reply(302, {"Location": "/loop"}),
        "/file": Reply(302, {"Location": "file:///etc/passwd"}),
        "/torn": Reply(302, {"Location": "http://[bad"}),
        "/moved": Reply(301, {"Location": site.base.replace("//", "//u:p@") + "/new"}),
        "/new": Reply(body=b"new"),
    }
    urls = [site.base + path for path in ("/loop", "/file", "/torn", "/moved")]
    outcomes = crawl(urls, config={"obey_robots": False}, headers={"If-None-Match": '"old"'})
    assert [outcomes[url].get("problem") for url in urls] == [
        "redirects",
        "bad-redirect",
        "bad-redirect",
        None,
    ]
    assert outcomes[urls[3]]["body"] == "new"
    assert site.paths().count("/loop") == 11
    sent = {path: "If-None-Match" in each for path, each in zip(site.paths(), site.headers)}  # noqa: B905
    assert sent["/moved"]
    assert not sent["/new"]


def self_signed(folder: Path) -> Path:
    """A PEM file with a key and a certificate for localhost that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(1))
    names = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    certificate = builder.add_extension(names, critical=False).sign(key, hashes.SHA256())
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = folder / "site.pem"
    file.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return file


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(tmp_path: Path) -> None:
    with serving(self_signed(tmp_path)) as secret:
        secret.replies = {"/": Reply(body=b"secret")}
        url = f"https://localhost:{secret.server.server_port}/"
        trusting = {"DOWNLOAD_VERIFY_CERTIFICATES": False}
        taken = crawl([url], config={"obey_robots": False}, settings=trusting)
        refused = crawl([url], config={"obey_robots": False})
    assert taken[url]["body"] == "secret"
    assert refused[url]["problem"] == "tls"
    assert "certificate verify failed" in refused[url]["detail"]
    assert secret.paths() == ["/"]


def test_a_redirect_out_of_https_is_not_followed(tmp_path: Path, site: Site) -> None:
    site.replies = {"/plain": Reply(body=b"anyone could have written this")}
    with serving(self_signed(tmp_path)) as secret:
        secret.replies = {"/": Reply(302, {"Location": f"{site.base}/plain"})}
        url = f"https://localhost:{secret.server.server_port}/"
        trusting = {"DOWNLOAD_VERIFY_CERTIFICATES": False}
        outcome = crawl([url], config={"obey_robots": False}, settings=trusting)[url]
    assert outcome["problem"] == "downgrade"
    assert f"{site.base}/plain" in outcome["detail"]
    assert site.paths() == []
