"""The home page on real data: who lived with a child and where, since when, who told it, and what this reader may see."""

import pytest
from django.test import Client

from kith.access import operations as access
from kith.access.types import Whom
from kith.people import operations as people
from kith.people import queries as homes
from kith.people.types import NewAddress, NewPerson
from kith.web.dates import long_day
from tests.support.world import Area, Child
from tests.web.drawing import Element
from tests.web.filled import FRONT_DOOR, opened, statements
from tests.web.living import by_code, days_ago, living_area, page, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

WRONG, RIGHT = "12 Gull Street", "21 Gull Street"


@pytest.fixture
def area() -> Area:
    return living_area()


@pytest.fixture
def tam(area: Area) -> Child:
    child = area.child("Tamsin Orrey", aged=7)
    see(area, child)
    return child


def see(area: Area, child: Child, code: str = FRONT_DOOR, basis: str = "allocated") -> None:
    whom = Whom(practitioner=by_code(area, code).id)
    access.involve(child=child.id, whom=whom, basis=basis, by=area.system, at=area.now)


def telling(area: Area, agency: str, days: int) -> dict:
    """``by`` and ``at`` of what an agency's practitioner told so many days ago."""
    return {"by": area.agency(agency).actor, "at": days_ago(days)}


def adult(area: Area, name: str, sex: str = "male"):
    new = NewPerson(kind="adult", display_name=name, sex=sex)
    return people.register_person(person=new, by=area.system, at=days_ago(29))


def home_of(child: Child, area: Area):
    return homes.household_of(person=child.id, as_at=area.now).id


def address(area: Area, child: Child, line: str, *, agency: str = "childrens_social_care", days: int = 25):
    given = NewAddress(lines=(line,), postcode="TB1 2AB")
    return people.give_address(household=home_of(child, area), address=given, **telling(area, agency, days))


def row(tree: Element, name: str) -> str:
    (found,) = [one for one in tree.all("tr") if one.all("th") and name in one.all("th")[0].text]
    return found.text


def shown(area: Area, child: Child, path: str = "home/", code: str = FRONT_DOOR) -> Element:
    answer = opened(area, child.id, path, code=code)
    assert answer.status_code == 200
    return page(answer)


def test_somebody_who_joined_is_there_with_since_when_and_who_told_it(area, tam):
    lewis = adult(area, "Lewis Dane")
    since = days_ago(20).date()
    people.start_residency(
        person=lewis, household=home_of(tam, area), from_on=since, **telling(area, "police", 10)
    )
    words = row(shown(area, tam), "Lewis Dane")
    assert long_day(since) in words
    assert "now" in words
    assert "Police, " in words
    assert f"known since {long_day(days_ago(10).date())}" in words


def test_as_known_before_anybody_told_it_nobody_had_joined(area, tam):
    lewis = adult(area, "Lewis Dane")
    since = days_ago(20).date()
    people.start_residency(
        person=lewis, household=home_of(tam, area), from_on=since, **telling(area, "police", 10)
    )
    then = days_ago(12)
    assert "Lewis Dane" not in shown(area, tam, f"home/?as_at={then:%Y-%m-%d}").all("main")[0].text
    later = days_ago(9)
    assert "Lewis Dane" in shown(area, tam, f"home/?as_at={later:%Y-%m-%d}").all("main")[0].text


def test_somebody_who_left_stays_on_the_page_with_who_told_of_either(area, tam):
    lewis = adult(area, "Lewis Dane")
    stay = people.start_residency(
        person=lewis, household=home_of(tam, area), from_on=days_ago(20).date(), **telling(area, "police", 19)
    )
    people.end_residency(residency=stay, to_on=days_ago(5).date(), **telling(area, "school", 4))
    words = row(shown(area, tam), "Lewis Dane")
    assert f"known since {long_day(days_ago(19).date())}" in words
    assert long_day(days_ago(5).date()) in words
    assert "the end: School" in words


