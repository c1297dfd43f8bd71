"""What somebody who may not see a child is told: whom to ring, and never more than is theirs to know."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kith.access import operations, policies
from kith.access.types import NotInvolved
from kith.people import operations as people
from kith.people.types import NewPerson
from tests.rooms.access_world import AT, actor, child, load

pytestmark = pytest.mark.django_db
DESK = "01632 960 140"


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


def refused(who, by, at=AT):
    with pytest.raises(NotInvolved) as refusal:
        policies.check_can_see(child=who, by=by, at=at)
    return refusal.value


def allocate(who, code, role):
    by = actor("dana-ferris")
    return operations.allocate(child=who, practitioner=actor(code).id, role=role, by=by, at=AT)


def test_whoever_has_a_family_of_their_own_is_told_of_other_children_what_everybody_is():
    """A conflict about one child must not turn the way to ring about another into "nothing is found"."""
    nephew, by = child("Nephew"), {"by": actor("dana-ferris"), "at": AT}
    joel = people.register_person(person=NewPerson(kind="adult", display_name="Joel Prewett"), **by)
    people.relate(person=joel, kind="aunt_or_uncle", other=nephew, **by)
    operations.say_who_they_are(
        practitioner=actor("joel-prewett").id, person=joel, by=actor("philippa-venn"), at=AT
    )
    for who, what in ((child("Amira"), "not_involved"), (child("Tam", "restricted"), "restricted")):
        said = refused(who, actor("joel-prewett"))
        assert (said.what, said.reason) == (what, refused(who, actor("siobhan-keane")).reason)
    assert refused(nephew, actor("joel-prewett")).what == "own_family"


def test_a_child_whom_a_manager_holds_without_a_worker_is_refused_with_the_managers_number():
    amira = child()
    allocate(amira, "ruth-abara", "team_manager")
    reason = refused(amira, actor("anneka-bright")).reason
    assert reason.startswith("You are not involved with this child. Ring Ruth Abara, ")
    assert reason.endswith(f", or the duty desk: {DESK}.")


def test_the_worker_is_named_before_the_manager_who_holds_the_child():
    amira = child()
    allocate(amira, "ruth-abara", "team_manager")
    allocate(amira, "joel-prewett", "allocated_social_worker")
    assert "Ring Joel Prewett, " in refused(amira, actor("anneka-bright")).reason


def test_whoever_was_allocated_once_is_not_named_and_nobody_is_yet():
    amira = child()
    ended = allocate(amira, "joel-prewett", "allocated_social_worker")
    later = AT + timedelta(days=1)
    operations.end_allocation(allocation=ended, because="Left.", by=actor("ruth-abara"), at=later)
    nobody = f"You are not involved with this child, and nobody is allocated. Ring the duty desk: {DESK}."
    assert refused(amira, actor("anneka-bright"), at=later).reason == nobody
    assert refused(amira, actor("anneka-bright"), at=AT - timedelta(seconds=1)).reason == nobody


@pytest.mark.parametrize("tier", ["normal", "restricted", "sealed"])
def test_somebody_of_an_area_that_is_not_held_here_is_told_to_ring_their_own_desk(tier):
    stranger = replace(actor("anneka-bright"), area="another-area")
    for who in (child(tier=tier), uuid4()):
        reason = refused(who, stranger).reason
        assert reason.endswith("uty desk: the one of your own area.")
        assert DESK not in reason
