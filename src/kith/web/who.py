"""Who is at the page: the signed-in person as the ``by`` of what they do."""

from datetime import datetime

from django.http import HttpRequest

from kith.agencies import queries as agencies
from kith.kernel.types import Actor


def acting(request: HttpRequest, *, at: datetime) -> Actor:
    """The practitioner who is signed in. Raises Refused for a sign-in that belongs to nobody who works here now."""
    if not hasattr(request, "kith_actor"):
        request.kith_actor = agencies.actor_for(sign_in=request.user, at=at)  # type: ignore[attr-defined, arg-type]
    return request.kith_actor  # type: ignore[attr-defined, no-any-return]
