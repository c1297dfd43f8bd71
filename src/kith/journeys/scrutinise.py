"""The independent scrutineer opens what agencies decided, without asking leave of any of them; why is kept with the look."""

from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.agencies import queries as agencies
from kith.decisions.challenges.policies import SCRUTINEER
from kith.journeys.letting_in import let_in
from kith.journeys.who_answers_a_challenge import SCRUTINISES
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor

LONGEST = 250


def check_scrutinises(*, by: Actor) -> None:
    """Only who holds the post. Raises Refused, which says whom to ring."""
    if SCRUTINEER not in by.roles:
        desk = agencies.duty_desk(area=by.area)
        raise Refused(f"This is for the independent scrutineer alone. Ring the duty desk: {desk}.")


@acts_for_the_partnership
def scrutinise(*, children: tuple[UUID, ...], why: str, by: Actor, at: datetime) -> None:
    """Let the scrutineer in to these children, but for those who are sealed. Raises Refused, or BadInput naming the field."""
    check_scrutinises(by=by)
    if not why.strip():
        raise BadInput("why", "Say why you look, in a sentence. It is kept with the look.")
    if len(why.strip()) > LONGEST:
        raise BadInput("why", f"Say it in at most {LONGEST} characters.")
    with acting(by=by):
        let_in(children=children, practitioner=by.id, basis=SCRUTINISES, by=by, at=at)
    for child in children:
        try:
            access.open_child(child=child, purpose=f"scrutiny: {why.strip()}", by=by, at=at)
        except Refused:
            continue  # a sealed child opens to nobody by a post; the refusal is kept
