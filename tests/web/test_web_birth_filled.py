"""The page of a birth: Kith proposes, a person says; twins, and a pregnancy that ended."""

from datetime import date, timedelta

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.clock import LONDON, now
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import Birth, NewPerson
from tests.support.world import Child
from tests.web.forms import bay, page, problems, said, signed_in, value, worker

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
def baby(area) -> Child:
    by = {"by": area.system, "at": area.now}
    keren = people.register_person(
        person=NewPerson(kind="adult", display_name="Keren Orrey", sex="female"), **by
    )
    home = people.register_household(name="Orrey household", **by)
    new = NewPerson(kind="unborn", display_name="Baby of Keren Orrey", birth=Birth(expected_on=ago(-5)))
    child = people.register_person(person=new, **by)
    people.relate(person=keren, kind="mother", other=child, **by)
    for one in (keren, child):
        people.start_residency(person=one, household=home, **by)
    see(child)
    return Child(child, new.display_name, ago(-5))


def see(child) -> None:
    by = worker(SOCIAL_WORKER)
    access.involve(child=child, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())


@pytest.fixture
def client(baby):
    return signed_in(SOCIAL_WORKER)


def href(child: Child) -> str:
    return f"/children/{child.id}/birth/"


def test_the_birth_is_reached_from_the_unborn_childs_page_and_becomes_the_same_childs(client, baby):
    tabs = page(client.get(f"/children/{baby.id}/")).classed("tabs")[0].all("a")
    assert href(baby) in [one.attributes["href"] for one in tabs]
    answer = client.post(
        href(baby), {"what": "born", "name": "Noah Orrey", "sex": "male", **typed("born", ago(2))}
    )
    assert answer.url == f"/children/{baby.id}/#said"
    shown = page(client.get(f"/children/{baby.id}/"))
    assert shown.all("h1")[0].text.startswith("Noah Orrey")
    assert "the birth is written down" in shown.classed("said")[0].text
    assert held.person(id=baby.id).birth.born_from == ago(2)
    assert client.get(href(baby)).url == f"/children/{baby.id}/"


def test_twins_become_two_children_and_the_second_may_be_of_another_day(client, baby):
    client.post(
        href(baby),
        {
            "what": "born", "name": "Noah Orrey", **typed("born", ago(2)),
            "second_name": "Ada Orrey", "second_sex": "female", **typed("second_born", ago(1)),
        },
    )  # fmt: skip
    members = held.household_of(person=baby.id, as_at=now()).members
    (ada,) = [one for one in members if one.name == "Ada Orrey"]
    assert held.person(id=ada.id).birth.born_from == ago(1)
    assert client.get(f"/children/{ada.id}/").status_code == 200
    assert "Ada Orrey" in said(client.get(f"/children/{baby.id}/"))


def test_a_baby_without_a_name_is_called_by_the_mothers(client, baby):
    client.post(href(baby), {"what": "born", **typed("born", ago(0))})
    assert held.person(id=baby.id).name == "Baby Orrey, not named yet"


def test_a_child_who_may_be_the_baby_is_proposed_filled_in_and_confirmed(area, client, baby):
    new = area.child("Noah Orrey", born=ago(3))
    home = held.household_of(person=baby.id, as_at=now())
    people.start_residency(person=new.id, household=home.id, from_on=ago(3), by=area.system, at=area.now)
    assert "Noah Orrey" not in said(client.get(href(baby)))
    see(new.id)
    assert "Is the baby born? It may be so. Noah Orrey was born" in said(client.get(f"/children/{baby.id}/"))
    answer = client.get(href(baby))
    assert f"Noah Orrey, born {ago(3).day}" in said(answer)
    assert value(answer, "name") == "Noah Orrey"
    assert problems(client.post(href(baby), {"what": "born"}))[0][0] == "which"
    client.post(href(baby), {"what": "born", "which": str(new.id)})
    assert held.person(id=baby.id).display_name == "Noah Orrey"
    assert new.id not in {one.id for one in held.household_of(person=baby.id, as_at=now()).members}


@pytest.mark.parametrize(
    ("day", "words"),
    [(ago(-1), "not in the future"), (ago(200), "too far from the day"), (None, "Enter the day, the month")],
)
def test_a_day_that_cannot_be_is_said_at_its_field_and_nothing_is_kept(client, baby, day, words):
    answer = client.post(href(baby), {"what": "born", "name": "Noah", **(typed("born", day) if day else {})})
    assert answer.status_code == 422
    ((field, problem),) = problems(answer)
    assert (field, words in problem) == ("born", True)
    assert value(answer, "name") == "Noah"
    assert held.person(id=baby.id).kind == "unborn"


def test_a_baby_who_is_overdue_is_asked_about(client, baby, area):
    people.register_birth(person=baby.id, birth=Birth(expected_on=ago(6)), by=area.system, at=area.now)
    assert "nobody has told of a birth. Ask the midwife." in said(client.get(f"/children/{baby.id}/"))


def test_a_pregnancy_that_ended_is_kept_kindly_and_can_be_put_right(client, baby, area):
    area.social_care.report(baby, "referral_decision", outcome="assessment")
    answer = client.post(href(baby), {"what": "ended", **typed("ended", ago(1))})
    assert answer.url == f"/children/{baby.id}/#said"
    words = said(client.get(f"/children/{baby.id}/"))
    assert "Ask how the mother is, and who is with her." in words
    assert "No clock runs for" in words
    assert "was due" not in words
    shown = said(client.get(href(baby)))
    assert "This baby was not born" in shown
    assert "Write down the birth" not in shown
    assert problems(client.post(href(baby), {"what": "mistake"})) == [("because", "Say how you know")]
    client.post(href(baby), {"what": "mistake", "because": "It was her sister."})
    assert held.person(id=baby.id).birth.ended_on is None


def test_who_is_not_involved_tells_of_no_birth(baby):
    answer = signed_in("penny-hallett").post(href(baby), {"what": "born", **typed("born", ago(1))})
    assert answer.status_code == 403
    assert held.person(id=baby.id).kind == "unborn"
