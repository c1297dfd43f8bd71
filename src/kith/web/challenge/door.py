"""Guards every view of one challenge: whoever may see one of its children reads it, and the look is written before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.access.types import Opened
from kith.decisions.challenges import queries
from kith.decisions.challenges.types import ChallengeView
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web.policy import View, policy
from kith.web.refused.views import refused
from kith.web.together.seen import open_seen, raise_as_for_nobody
from kith.web.who import acting


@dataclass(frozen=True, kw_only=True)
class AtChallenge:
    """A challenge, whoever reads it, when, and those of its children whom they may see."""

    challenge: ChallengeView
    by: Actor
    at: datetime
    opened: tuple[Opened, ...]


def about_challenge(*, purpose: str) -> Callable[[View], View]:
    """For a view whose address has ``<uuid:challenge>``; it is called with ``here``. What it refuses is answered with its reason."""

    def guard(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *, challenge: UUID, **kept: Any) -> HttpResponse:
            at = now()
            try:
                here = come_in(challenge, purpose, acting(request, at=at), at)
                return view(request, here=here, **kept)
            except Refused as refusal:
                return refused(request, refusal)

        return policy("sees_child")(opened)

    return guard


def come_in(challenge: UUID, purpose: str, by: Actor, at: datetime) -> AtChallenge:
    """Opens its children. One that is not there is refused like a child who is not."""
    held = queries.challenge(id=challenge)
    if held is None:
        raise_as_for_nobody(child=challenge, purpose=purpose, by=by, at=at)
    opened = open_seen(children=held.children, purpose=purpose, by=by, at=at)
    return AtChallenge(challenge=held, by=by, at=at, opened=opened)
