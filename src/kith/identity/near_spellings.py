"""The spellings that are one slip away from a name: a letter wrong, missing, too many, or two changed over."""

import re
from functools import lru_cache
from string import ascii_lowercase

SHORTEST = 4
"""A name of fewer letters is one slip away from too many others (Ava, Eva, Ada)."""
_DOUBLES = re.compile(r"(.)\1+")


def undoubled(name: str) -> str:
    """Haddad is hadad: how often a letter stands is no slip."""
    return _DOUBLES.sub(r"\1", name)


@lru_cache(maxsize=1_000)
def one_slip_from(name: str) -> frozenset[str]:
    """All spellings, undoubled, that are one slip away from a name in small letters; none where it is too short."""
    plain = undoubled(name)
    if len(plain) < SHORTEST:
        return frozenset()
    cuts = [(plain[:place], plain[place:]) for place in range(len(plain) + 1)]
    missing = (before + after[1:] for before, after in cuts if after)
    changed_over = (before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1)
    wrong = (before + letter + after[1:] for before, after in cuts if after for letter in ascii_lowercase)
    too_many = (before + letter + after for before, after in cuts for letter in ascii_lowercase)
    return frozenset(map(undoubled, (*missing, *changed_over, *wrong, *too_many))) - {plain}
