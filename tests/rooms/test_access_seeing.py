"""Who may see a child, until when, and who is refused in what words."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kith.access import models, operations, policies, queries
from kith.access.bases import BASES, latest_end
from kith.access.types import NotInvolved, Whom
from kith.agencies import operations as agency_operations
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.grammar.durations import calendar_months, working_days
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.people import operations as people
from kith.people.types import NewPerson

pytestmark = pytest.mark.django_db

AREA = "tolland-bay"
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
AT = datetime(2026, 11, 17, 10, 40, tzinfo=LONDON)
DESK = "01632 960 140"


@pytest.fixture(autouse=True)
def tolland_bay():
    load_area(FILE, at=AT)


def actor(code, at=AT):
    return agencies.actor(practitioner=agencies.practitioner_by_code(area=AREA, code=code).id, at=at)


def child(name="Amira", tier="normal"):
    by = actor("dana-ferris")
    made = people.register_person(person=NewPerson(kind="child", display_name=name), by=by, at=AT)
    if tier != "normal":
        people.set_tier(person=made, tier=tier, because="A story.", by=by, at=AT)
    return made


def whom(code):
    """A practitioner, or else a team or an agency, by code."""
    if one := agencies.practitioner_by_code(area=AREA, code=code):
        return Whom(practitioner=one.id)
    if one := agencies.team(area=AREA, code=code):
        return Whom(team=one.id)
    return Whom(agency=agencies.agency(area=AREA, code=code).id)


def involve(amira, code, basis, **more):
    return operations.involve(
        child=amira, whom=whom(code), basis=basis, by=actor("dana-ferris"), at=AT, **more
    )


def can_see(amira, code, at=AT):
    try:
        policies.check_can_see(child=amira, by=actor(code, at), at=at)
    except NotInvolved:
        return False
    return True


def refusal(amira, code, at=AT):
    with pytest.raises(NotInvolved) as refused:
        policies.check_can_see(child=amira, by=actor(code, at), at=at)
    return refused.value


def test_nobody_sees_a_child_without_a_reason_and_is_told_whom_to_ring():
    amira = child()
    said = refusal(amira, "anneka-bright")

    assert isinstance(said, Refused)
    assert (said.by.name, said.child, said.what) == ("Anneka Bright", amira, "not_involved")
    assert said.reason == (
        f"You are not involved with this child, and nobody is allocated. Ring the duty desk: {DESK}."
    )


def test_a_refusal_names_the_allocated_worker_and_their_number():
    amira = child()
    joel = actor("joel-prewett")
    operations.allocate(child=amira, practitioner=joel.id, role="allocated_social_worker", by=joel, at=AT)
    assert "Ring Joel Prewett, 01632 960 113, or the duty desk" in refusal(amira, "anneka-bright").reason


def test_a_personal_basis_says_what_it_rests_on():
    amira = child()
    row = involve(amira, "ines-roskilly", "health_caseload")

    basis = policies.check_can_see(child=amira, by=actor("ines-roskilly"), at=AT)

    assert (basis.code, basis.involvement, basis.is_personal, basis.until) == (
        "health_caseload",
        row,
        True,
        None,
    )
    assert "UK GDPR Article 6(1)(e)" in basis.cited and "[GK]" in basis.cited


def test_the_childs_school_sees_the_child_and_another_school_does_not():
    amira = child()
    involve(amira, "fernmoor-primary", "school_of_the_child")

    assert can_see(amira, "anneka-bright") and can_see(amira, "david-mensah")
    assert not can_see(amira, "joy-okafor")
    basis = policies.check_can_see(child=amira, by=actor("anneka-bright"), at=AT)
    assert not basis.is_personal


def test_a_whole_agency_may_be_involved():
    amira = child()
    involve(amira, "probation", "open_request")
    assert can_see(amira, "amar-sandhu") and not can_see(amira, "hamish-orde")


def test_a_personal_basis_is_given_before_a_teams():
    amira = child()
    involve(amira, "fernmoor-primary", "school_of_the_child")
    involve(amira, "anneka-bright", "chairs_or_reviews")
    assert policies.check_can_see(child=amira, by=actor("anneka-bright"), at=AT).code == "chairs_or_reviews"


def test_whoever_recorded_a_concern_hears_what_was_decided_and_is_not_shown_a_stranger():
    """A name that somebody types is matched with a child: the match must not open that child to them."""
    amira = child()
    involve(amira, "anneka-bright", "recorded_a_concern")
    assert not can_see(amira, "anneka-bright")
    assert [one.name for one in queries.involved_with(child=amira, at=AT)] == ["Anneka Bright"]


@pytest.mark.parametrize(
    ("basis", "lasts"),
    [
        ("team_duty", timedelta(hours=12)),
        ("treating_encounter", timedelta(hours=24)),
        ("owns_a_question", timedelta(days=30)),
    ],
)
def test_sight_ends_with_its_period_to_the_minute(basis, lasts):
    amira = child()
    involve(amira, "tunde-alabi", basis)
    assert can_see(amira, "tunde-alabi", at=AT + lasts - timedelta(seconds=1))
    assert not can_see(amira, "tunde-alabi", at=AT + lasts)
    assert not can_see(amira, "tunde-alabi", at=AT - timedelta(seconds=1))


def test_an_open_request_over_christmas_ends_with_its_fifth_working_day():
    asked = datetime(2026, 12, 22, 15, tzinfo=LONDON)
    end = latest_end(BASES["open_request"].lasts, asked)
    assert end == datetime(
        2027, 1, 1, 0, 0, tzinfo=LONDON
    )  # 23, 24, 29, 30, 31 December; 28 is Boxing Day's substitute
    with pytest.raises(ValueError, match="no basis lasts"):
        latest_end(calendar_months(1), asked)
    assert latest_end(working_days(0), asked) == datetime(2026, 12, 23, 0, 0, tzinfo=LONDON)


def test_a_basis_never_lasts_longer_than_it_may():
    amira = child()
    with pytest.raises(BadInput, match="no longer"):
        involve(amira, "tunde-alabi", "treating_encounter", to_at=AT + timedelta(hours=25))
    with pytest.raises(BadInput, match="after it starts"):
        involve(amira, "tunde-alabi", "treating_encounter", to_at=AT)
    involve(amira, "tunde-alabi", "treating_encounter", to_at=AT + timedelta(hours=1))
    assert not can_see(amira, "tunde-alabi", at=AT + timedelta(hours=1))


def test_an_involvement_is_of_one_who_is_held_on_a_listed_basis():
    amira, by = child(), actor("dana-ferris")
    both = Whom(practitioner=by.id, team=uuid4())
    for wrong in (Whom(), both, Whom(team=uuid4())):
        with pytest.raises(BadInput) as refused:
            operations.involve(child=amira, whom=wrong, basis="allocated", by=by, at=AT)
        assert refused.value.field == "whom"
    with pytest.raises(BadInput) as refused:
        involve(amira, "dana-ferris", "curiosity")
    assert refused.value.field == "basis"
    with pytest.raises(BadInput, match="No such child"):
        involve(uuid4(), "dana-ferris", "demonstration")
    with (
        pytest.raises(IntegrityError, match="an_involvement_is_of_one_practitioner_team_or_agency"),
        transaction.atomic(),
    ):
        models.Involvement.objects.create(
            area=AREA, child_id=amira, basis="allocated", from_at=AT, granted_at=AT, granted_by=by.id
        )


def test_an_involvement_without_an_end_is_made_once():
    amira = child()
    assert involve(amira, "piers-vane", "health_caseload") == involve(amira, "piers-vane", "health_caseload")
    assert involve(amira, "tunde-alabi", "treating_encounter") != involve(
        amira, "tunde-alabi", "treating_encounter"
    )


def test_an_involvement_ends_with_a_reason_and_stays_readable():
    amira = child()
    row = involve(amira, "fernmoor-primary", "school_of_the_child")
    later = AT + timedelta(days=1)
    end = {"by": actor("dana-ferris"), "at": later}

    with pytest.raises(BadInput, match="Say why"):
        operations.end_involvement(involvement=row, because=" ", **end)
    operations.end_involvement(involvement=row, because="Moved school.", **end)

    assert can_see(amira, "anneka-bright", at=AT) and not can_see(amira, "anneka-bright", at=later)
    assert "Moved school." in queries.changes_of(child=amira)[-1].sentence
    for wrong in (row, uuid4()):
        with pytest.raises(BadInput):
            operations.end_involvement(involvement=wrong, because="Again.", **end)
    with pytest.raises(ProgrammingError), transaction.atomic():
        models.Involvement.objects.filter(pk=row).delete()
    with pytest.raises(ProgrammingError), transaction.atomic():
        models.Involvement.objects.filter(pk=row).update(basis="allocated")


def test_a_restricted_child_is_seen_by_those_personally_involved_alone():
    amira = child(tier="restricted")
    involve(amira, "fernmoor-primary", "school_of_the_child")
    involve(amira, "ines-roskilly", "health_caseload")

    assert can_see(amira, "ines-roskilly")
    assert amira in policies.visible_to(by=actor("ines-roskilly"), at=AT)
    said = refusal(amira, "anneka-bright")
    assert said.reason == (
        f"A record exists. Only the people who work with this child may open it. Ring the duty desk: {DESK}."
    )
    assert amira not in policies.visible_to(by=actor("anneka-bright"), at=AT)


def test_a_sealed_child_is_refused_exactly_like_one_who_is_not_there():
    amira = child(tier="sealed")
    joel = actor("joel-prewett")
    operations.allocate(child=amira, practitioner=joel.id, role="allocated_social_worker", by=joel, at=AT)
    involve(amira, "fernmoor-primary", "school_of_the_child")

    with CaptureQueriesContext(connection) as for_sealed:
        sealed = refusal(amira, "anneka-bright")
    with CaptureQueriesContext(connection) as for_nobody:
        nobody = refusal(uuid4(), "anneka-bright")

    assert str(sealed) == str(nobody) and type(sealed) is type(nobody)
    assert len(for_sealed) == len(for_nobody)
    assert (sealed.what, nobody.what) == (
        "sealed",
        "unknown",
    )  # told apart in the refusals that are kept, nowhere else


def test_a_sealed_child_is_opened_by_those_who_work_with_them_and_listed_to_nobody():
    amira = child(tier="sealed")
    involve(amira, "ines-roskilly", "health_caseload")
    ines = actor("ines-roskilly")

    assert can_see(amira, "ines-roskilly")
    assert list(policies.visible_to(by=ines, at=AT)) == []
    assert queries.children_of(by=ines, at=AT) == ()


def test_leaving_a_team_ends_what_was_seen_through_it():
    amira = child()
    involve(amira, "brackley-road-primary", "school_of_the_child")
    assert can_see(amira, "martha-hale")

    later = AT + timedelta(hours=1)
    team = agencies.team(area=AREA, code="brackley-road-primary").id
    agency_operations.leave_team(
        practitioner=actor("martha-hale").id, team=team, by=actor("peter-lanyon"), at=later
    )
    assert not can_see(amira, "martha-hale", at=later)


def test_opening_a_child_keeps_the_look():
    amira = child()
    involve(amira, "ines-roskilly", "health_caseload")

    opened = operations.open_child(child=amira, purpose="Before a visit.", by=actor("ines-roskilly"), at=AT)

    assert (opened.child.name, opened.basis.code) == ("Amira", "health_caseload")
    look = queries.looks_at(child=amira)[0]
    assert (look.name, look.agency, look.basis, look.purpose, look.looked_at) == (
        "Ines Roskilly",
        "midwifery",
        "health_caseload",
        "Before a visit.",
        AT,
    )
    assert queries.looks_by(practitioner=look.practitioner) == (look,)


def test_a_refusal_is_kept_with_the_reason_that_was_given():
    amira = child()
    for asked_for in (amira, uuid4()):
        with pytest.raises(NotInvolved) as refused:
            operations.open_child(child=asked_for, purpose="Curious.", by=actor("amar-sandhu"), at=AT)
        kept = queries.refusals_in(area=AREA, since=AT)[0]
        assert (kept.asked_for, kept.what, kept.reason) == (
            asked_for,
            refused.value.what,
            refused.value.reason,
        )
    assert queries.looks_at(child=amira) == ()


def test_nobody_opens_a_child_without_a_purpose():
    amira = child()
    involve(amira, "ines-roskilly", "health_caseload")
    for purpose in ("", "  ", "x" * 301):
        with pytest.raises(BadInput) as refused:
            operations.open_child(child=amira, purpose=purpose, by=actor("ines-roskilly"), at=AT)
        assert refused.value.field == "purpose"


@pytest.mark.parametrize("model", [models.Look, models.Refusal, models.AccessChange])
def test_what_was_looked_at_is_never_altered_nor_removed(model):
    amira = child()
    involve(amira, "ines-roskilly", "health_caseload")
    operations.open_child(child=amira, purpose="Visit.", by=actor("ines-roskilly"), at=AT)
    with pytest.raises(NotInvolved):
        operations.open_child(child=amira, purpose="Curious.", by=actor("amar-sandhu"), at=AT)

    assert model.append_only and model.objects.exists()
    for attempt in (lambda: model.objects.update(area="elsewhere"), lambda: model.objects.all().delete()):
        with pytest.raises(ProgrammingError), transaction.atomic():
            attempt()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", [models.Look, models.Refusal, models.AccessChange])
def test_not_even_the_owner_of_the_tables_alters_what_was_looked_at(model, test_database):
    amira = child()
    involve(amira, "ines-roskilly", "health_caseload")
    operations.open_child(child=amira, purpose="Visit.", by=actor("ines-roskilly"), at=AT)
    with pytest.raises(NotInvolved):
        operations.open_child(child=amira, purpose="Curious.", by=actor("amar-sandhu"), at=AT)
    with test_database.acting_as("owner"):
        for attempt in (lambda: model.objects.update(area="elsewhere"), lambda: model.objects.all().delete()):
            with pytest.raises(DatabaseError, match="pgtrigger: Cannot"), transaction.atomic():
                attempt()
