"""Salted commitments: they bind content without saying anything of it, so that content can lawfully be erased."""

import hashlib
import os
from typing import Any

from kith.kernel.canonical import canonical

COMMITMENT_TAG = b"kith.commitment.v1\x00"
SALT_BYTES = 32


def new_salt() -> bytes:
    """32 random bytes. Who has erased the salt can no longer guess at the content."""
    return os.urandom(SALT_BYTES)


def commit(*, content: Any, salt: bytes) -> bytes:
    """SHA-256 of the domain tag, the salt and the content's canonical bytes: 32 bytes. Raises ValueError."""
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt is 32 bytes")
    return hashlib.sha256(COMMITMENT_TAG + salt + canonical(content)).digest()