def test_an_adult_who_is_around_is_said_to_live_elsewhere(area, tam):
    lewis = adult(area, "Lewis Dane")
    people.start_presence(
        person=lewis, household=home_of(tam, area), from_on=days_ago(20).date(), **telling(area, "school", 9)
    )
    tree = shown(area, tam)
    assert "around the home" in row(tree, "Lewis Dane")
    assert "School" in row(tree, "Lewis Dane")
    assert "Lewis Dane" in opened(area, tam.id).content.decode()


def test_the_children_of_an_adult_who_is_around_are_named_as_far_as_the_reader_may_see(area, tam):
    lewis = adult(area, "Lewis Dane")
    other, kept = area.child("Poppy Dane", aged=4), area.child("Milo Dane", aged=5)
    for child in (other, kept):
        people.relate(person=lewis, kind="father", other=child.id, by=area.system, at=area.now)
    people.set_tier(person=kept.id, tier="sealed", because="A story.", by=area.system, at=area.now)
    people.start_presence(person=lewis, household=home_of(tam, area), **telling(area, "school", 9))
    words = shown(area, tam).all("main")[0].text
    assert "Poppy Dane" in words
    assert "child of Lewis Dane" in words
    assert "Milo" not in words


def test_when_somebody_restricted_came_and_went_is_not_said(area, tam):
    lewis = adult(area, "Lewis Dane")
    people.start_residency(
        person=lewis, household=home_of(tam, area), from_on=days_ago(18).date(), **telling(area, "police", 17)
    )
    people.set_tier(person=lewis, tier="restricted", because="A story.", by=area.system, at=area.now)
    words = shown(area, tam).all("main")[0].text
    assert "Lewis" not in words
    assert long_day(days_ago(18).date()) not in words


def test_a_corrected_address_says_so_before_a_visit_and_the_wrong_one_is_kept_as_withdrawn(area, tam):
    wrong = address(area, tam, WRONG)
    given = NewAddress(lines=(RIGHT,), postcode="TB1 2AB")
    people.correct_address(
        address=wrong, to=given, because="mistyped", **telling(area, "childrens_social_care", 3)
    )
    day = long_day(days_ago(3).date())
    guard = f"This address was corrected on {day}: it was said to be another until then."
    tree = shown(area, tam)
    assert guard in tree.classed("before-you-go")[0].text
    assert f"{WRONG}, TB1 2AB was said to be the address." in tree.all("main")[0].text
    assert "Withdrawn: Social care" in tree.all("main")[0].text
    for path in ("", "visit/"):
        words = opened(area, tam.id, path).content.decode()
        assert guard in words
        assert WRONG not in words and RIGHT not in words


def test_an_old_correction_is_said_no_more(area):
    area.now = days_ago(200)
    tam = area.child("Tamsin Orrey", aged=7)
    see(area, tam)
    wrong = address(area, tam, WRONG, days=199)
    people.correct_address(
        address=wrong, to=NewAddress(lines=(RIGHT,)), because="mistyped", **telling(area, "police", 100)
    )
    assert not shown(area, tam).classed("before-you-go")


def test_two_agencies_who_do_not_agree_are_both_named_without_the_addresses(area, tam):
    address(area, tam, WRONG, agency="police")
    address(area, tam, RIGHT, agency="school")
    words = opened(area, tam.id, "visit/").content.decode()
    assert "give different addresses now. Ring one of them before you go." in words
    assert "Gull Street" not in words


def test_a_last_visit_while_a_wrong_address_was_held_is_doubted(area, tam):
    wrong = address(area, tam, WRONG)
    area.now = days_ago(10)
    area.social_care.report(tam, "visit", outcome="no_reply", seen=False)
    people.correct_address(
        address=wrong, to=NewAddress(lines=(RIGHT,)), because="never_there", **telling(area, "police", 3)
    )
    assert "may have been to that door" in shown(area, tam).classed("before-you-go")[0].text


