"""Who has a child holds from a moment to a moment, and of one child: before, after and beside it nobody is named by it."""

from datetime import timedelta

import pytest

from kith.access import operations, queries
from kith.access.types import Whom
from kith.agencies import operations as agency_operations
from kith.agencies import queries as agencies
from kith.kernel.page_wall import behind_the_wall
from tests.rooms.access_world import AREA, AT, actor, child, involve, load, shown_by_the_database

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=7)
WORKER, MANAGER = "allocated_social_worker", "team_manager"


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


@pytest.fixture
def tam():
    return child("Tam")


def allocate(who, code, role=WORKER, at=AT):
    by = actor("dana-ferris")
    return operations.allocate(child=who, practitioner=actor(code).id, role=role, by=by, at=at)


def team(code):
    return agencies.team(area=AREA, code=code).id


def with_team(who, code, at=AT):
    by = actor("dana-ferris")
    return operations.involve(child=who, whom=Whom(team=team(code)), basis="demonstration", by=by, at=at)


def owner(who, role=MANAGER, at=AT):
    return queries.owner_for(child=who, role=role, area=AREA, at=at).code


def responsible(who, at):
    found = queries.responsible_for(child=who, at=at)
    return (found.worker and found.worker.code, found.held_by and found.held_by.code)


def test_nobody_is_responsible_before_the_moment_from_which_they_are(tam):
    allocate(tam, "joel-prewett", at=LATER)
    allocate(tam, "ruth-abara", MANAGER, at=LATER)
    assert responsible(tam, LATER - timedelta(seconds=1)) == (None, None)
    assert responsible(tam, LATER) == ("joel-prewett", "ruth-abara")


def test_nobody_is_responsible_from_the_moment_at_which_it_ended(tam):
    for code, role in (("joel-prewett", WORKER), ("ruth-abara", MANAGER)):
        ended = allocate(tam, code, role)
        operations.end_allocation(allocation=ended, because="Left.", by=actor("dana-ferris"), at=LATER)
    assert responsible(tam, LATER - timedelta(seconds=1)) == ("joel-prewett", "ruth-abara")
    assert responsible(tam, LATER) == (None, None)


def test_a_worker_is_told_with_role_and_since_when_and_no_manager_is_made_up(tam):
    allocate(tam, "joel-prewett")
    found = queries.responsible_for(child=tam, at=LATER)
    assert (found.worker.code, found.worker_role, found.worker_since) == ("joel-prewett", WORKER, AT)
    assert (found.held_by, found.held_role, found.held_since) == (None, None, None)


def test_a_manager_who_holds_a_child_alone_is_told_as_that_and_not_as_the_worker(tam):
    allocate(tam, "ruth-abara", MANAGER)
    found = queries.responsible_for(child=tam, at=LATER)
    assert (found.held_by.code, found.held_role, found.held_since) == ("ruth-abara", MANAGER, AT)
    assert (found.worker, found.worker_role, found.worker_since) == (None, None, None)


def test_the_social_worker_is_the_worker_beside_a_lead_practitioner_who_came_later(tam):
    allocate(tam, "joel-prewett")
    allocate(tam, "kwame-boateng", "lead_child_protection_practitioner", at=AT + timedelta(days=1))
    assert responsible(tam, LATER) == ("joel-prewett", None)


def test_each_of_several_children_has_their_own_and_nobody_elses(tam):
    jory, wenna = child("Jory"), child("Wenna")
    allocate(tam, "joel-prewett")
    allocate(jory, "siobhan-keane")
    found = queries.responsible_for_each(children=[tam, wenna], at=AT)
    assert {one: held.worker and held.worker.code for one, held in found.items()} == {
        tam: "joel-prewett",
        wenna: None,
    }


def test_a_child_stays_in_somebodys_own_list_while_they_write_up_but_not_as_allocated(tam):
    ended = allocate(tam, "joel-prewett")
    operations.end_allocation(allocation=ended, because="Left.", by=actor("dana-ferris"), at=LATER)
    joel = actor("joel-prewett")
    for at, role in ((LATER - timedelta(seconds=1), WORKER), (LATER, None)):
        (own,) = queries.children_of(by=joel, at=at)
        assert (own.child, own.allocated_as, own.since) == (tam, role, AT)


