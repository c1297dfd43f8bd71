"""Sends one knock: to the address that was checked and no other, following nothing, reading nothing, and not for long."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPException
from socket import SHUT_RDWR
from threading import Timer

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from kith.giving.webhook.addresses import NotAllowed, Place, checked_ips

TO_CONNECT, AT_MOST = 3.0, 8.0
"""Seconds. The second is for the whole of it, however slowly it is answered."""
OURS = "Kith"


def post(place: Place, *, body: bytes, headers: Mapping[str, str]) -> None:
    """Send it once. Raises NotAllowed with the code of what went wrong; what was answered is read no further than its number."""
    address = checked_ips(place)[0]
    connection = _connection(place, address)
    host = f"[{place.host}]" if ":" in place.host else place.host
    named = host if place.port in (80, 443) else f"{host}:{place.port}"
    sent = {
        "Host": named,
        "User-Agent": OURS,
        "Content-Type": "application/json",
        "Connection": "close",
        **headers,
    }
    try:
        with _not_for_long(connection):
            connection.request("POST", place.path, body=body, headers=sent, preload_content=False)
            status = connection.getresponse().status
    except (OSError, HTTPError, HTTPException, ValueError, AttributeError):
        raise NotAllowed("not_reached") from None
    finally:
        connection.close()
    if code := _problem(status):
        raise NotAllowed(code)


def _connection(place: Place, address: str) -> HTTPConnection:
    """To the very address that was checked; the certificate is still that of the name."""
    if not place.is_tls:
        return HTTPConnection(address, place.port, timeout=TO_CONNECT)
    return HTTPSConnection(
        address,
        place.port,
        timeout=TO_CONNECT,
        server_hostname=place.host,
        assert_hostname=place.host,
        ssl_context=ssl.create_default_context(),
    )


@contextmanager
def _not_for_long(connection: HTTPConnection) -> Iterator[None]:
    """Whoever answers a letter at a time is cut off."""
    timer = Timer(AT_MOST, _cut, args=[connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(SHUT_RDWR)


def _problem(status: int) -> str:
    if 200 <= status < 300:
        return ""
    if 300 <= status < 400:
        return "redirected"
    return "refused" if status < 500 else "fails"
