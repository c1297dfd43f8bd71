"""An agency ends its part with a child: it is told what is true first, and goes on where it says why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.agencies.types import SOCIAL_CARE
from kith.journeys.closings_taken_up import CLOSED
from kith.journeys.describing import as_named_by
from kith.journeys.receive_concern import receive_concern
from kith.journeys.truths_of_contact import Truth, nobody_works, outstanding
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.types import Actor
from kith.pathway import queries as contacts
from kith.pathway.types import ContactView


@dataclass(frozen=True, kw_only=True)
class Closing:
    """Why an agency ends its part: ``social_care_has_it`` where it relies on that, ``despite`` where a truth speaks against it."""

    reason: str
    social_care_has_it: bool
    despite: str = ""


def truths_of_closing(*, child: UUID, by: Actor, at: datetime) -> tuple[Truth, ...]:
    """What speaks against closing now: nobody in social care works with the child, and what one's own agency still waits for."""
    own = (by.agency, by.area)
    alone = nobody_works(children=[child], at=at)
    return (*alone, *outstanding(children=[child], asked_by=own, at=at))


@acts_for_the_partnership
def close_our_part(*, child: UUID, closing: Closing, by: Actor, at: datetime) -> ContactView | None:
    """Close, as one agency. Answers the contact at the front door that it became, if it rested on what is not so.

    Raises BadInput naming the field, such as ``despite`` where something speaks against it and no reason is given.
    """
    if not closing.reason.strip():
        raise BadInput("reason", "Say why your agency’s part is done. The next who looks reads it.")
    against = [one for one in truths_of_closing(child=child, by=by, at=at) if _speaks_against(one, closing)]
    if against and not closing.despite.strip():
        raise BadInput("despite", f"{against[0].words} Say why you close all the same.")
    received = receive_concern(concern=_concern(child, closing, against, by, at), by=by, at=at)
    entry = received.entries[CLOSED]
    return next(iter(contacts.contacts_of(told=[entry]).get(entry, ())), None)


def _speaks_against(truth: Truth, closing: Closing) -> bool:
    return truth.code != "known_to_social_care" or closing.social_care_has_it


def _concern(child: UUID, closing: Closing, against: list[Truth], by: Actor, at: datetime) -> Concern:
    details: Mapping[str, Any] = {
        "reason": closing.reason.strip(),
        "stated_known_to_social_care": closing.social_care_has_it,
        "information_outstanding": any(one.code == "information_outstanding" for one in against),
        **({"despite": closing.despite.strip()} if closing.despite.strip() else {}),
    }
    said = EntrySaid(
        key=CLOSED,
        kind=CLOSED,
        happened_from=at,
        happened_to=at,
        precision="time",
        about=("child",),
        details=details,
        claim="observed",
        told=() if by.agency == SOCIAL_CARE else ((SOCIAL_CARE, by.area),),
    )
    described = PersonSaid(key="child", description=as_named_by(person=child, by=by), person=child)
    role = next(iter(by.roles), "")
    return Concern(
        said_by=by.agency, said_by_area=by.area, people=(described,), entries=(said,), actor_role=role
    )
