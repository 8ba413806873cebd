"""Where requests may go: judged by the address, whatever spelling or redirect led to it."""

from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

import pytest
from crawling import Reply, Site, crawl, serving

from mirror.web.addresses import GuardedResolver, permitted

ADDRESSES = {
    "a public address": ("93.184.215.14", True),
    "a public IPv6 address": ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
    "loopback": ("127.0.0.1", False),
    "another loopback address": ("127.255.255.254", False),
    "loopback of IPv6": ("::1", False),
    "this network": ("0.0.0.0", False),
    "unspecified of IPv6": ("::", False),
    "private 10/8": ("10.1.2.3", False),
    "private 172.16/12": ("172.31.255.255", False),
    "just outside 172.16/12": ("172.32.0.1", True),
    "private 192.168/16": ("192.168.1.1", False),
    "link-local, where clouds keep their keys": ("169.254.169.254", False),
    "carrier-grade NAT": ("100.64.0.1", False),
    "just outside carrier-grade NAT": ("100.128.0.1", True),
    "benchmarking": ("198.18.0.1", False),
    "documentation": ("203.0.113.9", False),
    "protocol assignments": ("192.0.0.1", False),
    "6to4 relay": ("192.88.99.1", False),
    "multicast": ("224.0.0.251", False),
    "reserved": ("240.0.0.1", False),
    "broadcast": ("255.255.255.255", False),
    "unique local": ("fd00::1", False),
    "link-local of IPv6": ("fe80::1", False),
    "link-local with a zone": ("fe80::1%eth0", False),
    "site-local": ("fec0::1", False),
    "multicast of IPv6": ("ff02::1", False),
    "documentation of IPv6": ("2001:db8::1", False),
    "mapped loopback": ("::ffff:127.0.0.1", False),
    "mapped public": ("::ffff:93.184.215.14", True),
    "compatible loopback": ("::127.0.0.1", False),
    "6to4 of loopback": ("2002:7f00:1::", False),
    "6to4 of a private address": ("2002:a01:203::1", False),
    "6to4 of a public address": ("2002:5db8:d70e::1", True),
    "NAT64 of loopback": ("64:ff9b::7f00:1", False),
    "NAT64 of a public address": ("64:ff9b::5db8:d70e", True),
    "NAT64 for local use": ("64:ff9b:1::1", False),
    "Teredo": ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
}


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_only_public_addresses_are_permitted(address: str, expected: bool) -> None:
    assert permitted(address) is expected


ALLOWED = {
    "inside": ("10.1.2.3", "10.1.0.0/16", True),
    "outside": ("10.2.0.1", "10.1.0.0/16", False),
    "mapped, inside": ("::ffff:10.1.2.3", "10.1.0.0/16", True),
    "IPv6, inside": ("fd12::7", "fd12::/64", True),
    "IPv6 against an IPv4 network": ("::1", "127.0.0.0/8", False),
}


@pytest.mark.parametrize(("address", "network", "expected"), ALLOWED.values(), ids=ALLOWED)
def test_allow_networks_opens_exactly_its_networks(
    address: str, network: str, expected: bool
) -> None:
    assert permitted(address, [ip_network(network)]) is expected


class Reactor:
    """As much of a reactor as a resolver sees."""

    def __init__(self, resolver: Any) -> None:
        self.nameResolver = resolver


