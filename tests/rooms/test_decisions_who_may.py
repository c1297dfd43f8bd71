"""Who may read a joint decision, write in it and make it: its owner, the agencies that were asked, and nobody's namesake."""

from uuid import uuid4

import pytest

from kith.decisions import models, policies
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from tests.rooms.access_world import AREA, AT, actor, load

pytestmark = pytest.mark.django_db
OWNER = "dana-ferris"


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


def a_decision(owner=OWNER, asked=("childrens_social_care", "police"), area=AREA):
    row = models.Decision.objects.create(
        area=AREA,
        household=uuid4(),
        children=[uuid4()],
        step="strategy_discussion",
        question="Is there reasonable cause?",
        owner_id=actor(owner).id,
        owner_role="mash_manager",
        due_at=AT,
        calendar_version="made up",
        opened_at=AT,
        opened_by=actor(owner).id,
    )
    for agency in asked:
        row.invitations.create(
            area=AREA, agency=agency, agency_area=area, invited_at=AT, invited_by=actor(owner).id
        )
    return row


@pytest.fixture
def decision():
    """Dana Ferris decides; social care and police were asked. Another decision is of another owner and another agency."""
    a_decision(owner="nadia-rahman", asked=("school",))
    return a_decision()


def write(row, agency="childrens_social_care", area=AREA):
    row.positions.create(
        area=AREA,
        agency=agency,
        agency_area=area,
        position="agree",
        reasons="Ours.",
        given_at=AT,
        given_by=uuid4(),
    )


def decided(row):
    row.outcome, row.reasons, row.reasons_at = "yes", "Her own words.", AT
    row.decided_at, row.decided_by = AT, row.owner_id
    row.save()


def somebody(agency, area=AREA):
    return Actor(id=uuid4(), area=area, agency=agency, name="Sam Rowe")


def may(ask, row, by):
    try:
        ask(decision=row.pk, by=by)
    except Refused:
        return False
    return True


@pytest.mark.parametrize(
    ("by", "open_", "once_decided"),
    [
        (somebody("police"), True, True),
        (somebody("school"), False, True),
        (somebody("police", "another-area"), False, True),
    ],
)
def test_before_it_is_decided_the_agencies_that_were_asked_read_it_and_no_namesake_of_theirs(
    decision, by, open_, once_decided
):
    assert may(policies.check_can_read, decision, by) is open_
    decided(decision)
    assert may(policies.check_can_read, decision, by) is once_decided


def test_its_owner_reads_it_though_their_agency_was_not_asked():
    row = a_decision(asked=("police",))
    assert may(policies.check_can_read, row, actor(OWNER))
    assert not may(policies.check_can_read, row, actor("nadia-rahman"))


def test_its_owner_decides_once_their_agency_has_written_and_nobody_else_does(decision):
    assert not may(policies.check_can_decide, decision, actor(OWNER))
    write(decision)
    assert may(policies.check_can_decide, decision, actor(OWNER))
    assert not may(policies.check_can_decide, decision, actor("nadia-rahman"))
    decided(decision)
    with pytest.raises(Refused, match="has been decided"):
        policies.check_can_decide(decision=decision.pk, by=actor(OWNER))


@pytest.mark.parametrize(("agency", "area"), [("police", AREA), ("childrens_social_care", "another-area")])
def test_what_another_agency_or_a_namesake_wrote_is_not_the_owners_own_position(decision, agency, area):
    write(decision, agency, area)
    with pytest.raises(Refused, match="own agency's position first"):
        policies.check_can_decide(decision=decision.pk, by=actor(OWNER))


@pytest.mark.parametrize(("agency", "area"), [("police", AREA), ("childrens_social_care", "another-area")])
def test_an_owner_whose_agency_was_not_asked_decides_without_a_position_of_theirs(agency, area):
    assert may(policies.check_can_decide, a_decision(asked=(agency,), area=area), actor(OWNER))


@pytest.mark.parametrize(
    ("by", "may_write"),
    [(somebody("police"), True), (somebody("school"), False), (somebody("police", "another-area"), False)],
)
def test_an_agency_that_was_asked_writes_while_it_is_open(decision, by, may_write):
    assert may(policies.check_can_take_a_position, decision, by) is may_write
    decided(decision)
    with pytest.raises(Refused, match="has been decided"):
        policies.check_can_take_a_position(decision=decision.pk, by=by)


@pytest.mark.parametrize(
    "ask", [policies.check_can_read, policies.check_can_decide, policies.check_can_take_a_position]
)
def test_a_decision_that_is_not_there_is_said_to_be_none(decision, ask):
    with pytest.raises(BadInput) as bad:
        ask(decision=uuid4(), by=actor(OWNER))
    assert bad.value.field == "decision"
