"""The name that a file came with, as words: it is shown to people, and is never a path."""

import re
import unicodedata

LONGEST = 120
UNNAMED = "no name given"
_NOT_FOR_READING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Control characters, marks that turn the direction of reading or have no width, and what no font draws."""


def given_name(*, name: str) -> str:
    """The last part of the name without what cannot be read, at most ``LONGEST`` characters.

    ``holiday<turn>gpj.exe`` reads like a picture only while the mark that turns the direction is in it.
    """
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(one for one in last if unicodedata.category(one) not in _NOT_FOR_READING)
    words = " ".join(unicodedata.normalize("NFC", plain).split())
    return words[:LONGEST].strip(" .") or UNNAMED
