"""Who is responsible for a child, who owns a question about them, who is involved, and whose children they are."""

from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from kith.access import models, operations, queries
from kith.access.types import NotInvolved, Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.agencies.types import NobodyHolds
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.people import operations as people
from kith.people.types import Birth, NewPerson

pytestmark = pytest.mark.django_db

AREA = "tolland-bay"
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
AT = datetime(2026, 11, 10, 10, tzinfo=LONDON)
LATER = AT + timedelta(days=7)


@pytest.fixture(autouse=True)
def tolland_bay():
    load_area(FILE, at=AT)


def who(code):
    return agencies.practitioner_by_code(area=AREA, code=code)


def actor(code, at=AT):
    return agencies.actor(practitioner=who(code).id, at=at)


def child(name="Tam", tier="normal", kind="child"):
    by = actor("dana-ferris")
    birth = Birth.on(date(2019, 5, 2)) if kind == "child" else Birth()
    made = people.register_person(person=NewPerson(kind=kind, display_name=name, birth=birth), by=by, at=AT)
    if tier != "normal":
        people.set_tier(person=made, tier=tier, because="A story.", by=by, at=AT)
    return made


def allocate(tam, code, role, at=AT):
    return operations.allocate(
        child=tam, practitioner=who(code).id, role=role, by=actor("ruth-abara", at), at=at
    )


def involve(tam, basis, at=AT, **whom):
    return operations.involve(child=tam, whom=Whom(**whom), basis=basis, by=actor("dana-ferris", at), at=at)


def owner(tam, role, at=AT, never=()):
    never = frozenset(who(code).id for code in never)
    return queries.owner_for(child=tam, role=role, area=AREA, at=at, never=never).code


def test_nobody_is_responsible_until_somebody_is():
    responsible = queries.responsible_for(child=child(), at=AT)
    assert responsible.nobody_is_allocated and responsible.held_by is None


def test_a_worker_is_allocated_and_may_see_the_child():
    tam = child()
    allocate(tam, "joel-prewett", "allocated_social_worker")

    responsible = queries.responsible_for(child=tam, at=AT)

    assert (responsible.worker.name, responsible.worker_since) == ("Joel Prewett", AT)
    opened = operations.open_child(child=tam, purpose="First visit.", by=actor("joel-prewett"), at=AT)
    assert opened.basis.code == "allocated"


def test_held_by_a_manager_without_a_worker_is_a_true_state():
    tam = child()
    allocate(tam, "ruth-abara", "team_manager")
    allocated = allocate(tam, "joel-prewett", "allocated_social_worker")

    operations.end_allocation(allocation=allocated, because="Away ill.", by=actor("ruth-abara"), at=LATER)

    now = queries.responsible_for(child=tam, at=LATER)
    assert now.nobody_is_allocated
    assert (now.held_by.name, now.held_role, now.held_since) == ("Ruth Abara", "team_manager", AT)
    before = queries.responsible_for(child=tam, at=LATER - timedelta(seconds=1))
    assert before.worker.name == "Joel Prewett"


def test_who_hands_over_keeps_sight_for_ten_working_days():
    tam = child()
    allocate(tam, "joel-prewett", "allocated_social_worker")
    allocate(tam, "folasade-adeyemi", "allocated_social_worker", at=LATER)  # Tuesday 17 November

    assert queries.responsible_for(child=tam, at=LATER).worker.name == "Folasade Adeyemi"
    last = datetime(2026, 12, 1, 23, 59, tzinfo=LONDON)
    operations.open_child(child=tam, purpose="Writing up.", by=actor("joel-prewett"), at=last)
    with pytest.raises(NotInvolved):
        operations.open_child(
            child=tam, purpose="Writing up.", by=actor("joel-prewett"), at=last + timedelta(minutes=1)
        )


def test_one_person_holds_a_role_for_a_child_at_a_time():
    tam = child()
    first = models.Allocation.objects.get(pk=allocate(tam, "joel-prewett", "allocated_social_worker"))
    with pytest.raises(BadInput, match="already"):
        allocate(tam, "joel-prewett", "allocated_social_worker", at=LATER)
    other = involve(tam, "allocated", practitioner=who("siobhan-keane").id)
    with (
        pytest.raises(IntegrityError, match="one_person_holds_a_role_for_a_child_at_a_time"),
        transaction.atomic(),
    ):
        models.Allocation.objects.create(
            area=AREA,
            child_id=tam,
            practitioner_id=who("siobhan-keane").id,
            role=first.role,
            involvement_id=other,
            from_at=LATER,
            allocated_at=LATER,
            allocated_by=first.allocated_by,
        )