class Changing:
    """A name server whose answer changes each time it is asked, as in DNS rebinding."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)

    def resolveHostName(self, receiver: Any, name: str, *rest: Any) -> None:  # noqa: N802
        receiver.resolutionBegan(None)
        for host in self.answers.pop(0):
            receiver.addressResolved(type("Address", (), {"host": host})())
        receiver.resolutionComplete()


class Receiver:
    def __init__(self) -> None:
        self.hosts: list[str] = []

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802
        pass

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        self.hosts.append(address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.hosts.append("end")


def ask(resolver: GuardedResolver) -> list[str]:
    receiver = Receiver()
    resolver.resolveHostName(receiver, "example.org", 80)
    return receiver.hosts


def test_a_name_that_turns_private_is_refused_when_it_does() -> None:
    names = Changing(["93.184.215.14"], ["127.0.0.1"], ["93.184.215.14"])
    resolver = GuardedResolver(Reactor(names), ())
    assert ask(resolver) == ["93.184.215.14", "end"]
    assert resolver.refusal("example.org") == ""
    assert ask(resolver) == ["end"]
    assert resolver.refusal("Example.org") == "127.0.0.1"
    assert ask(resolver) == ["93.184.215.14", "end"]
    assert resolver.refusal("example.org") == ""


def test_of_a_mixed_answer_only_the_public_part_is_used() -> None:
    resolver = GuardedResolver(Reactor(Changing(["10.0.0.1", "93.184.215.14", "::1"])), ())
    assert ask(resolver) == ["93.184.215.14", "end"]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_no_spelling_of_a_private_address_is_connected_to(site: Site) -> None:
    hosts = ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1"]
    hosts += ["[::ffff:127.0.0.1]", "0"]
    port = site.server.server_port
    urls = [f"http://{host}:{port}/a" for host in hosts]
    outcomes = crawl(urls, config={"allow_networks": []})
    assert {url: outcomes[url].get("problem") for url in urls} == dict.fromkeys(
        urls, "address-not-allowed"
    )
    assert "2130706433 is at 127.0.0.1" in outcomes[urls[3]]["detail"]
    assert site.hits == []


def test_a_redirect_to_what_is_no_address_is_named(site: Site) -> None:
    targets = ["http://%zz/", "http://a b/", "http://[bad", "http://x:99999/", "javascript:x"]
    site.replies = {f"/{n}": Reply(302, {"Location": to}) for n, to in enumerate(targets)}
    urls = [f"{site.base}/{n}" for n in range(len(targets))]
    outcomes = crawl(urls, config={"obey_robots": False})
    assert [outcomes[url]["problem"] for url in urls] == ["bad-redirect"] * len(targets)
    assert "'javascript:x'" in outcomes[urls[-1]]["detail"]


def test_a_host_that_can_be_no_name_is_named_at_once() -> None:
    hosts = ["a..b", "x" * 64 + ".example", "." + "y" * 300]
    urls = [f"http://{host}/a" for host in hosts]
    outcomes = crawl(urls, settings={"MIRROR_FIRST_WAIT": 0.01})
    assert [outcomes[url]["problem"] for url in urls] == ["dns"] * 3
    assert outcomes[""]["stderr"] == ""


def test_a_redirect_and_a_redirected_robots_txt_meet_the_same_guard(site: Site) -> None:
    with serving() as canary, serving() as inward:
        port = canary.server.server_port
        site.replies = {
            "/dotted": Reply(302, {"Location": f"http://127.0.0.66:{port}/secret"}),
            "/decimal": Reply(302, {"Location": f"http://2130706498:{port}/secret"}),
            "/six": Reply(302, {"Location": f"http://[::1]:{port}/secret"}),
            "/good": Reply(200, {"Content-Type": "text/plain"}, b"good"),
        }
        inward.replies = {
            "/robots.txt": Reply(302, {"Location": f"http://127.0.0.66:{port}/robots.txt"})
        }
        refused = [site.base + path for path in ("/dotted", "/decimal", "/six")]
        refused.append(inward.base + "/a")
        outcomes = crawl([*refused, site.base + "/good"], config={"obey_robots": True})
        assert canary.hits == []
        assert inward.paths() == ["/robots.txt"]
    assert [outcomes[url]["problem"] for url in refused] == ["address-not-allowed"] * 4
    assert outcomes[refused[0]]["named"] == refused[0]
    assert outcomes[site.base + "/good"]["body"] == "good"


def test_a_proxy_of_the_environment_does_not_get_round_the_guard(site: Site) -> None:
    env = {"http_proxy": site.base, "HTTP_PROXY": site.base}
    url = "http://127.0.0.66:9/secret"
    outcomes = crawl([url], env, config={"obey_robots": False})
    assert outcomes[url]["problem"] == "address-not-allowed"
    assert site.hits == []


def test_only_http_and_https_have_a_handler() -> None:
    urls = ["file:///etc/passwd", "data:text/plain,x", "ftp://127.0.0.1/x", "s3://bucket/x"]
    outcomes = crawl(urls, config={"obey_robots": False})
    assert [outcomes[url].get("problem") for url in urls] == ["scheme"] * 4
    assert outcomes[""]["stderr"] == ""
