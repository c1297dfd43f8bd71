"""Who prepares a family's record: the guardian of information; a child who is held closely only where they see them."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.access import operations as access
from kith.access import policies as sight
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.oversight import policies
from kith.people import queries as people
from kith.web.policy import View, policy
from kith.web.refused.views import refused
from kith.web.who import acting

PURPOSE = "prepare who looked for the family"


def for_the_guardian(*, keeps_look: bool = True) -> Callable[[View], View]:
    """For a view whose address has ``<uuid:child>``; it is called with ``child``, ``by`` and ``at``. The look comes first."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *, child: UUID, **kept: Any) -> HttpResponse:
            at = now()
            try:
                by = acting(request, at=at)
                policies.check_guards(by=by, at=at)
                found = people.person(id=child)
                if (
                    found is None
                    or found.area != by.area
                    or found.tier != "normal"
                    or sight.sees(child=child, by=by, at=at)
                ):
                    found = access.open_child(child=child, purpose=PURPOSE, by=by, at=at).child
                elif keeps_look:
                    access.look_to_answer(child=child, purpose=PURPOSE, by=by, at=at)
                return view(request, child=found, by=by, at=at, **kept)
            except Refused as why:
                return refused(request, why)

        return policy("tells_families")(guarded)

    return guard
