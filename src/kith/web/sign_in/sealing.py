"""Seals the secrets of second factors before they reach the database: a copy of its tables opens no door."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings


class SealedSecrets(DefaultMFAAdapter):  # type: ignore[misc]
    """What allauth keeps goes through here. Named in the settings."""

    def encrypt(self, text: str) -> str:
        """The secret as the table holds it."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself. Raises where the key is another one than sealed it."""
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> Fernet:
    key = hashlib.sha256(b"kith second factors\n" + settings.KITH_SECOND_FACTOR_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
