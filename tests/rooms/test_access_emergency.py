"""A child is opened in an emergency: for four hours, with a reason, told at once, and reviewed by somebody else."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError
from structlog.testing import capture_logs

from kith.access import models, operations, policies, queries
from kith.access.types import NotInvolved
from kith.agencies.types import NobodyHolds
from kith.kernel.errors import BadInput, Refused
from kith.kernel.models import OutboxItem
from kith.web.emergency.filling import may_review
from tests.rooms.access_world import AREA, AT, actor, child, involve, load

pytestmark = pytest.mark.django_db
WHY = "Her grandmother is at the desk and says he has her."


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


@pytest.fixture
def amira():
    """Allocated to Joel Prewett, and held by Ruth Abara."""
    made = child()
    for code, role in (("joel-prewett", "allocated_social_worker"), ("ruth-abara", "team_manager")):
        operations.allocate(
            child=made, practitioner=actor(code).id, role=role, by=actor("dana-ferris"), at=AT
        )
    return made


def open_(who, code="anneka-bright", *, category="danger_now", because=WHY, at=AT):
    return operations.open_in_emergency(child=who, category=category, because=because, by=actor(code), at=at)


def the_opening():
    return queries.openings_since(area=AREA, since=AT - timedelta(days=1))[0]


def test_whoever_is_not_involved_sees_the_child_for_four_hours_and_no_longer(amira):
    opened = open_(amira)
    assert (opened.child.id, opened.basis.code) == (amira, "break_glass")
    assert opened.basis.until == AT + timedelta(hours=4)
    assert policies.sees(child=amira, by=actor("anneka-bright"), at=AT + timedelta(hours=3, minutes=59))
    assert not policies.sees(child=amira, by=actor("anneka-bright"), at=AT + timedelta(hours=4))


def test_the_look_is_kept_on_that_basis(amira):
    open_(amira)
    (look,) = queries.looks_at(child=amira)
    assert (look.name, look.basis) == ("Anneka Bright", "break_glass")


def test_the_worker_whoever_holds_the_child_and_the_guardian_are_told_at_once(amira):
    open_(amira)
    told = queries.told_of(opening=the_opening().id)
    assert set(told) == {actor(one).id for one in ("joel-prewett", "ruth-abara", "philippa-venn")}
    assert queries.openings_told(practitioner=actor("joel-prewett").id)[0].because == WHY
    operations.know_of_opening(opening=the_opening().id, by=actor("joel-prewett"), at=AT)
    assert queries.openings_told(practitioner=actor("joel-prewett").id) == ()


def test_where_nobody_is_allocated_the_guardian_is_told(tolland_bay):
    open_(child())
    assert set(queries.told_of(opening=the_opening().id)) == {actor("philippa-venn").id}


def test_a_guardian_who_opens_a_child_tells_whoever_stands_in(amira):
    open_(amira, "philippa-venn")
    told = set(queries.told_of(opening=the_opening().id))
    assert actor("philippa-venn").id not in told and len(told) == 3


def test_it_does_not_say_where_a_child_must_not_be_found(amira):
    open_(amira)
    with pytest.raises(NotInvolved) as refused:
        policies.check_can_learn_address(child=amira, by=actor("anneka-bright"), at=AT)
    assert refused.value.what == "not_cleared_for_address"


@pytest.mark.parametrize("because", ["", "   ", "Needed.", "x" * 29, "x" * 301])
def test_a_reason_is_a_sentence(amira, because):
    with pytest.raises(BadInput) as bad:
        open_(amira, because=because)
    assert bad.value.field == "because"
    assert not models.EmergencyOpening.objects.exists()


@pytest.mark.parametrize("category", ["", "curious"])
def test_an_emergency_is_of_a_listed_sort(amira, category):
    with pytest.raises(BadInput) as bad:
        open_(amira, category=category)
    assert bad.value.field == "category"


def test_whoever_sees_the_child_already_needs_no_emergency(amira):
    with pytest.raises(BadInput, match="already"):
        open_(amira, "joel-prewett")


def test_a_restricted_child_is_opened_so_and_nobody_else_of_the_agency_sees_them(tolland_bay):
    tam = child(tier="restricted")
    open_(tam)
    assert policies.sees(child=tam, by=actor("anneka-bright"), at=AT)
    assert not policies.sees(child=tam, by=actor("david-mensah"), at=AT)


def test_a_sealed_child_is_refused_like_one_who_is_not_there_and_the_desk_rings_back(tolland_bay):
    sealed, nobody = child(tier="sealed"), uuid4()
    reasons = []
    for who in (sealed, nobody):
        with pytest.raises(NotInvolved) as refused:
            open_(who)
        reasons.append(refused.value.reason)
    assert reasons[0] == reasons[1]
    put = [
        one.payload["sealed"] for one in OutboxItem.objects.filter(topic="child_looked_for").order_by("id")
    ]
    assert put == [[str(sealed)], []]
    assert not models.EmergencyOpening.objects.exists()
    kept = {one.asked_for: one.what for one in queries.refusals_in(area=AREA, since=AT - timedelta(days=1))}
    assert kept == {sealed: "sealed", nobody: "unknown"}


def test_it_is_reviewed_within_a_working_day(amira):
    friday = AT + timedelta(days=3)
    open_(amira, at=friday)
    (waiting,) = queries.openings_to_review(area=AREA)
    assert f"{waiting.review_due_at.astimezone(AT.tzinfo):%A %H:%M}" == "Tuesday 00:00"


def review(code="philippa-venn", found="needed", because="I rang the school."):
    operations.review_opening(
        opening=the_opening().id, found=found, because=because, by=actor(code), at=AT + timedelta(hours=1)
    )


def test_the_guardian_says_once_what_was_found(amira):
    open_(amira)
    review()
    held = the_opening()
    assert (held.found, held.found_because) == ("needed", "I rang the school.")
    assert held.reviewed_by == actor("philippa-venn").id
    assert queries.openings_to_review(area=AREA) == ()
    with pytest.raises(Refused, match="already"):
        review()


@pytest.mark.parametrize("code", ["joel-prewett", "ruth-abara", "anneka-bright", "dana-ferris"])
def test_nobody_but_the_guardian_reviews_it(amira, code):
    open_(amira)
    with pytest.raises(Refused, match="information guardian"):
        review(code)


def test_an_opening_is_of_the_area_in_which_it_was_made_and_no_other(amira):
    open_(amira)
    elsewhere = "another-area"
    guardian = replace(actor("philippa-venn"), area=elsewhere)

    assert the_opening().area == AREA
    assert queries.openings_to_review(area=elsewhere) == ()
    assert queries.openings_since(area=elsewhere, since=AT - timedelta(days=1)) == ()
    assert not may_review(guardian, the_opening(), AT)
    assert may_review(actor("philippa-venn"), the_opening(), AT)
    with pytest.raises(Refused, match="information guardian"):
        operations.review_opening(
            opening=the_opening().id, found="needed", because="I rang.", by=guardian, at=AT
        )


def test_nobody_reviews_their_own_opening(amira):
    open_(amira, "philippa-venn")
    with pytest.raises(Refused, match="somebody else"):
        review("philippa-venn")


def test_the_database_refuses_that_somebody_reviews_their_own(amira):
    open_(amira)
    row = models.EmergencyOpening.objects.get()
    row.found, row.found_because, row.reviewed_at, row.reviewed_by = "needed", "Fine.", AT, row.opened_by
    with pytest.raises(IntegrityError, match="nobody_reviews_their_own_opening"):
        row.save()


@pytest.mark.parametrize(
    ("found", "because", "field"), [("", "I rang.", "found"), ("needed", " ", "because")]
)
def test_a_review_says_what_and_why(amira, found, because, field):
    open_(amira)
    with pytest.raises(BadInput) as bad:
        review(found=found, because=because)
    assert bad.value.field == field


def test_the_share_counts_a_child_once_for_each_person_and_day(amira):
    involve(amira, "tomasz-wilk")
    for minutes in range(3):
        operations.open_child(
            child=amira, purpose="read", by=actor("tomasz-wilk"), at=AT + timedelta(minutes=minutes)
        )
    open_(amira)
    operations.open_child(child=amira, purpose="read", by=actor("anneka-bright"), at=AT + timedelta(hours=1))
    found = queries.emergency_share(area=AREA, since=AT, until=AT + timedelta(hours=9))
    assert (found.openings, found.opened, found.share) == (1, 2, 0.5)


def test_where_nobody_guards_at_all_it_still_opens(amira, monkeypatch):
    def nobody(**asked):
        raise NobodyHolds(role="information_guardian", area=AREA, desk="01632 960 140")

    monkeypatch.setattr("kith.access.operations.emergency.agencies.holder_of", nobody)
    with capture_logs() as said:
        assert open_(amira).child.id == amira
    assert [one["event"] for one in said] == ["nobody_guards_information"]
    assert set(queries.told_of(opening=the_opening().id)) == {
        actor(one).id for one in ("joel-prewett", "ruth-abara")
    }
