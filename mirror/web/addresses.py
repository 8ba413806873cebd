"""Where requests may go: judged by the address that is connected to, not by how a URL is written.

Every connection asks the reactor's resolver, IP literals and odd spellings of them included
(`2130706433`, `0x7f.1`, `[::1]`); redirects and robots.txt do so too. The answer that was judged
is the answer that is used, so a name can't change its mind between check and connection.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, Protocol, Self

from scrapy.settings import BaseSettings
from scrapy.utils.datatypes import LocalCache
from twisted.internet.interfaces import (
    IHostnameResolver,
    IHostResolution,
    IResolutionReceiver,
)
from zope.interface import implementer

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# Refused beside what `ipaddress` calls not global, multicast, reserved or site-local
# (IANA special-purpose registries; RFC 6890).
NOT_PUBLIC: tuple[Network, ...] = (
    ip_network("192.88.99.0/24"),  # 6to4 relays, withdrawn (RFC 7526)
    ip_network("2001::/23"),  # protocol assignments, Teredo among them: hides an IPv4 address
    ip_network("::/96"),  # IPv4-compatible, withdrawn (RFC 4291)
    ip_network("64:ff9b:1::/48"),  # NAT64 for local use (RFC 8215)
    ip_network("5f00::/16"),  # segment routing (RFC 9602)
)
NAT64 = ip_network("64:ff9b::/96")  # the last 32 bits are the IPv4 address (RFC 6052)


def permitted(text: str, networks: Iterable[Network] = ()) -> bool:
    """May the address `text` be connected to: is it public, or in one of `networks`?

    An IPv6 address that carries an IPv4 address (mapped, 6to4, NAT64) is judged by both.
    """
    addresses = _layers(ip_address(text))
    if any(address in network for address in addresses for network in networks):
        return True
    return all(_is_public(address) for address in addresses)


def _layers(address: Address) -> tuple[Address, ...]:
    """`address` and the IPv4 address it carries; a mapped one is nothing but the latter."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address, address.sixtofour)
    if address in NAT64:
        return (address, IPv4Address(int(address) & 0xFFFFFFFF))
    return (address,)


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    if address.is_multicast or any(address in network for network in NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_reserved and address not in NAT64)


# Twisted's interfaces are zope's, which mypy can't read: these say the same.
class Receiver(Protocol):
    """twisted.internet.interfaces.IResolutionReceiver"""

    def resolutionBegan(self, resolution: Any) -> None: ...  # noqa: N802
    def addressResolved(self, address: Any) -> None: ...  # noqa: N802
    def resolutionComplete(self) -> None: ...  # noqa: N802


class Configured(Protocol):
    """What carries the settings: a crawler, or the process that runs it."""

    settings: BaseSettings


@implementer(IResolutionReceiver)
class _Sieve:
    """Passes on the addresses that are permitted.

    When none is, the connection will fail for want of an address; before it does, the resolver
    is told why.
    """

    def __init__(self, receiver: Receiver, resolver: "GuardedResolver", *, host: str) -> None:
        self.receiver, self.resolver, self.host = receiver, resolver, host
        self.passed = False
        self.refused: list[str] = []

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802  (Twisted's name)
        self.receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        if permitted(address.host, self.resolver.networks):
            self.passed = True
            self.receiver.addressResolved(address)
        else:
            self.refused.append(address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        self.resolver.note(self.host, () if self.passed else self.refused)
        self.receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver:
    """A resolver that answers with permitted addresses only; none left reads as "not found"."""

    def __init__(self, reactor: Any, networks: Iterable[Network]) -> None:
        self.reactor, self.networks = reactor, tuple(networks)
        self.inner = reactor.nameResolver
        self._refusals: LocalCache[str, str] = LocalCache(1000)

    @classmethod
    def from_crawler(cls, crawler: Configured, reactor: Any) -> Self:
        return cls(reactor, networks_of(crawler.settings))

    def install_on_reactor(self) -> None:
        self.reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802  (Twisted's names)
        self,
        resolutionReceiver: Receiver,  # noqa: N803
        hostName: str,  # noqa: N803
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """See IHostnameResolver; what follows the name is passed on as it is."""
        sieve = _Sieve(resolutionReceiver, self, host=hostName)
        if not _is_askable(hostName):
            return _nowhere(sieve, hostName)
        return self.inner.resolveHostName(sieve, hostName, *args, **kwargs)

    def note(self, host: str, refused: Iterable[str]) -> None:
        """Keep (or, given none, forget) the addresses for which `host` was refused."""
        self._refusals[host.lower()] = ", ".join(refused)

    def refusal(self, host: str) -> str:
        """The addresses for which `host` was refused when last asked for; "" if it was not."""
        return self._refusals.get(host.lower(), "")


@implementer(IHostResolution)
class _Resolution:
    """A resolution that is over."""

    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """There is nothing to cancel."""


def _is_askable(host: str) -> bool:
    """Can `host` be put to a name server? The thread that asks for "a..b" dies, and is waited for
    until the request has timed out.
    """
    try:
        host.encode("idna")
    except UnicodeError:  # an empty label, or one of more than 63 bytes (RFC 1035, 2.3.4)
        return False
    return "\0" not in host


def _nowhere(receiver: _Sieve, host: str) -> _Resolution:
    """Tell `receiver` that `host` has no address."""
    resolution = _Resolution(host)
    receiver.resolutionBegan(resolution)
    receiver.resolutionComplete()
    return resolution


def networks_of(settings: BaseSettings) -> tuple[Network, ...]:
    """The setting MIRROR_ALLOW_NETWORKS (a list such as `["10.1.0.0/16"]`) as networks."""
    return tuple(ip_network(text) for text in settings.getlist("MIRROR_ALLOW_NETWORKS"))


def guard(reactor: Any, networks: Iterable[Network]) -> GuardedResolver:
    """The guard of `reactor`, installed if it isn't yet, with these networks allowed.

    TWISTED_DNS_RESOLVER installs it only where a crawler process starts the reactor, and with
    the process's settings; a crawl that knows better, or another runner, must not go unguarded.
    """
    resolver = reactor.nameResolver
    if not isinstance(resolver, GuardedResolver):
        resolver = GuardedResolver(reactor, networks)
        resolver.install_on_reactor()
    resolver.networks = tuple(networks)
    return resolver
