"""Who reviews looks: guardians those of everybody else, the on-call manager a guardian's, and nobody their own."""

from uuid import uuid4

import pytest

from kith.agencies import operations as agency_operations
from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from kith.oversight import models, policies
from tests.rooms.access_world import AREA, AT, actor, load

pytestmark = pytest.mark.django_db
GUARDIAN, ON_CALL, WORKER = "philippa-venn", "margaret-oyelaran", "joel-prewett"
AS_GUARDIAN, AS_ON_CALL = "information_guardian", "area_on_call_manager"


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


def finding(of, owner_role, *, owner="beatriz-salgado", area=AREA):
    row = models.Finding.objects.create(
        area=area,
        rule=f"rule {models.Finding.objects.count()}",
        day=AT.date(),
        practitioner_id=actor(of).id,
        words="A story.",
        owner_id=actor(owner).id,
        owner_role=owner_role,
        opened_at=AT,
        due_at=AT,
    )
    return row.pk


def reviews_as(code):
    try:
        return policies.reviews_as(by=actor(code), at=AT)
    except Refused:
        return None


def reviews(code, which):
    try:
        policies.check_reviews(finding=which, by=actor(code), at=AT)
    except Refused:
        return False
    return True


def test_the_on_call_manager_comes_in_for_a_finding_of_theirs_and_for_no_other():
    finding(WORKER, AS_GUARDIAN)
    finding(ON_CALL, AS_ON_CALL)
    finding(GUARDIAN, AS_ON_CALL, area="another-area")
    assert reviews_as(ON_CALL) is None
    finding(GUARDIAN, AS_ON_CALL)
    assert reviews_as(ON_CALL) == {AS_ON_CALL}


def test_a_guardian_comes_in_whatever_there_is_and_nobody_else_does():
    assert reviews_as(GUARDIAN) == {AS_GUARDIAN}
    finding(GUARDIAN, AS_ON_CALL)
    assert reviews_as(GUARDIAN) == {AS_GUARDIAN}
    assert [reviews_as(code) for code in (WORKER, "ruth-abara", "anneka-bright")] == [None, None, None]


def test_each_finding_is_reviewed_by_whoever_its_role_names():
    of_worker, of_guardian = finding(WORKER, AS_GUARDIAN), finding(GUARDIAN, AS_ON_CALL)
    assert [reviews(GUARDIAN, one) for one in (of_worker, of_guardian)] == [True, False]
    assert [reviews(ON_CALL, one) for one in (of_worker, of_guardian)] == [False, True]
    assert [reviews(WORKER, one) for one in (of_worker, of_guardian)] == [False, False]


def test_nobody_reviews_what_was_found_of_themselves_though_they_hold_the_role():
    own, guardians = finding(ON_CALL, AS_ON_CALL), finding(GUARDIAN, AS_ON_CALL)
    assert [reviews(ON_CALL, one) for one in (own, guardians)] == [False, True]


def test_a_finding_of_another_area_or_that_is_not_there_is_for_nobody_to_review():
    finding(WORKER, AS_GUARDIAN)
    there = finding("siobhan-keane", AS_GUARDIAN, area="another-area")
    assert [reviews(GUARDIAN, one) for one in (there, uuid4())] == [False, False]


def owner_of(code):
    owner, role = policies.owner_of(found=actor(code).id, area=AREA, at=AT)
    return owner.code, role


def test_a_guardian_owns_what_is_found_of_a_worker_and_the_on_call_manager_what_is_found_of_a_guardian():
    assert owner_of(WORKER) == (GUARDIAN, AS_GUARDIAN)
    owner, role = owner_of(GUARDIAN)
    assert role == AS_ON_CALL and owner != GUARDIAN


def test_what_is_found_of_a_guardian_is_no_other_guardians():
    by = actor("dana-ferris")
    agency_operations.appoint(practitioner=actor("gareth-pugh").id, role=AS_GUARDIAN, by=by, at=AT)
    owner, role = owner_of(GUARDIAN)
    assert role == AS_ON_CALL and owner not in (GUARDIAN, "gareth-pugh")


def test_where_the_guardian_leads_their_team_the_on_call_manager_owns_it_in_that_role():
    agency_operations.appoint(
        practitioner=actor(GUARDIAN).id,
        role="team_manager",
        team=agencies.team(area=AREA, code="assessment-harbour").id,
        by=actor("dana-ferris"),
        at=AT,
    )
    owner, role = owner_of(WORKER)
    assert role == AS_ON_CALL and owner != GUARDIAN
