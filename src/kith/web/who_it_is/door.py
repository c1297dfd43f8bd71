"""Who comes in to the page of who a child is: whoever sees the child, or says who is who; each look is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.access import operations as access
from kith.access.types import Opened
from kith.journeys.who_says_who import SAYS_WHO, answers_for
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web.policy import View, policy
from kith.web.refused.views import refused
from kith.web.same_child.door import closed_to, seen_of
from kith.web.who import acting


@dataclass(frozen=True, kw_only=True)
class AtWho:
    """Whose page it is, who reads it, when, and what they may do with it."""

    child: Person
    by: Actor
    at: datetime
    opened: Opened | None
    """None for somebody who says who is who and does not work with the child: then no entry is read or counted."""
    says_who: bool
    """Whether the reader may undo a match."""


def about_who(*, purpose: str) -> Callable[[View], View]:
    """For a view whose address has ``<uuid:child>``; it is called with ``here`` (AtWho). The look is written before.

    Whoever says who is who in the child's area comes in to any child who is not held closely; everybody else as to
    every page about a child. What the view refuses is answered with its reason.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *, child: UUID, **kept: Any) -> HttpResponse:
            at = now()
            try:
                return view(request, here=come_in(child, purpose, acting(request, at=at), at), **kept)
            except Refused as refusal:
                return refused(request, refusal)

        return policy("reads_who_it_is")(opened)

    return guard


def come_in(child: UUID, purpose: str, by: Actor, at: datetime) -> AtWho:
    """The page's reader, let in; raises NotInvolved, and keeps the refusal, as for every page about a child."""
    found = people.person(id=child)
    says_who = found is not None and found.area == by.area and SAYS_WHO in answers_for(by=by, at=at)
    if found and says_who and not seen_of([child], by=by, at=at) and not closed_to([child], by=by, at=at):
        access.look_to_answer(child=child, purpose=purpose, by=by, at=at)
        return AtWho(child=found, by=by, at=at, opened=None, says_who=True)
    opened = access.open_child(child=child, purpose=purpose, by=by, at=at)
    return AtWho(child=opened.child, by=by, at=at, opened=opened, says_who=says_who)
