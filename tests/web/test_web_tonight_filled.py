"""The pages for a night and for a visit, of a family in Tolland Bay: every line on its entry, and silence never as no."""

import io
from datetime import datetime, timedelta

import pytest
from pypdf import PdfReader

from kith.access import operations as access
from kith.access import policies
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.caseload.hours import end_of_weekend
from kith.journeys.over_the_weekend import put_on_the_list
from kith.kernel.clock import LONDON, now
from kith.people import operations as people
from kith.people import queries as homes
from kith.web.child.reading import read
from kith.web.tonight.numbers import who_can_be_rung
from tests.rooms.caseload_world import SAID
from tests.support.world import Area, tolland_bay
from tests.web.drawing import Element
from tests.web.filled import opened, rolled_back, statements
from tests.web.living import by_code, main_of, page, signed_in
from tests.web.many_entries import say_many
from tests.web.tams_family import HER_WORDS, Family, involve, tams_family
from tests.web.walking import opened as open_browser

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

DESK = "01632 960 140"
MOST_STATEMENTS = 76


@pytest.fixture
def area() -> Area:
    return tolland_bay(now())


@pytest.fixture(scope="module")
def hers(django_db_setup, django_db_blocker):
    """Tam's pages, drawn once: as they are; with more told; as somebody sees them who decides nothing; and in hiding."""
    with rolled_back(django_db_blocker):
        family = tams_family()
        area, tam = family.area, family.tam.id
        involve(family, "dana-ferris", "manages_the_work")
        involve(family, "tomasz-wilk", "open_request")
        drawn = {path: page(opened(area, tam, f"{path}/")) for path in ("tonight", "before-you-knock")}
        drawn["asked"] = page(opened(area, tam, "tonight/", code="tomasz-wilk"))
        _told_more(family)
        drawn["more"] = page(opened(area, tam, "tonight/"))
        home = homes.household_of(person=tam, as_at=now())
        people.hold_confidential_address(
            household=home.id, whereabouts="Rowan House, 9 Alder Way", by=area.system, at=now()
        )
        for path in ("tonight", "before-you-knock"):
            drawn[f"hidden {path}"] = page(opened(area, tam, f"{path}/", code="anneka-bright"))
        return drawn


def _told_more(family: Family) -> None:
    """Lewis moved in, a dog was seen, and the day handed Tam to the night."""
    area, tam = family.area, family.tam
    home = homes.household_of(person=tam.id, as_at=now())
    since = now().date() - timedelta(days=9)
    people.start_residency(person=family.lewis, household=home.id, from_on=since, by=area.system, at=now())
    area.now = now()
    area.police.report(tam, "other", text="All quiet. A large dog was loose in the hall. We left.")
    ruth = by_code(area, "ruth-abara").actor
    put_on_the_list(child=tam.id, said=SAID, to_at=end_of_weekend(now()), by=ruth, at=now())


@pytest.fixture
def robin(area):
    """A child of whom nobody has told anything."""
    child = area.child("Robin Sayle", aged=4)
    area.involve(by_code(area, "dana-ferris"), child)
    return child


def lines(tree: Element) -> dict[str, Element]:
    """The lines of a page by their question."""
    return {one.all("h2")[0].text: one for one in tree.classed("rests")}


def words(line: Element) -> list[str]:
    return [one.text for one in line.classed("rests__words")]


def test_the_first_five_lines_are_the_dangers_the_plan_and_who_saw_her(hers):
    assert list(lines(hers["tonight"]))[:5] == [
        "Must not be there",
        "Who lives there",
        "Before you knock",
        "The plan",
        "Last seen",
    ]


def test_every_statement_says_which_entry_it_rests_on_and_how_old_that_is(hers):
    for line in lines(hers["tonight"]).values():
        said, rests = line.classed("rests__words"), line.classed("rests__on")
        assert len(said) == len(rests)
        for one in rests:
            (link,) = one.all("a")
            assert link.attributes["href"].startswith(("/children/", "/prompts/"))
            assert one.text.endswith(("ago", "today", "yesterday")) or "answers." in one.text


