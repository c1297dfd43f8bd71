"""Guards every view about a child: checks, writes the look, and hands the view who reads, when and on what basis."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.access import operations as access
from kith.access import policies
from kith.access.types import NotInvolved
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.web.policy import View, policy
from kith.web.refused.views import refused
from kith.web.who import acting


def emergency_href(refusal: Refused) -> str:
    """The page on which a reason may be written, where a reason can open the child at all; else empty."""
    opens = isinstance(refusal, NotInvolved) and refusal.what not in policies.NO_REASON_OPENS
    return f"/children/{refusal.child}/open/" if opens else ""  # type: ignore[attr-defined]


def about_child(*, purpose: str) -> Callable[[View], View]:
    """For a view whose address has ``<uuid:child>``. ``purpose`` says why the page is read: ``read the chronology``.

    The view is called with ``child`` (people.types.Person), ``by``, ``at`` and ``basis``, only where ``by`` may see the
    child; the look is written before. Otherwise the answer is 403 with the reason, the same for a child who is not there.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *, child: UUID, **kept: Any) -> HttpResponse:
            at = now()
            try:
                by = acting(request, at=at)
                found = access.open_child(child=child, purpose=purpose, by=by, at=at)
            except Refused as refusal:
                return refused(request, refusal, ask_href=emergency_href(refusal))
            return view(request, child=found.child, by=by, at=at, basis=found.basis, **kept)

        return policy("sees_child")(opened)

    return guard
