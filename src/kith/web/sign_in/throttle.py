"""Five wrong tries in a quarter of an hour, for one sign-in from one address; then a wait, from there alone."""

import hashlib
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from kith.web import models

TRIES = 5
WITHIN = timedelta(minutes=15)
TRIES_OF_CODES = 20
"""Of a second factor, from everywhere together: only somebody who has the password comes so far, so that no outsider can
use it to keep the person out; and a passkey is never counted."""


def about(*what: str) -> str:
    """What a try is counted under: whom for and from where, hashed under our key so that neither can be read back."""
    return salted_hmac("kith.web.sign_in.throttle", "\n".join(what), algorithm="sha256").hexdigest()


@transaction.atomic
def may_try(*, about: str, at: datetime, tries: int = TRIES) -> bool:
    """Counts a try before it is made, so that a hundred at once are not a hundred; False where there were too many."""
    models.WrongTry.objects.filter(at__lt=at - WITHIN).delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_lock(about)])
    if models.WrongTry.objects.filter(about=about).count() >= tries:
        return False
    models.WrongTry.objects.create(about=about, at=at)
    return True


def was_right(*, about: str) -> None:
    """The try was right after all: nothing stands against whoever made it."""
    models.WrongTry.objects.filter(about=about).delete()


def _lock(about: str) -> int:
    return int.from_bytes(hashlib.sha256(about.encode()).digest()[:8], "big", signed=True)
