"""The secret of a token, and the digest by which alone it is kept."""

import hashlib
import secrets

PREFIX = "kith_"
"""People and scanners know a stray token by it."""


def new_secret() -> str:
    """256 bits that nobody can guess, so that a plain digest keeps them: there is no list of likely ones to try."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(secret: str) -> bytes:
    """SHA-256: 32 bytes."""
    return hashlib.sha256(secret.encode(errors="replace")).digest()
