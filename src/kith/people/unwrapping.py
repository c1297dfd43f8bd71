"""Every way in which one text may hide another: encodings are undone, and the text as it then reads is given too."""

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

DEEPEST = 3
"""So many encodings inside one another are undone: base64 of a percent-encoded entity is three."""
MOST = 8
"""What is undone of one text is at most so many times as long as the text itself, and ``LEAST`` in any event."""
LEAST = 100_000

_ENTITY = re.compile(r"&(?:#|[A-Za-z])")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_QUOTED = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_SOFT_BREAK = re.compile(r"=\r?\n")
_SHIFTED = re.compile(r"\+([A-Za-z0-9+/]{2,})-?")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|'([0-9A-Fa-f]{2})|([0-7]{3})|([nrtNRT,;/]))")
_HEX = re.compile(r"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}){6,}")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}(?:=?\r?\n[ \t]{0,8}[A-Za-z0-9+/_-]{4,})*")
_TAG = re.compile(r"<[^<>]*>")
_BREAKS = re.compile(r"[=\s]+")
_URL_SAFE = str.maketrans("-_", "+/")


def ways_of(text: str) -> Iterator[tuple[str, str]]:
    """The text as it stands (way ``""``), then what it says with each encoding undone, the innermost last.

    Linear in the text: every text is undone once by each way, at most ``DEEPEST`` deep, and within a budget of letters.
    """
    yield "", text
    left = max(LEAST, MOST * len(text))
    waiting, seen = [("", text, 0)], {hash(text)}
    while waiting:
        way, inside, deep = waiting.pop(0)
        if deep == DEEPEST:
            continue
        for name, undo in WAYS.items():
            told = undo(inside)
            if not told or hash(told) in seen or len(told) > left:
                continue
            left -= len(told)
            seen.add(hash(told))
            both = f"{way} in {name}" if way else name
            yield both, told
            waiting.append((both, told, deep + 1))


def _without_nuls(text: str) -> str:
    """UTF-16 and UTF-32 that were read as bytes: a NUL stands beside every plain letter."""
    return text.replace("\x00", "") if "\x00" in text else ""


def _tags(text: str) -> str:
    """What stands between tags, put together: a code that is cut by them is whole."""
    return _TAG.sub("", text) if "<" in text and ">" in text else ""


def _entities(text: str) -> str:
    return html.unescape(text) if _ENTITY.search(text) else ""


def _percent(text: str) -> str:
    return unquote(text, errors="replace") if _PERCENT.search(text) else ""


def _quoted_printable(text: str) -> str:
    if not (_QUOTED.search(text) or _SOFT_BREAK.search(text)):
        return ""
    whole = _SOFT_BREAK.sub("", text)
    return _QUOTED.sub(lambda found: _as_text(bytes.fromhex(found[0].replace("=", ""))), whole)


def _utf_7(text: str) -> str:
    return _SHIFTED.sub(lambda found: _shifted(found[1]), text) if _SHIFTED.search(text) else ""


def _shifted(letters: str) -> str:
    body = _decoded(letters.rstrip("-"))
    return body[: len(body) // 2 * 2].decode("utf-16-be", errors="replace") if body else letters


def _escapes(text: str) -> str:
    if not _ESCAPE.search(text):
        return ""
    return _ESCAPE.sub(_unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    """What programs write after a backslash: letters by their number, line ends, and marks."""
    if found[5]:
        return " "
    return chr(int(found[4], 8) & 255) if found[4] else chr(int(found[1] or found[2] or found[3], 16))


def _hex(text: str) -> str:
    return "\n".join(_as_text(bytes.fromhex(found[0])) for found in _HEX.finditer(text))


def _base64(text: str) -> str:
    """Runs of its letters, from each of the four places at which one may begin. Plain words of small letters are none."""
    told: list[str] = []
    for found in _BASE64.finditer(text):
        run = _BREAKS.sub("", found[0])
        if run[1:].islower() and run.isalpha():
            continue
        for start in range(4 if len(run) > 11 else 1):
            if body := _decoded(run[start:].translate(_URL_SAFE)):
                told.append(_as_text(body))
    return "\n".join(told)


def _decoded(run: str) -> bytes:
    whole = run[: len(run) - (len(run) % 4 == 1)]
    try:
        return base64.b64decode(whole + "=" * (-len(whole) % 4))
    except (binascii.Error, ValueError):
        return b""


def _as_text(body: bytes) -> str:
    """Letters of UTF-8, or of one byte each where it is not that."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("latin-1")


WAYS: dict[str, Callable[[str], str]] = {
    "UTF-16": _without_nuls,
    "tags": _tags,
    "entities": _entities,
    "percent signs": _percent,
    "quoted-printable": _quoted_printable,
    "UTF-7": _utf_7,
    "escapes": _escapes,
    "base64": _base64,
    "hexadecimal": _hex,
}
"""Each encoding by the name that a finding gives it; what undoes it answers an empty string where there is none."""
