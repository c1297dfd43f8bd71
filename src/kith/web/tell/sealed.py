"""The key of one telling: it travels in the form alone, and what is kept under its hash opens with nothing else."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY = re.compile(r"[A-Za-z0-9_-]{43}")
_NONCE = 12


@dataclass(frozen=True)
class Key:
    """256 random bits, as 43 characters of URL-safe base64."""

    text: str = field(repr=False)

    def derived(self, what: str) -> bytes:
        """32 bytes for one purpose, from which neither the key nor those of another purpose can be read."""
        return hashlib.sha256(f"kith tell {what}\n{self.text}".encode()).digest()

    @property
    def row(self) -> str:
        """What it is kept under."""
        return self.derived("row").hex()

    @property
    def telling(self) -> UUID:
        """The telling that comes of it, the same however often it is sent."""
        return _uuid(self.derived("telling"))

    @property
    def unnamed_as(self) -> UUID:
        """Who counts as telling, where they give neither name nor number."""
        return _uuid(self.derived("unnamed"))

    def seal(self, words: bytes) -> bytes:
        """The words, readable with this key alone."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self.derived("seal")).encrypt(nonce, words, None)

    def open(self, sealed: bytes) -> bytes:
        """What ``seal`` was given. Raises InvalidTag for another key's."""
        return AESGCM(self.derived("seal")).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)


def _uuid(digest: bytes) -> UUID:
    """A UUID of version 8, which is what one made of a hash is called."""
    value = int.from_bytes(digest[:16], "big") & ~(0xF << 76) | 0x8 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def new_key() -> Key:
    """A key that nobody else has."""
    return Key(secrets.token_urlsafe(32))


def key_in(posted: str) -> Key:
    """The key that a form carries, or a new one where it carries none such."""
    return Key(posted) if _KEY.fullmatch(posted) else new_key()
