"""Keeps what arrived, byte for byte, before anybody reads meaning into it."""

import hashlib
from datetime import datetime
from uuid import UUID

from kith.chronology.models import Envelope
from kith.chronology.taking import clean
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor

LARGEST_BODY = 25 * 1024 * 1024


def keep_envelope(*, area: str, media_type: str, body: bytes, by: Actor, at: datetime) -> UUID:
    """Keep a received message verbatim. Returns its id, for the entries that rest on it. Raises BadInput."""
    if len(body) > LARGEST_BODY:
        raise BadInput("body", "This message is too large: at most 25 MB.")
    envelope = Envelope.objects.create(
        area=clean("area", area, longest=60),
        received_at=at,
        received_by=by.id,
        media_type=clean("media_type", media_type, longest=100),
        body=body,
        digest=hashlib.sha256(body).digest(),
    )
    return envelope.id
