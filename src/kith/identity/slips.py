"""Tells a slip of the pen from another name: Masob is Mason mistyped, Hayden is not Jayden."""

from kith.identity.commonness import Commonness

USUAL = 5e-5
"""A name that at least so many are called by is a name that is known."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    frozenset((a, b))
    for row, below in zip(_ROWS, (*_ROWS[1:], ""), strict=True)
    for place, a in enumerate(row)
    for b in (*row[place + 1 : place + 2], *below[max(0, place - 1) : place + 1])
}


def is_misspelt(one: str, other: str, *, common: Commonness) -> bool:
    """Whether just one of two names is known, and the other comes of it by a typist's slip.

    A slip is two letters changed over, a letter doubled or left out, or the key beside the right one. Where names have
    not been counted, nothing is known to be misspelt.
    """
    shares = common.shares.get("first") or {}
    known = [name for name in (one, other) if shares.get(name, 0.0) >= USUAL]
    unheard = [name for name in (one, other) if name not in shares]
    return len(known) == 1 and len(unheard) == 1 and _is_typists_slip(known[0], unheard[0])


def _is_typists_slip(right: str, typed: str) -> bool:
    if len(right) == len(typed):
        wrong = [place for place, (a, b) in enumerate(zip(right, typed, strict=True)) if a != b]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            return right[wrong[0]] == typed[wrong[1]] and right[wrong[1]] == typed[wrong[0]]
        return len(wrong) == 1 and frozenset((right[wrong[0]], typed[wrong[0]])) in _NEIGHBOURS
    longer, shorter = sorted((right, typed), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    place = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if longer[place + 1 :] != shorter[place:]:
        return False
    is_doubled = place > 0 and longer[place] == longer[place - 1]
    return is_doubled or (longer == right and 0 < place < len(right) - 1)