def test_two_who_allocate_at_once_are_told_and_the_second_looks_again(monkeypatch):
    tam = child()
    allocate(tam, "joel-prewett", "allocated_social_worker")
    room = import_module("kith.access.operations.allocate")
    monkeypatch.setattr(
        room, "_now_in", lambda child, role: None
    )  # as it looked before the other one committed
    with pytest.raises(Refused, match="Look again"):
        allocate(tam, "siobhan-keane", "allocated_social_worker", at=LATER)
    assert queries.responsible_for(child=tam, at=LATER).worker.name == "Joel Prewett"


def test_an_allocation_ends_once_with_a_reason_and_its_involvement_with_it():
    tam = child()
    allocated = allocate(tam, "joel-prewett", "allocated_social_worker")
    involvement = models.Allocation.objects.get(pk=allocated).involvement_id
    end = {"by": actor("ruth-abara"), "at": LATER}

    with pytest.raises(BadInput, match="end the allocation"):
        operations.end_involvement(involvement=involvement, because="No longer.", **end)
    with pytest.raises(BadInput, match="Say why"):
        operations.end_allocation(allocation=allocated, because="", **end)
    with pytest.raises(BadInput, match="had not begun"):
        operations.end_allocation(
            allocation=allocated, because="Left.", by=end["by"], at=AT - timedelta(days=1)
        )
    operations.end_allocation(allocation=allocated, because="Left.", **end)
    for wrong in (allocated, uuid4()):
        with pytest.raises(BadInput, match="Nobody is allocated"):
            operations.end_allocation(allocation=wrong, because="Left.", **end)
    sentences = [change.sentence for change in queries.changes_of(child=tam)]
    assert sentences[-1] == "Joel Prewett ended as allocated social worker, because: Left."


def test_a_role_outside_the_closed_list_is_refused():
    with pytest.raises(BadInput) as refused:
        allocate(child(), "joel-prewett", "boss")
    assert refused.value.field == "role"


def test_a_question_for_the_social_worker_goes_to_whoever_has_this_child():
    tam = child()
    allocate(tam, "ruth-abara", "team_manager")
    allocate(tam, "joel-prewett", "allocated_social_worker")

    assert owner(tam, "allocated_social_worker") == "joel-prewett"
    assert owner(tam, "allocated_social_worker", never=["joel-prewett"]) == "ruth-abara"
    assert owner(tam, "team_manager") == "ruth-abara"
    assert owner(tam, "team_manager", never=["ruth-abara"]) == "gareth-pugh"


def test_with_nobody_allocated_it_goes_to_a_manager_and_never_to_some_social_worker():
    tam = child()
    assert owner(tam, "allocated_social_worker") == "ruth-abara"
    allocate(tam, "gareth-pugh", "team_manager")
    assert owner(tam, "allocated_social_worker") == "gareth-pugh"


def test_the_manager_of_the_workers_own_team_is_asked_first():
    tam = child()
    allocate(tam, "siobhan-keane", "allocated_social_worker")  # of the Moor team
    assert owner(tam, "team_manager") == "gareth-pugh"


def test_a_question_for_the_school_goes_to_the_childs_own():
    tam = child()
    involve(tam, "school_of_the_child", team=agencies.team(area=AREA, code="harbour-academy").id)
    assert owner(tam, "designated_safeguarding_lead") == "winston-clarke"
    assert owner(tam, "head_teacher") == "rebecca-stein"


def test_where_everybody_is_questioned_it_says_whom_to_ring():
    everybody = [one.code for one in agencies.practitioners_in(area=AREA)]
    with pytest.raises(NobodyHolds, match="01632 960 140"):
        owner(child(), "allocated_social_worker", never=everybody)


def test_everyone_involved_is_named_with_a_number_to_ring():
    tam = child()
    allocate(tam, "joel-prewett", "allocated_social_worker")
    involve(tam, "chairs_or_reviews", practitioner=who("joel-prewett").id)
    involve(tam, "school_of_the_child", team=agencies.team(area=AREA, code="fernmoor-primary").id)
    involve(tam, "open_request", agency=agencies.agency(area=AREA, code="police").id)

    found = queries.involved_with(child=tam, at=AT)

    assert [(one.name, one.agency, one.phone, one.out_of_hours_phone, one.bases) for one in found] == [
        (
            "Joel Prewett",
            "childrens_social_care",
            "01632 960 113",
            "01632 960 140",
            ("allocated", "chairs_or_reviews"),
        ),
        ("Fernmoor Primary", "school", "01632 960 233", "", ("school_of_the_child",)),
        ("Tolland Bay Police", "police", "01632 960 300", "01632 960 300", ("open_request",)),
    ]
    assert found[0].until is None and found[2].until is not None
    assert [one.name for one in queries.involved_with(child=tam, at=AT + timedelta(days=60))] == [
        "Joel Prewett",
        "Fernmoor Primary",
    ]


