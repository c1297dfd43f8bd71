"""A wrong match is undone: the descriptions go back, carried sight ends, owners of questions are told, the rulebook is asked again."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.identity import operations as identity
from kith.identity import queries
from kith.identity.types import Step
from kith.journeys.carrying_over import give_back
from kith.journeys.catch_up import catch_up
from kith.journeys.putting_right import after_taking_away, ask_again, tell_owners
from kith.journeys.who_says_who import SAYS_WHO, check_holds
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.patterns import operations as patterns


@acts_for_the_partnership
def undo_a_match(*, step: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """Two records that were joined are of two children after all. Answers the step that undoes it.

    Every description goes back that has stayed where the merge put it; sight and homes that the merge carried end now;
    and the two are kept apart until somebody takes that back, so that nothing joins them again.
    Raises Refused for whoever does not hold the role, and where they were joined to somebody else since.
    """
    merged = queries.step(id=step)
    if merged is None or merged.kind != "merge":
        raise BadInput("step", "No such merge was made.")
    check_holds(SAYS_WHO, area=queries.area_of_step(id=step), by=by, at=at)
    with acting(by=by):
        undoing = identity.unmerge(step=step, because=because, by=by, at=at)
        give_back(step=merged, by=by, at=at)
        _keep_apart(merged, because, by, at)
        if taken := queries.step(id=undoing):
            tell_owners(step=taken, since=merged.taken_at, by=by, at=at)
    catch_up(at=at)
    return undoing


@acts_for_the_partnership
def take_a_description_away(*, description: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """One description is not of the person whose it is. Answers the step that moved it.

    Raises Refused for whoever does not hold the role, and where it is all that is known of the person.
    """
    link = queries.link_as_at(description=description, as_at=at)
    said = queries.description(id=description)
    if link is None or said is None:
        raise BadInput("description", "No such description is held.")
    check_holds(SAYS_WHO, area=said.area, by=by, at=at)
    with acting(by=by):
        identity.unlink(description=description, because=because, by=by, at=at)
        taken = after_taking_away(link=link, by=by, at=at)
    catch_up(at=at)
    return taken


def _keep_apart(merged: Step, because: str, by: Actor, at: datetime) -> None:
    """Where each is described by somebody now; else there is nothing to keep apart."""
    assert merged.other is not None
    described = queries.descriptions_of_many(people=[merged.person, merged.other], as_at=at)
    if len(described) == 2:
        identity.say_not_the_same(person=merged.other, other=merged.person, because=because, by=by, at=at)


@acts_for_the_partnership
def let_them_be_joined(
    *, non_link: UUID, people_of: Iterable[UUID], because: str, by: Actor, at: datetime
) -> None:
    """That two are not the same was a mistake: they may be linked again, and nothing is linked by this."""
    check_holds(SAYS_WHO, area=by.area, by=by, at=at)
    with acting(by=by):
        identity.withdraw_not_the_same(non_link=non_link, because=because, by=by, at=at)
        ask_again(people_of=people_of, area=by.area, at=at)
    catch_up(at=at)


def know_that_undone(*, prompt: UUID, by: Actor, at: datetime) -> None:
    """Whoever was told that a match was undone says that they have read it."""
    with acting(by=by):
        patterns.hear_match_undone(prompt=prompt, by=by, at=at)
