"""What a session remembers of how its person proved who they are."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

SIGNED_IN_AT = "signed_in_at"
"""The session's key: when this person signed in, in ISO form. The working day is counted from it."""
PROVED_AT = "proved_at"
"""When they last proved who they are: at signing in, or when they were asked again."""
TWO_FACTORS = "two_factors"
"""Whether they proved two things: a passkey; a password and a code; or what their agency says was two."""
SHARED = "shared_device"
"""Whether the device is one that colleagues share."""


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether whoever is signed in proved one thing alone, where two are required."""
    return bool(settings.KITH_SECOND_FACTOR and not request.session.get(TWO_FACTORS))


def proved_within(request: HttpRequest, *, minutes: int, at: datetime) -> bool:
    """Whether they proved who they are so lately that nobody else can have sat down since, in all likelihood."""
    proved = request.session.get(PROVED_AT)
    return bool(proved) and at - datetime.fromisoformat(proved) <= timedelta(minutes=minutes)