def test_somebodys_own_children_are_those_they_are_personally_involved_with():
    tam, jory, davy, sealed = child("Tam"), child("Jory"), child("Davy"), child("Quiet", "sealed")
    allocate(jory, "joel-prewett", "allocated_social_worker")
    allocate(sealed, "joel-prewett", "allocated_social_worker")
    involve(tam, "chairs_or_reviews", practitioner=who("joel-prewett").id)
    involve(davy, "open_request", team=agencies.team(area=AREA, code="assessment-harbour").id)

    own = queries.children_of(by=actor("joel-prewett"), at=LATER)

    assert [(one.name, one.age, one.allocated_as, one.bases) for one in own] == [
        ("Jory", "7 years 6 months", "allocated_social_worker", ("allocated",)),
        ("Tam", "7 years 6 months", None, ("chairs_or_reviews",)),
    ]


def test_the_family_is_shown_as_far_as_this_reader_may_know():
    tam, jory = child("Tam"), child("Jory")
    restricted, sealed = child("Quiet", "restricted"), child("Hidden", "sealed")
    keren = child("Keren", kind="adult")
    by = actor("dana-ferris")
    household = people.register_household(name="Orrey household", by=by, at=AT)
    for one in (tam, jory, restricted, sealed, keren):
        people.start_residency(person=one, household=household, by=by, at=AT)
    involve(jory, "chairs_or_reviews", practitioner=who("anneka-bright").id)
    involve(sealed, "health_caseload", practitioner=who("ines-roskilly").id)

    shown = queries.other_children(child=tam, by=actor("anneka-bright"), at=AT)
    assert [(one.name, one.id, one.may_be_opened) for one in shown] == [
        ("Jory", jory, True),
        ("A record exists: ring the desk", None, False),
    ]
    assert (shown[1].age, shown[1].relation) == ("", "")
    to_the_midwife = queries.other_children(child=tam, by=actor("ines-roskilly"), at=AT)
    assert [one.id for one in to_the_midwife if one.may_be_opened] == [sealed]
    assert [one.name for one in queries.adults_around(child=tam, by=by, at=AT)] == ["Keren"]


def test_a_confidential_address_is_revealed_to_those_who_work_with_the_child_alone():
    tam, by = child("Tam"), actor("dana-ferris")
    household = people.register_household(name="Orrey household", by=by, at=AT)
    people.start_residency(person=tam, household=household, by=by, at=AT)
    held = people.hold_confidential_address(household=household, whereabouts="14 Quarry Rise", by=by, at=AT)
    allocate(tam, "joel-prewett", "allocated_social_worker")
    involve(tam, "school_of_the_child", team=agencies.team(area=AREA, code="fernmoor-primary").id)
    reveal = {"child": tam, "address": held, "purpose": "Visit tomorrow.", "at": AT}

    assert operations.reveal_address(by=actor("joel-prewett"), **reveal) == "14 Quarry Rise"
    assert queries.looks_at(child=tam)[0].purpose == "Visit tomorrow."
    with pytest.raises(NotInvolved, match="alone") as refused:
        operations.reveal_address(by=actor("anneka-bright"), **reveal)
    operations.refuse(refused=refused.value, by=actor("anneka-bright"), at=AT)
    with pytest.raises(NotInvolved):
        operations.reveal_address(by=actor("amar-sandhu"), **reveal)

    other = child("Jory")
    allocate(other, "joel-prewett", "allocated_social_worker")
    with pytest.raises(Refused, match="not this child's"):
        operations.reveal_address(by=actor("joel-prewett"), **{**reveal, "child": other})


def test_where_no_worker_is_allocated_the_manager_who_has_this_child_owns_it_also_one_who_only_covers():
    tam = child()
    allocate(tam, "dana-ferris", "team_manager")  # who holds no such role in the area
    owner = queries.owner_for(child=tam, role="allocated_social_worker", area=AREA, at=LATER)
    assert owner.code == "dana-ferris"