def test_who_must_not_be_there_is_said_in_red_with_the_order_its_end_and_who_said_it(hers):
    line = lines(hers["tonight"])["Must not be there"]
    (danger,) = line.classed("rests--danger")
    assert danger.text.startswith("Lewis Dane. A non-molestation order stands until")
    assert "If they are there, ring 999 ." in danger.text
    assert "Police, " in danger.classed("rests__on")[0].text


def test_who_lives_there_names_everybody_and_an_adult_whom_nobody_checked(hers):
    said = words(lines(hers["tonight"])["Who lives there"])
    assert any("Keren Orrey (mother); Jory Orrey" in one for one in said)
    assert any(one.startswith("A man not named joined the household; no checks") for one in said)


def test_an_adult_of_concern_who_lives_there_is_said_first_on_the_entry_that_says_so(hers):
    assert words(lines(hers["more"])["Who lives there"])[0] == (
        "Lewis Dane: an adult of concern, has an order against them."
    )


def test_threats_come_before_the_door_and_a_dog_is_quoted_from_what_somebody_wrote(hers):
    said = words(lines(hers["more"])["Before you knock"])
    assert said[0].startswith("A worker was threatened by Lewis Dane. Lewis to Joel Prewett")
    assert said[1] == "A large dog was loose in the hall."


def test_the_plan_is_quoted_and_last_seen_says_by_whom_and_whether_alone(hers):
    assert words(lines(hers["tonight"])["The plan"])[0].endswith("Tam seen alone every 10 working days.")
    seen = words(lines(hers["tonight"])["Last seen"])
    assert "not alone (visit" in seen[0] and "There: Keren Orrey and Jory Orrey." in seen[0]
    assert "alone (the child told" in seen[1]


def test_agreements_stand_where_they_help_and_a_withdrawn_one_nowhere(area, robin):
    for scope, withdrawn in (
        ("Nan has Robin overnight if there is trouble", None),
        ("Marek will not be in the house when Robin is", None),
        ("An aunt collects Robin", True),
    ):
        extra = {} if withdrawn is None else {"withdrawn": withdrawn}
        area.social_care.report(robin, "consent_or_agreement", given=True, scope=scope, **extra)
    found = lines(page(opened(area, robin.id, "tonight/")))
    assert words(found["What would make Robin safe tonight"]) == [
        "Agreed: Nan has Robin overnight if there is trouble ."
    ]
    assert words(found["Must not be there"]) == ["Agreed: Marek will not be in the house when Robin is ."]


def test_somebody_around_who_is_held_closely_is_not_passed_over_in_silence(area, robin):
    other = area.child("Casey Sayle", aged=2, with_=robin)
    people.set_tier(person=other.id, tier="restricted", because="A story.", by=area.system, at=now())
    line = lines(page(opened(area, robin.id, "tonight/")))["Who lives there"]
    assert "whose record you may not see. Ring the desk" in line.text and "Casey" not in line.text


def test_where_nobody_has_told_us_each_line_says_so_and_none_says_none(area, robin):
    tree = page(opened(area, robin.id, "tonight/"))
    for question, line in lines(tree).items():
        (silence,) = line.classed("rests__silence")
        assert silence.text.startswith("Nobody has told us"), question
    text = tree.all("main")[0].text
    assert " none" not in text.lower() and "No order" not in text


def test_somebody_who_may_not_see_orders_is_told_that_more_exists_and_to_ring(hers):
    found = lines(hers["asked"])["Must not be there"]
    assert "entries exist that you may not see" in found.text and DESK in found.text
    assert "non-molestation" not in hers["asked"].text and "I know what you drive" not in hers["asked"].text


