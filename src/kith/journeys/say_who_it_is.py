"""A person says whether two descriptions are of one child, and the rulebook is asked again of what that joins or parts."""

from datetime import datetime
from uuid import UUID

from kith.identity import operations as identity
from kith.identity import queries
from kith.identity.types import OpenReview
from kith.journeys.carrying_over import carry_over
from kith.journeys.catch_up import catch_up
from kith.journeys.putting_right import after_taking_away, ask_again
from kith.journeys.who_says_who import check_holds
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor


@acts_for_the_partnership
def say_who_it_is(*, review: UUID, decision: str, because: str, by: Actor, at: datetime) -> None:
    """``same``, ``not_the_same`` or ``cannot_tell``, with the reason. Raises Refused for whoever does not hold the role.

    The same joins the two; whoever works with the one that ended sees the one that goes on (``carrying_over``). Where
    both were one person's already, not the same takes a description away, with all that goes with that.
    """
    asked = queries.review(id=review)
    if asked is None:
        raise BadInput("review", "This has been answered, or was never asked.")
    check_may_say(asked, by=by, at=at)
    with acting(by=by):
        link = queries.link_as_at(description=asked.description.id, as_at=at)
        done = identity.decide_review(review=review, decision=decision, because=because, by=by, at=at)
        if decision == "same" and done and (step := queries.step(id=done)):
            carry_over(step=step, by=by, at=at)
        if decision == "not_the_same" and link and asked.person == asked.other_person:
            after_taking_away(link=link, by=by, at=at)
        sides = {queries.stands_for(person=side, as_at=at) for side in (asked.person, asked.other_person)}
        ask_again(people_of=sides, area=by.area, at=at)
    catch_up(at=at)


def check_may_say(asked: OpenReview, *, by: Actor, at: datetime) -> None:
    """Whoever holds the role that the question waits for, or stands in for it now, in its area. Raises Refused with the reason."""
    check_holds(asked.owner_role, area=asked.area, by=by, at=at)
