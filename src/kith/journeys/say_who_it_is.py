"""A person says whether two descriptions are of one child, and the rulebook is asked again of what that joins or parts."""

from datetime import datetime
from uuid import UUID

from kith.identity import operations as identity
from kith.identity import queries
from kith.identity.types import OpenReview
from kith.journeys.catch_up import ASK_AGAIN, catch_up
from kith.kernel import outbox
from kith.kernel.errors import BadInput, Refused
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.people import queries as people


def say_who_it_is(*, review: UUID, decision: str, because: str, by: Actor, at: datetime) -> None:
    """``same``, ``not_the_same`` or ``cannot_tell``, with the reason. Raises Refused for whoever does not hold the role."""
    asked = queries.review(id=review)
    if asked is None:
        raise BadInput("review", "This has been answered, or was never asked.")
    check_may_say(asked, by=by)
    with acting(by=by):
        identity.decide_review(review=review, decision=decision, because=because, by=by, at=at)
        sides = {queries.stands_for(person=side, as_at=at) for side in (asked.person, asked.other_person)}
        for child in people.persons(ids=sides).values():
            if child.kind != "adult":
                outbox.put(topic=ASK_AGAIN, payload={"child": str(child.id)}, area=by.area, at=at)
    catch_up(at=at)


def check_may_say(asked: OpenReview, *, by: Actor) -> None:
    """Whoever holds the role that the question waits for, in its area. Raises Refused with the reason."""
    if asked.area != by.area or asked.owner_role not in by.roles:
        role = asked.owner_role.replace("_", " ")
        raise Refused(
            f"Whether two descriptions are of one child is for the {role} to say. Ring the duty desk."
        )
