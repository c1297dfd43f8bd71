"""Signs a knock as Standard Webhooks says, so that a receiver knows that it is Kith, now, and only once.

https://www.standardwebhooks.com: ``webhook-signature`` is ``v1,`` and the base64 of HMAC-SHA256 over
``<id>.<seconds>.<body>``, under the bytes that stand in base64 behind ``whsec_`` in the secret.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings

PREFIX = "whsec_"


def secret_of(receiver: UUID, *, turn: int) -> str:
    """The secret of a system. It is made from the settings' key and kept nowhere: a copy of the database holds none."""
    return PREFIX + base64.b64encode(_key(receiver, turn)).decode()


def signed(*, knock: UUID, receiver: UUID, turn: int, body: bytes, at: datetime) -> Mapping[str, str]:
    """The headers of a knock: its id, the same however often it is sent, when it was sent, and the signature."""
    seconds = str(int(at.timestamp()))
    words = f"{knock}.{seconds}.".encode() + body
    signature = base64.b64encode(hmac.new(_key(receiver, turn), words, hashlib.sha256).digest()).decode()
    return {"webhook-id": str(knock), "webhook-timestamp": seconds, "webhook-signature": f"v1,{signature}"}


def _key(receiver: UUID, turn: int) -> bytes:
    return hmac.new(
        settings.KITH_GIVING_KEY.encode(), f"kith giving\n{receiver}\n{turn}".encode(), hashlib.sha256
    ).digest()