@pytest.mark.parametrize("path", ["", "home/", "visit/", f"home/?as_at={days_ago(2):%Y-%m-%d}"])
def test_a_confidential_address_is_on_no_page_and_sends_to_the_desk(area, tam, path):
    address(area, tam, WRONG)
    secret = "The Harbour Refuge, 3 Lamp Lane"
    people.hold_confidential_address(
        household=home_of(tam, area), whereabouts=secret, **telling(area, "police", 3)
    )
    words = opened(area, tam.id, path).content.decode()
    assert "Gull Street" not in words and "Lamp Lane" not in words and "Harbour Refuge" not in words
    if "as_at" not in path:
        assert "Address withheld: ask the desk before you go" in words


def test_who_is_not_personally_involved_reads_no_earlier_address_of_a_hidden_home(area, tam):
    home = home_of(tam, area)
    given = NewAddress(lines=(WRONG,), from_on=days_ago(29).date(), to_on=days_ago(9).date())
    people.give_address(household=home, address=given, **telling(area, "police", 25))
    people.hold_confidential_address(
        household=home, whereabouts="Elsewhere", from_on=days_ago(9).date(), **telling(area, "police", 9)
    )
    tree = shown(area, tam)
    (kept,) = [one for one in tree.classed("noprint") if WRONG in one.text]
    assert kept.inside.classed("onpaper")[0].text == "Address withheld"
    agency = access_of_the_school(area, tam)
    keren = adult(area, "Keren Orrey", "female")
    people.start_residency(person=keren, household=home, **telling(area, "police", 8))
    teller = area.agency("police").actor.name
    assert teller in row(shown(area, tam), "Keren Orrey")
    words = signed_in(agency).get(f"/children/{tam.id}/home/").content.decode()
    assert "Keren Orrey" in words
    assert WRONG not in words and teller not in words


def access_of_the_school(area: Area, child: Child):
    """Somebody who sees the child through their agency alone."""
    from kith.agencies import queries as agencies

    who = by_code(area, "penny-hallett")
    whom = Whom(agency=agencies.agency_of(practitioner=who.id))
    access.involve(child=child.id, whom=whom, basis="health_caseload", by=area.system, at=area.now)
    return who


def test_what_agencies_said_of_comings_and_goings_leads_to_the_entry(area, tam):
    area.police.report(tam, "adult_joined_household", lives_there=False)
    tree = shown(area, tam)
    (said,) = tree.classed("home__said")
    assert "around the child, living elsewhere" in said.text
    assert "/chronology/?entry=" in said.all("a")[0].attributes["href"]


def test_a_home_of_which_nobody_wrote_says_so_and_a_wrong_moment_is_an_error(area):
    new = NewPerson(kind="child", display_name="Robin Vale")
    robin = Child(
        people.register_person(person=new, by=area.system, at=area.now), "Robin Vale", days_ago(900).date()
    )
    see(area, robin)
    assert "That is not the same as no home" in shown(area, robin).all("main")[0].text
    answer = opened(area, robin.id, "home/?day=40&month=1&year=2026")
    assert answer.status_code == 422
    assert page(answer).all("title")[0].text.startswith("Error: ")


def test_more_people_take_no_more_statements(area, tam):
    def come(number: int) -> None:
        for place in range(number):
            person = adult(area, f"Lodger {number} {place}")
            people.start_residency(person=person, household=home_of(tam, area), by=area.system, at=area.now)
            people.relate(person=person, kind="family_friend", other=tam.id, by=area.system, at=area.now)

    come(1)
    few = statements(area, tam.id, "home/")
    come(9)
    assert statements(area, tam.id, "home/") == few <= 70


def test_nobody_reads_the_home_without_being_involved_and_every_look_is_kept(area, tam):
    from kith.access import queries as looks

    assert opened(area, tam.id, "home/", code="penny-hallett").status_code == 403
    assert Client().get(f"/children/{tam.id}/home/").status_code == 302
    shown(area, tam)
    assert looks.looks_at(child=tam.id)[0].purpose == "read who lives with the child, and where"
