"""Children opened in an emergency, read back: each list is of its person, area, child and time; and who may open, or review."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kith.access import models, operations, queries
from kith.kernel.errors import BadInput, Refused
from tests.rooms.access_world import AREA, AT, actor, child, involve, load

pytestmark = pytest.mark.django_db
ELSEWHERE = "another-area"
WHY = "Her grandmother is at the desk and says he has her."
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


def held_by(name, worker, manager):
    made = child(name)
    for code, role in ((worker, "allocated_social_worker"), (manager, "team_manager")):
        operations.allocate(
            child=made, practitioner=actor(code).id, role=role, by=actor("dana-ferris"), at=AT
        )
    return made


@pytest.fixture
def amira():
    return held_by("Amira", "joel-prewett", "ruth-abara")


@pytest.fixture
def tam():
    return held_by("Tam", "siobhan-keane", "gareth-pugh")


def open_(who, code="anneka-bright", at=AT):
    """Opens a child; answers the opening."""
    operations.open_in_emergency(child=who, category="danger_now", because=WHY, by=actor(code), at=at)
    return next(
        one
        for one in queries.openings_since(area=AREA, since=at)
        if (one.child, one.opened_by, one.opened_at) == (who, actor(code).id, at)
    )


def elsewhere(who):
    """An opening of another area."""
    code = "anjali-desai"
    row = models.Involvement.objects.create(
        area=ELSEWHERE,
        child_id=who,
        practitioner_id=actor(code).id,
        basis="break_glass",
        from_at=AT,
        to_at=AT + 4 * HOUR,
        granted_at=AT,
        granted_by=actor(code).id,
    )
    return models.EmergencyOpening.objects.create(
        area=ELSEWHERE,
        child_id=who,
        involvement=row,
        category="other",
        because=WHY,
        opened_at=AT,
        opened_by=actor(code).id,
        review_due_at=AT + HOUR,
    ).pk


def ids(openings):
    return [one.id for one in openings]


def test_an_opening_says_who_opened_whom_why_and_until_when(amira, tam):
    other, opened = open_(tam), open_(amira)
    held = queries.opening(id=opened.id)
    assert (held.child, held.opened_by, held.because, held.until) == (
        amira,
        actor("anneka-bright").id,
        WHY,
        AT + 4 * HOUR,
    )
    assert queries.opening(id=other.id).child == tam
    assert queries.opening(id=uuid4()) is None


def test_openings_are_of_the_area_and_since_the_moment_that_are_asked_about(amira, tam):
    first, second = open_(amira), open_(tam, at=AT + HOUR)
    elsewhere(tam)
    assert ids(queries.openings_since(area=AREA, since=AT)) == [second.id, first.id]
    assert ids(queries.openings_since(area=AREA, since=AT + HOUR)) == [second.id]


def test_what_waits_for_review_is_of_the_area_the_earliest_due_first(amira, tam):
    later, sooner = open_(amira, at=AT + timedelta(days=2)), open_(tam)
    there = elsewhere(amira)
    assert ids(queries.openings_to_review(area=AREA)) == [sooner.id, later.id]
    assert ids(queries.openings_to_review(area=ELSEWHERE)) == [there]


def test_only_whoever_was_told_of_an_opening_was_told_of_it(amira, tam):
    of_amira, of_tam = open_(amira), open_(tam)
    joel, siobhan, guardian = (actor(one).id for one in ("joel-prewett", "siobhan-keane", "philippa-venn"))

    assert set(queries.told_of(opening=of_amira.id)) == {joel, actor("ruth-abara").id, guardian}
    assert ids(queries.openings_told(practitioner=joel)) == [of_amira.id]
    assert set(ids(queries.openings_told(practitioner=guardian))) == {of_amira.id, of_tam.id}
    assert queries.openings_told(practitioner=actor("folasade-adeyemi").id) == ()
    told = {(one.id, who): queries.was_told(opening=one.id, practitioner=who)
            for one in (of_amira, of_tam) for who in (joel, siobhan)}  # fmt: skip
    assert told == {
        (of_amira.id, joel): True,
        (of_amira.id, siobhan): False,
        (of_tam.id, joel): False,
        (of_tam.id, siobhan): True,
    }


def test_to_have_read_of_one_opening_is_ones_own_and_of_that_one_and_stays(amira):
    first, second = open_(amira), open_(amira, at=AT + timedelta(days=1))
    joel, ruth = actor("joel-prewett"), actor("ruth-abara")
    operations.know_of_opening(opening=first.id, by=joel, at=AT + HOUR)
    operations.know_of_opening(opening=first.id, by=joel, at=AT + 2 * HOUR)

    assert queries.told_of(opening=first.id)[joel.id] == AT + HOUR
    assert queries.told_of(opening=first.id)[ruth.id] is None
    assert queries.told_of(opening=second.id)[joel.id] is None
    assert ids(queries.openings_told(practitioner=joel.id)) == [second.id]
    assert ids(queries.openings_told(practitioner=ruth.id)) == [first.id, second.id]


def test_looks_of_an_opening_are_that_persons_at_that_child_while_it_lasted(amira, tam):
    opened = open_(amira)
    anneka = actor("anneka-bright")
    involve(tam, "anneka-bright")
    look = {"purpose": "read", "by": anneka}
    operations.open_child(child=amira, at=AT + HOUR, **look)
    operations.open_child(child=tam, at=AT + HOUR, **look)
    operations.open_child(child=amira, purpose="visit", by=actor("joel-prewett"), at=AT + HOUR)
    involve(amira, "anneka-bright", at=AT - timedelta(days=1))
    for at in (AT - HOUR, AT + 4 * HOUR):
        operations.open_child(child=amira, at=at, **look)

    assert queries.looks_in(opening=opened) == ((AT, "open in an emergency"), (AT + HOUR, "read"))


def test_openings_of_children_are_theirs_alone(amira, tam):
    later, sooner = open_(amira, at=AT + timedelta(days=2)), open_(amira)
    open_(tam)
    assert ids(queries.openings_of(children=[amira])) == [sooner.id, later.id]


def test_the_share_is_of_the_area_and_the_time_that_are_asked_about(amira, tam):
    open_(amira)
    open_(tam, at=AT + WEEK)
    elsewhere(amira)
    models.Look.objects.create(
        area=ELSEWHERE,
        child_id=tam,
        practitioner_id=actor("anjali-desai").id,
        basis="break_glass",
        purpose="read",
        looked_at=AT,
    )
    found = queries.emergency_share(area=AREA, since=AT, until=AT + WEEK)
    assert (found.openings, found.opened) == (1, 1)
    found = queries.emergency_share(area=AREA, since=AT + HOUR, until=AT + 2 * WEEK)
    assert (found.openings, found.opened) == (1, 1)


def test_an_opening_that_is_not_there_is_not_reviewed():
    with pytest.raises(BadInput) as bad:
        operations.review_opening(
            opening=uuid4(), found="needed", because="I rang.", by=actor("philippa-venn"), at=AT
        )
    assert bad.value.field == "opening"


def test_a_guardian_reviews_the_one_that_they_name_and_has_read_of_it_with_that(amira, tam):
    first, second = open_(amira), open_(tam)
    guardian = actor("philippa-venn")
    with pytest.raises(BadInput) as bad:
        operations.review_opening(opening=second.id, found="fine", because="I rang.", by=guardian, at=AT)
    assert bad.value.field == "found"
    operations.review_opening(opening=second.id, found="not_needed", because=" I rang. ", by=guardian, at=AT)

    assert queries.opening(id=second.id).found_because == "I rang."
    assert ids(queries.openings_to_review(area=AREA)) == [first.id]
    assert ids(queries.openings_told(practitioner=guardian.id)) == [first.id]
    with pytest.raises(Refused):
        operations.review_opening(
            opening=first.id, found="needed", because="I rang.", by=replace(guardian, area=ELSEWHERE), at=AT
        )
