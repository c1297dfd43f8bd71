"""Guards every view of one question: only who may see one of its children comes in, and each look is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.access.types import Opened
from kith.journeys.answer_prompt import children_of
from kith.journeys.letting_in import let_in
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.patterns import queries as patterns
from kith.patterns.types import PromptView
from kith.web.policy import View, policy
from kith.web.refused.views import refused
from kith.web.together.seen import open_seen, raise_as_for_nobody, sees_any
from kith.web.who import acting


@dataclass(frozen=True, kw_only=True)
class AtPrompt:
    """A question, whoever reads it, when, and those of its children whom they may see."""

    prompt: PromptView
    by: Actor
    at: datetime
    opened: tuple[Opened, ...]

    @property
    def mine(self) -> bool:
        """Whether it waits on the reader."""
        return self.prompt.owner == self.by.id and self.prompt.is_open


def about_prompt(*, purpose: str) -> Callable[[View], View]:
    """For a view whose address has ``<uuid:prompt>``; it is called with ``here`` (AtPrompt). The look is written before.

    What the view refuses is answered with its reason. A question that is not there is refused like a child who is not.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *, prompt: UUID, **kept: Any) -> HttpResponse:
            at = now()
            try:
                here = _come_in(prompt, purpose, acting(request, at=at), at)
                return view(request, here=here, **kept)
            except Refused as refusal:
                return refused(request, refusal)

        return policy("sees_child")(opened)

    return guard


def _come_in(prompt: UUID, purpose: str, by: Actor, at: datetime) -> AtPrompt:
    held = patterns.prompt(id=prompt)
    if held is None:
        raise_as_for_nobody(child=prompt, purpose=purpose, by=by, at=at)
    children = children_of(prompt=held)
    if held.owner == by.id and held.is_open and not sees_any(children=children, by=by, at=at):
        let_in(children=children, practitioner=by.id, by=by, at=at)  # an open question outlasts its basis
    opened = open_seen(children=children, purpose=purpose, by=by, at=at)
    return AtPrompt(prompt=held, by=by, at=at, opened=opened)
