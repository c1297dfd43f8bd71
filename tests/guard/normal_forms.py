"""Twelve forms in which a secret may leave: each is undone, then letters and digits alone are compared."""

import base64
import binascii
import html
import quopri
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote_to_bytes

_NOT_A_SIGN = re.compile(rb"[^a-z0-9]+")
_TAG = re.compile(rb"<[^>]*>")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
_UTF7 = re.compile(rb"\+[A-Za-z0-9+/]+-")
_NUMBER = re.compile(r"-?\d{1,3}\.\d{2,}")
FORMS = (
    "case", "spaces", "punctuation", "URL", "HTML entities", "base64", "quoted-printable", "UTF-7", "UTF-16",
    "reversed", "split across tags", "rounded coordinates",
)  # fmt: skip
"""Case, spaces and punctuation fall away in every reading."""


def bare(said: bytes) -> bytes:
    """Letters and digits alone, small."""
    return _NOT_A_SIGN.sub(b"", said.lower())


def readings(said: bytes) -> bytes:
    """What was sent, read in every form at once, each reading after a stroke."""
    read = [said, html.unescape(said.decode("utf-8", "replace")).encode()]
    if b"%" in said:
        read += [unquote_to_bytes(said), unquote_to_bytes(unquote_to_bytes(said))]
    if b"=" in said:
        read.append(quopri.decodestring(said))
    if b"\x00" in said:
        read.append(said.replace(b"\x00", b""))
    if _UTF7.search(said):
        read.append(said.decode("utf-7", "ignore").encode())
    read += [_TAG.sub(b"", one) for one in read if b"<" in one]
    read += _from_base64(said)
    return b"|".join(bare(one) for one in read)


def _from_base64(said: bytes) -> list[bytes]:
    found = []
    for part in _BASE64.findall(said):
        for cut in range(4):
            whole = part[cut : len(part) - (len(part) - cut) % 4]
            try:
                found.append(base64.b64decode(whole, altchars=b"-_"))
            except binascii.Error:
                continue
    return found


def needles(secrets: Iterable[str]) -> dict[bytes, str]:
    """Each secret as it is sought: bare, backwards, and coordinates to two and three places."""
    sought: dict[bytes, str] = {}
    for secret in secrets:
        for form in _ways(secret):
            one = bare(form.encode())
            sought[one] = sought[one[::-1]] = secret
    return sought


def _ways(secret: str) -> Iterator[str]:
    yield secret
    pair = _NUMBER.findall(secret)
    if len(pair) == 2:
        for places in (2, 3):
            yield ",".join(f"{float(one):.{places}f}" for one in pair)


def said_in(sent: bytes, sought: dict[bytes, str]) -> set[str]:
    """The secrets that stand in what was sent, in any form."""
    read = readings(sent)
    return {secret for form, secret in sought.items() if form in read}
