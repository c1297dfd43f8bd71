"""Telling a change of the home: somebody came, left, is around; a move; a wrong address. Told once, kept twice."""

from datetime import date, timedelta

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.chronology import queries as chronology
from kith.kernel.clock import LONDON, now
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import ConfidentialAddress, NewAddress, NewPerson
from tests.web.forms import bay, problems, said, signed_in, value, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

SOCIAL_WORKER = "joel-prewett"


def ago(days: int) -> date:
    return (now() - timedelta(days=days)).astimezone(LONDON).date()


def typed(name: str, day: date) -> dict[str, str]:
    return {name: str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


@pytest.fixture
def area():
    return bay()


@pytest.fixture
def tam(area):
    child = area.child("Tam Orrey", aged=7)
    by = worker(SOCIAL_WORKER)
    access.involve(child=child.id, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())
    return child


@pytest.fixture
def client(tam):
    return signed_in(SOCIAL_WORKER)


def tell(client, child, what, **answers):
    return client.post(f"/children/{child.id}/home/change/", {"what": what, **answers})


def told(client, child, what, **answers) -> str:
    answer = tell(client, child, what, **answers)
    assert answer.status_code == 302, problems(answer)
    return said(client.get(answer.url.partition("#")[0]))


def entries(child, kind):
    return chronology.entries_for_page(child=child.id, as_at=now(), kinds=(kind,))


def home(child):
    return held.household_of(person=child.id, as_at=now())


def given(area, child, line="12 Gull Street"):
    return people.give_address(
        household=home(child).id, address=NewAddress(lines=(line,)), by=area.system, at=area.now
    )


def test_somebody_new_who_moved_in_lives_there_and_stands_in_the_chronology(client, tam):
    words = told(
        client,
        tam,
        "joined",
        who="else",
        name="Lewis Dane",
        how="lives",
        checks="no",
        **typed("since", ago(9)),
    )
    assert "It is written down who came" in words
    assert "Lewis Dane" in words
    (lewis,) = [one for one in home(tam).members if one.name == "Lewis Dane"]
    assert (lewis.kind, lewis.from_on) == ("adult", ago(9))
    (entry,) = entries(tam, "adult_joined_household")
    assert entry.details == {"who": str(lewis.id), "lives_there": True, "checks_done": False}
    assert entry.said_by == "childrens_social_care"


def test_somebody_who_is_around_does_not_live_there_and_then_leaves(client, tam):
    told(client, tam, "joined", who="else", name="Lewis Dane", how="around", checks="unsaid")
    assert len(home(tam).members) == 1
    (entry,) = entries(tam, "adult_joined_household")
    assert entry.details["lives_there"] is False
    assert "checks_done" not in entry.details
    (stay,) = [one for one in held.home_over_time(child=tam.id, as_at=now()).stays if not one.lives_there]
    told(client, tam, "left", left_who=str(stay.id), **typed("until", ago(0)))
    (left,) = entries(tam, "adult_left_household")
    assert left.details == {"who": str(stay.person), "lives_there": False}


def test_an_adult_of_the_childs_life_is_chosen_and_not_typed_again(client, tam, area):
    lewis = people.register_person(
        person=NewPerson(kind="adult", display_name="Lewis Dane"), by=area.system, at=area.now
    )
    people.relate(person=lewis, kind="father", other=tam.id, by=area.system, at=area.now)
    told(client, tam, "joined", who=str(lewis), how="lives")
    assert lewis in {one.id for one in home(tam).members}


def test_a_move_gives_the_new_address_ends_the_old_and_says_no_address_in_the_chronology(client, tam, area):
    given(area, tam)
    words = told(client, tam, "moved", address="3 Mill Road", postcode="tb1 2ab", **typed("moved", ago(2)))
    assert "3 Mill Road, TB1 2AB" in words
    assert "The family moved on" in words
    (entry,) = entries(tam, "moved_home")
    assert "Mill" not in str(entry.details) + entry.text
    (now_held,) = held.addresses_of(household=home(tam).id, as_at=now())
    assert now_held.lines == ("3 Mill Road",)


def test_a_secret_move_goes_to_the_vault_and_is_never_given_back(client, tam, area):
    given(area, tam)
    wrong = tell(client, tam, "moved", address="9 Lamp Lane", secret="yes", **typed("moved", ago(-3)))
    assert wrong.status_code == 422
    assert "Lamp" not in wrong.content.decode()
    words = told(client, tam, "moved", address="9 Lamp Lane", secret="yes", **typed("moved", ago(1)))
    assert "Lamp" not in words and "vault" in words
    (held_now,) = held.addresses_of(household=home(tam).id, as_at=now())
    assert isinstance(held_now, ConfidentialAddress)
    told(client, tam, "moved", address="10 Lamp Lane", **typed("moved", ago(0)))
    assert all(
        isinstance(one, ConfidentialAddress) for one in held.addresses_of(household=home(tam).id, as_at=now())
    )
    assert "withheld" in said(client.get(f"/children/{tam.id}/home/change/"))


def test_a_wrong_address_is_put_right_and_the_next_visitor_is_told(client, tam, area):
    wrong = given(area, tam)
    told(client, tam, "wrong", wrong_address=str(wrong), because="mistyped", right_address="21 Gull Street")
    (right,) = held.addresses_of(household=home(tam).id, as_at=now())
    assert right.lines == ("21 Gull Street",)
    assert "it was said to be another until then" in said(client.get(f"/children/{tam.id}/visit/"))
    assert entries(tam, "moved_home") == []


@pytest.mark.parametrize(
    ("what", "answers", "fields"),
    [
        ("joined", {}, ["who", "how"]),
        ("joined", {"who": "else", "how": "lives"}, ["name"]),
        ("joined", {"who": "else", "name": "Lewis", "how": "lives", "since": "40"}, ["since"]),
        ("left", {"left_who": "somebody"}, ["left_who"]),
        ("moved", {"address": "3 Mill Road"}, ["moved"]),
        ("moved", {"moved": "1", "moved_month": "2", "moved_year": "2026"}, ["address"]),
        ("wrong", {}, ["wrong_address", "because"]),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_kept(client, tam, area, what, answers, fields):
    given(area, tam)
    lewis = people.register_person(
        person=NewPerson(kind="adult", display_name="Lewis Dane"), by=area.system, at=area.now
    )
    people.start_residency(person=lewis, household=home(tam).id, by=area.system, at=area.now)
    before = held.home_over_time(child=tam.id, as_at=now())
    answer = tell(client, tam, what, **answers)
    assert answer.status_code == 422
    assert [field for field, _ in problems(answer)] == fields
    assert held.home_over_time(child=tam.id, as_at=now()) == before
    if "name" in answers:
        assert value(answer, "name") == answers["name"]


def test_somebody_who_lives_there_already_does_not_move_in_again(client, tam, area):
    told(client, tam, "joined", who="else", name="Lewis Dane", how="around")
    (adult,) = held.adults_around(child=tam.id, as_at=now())
    answer = tell(client, tam, "joined", who=str(adult.id), how="around")
    assert problems(answer) == [("who", "It is written down already that they are around in that period.")]
    assert len(entries(tam, "adult_joined_household")) == 1


def test_the_same_form_sent_twice_makes_no_second_person(client, tam):
    answers = {"who": "else", "name": "Lewis Dane", "how": "lives"}
    told(client, tam, "joined", **answers)
    answer = tell(client, tam, "joined", **{**answers, "name": "lewis dane"})
    assert [field for field, _ in problems(answer)] == ["name"]
    assert len(home(tam).members) == 2


def test_an_address_of_another_child_is_not_put_right_here(client, tam, area):
    other = area.child("Robin Vale", aged=4)
    theirs = given(area, other)
    given(area, tam)
    answer = tell(client, tam, "wrong", wrong_address=str(theirs), because="mistyped")
    assert [field for field, _ in problems(answer)] == ["wrong_address"]


def test_who_is_not_involved_tells_nothing(tam):
    answer = tell(signed_in("penny-hallett"), tam, "joined", who="else", name="Lewis", how="lives")
    assert answer.status_code == 403
    assert entries(tam, "adult_joined_household") == []
