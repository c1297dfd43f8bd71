"""A letter's bytes as text that a person can mend, and back."""

from collections.abc import Mapping

LARGEST = 100_000
"""Bytes that anybody mends by hand; what is larger is asked for again."""
SIGNS = str.maketrans({"\x0b": None, "\x1c": None})


def shown(body: bytes) -> str:
    """The text, in UTF-8 or else as Windows writes it, each of its lines a line of its own."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", "replace")
    return text.translate(SIGNS).replace("\r\n", "\n").replace("\r", "\n")


def value_shown(value: str) -> str:
    """What stands in one field: what is not UTF-8 in it as Windows writes it."""
    return shown(value.encode("utf-8", "surrogateescape"))


def typed(text: str, *, over: bytes) -> bytes:
    """What a person typed as bytes; the very bytes that were there where nothing but ends of lines differs and they can be read."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    same = plain.rstrip("\n") == shown(over).rstrip("\n")
    if same and _is_utf8(over):
        return over
    return plain.encode("utf-8", "replace")


def changed(posted: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """Values of fields that a person changed, by their path; ``names`` is input to path. What stood there came back beside it."""
    return {
        path: posted[name]
        for name, path in names.items()
        if name in posted and posted[name] != posted.get(f"was-{name}", "")
    }


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
