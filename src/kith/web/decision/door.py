"""Guards every view of one joint decision: who may see one of its children, and may read or write in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.access.types import Opened
from kith.decisions import queries as decisions
from kith.decisions.policies import check_can_read
from kith.decisions.types import DecisionView
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web.policy import View, policy
from kith.web.refused.views import refused
from kith.web.together.seen import open_seen, raise_as_for_nobody
from kith.web.who import acting


@dataclass(frozen=True, kw_only=True)
class AtDecision:
    """A decision as its reader may see it, who that is, when, and those of its children whom they may see."""

    decision: DecisionView
    by: Actor
    at: datetime
    opened: tuple[Opened, ...]

    @property
    def mine(self) -> bool:
        """Whether the reader makes it."""
        return self.decision.owner == self.by.id

    @property
    def asked(self) -> bool:
        """Whether the reader's agency was asked."""
        us = (self.by.agency, self.by.area)
        return any((one.agency, one.agency_area) == us for one in self.decision.invitations)

    @property
    def written(self) -> bool:
        """Whether the reader's agency has written its position."""
        us = (self.by.agency, self.by.area)
        return any((one.agency, one.agency_area) == us for one in self.decision.positions)


def about_decision(*, purpose: str) -> Callable[[View], View]:
    """For a view whose address has ``<uuid:decision>``; it is called with ``here`` (AtDecision). The look is written before.

    What the view refuses is answered with its reason. A decision that is not there is refused like a child who is not.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *, decision: UUID, **kept: Any) -> HttpResponse:
            at = now()
            try:
                here = _come_in(decision, purpose, acting(request, at=at), at)
                return view(request, here=here, **kept)
            except Refused as refusal:
                return refused(request, refusal)

        return policy("decides")(opened)

    return guard


def _come_in(decision: UUID, purpose: str, by: Actor, at: datetime) -> AtDecision:
    held = decisions.decision(id=decision, by=by)
    if held is None:
        raise_as_for_nobody(child=decision, purpose=purpose, by=by, at=at)
    opened = open_seen(children=held.children, purpose=purpose, by=by, at=at)
    check_can_read(decision=decision, by=by)
    return AtDecision(decision=held, by=by, at=at, opened=opened)
