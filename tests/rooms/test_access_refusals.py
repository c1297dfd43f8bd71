"""What somebody who may not see a child is told: whom to ring, and never more than is theirs to know."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kith.access import models, operations, policies, queries
from kith.access.types import NotInvolved
from kith.kernel.errors import BadInput
from kith.kernel.models import OutboxItem
from kith.kernel.page_wall import behind_the_wall
from kith.people import operations as people
from kith.people.types import NewPerson
from tests.rooms.access_world import AREA, AT, actor, child, involve, load, shown_by_the_database

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


def keep(who, code="anneka-bright"):
    """A refusal, kept; answers its row and whom the desk was told that somebody looked for."""
    row = operations.refuse(refused=refused(who, actor(code)), purpose=" Curious. ", by=actor(code), at=AT)
    rung = [one.payload["sealed"] for one in OutboxItem.objects.filter(topic="child_looked_for")]
    return models.Refusal.objects.get(pk=row), rung


@pytest.mark.parametrize(
    ("tier", "what"), [("normal", "not_involved"), ("restricted", "restricted"), ("sealed", "sealed")]
)
def test_a_refusal_is_kept_of_the_child_and_the_desk_hears_of_a_sealed_one_alone(tier, what):
    who = child(tier=tier)
    row, rung = keep(who)
    assert (row.child_id, row.asked_for, row.what, row.purpose) == (who, who, what, "Curious.")
    assert rung == ([[str(who)]] if tier == "sealed" else [])


def test_a_refusal_of_nobody_is_kept_without_a_child_and_may_be_rung_back_by_lot():
    nobody = uuid4()
    row, rung = keep(nobody)
    assert (row.child_id, row.asked_for, row.what) == (None, nobody, "unknown")
    assert rung == [[]]


def test_whoever_says_not_why_they_ask_is_told_so_before_anything_is_kept():
    amira = child()
    with pytest.raises(BadInput) as bad:
        operations.open_child(child=amira, purpose=" ", by=actor("anneka-bright"), at=AT)
    assert bad.value.field == "purpose"
    assert queries.refusals_in(area=AREA, since=AT) == ()


def test_a_look_to_answer_is_kept_on_the_basis_on_which_they_see_that_child_or_else_as_named_to_answer():
    amira, tam, dana = child(), child("Tam"), actor("dana-ferris")
    involve(amira, "dana-ferris", "chairs_or_reviews")
    kept = {
        who: operations.look_to_answer(child=who, purpose="say who is who", by=dana, at=AT)
        for who in (amira, tam)
    }
    bases = {who: models.Look.objects.get(pk=row).basis for who, row in kept.items()}
    assert bases == {amira: "chairs_or_reviews", tam: "owns_a_question"}


def test_a_look_opens_the_child_to_the_page_and_no_other():
    amira, tam, joel = child(), child("Tam"), actor("joel-prewett")
    for who in (amira, tam):
        involve(who, "joel-prewett")
    basis = policies.check_can_see(child=amira, by=joel, at=AT)
    for ask in (
        lambda: operations.look(child=amira, by=joel, basis=basis, purpose="read", at=AT),
        lambda: operations.look_to_answer(child=amira, by=joel, purpose="answer", at=AT),
    ):
        with behind_the_wall():
            row = ask()
            assert shown_by_the_database() == {amira}
        assert models.Look.objects.get(pk=row).child_id == amira
