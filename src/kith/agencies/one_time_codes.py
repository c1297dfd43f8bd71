"""One-time codes that a keeper reads to a colleague: made, typed back in any spelling, and hashed like a password."""

import secrets

from django.contrib.auth.hashers import check_password, make_password

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's thirty-two: no I, L, O or U, so that nothing is misheard or misread for another."""
LENGTH = 20
"""A hundred bits: no number of tries within an hour comes near."""
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", " ": "", "-": "", "\t": "", "\u00a0": ""})


def new_code() -> str:
    """A code in groups of four: ``7KQM-4RTX-9WBD-2HFP-6NVC``."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return "-".join(drawn[start : start + 4] for start in range(0, LENGTH, 4))


def hashed(code: str) -> str:
    """What is kept of a code: salted and slow, so that a copy of the table opens nothing."""
    return make_password(_read(code))


def is_this(code: str, *, held: str | None) -> bool:
    """Whether it is the code of that hash. With no hash to compare it hashes all the same, and so takes as long."""
    if held is None:
        make_password(_read(code))
        return False
    return check_password(_read(code), held)


def _read(code: str) -> str:
    """As it was made, whatever it was typed with; no longer than a code could be."""
    return code.upper().translate(_READ_AS)[: 2 * LENGTH]
