"""Guards every view of one contact: whoever screens comes in, sees its children, and each look is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.access.types import Opened
from kith.journeys.screen_contact import children_of, read_contact
from kith.kernel.clock import now
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.pathway.types import ContactView, ViewWritten
from kith.web.policy import View, policy
from kith.web.refused.views import refused
from kith.web.together.seen import open_seen, raise_as_for_nobody
from kith.web.who import acting


@dataclass(frozen=True, kw_only=True)
class AtContact:
    """A contact, whoever reads it, when, and those of its children whom they may see."""

    contact: ContactView
    by: Actor
    at: datetime
    opened: tuple[Opened, ...]

    @property
    def mine(self) -> bool:
        """Whether the reader decides on it."""
        return self.contact.owner == self.by.id and self.contact.is_open

    @property
    def first_view(self) -> ViewWritten | None:
        """What the reader wrote before they saw Kith's questions."""
        return self.contact.first_view_of(self.by.id)


def about_contact(*, purpose: str) -> Callable[[View], View]:
    """For a view whose address has ``<uuid:contact>``; it is called with ``here`` (AtContact). The look is written before.

    What the view refuses is answered with its reason. A contact that is not there is refused like a child who is not.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *, contact: UUID, **kept: Any) -> HttpResponse:
            at = now()
            try:
                here = _come_in(contact, purpose, acting(request, at=at), at)
                return view(request, here=here, **kept)
            except Refused as refusal:
                return refused(request, refusal)

        return policy("screens")(opened)

    return guard


def _come_in(contact: UUID, purpose: str, by: Actor, at: datetime) -> AtContact:
    try:
        held = read_contact(contact=contact, by=by, at=at)
    except BadInput:
        raise_as_for_nobody(child=contact, purpose=purpose, by=by, at=at)
    opened = open_seen(children=children_of(held), purpose=purpose, by=by, at=at)
    return AtContact(contact=held, by=by, at=at, opened=opened)