def test_a_confidential_home_stays_withheld_on_both_pages(hers):
    for path in ("tonight", "before-you-knock"):
        said = hers[f"hidden {path}"].all("main")[0].text
        assert "Address withheld: ask the desk before you go" in said
        assert "Alder" not in said and "Margaret Oyelaran, 3" not in said


def test_an_order_says_from_where_somebody_must_stay_away_only_to_those_who_go_there(area):
    robin = area.child("Robin Sayle", aged=4)
    area.involve(by_code(area, "dana-ferris"), robin, "invited_to_decision")
    area.involve(by_code(area, "ruth-abara"), robin, "allocated")
    area.police.report(robin, "protective_order", order_type="restraining", excluded_from="14 Harbour Row")
    home = homes.household_of(person=robin.id, as_at=now())
    people.hold_confidential_address(
        household=home.id, whereabouts="14 Harbour Row", by=area.system, at=now()
    )
    for path in ("", "tonight/", "before-you-knock/", "chronology/"):
        asked = opened(area, robin.id, path).content.decode()
        assert "restraining order" in asked and "Harbour Row" not in asked, path
    for path in ("tonight/", "chronology/"):
        assert "Harbour Row" in opened(area, robin.id, path, code="ruth-abara").content.decode()


def test_what_the_day_handed_over_stands_first_with_who_said_it_and_until_when(hers):
    (handed,) = hers["more"].classed("handed")
    for sentence in (SAID.may_happen, SAID.may_happen_because, SAID.then_do, SAID.then_do_because):
        assert sentence in handed.text
    assert "Ruth Abara, Team manager, Harbour" in handed.text and "until Monday" in handed.text
    assert not hers["tonight"].classed("handed")


def rings(area, child, at):
    by = by_code(area, "dana-ferris").actor
    basis = policies.check_can_see(child=child.id, by=by, at=now())
    reading = read(child=homes.person(id=child.id), by=by, at=at, basis=basis)
    return {one.who: one for one in who_can_be_rung(reading)}


def test_by_night_the_numbers_are_those_of_the_night_and_by_day_those_of_the_day(area, robin):
    school = agencies.team(area=area.code, code="fernmoor-primary")
    access.involve(
        child=robin.id, whom=Whom(team=school.id), basis="school_of_the_child", by=area.system, at=area.now
    )
    tonight = (now() + timedelta(days=(5 - now().weekday()) % 7 + 7)).astimezone(LONDON)
    night = tonight.replace(hour=2, minute=0)
    found = rings(area, robin, night)
    assert (found["Emergency duty worker now"].name, found["Emergency duty worker now"].phone) == (
        "Lorna Tyndall",
        "01632 960 142",
    )
    assert found["Tolland Bay Police"].phone == "01632 960 300"
    assert found["Hospital, emergency department"].phone == "01632 960 452"
    by_night = found["The child’s school"]
    assert by_night.phone == "" and by_night.words == "By day: 01632 960 233. No number out of hours is held."
    assert found["Lead worker"].words == "Nobody is allocated, and no manager holds the child."

    day = datetime(2026, 12, 9, 11, tzinfo=LONDON)
    assert rings(area, robin, day)["The child’s school"].phone == "01632 960 233"


def test_each_number_can_be_rung_from_the_phone(hers):
    section = next(one for one in hers["tonight"].all("section") if one.attributes.get("id") == "ring")
    numbers = [one.attributes["href"] for one in section.all("a")]
    assert numbers[0] == "tel:999" and numbers[1] == "tel:01632960140" and len(numbers) >= 6
    assert all(one.startswith("tel:") for one in numbers)


def test_before_a_visit_it_says_what_was_found_last_times_and_what_nothing_has_answered(hers):
    tree = hers["before-you-knock"]
    found = lines(tree)
    assert "not let in to all of it" in words(found["Behind the door last times"])[0]
    assert "Of the last 2 visits written down: 1 not let in" in found["Behind the door last times"].text
    asked = found["Worth asking: nothing has answered it yet"].text
    assert HER_WORDS in asked and "What do police and other areas know of a man not named?" in asked
    alone = words(found["Tamsin alone, and in Tamsin’s words"])
    assert alone[0].startswith("Seen alone ") and any("Jory cries" in one for one in alone)
    assert "Nobody has told us which language" in found["Language, and how to speak"].text


