"""Who is at the page: the signed-in person as the ``by`` of what they do."""

from datetime import datetime

from django.http import HttpRequest

from kith.agencies import queries as agencies
from kith.kernel.page_wall import opened_for
from kith.kernel.types import Actor


def acting(request: HttpRequest, *, at: datetime) -> Actor:
    """The practitioner who is signed in. Raises Refused for a sign-in that belongs to nobody who works here now."""
    if not hasattr(request, "kith_actor"):
        by = agencies.actor_for(sign_in=request.user, at=at)  # type: ignore[arg-type]
        opened_for(reader=by.id, children=(), at=at)
        request.kith_actor = by  # type: ignore[attr-defined]
    return request.kith_actor  # type: ignore[attr-defined, no-any-return]
