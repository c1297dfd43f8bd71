"""Where Kith may knock: https, a host that is on the list, and no address but a public one, asked of the very answer that is used."""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from kith.kernel.errors import BadInput

HTTPS, HTTP = 443, 80
LONGEST = 300
_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotAllowed(Exception):
    """Kith does not knock there. ``code`` is one of the problems that a knock may have."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Place:
    """An address in its parts, as it was checked: ``host`` in small letters, ``path`` with what follows it."""

    host: str
    port: int
    path: str
    is_tls: bool


def check_address(address: str) -> Place:
    """The parts of an address at which Kith may knock. Raises BadInput, which says what to mend and repeats nothing."""
    place = _parts(address)
    if place is None:
        raise BadInput(
            "address", "Give a whole address that begins with https://, without a name, a password or a #."
        )
    if place.host not in settings.KITH_GIVING_HOSTS and not _is_loopback_allowed(place.host):
        raise BadInput(
            "address",
            "Kith may not knock at this host. Whoever runs Kith lists it in KITH_GIVING_HOSTS first.",
        )
    if not place.is_tls and not _is_loopback_allowed(place.host):
        raise BadInput("address", "The address must begin with https://.")
    return place


def checked_ips(place: Place) -> tuple[str, ...]:
    """Every address that the host's name stands for now, where all of them are public. Raises NotAllowed.

    One that is not refuses them all: a name that points inside and outside is up to no good. Whoever connects uses one
    of these and asks no second time, so that a name cannot change its mind in between.
    """
    try:
        found = _look_up(place.host, place.port)
    except (OSError, UnicodeError):
        raise NotAllowed("not_reached") from None
    addresses = tuple(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found))
    if not addresses:
        raise NotAllowed("not_reached")
    may_be_inside = _is_loopback_allowed(place.host)
    if not all(
        is_public(one) or (may_be_inside and ipaddress.ip_address(one).is_loopback) for one in addresses
    ):
        raise NotAllowed("not_public")
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address is of the public internet, whatever it is wrapped in. What is no address is not."""
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(_is_public(each) for each in _unwrapped(one))


def _is_public(one: IPAddress) -> bool:
    if isinstance(one, ipaddress.IPv6Address) and one.is_site_local:
        return False
    return one.is_global and not (
        one.is_multicast or one.is_reserved or one.is_unspecified or one.is_loopback or one.is_link_local
    )


def _unwrapped(one: IPAddress) -> tuple[IPAddress, ...]:
    """The address, and any version 4 address that it carries (mapped, 6to4, Teredo, translated)."""
    if isinstance(one, ipaddress.IPv4Address):
        return (one,)
    inside: list[IPAddress] = [found for found in (one.ipv4_mapped, one.sixtofour) if found]
    inside += list(one.teredo or ())
    if any(one in net for net in _NAT64):
        inside.append(ipaddress.IPv4Address(int(one) & 0xFFFFFFFF))
    # A mapped address is what it carries: as such it is never global.
    return tuple(inside) if one.ipv4_mapped else (one, *inside)


def _look_up(host: str, port: int) -> list[Any]:
    return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


def _parts(address: str) -> Place | None:
    if (
        len(address) > LONGEST
        or not address.isascii()
        or not address.isprintable()
        or " " in address
        or "\\" in address
    ):
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".").lower()
    if (
        parts.scheme not in ("https", "http")
        or not host
        or "@" in parts.netloc
        or "#" in address
        or "%" in host
    ):
        return None
    is_tls = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(host=host, port=port or (HTTPS if is_tls else HTTP), path=path, is_tls=is_tls)


def _is_loopback_allowed(host: str) -> bool:
    """For whoever builds a receiver, in the demo alone."""
    return bool(settings.KITH_GIVING_LOOPBACK) and host in ("localhost", "127.0.0.1", "::1")