def test_an_interpreter_whom_somebody_needed_is_said(area, robin):
    area.social_care.report(
        robin, "visit", outcome="completed", seen=True, seen_alone=False, reason_not_alone="no_interpreter"
    )
    area.school.report(robin, "other", text="Robin’s mother asked for a Polish interpreter. She came late.")
    said = words(lines(page(opened(area, robin.id, "before-you-knock/")))["Language, and how to speak"])
    assert said == [
        "Robin’s mother asked for a Polish interpreter.",
        "Not seen alone: there was no interpreter.",
    ]


def test_each_page_keeps_a_look_with_its_own_purpose(area, robin):
    dana = by_code(area, "dana-ferris")
    for path in ("tonight/", "before-you-knock/", "before-you-knock/print/"):
        assert opened(area, robin.id, path).status_code == 200
    kept = {one.purpose for one in looks.looks_by(practitioner=dana.id)}
    assert kept == {
        "read what is needed tonight",
        "read before a visit",
        "print what to read before a visit",
    }


def test_a_long_history_costs_no_more_statements_than_a_short_one(area):
    child = area.child("Amira Haddad", aged=7)
    area.involve(by_code(area, "dana-ferris"), child)
    say_many(area, child, 5)
    short = statements(area, child.id, "tonight/")
    say_many(area, child, 60)
    assert statements(area, child.id, "tonight/") <= short <= MOST_STATEMENTS


def a_full_story(area, child) -> None:
    """More of everything than stands on a sheet, each in long words."""
    long = "Keren said that he had been there since Thursday and would not go, and that the neighbours had heard it. "
    for number in range(7):
        area.social_care.report(child, "threat_to_worker", severity="threat", text=f"{number} {long * 2}")
        area.social_care.report(
            child, "visit", outcome="refused", seen=False, text=f"{number} {long * 2}", rooms_seen=long
        )
        area.school.report(child, "disclosure", words=f"{number} {long * 2}", carer_present=False)
        area.police.report(
            child, "protective_order", order_type="other", of_whom=f"a_man_{number}", excluded_from=long
        )
        area.school.report(child, "other", text=f"{number} An interpreter was there. {long * 2}")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_however_much_there_is_it_prints_on_one_side_of_paper_with_its_running_head(
    browser, live_server, area, robin
):
    a_full_story(area, robin)
    answer = opened(area, robin.id, "before-you-knock/print/")
    assert answer.status_code == 200
    assert "more on the page itself" in main_of(answer)
    with open_browser(browser, live_server.url, "dana-ferris", width=1280) as paper:
        paper.goto(f"{live_server.url}/children/{robin.id}/before-you-knock/print/")
        sheet = paper.pdf(format="A4", prefer_css_page_size=True)
    found = PdfReader(io.BytesIO(sheet))
    assert len(found.pages) == 1
    said = found.pages[0].extract_text()
    assert "R.S." in said and "Addresses withheld" in said


def test_the_childs_own_page_leads_to_each_of_them(area, robin):
    hrefs = {one.attributes.get("href") for one in page(opened(area, robin.id)).all("a")}
    here = f"/children/{robin.id}"
    assert {
        f"{here}/tonight/",
        f"{here}/before-you-knock/",
        f"{here}/note-from-the-night/",
        f"{here}/weekend/",
    } <= hrefs


def test_whoever_does_not_see_the_child_is_refused_and_told_whom_to_ring(area, robin):
    for path in ("tonight/", "before-you-knock/", "note-from-the-night/", "weekend/"):
        answer = signed_in(by_code(area, "imran-hussain")).get(f"/children/{robin.id}/{path}")
        assert answer.status_code == 403 and DESK in main_of(answer)