def test_to_be_involved_beside_whoever_is_allocated_makes_nobody_allocated(tam):
    allocate(tam, "siobhan-keane")
    involve(tam, "joel-prewett", "chairs_or_reviews")
    (own,) = queries.children_of(by=actor("joel-prewett"), at=AT)
    assert (own.allocated_as, own.bases) == (None, ("chairs_or_reviews",))


def test_an_involvement_that_ended_is_in_nobodys_list_though_they_see_the_child_on_another(tam):
    involve(tam, "joel-prewett", "team_duty")
    involve(tam, "joel-prewett", "chairs_or_reviews")
    (own,) = queries.children_of(by=actor("joel-prewett"), at=LATER)
    assert own.bases == ("chairs_or_reviews",)


def test_a_list_of_ones_own_children_opens_them_to_the_page_and_no_others(tam):
    involve(tam, "joel-prewett")
    with_team(child("Davy"), "assessment-harbour")
    with behind_the_wall():
        queries.children_of(by=actor("joel-prewett"), at=AT)
        assert shown_by_the_database() == {tam}


def test_who_is_involved_is_told_of_one_child_and_with_the_day_on_which_it_ends(tam):
    involve(child("Jory"), "siobhan-keane")
    allocate(tam, "joel-prewett")
    involve(tam, "piers-vane", "treating_encounter")
    involve(tam, "ines-roskilly", "treating_encounter")
    involve(tam, "ines-roskilly", "health_caseload")
    found = {one.name: one.until for one in queries.involved_with(child=tam, at=AT)}
    assert found == {
        "Joel Prewett": None,
        "Dr Piers Vane": AT + timedelta(hours=24),
        "Ines Roskilly": None,
    }


def test_a_question_goes_to_whoever_has_this_child_now_and_not_once_or_another(tam):
    allocate(child("Jory"), "siobhan-keane")
    assert owner(tam, WORKER) == "ruth-abara"
    ended = allocate(tam, "joel-prewett")
    assert owner(tam, WORKER) == "joel-prewett"
    operations.end_allocation(allocation=ended, because="Left.", by=actor("dana-ferris"), at=LATER)
    assert owner(tam, WORKER, at=LATER) == "ruth-abara"


def test_what_begins_later_names_nobody_before(tam):
    allocate(tam, "siobhan-keane", at=LATER)  # of the Moor team
    with_team(tam, "assessment-moor", at=LATER)
    for at, involved, worker, manager in (
        (LATER - timedelta(seconds=1), 0, "ruth-abara", "ruth-abara"),
        (LATER, 2, "siobhan-keane", "gareth-pugh"),
    ):
        assert len(queries.involved_with(child=tam, at=at)) == involved
        assert (owner(tam, WORKER, at), owner(tam, at=at)) == (worker, manager)


def test_the_manager_of_the_team_that_is_involved_is_asked_while_it_is(tam):
    assert owner(tam) == "ruth-abara"
    row = with_team(tam, "assessment-moor")
    assert owner(tam) == "gareth-pugh"
    operations.end_involvement(involvement=row, because="Moved.", by=actor("dana-ferris"), at=LATER)
    assert owner(tam, at=LATER) == "ruth-abara"


def test_the_team_of_another_childs_involvement_or_worker_is_not_asked_first(tam):
    jory = child("Jory")
    with_team(jory, "assessment-moor")
    allocate(jory, "siobhan-keane")  # of the Moor team
    assert (owner(tam), owner(jory)) == ("ruth-abara", "gareth-pugh")


def test_the_team_of_a_worker_who_was_allocated_once_is_not_asked_first(tam):
    ended = allocate(tam, "siobhan-keane")  # of the Moor team
    assert owner(tam) == "gareth-pugh"
    operations.end_allocation(allocation=ended, because="Left.", by=actor("dana-ferris"), at=LATER)
    assert owner(tam, at=LATER) == "ruth-abara"


def test_whoever_holds_a_post_for_no_team_is_not_asked_before_the_others_for_a_person_who_is_involved(tam):
    dana = actor("dana-ferris")
    agency_operations.appoint(practitioner=actor("beatriz-salgado").id, role=MANAGER, by=dana, at=AT)
    involve(tam, "piers-vane", "health_caseload")
    assert owner(tam, at=LATER) == "ruth-abara"
