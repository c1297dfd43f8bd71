"""Tells a name that was written wrongly from another name: Masob is Mason mistyped, Hayden is not Jayden."""

from kith.identity.commonness import Commonness

KNOWN, UNHEARD_OF = 5e-5, 2e-5
"""A name that at least this share of people have is a name; one that at most this share have may be a slip."""


def is_misspelt(one: str, other: str, *, common: Commonness) -> bool:
    """Whether just one of two names that are alike is known to be a name: brothers and sisters have two that are.

    Where names have not been counted, nothing is known to be misspelt.
    """
    shares = common.shares.get("first") or {}
    rarer, usual = sorted((shares.get(one, 0.0), shares.get(other, 0.0)))
    return usual >= KNOWN and rarer <= UNHEARD_OF
