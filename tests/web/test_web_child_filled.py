"""The child page of a family in Tolland Bay: what is true now, what nobody knows, and what one reader may not see."""

import re
from datetime import timedelta

import pytest

from kith.access import queries as looks
from kith.agencies import queries as agencies
from kith.kernel.clock import now
from kith.people import operations as people
from kith.people import queries as homes
from tests.support.world import Area, tolland_bay
from tests.web.filled import line, long_history, opened, rolled_back, statements, together, weight
from tests.web.living import by_code, days_ago, main_of, page, signed_in
from tests.web.many_entries import say_many
from tests.web.tams_family import HER_WORDS, Family, involve, tams_family

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

MOST_STATEMENTS = 70
DESK = "01632 960 140"


@pytest.fixture
def area() -> Area:
    return tolland_bay(now())


@pytest.fixture
def family() -> Family:
    return tams_family()


@pytest.fixture(scope="module")
def hers(django_db_setup, django_db_blocker):
    """Tam's page as Dana Ferris sees it, drawn once."""
    with rolled_back(django_db_blocker):
        return by_dana(tams_family())


def by_dana(family: Family):
    """Tam's page as Dana Ferris, who manages the front door, sees it."""
    involve(family, "dana-ferris", "manages_the_work")
    return page(opened(family.area, family.tam.id))


def by_tomasz(family: Family):
    """Tam's page as Tomasz Wilk sees it, who was asked for information and has nothing to decide."""
    involve(family, "tomasz-wilk", "open_request")
    return page(opened(family.area, family.tam.id, code="tomasz-wilk"))


def test_the_top_says_who_she_is_that_nobody_is_allocated_and_who_must_not_be_told(hers):
    who = hers.classed("who")[0]
    assert who.all("h1")[0].text == "Tamsin Orrey"
    assert "7 years 6 months" in who.text
    assert "Child protection plan: physical abuse, since" in who.classed("chip--plan")[0].text
    assert "Nobody is allocated" in who.classed("slab")[0].text
    assert "Ruth Abara, team manager, has held Tamsin since" in who.classed("slab")[0].text
    assert "Ring Ruth: 01632 960 112" in who.classed("slab")[0].text
    told = who.classed("mustnot")[0].text
    assert told.startswith("Do not tell Lewis Dane where Tamsin is")
    assert "A non-molestation order stands until" in told


def test_an_order_that_has_ended_guards_no_more(family):
    family.area.now = now()
    yesterday = (now() - timedelta(days=1)).date().isoformat()
    family.area.police.report(
        family.tam, "protective_order", order_type="non_molestation", of_whom=str(family.lewis), to=yesterday
    )
    assert not by_dana(family).classed("mustnot")


def test_what_is_true_now_is_said_in_sentences_and_so_is_what_nobody_knows(hers):
    now_lines = {one.all("dt")[0].text: one.all("dd")[0].text for one in hers.classed("now")[0].all("div")}
    assert now_lines["Where is Tamsin?"].startswith("Not known.")
    assert "Keren Orrey (mother)" in now_lines["Who is at home"]
    assert "A man not named joined the household (midwife," in now_lines["Who is at home"]
    assert "no checks have been made" in now_lines["Who is at home"]
    assert "Lewis Dane: A non-molestation order" in now_lines["Who must not be"]
    assert now_lines["Before you knock"].startswith("A worker was threatened by Lewis Dane.")


def test_where_she_is_counts_on_the_day_on_which_it_was_told(family):
    later = (now() + timedelta(hours=2)).isoformat()
    family.area.now = now()
    family.area.school.report(
        family.tam, "contact_received", nature="welfare", where_now="school", collected_at=later
    )
    assert "At school, as told today." in by_dana(family).classed("now")[0].text
    assert "by whom is not said" in by_dana(family).classed("now")[0].text


def test_last_seen_last_alone_and_who_was_in_the_room(hers):
    seen = [one.text for one in hers.classed("seen")[0].all("div")]
    assert "12 days ago" in seen[0]
    assert "There: nobody else. 95 days ago." in seen[1]
    assert seen[2].startswith("In the room at the last visit") and "Keren Orrey and Jory Orrey" in seen[2]


def test_her_words_are_quoted_with_who_heard_them_and_who_else_was_there(hers):
    voice = hers.classed("voice")[0]
    (heard,) = [one for one in voice.all("figure") if HER_WORDS in one.all("blockquote")[0].text]
    assert "to Anneka Bright (school); there: nobody else" in heard.all("figcaption")[0].text
    assert "All 5" in voice.text


def test_the_eyes_of_28_days_show_who_saw_her_and_who_has_not_told_us(hers):
    eyes = hers.classed("eyes")[0]
    rows = {
        one.all("th")[0].text: [cell.text for cell in one.all("td")] for one in eyes.all("tbody")[0].all("tr")
    }
    assert "In the last 28 days Tamsin was seen by school on 6 days and by social care on 1 day." in eyes.text
    assert rows["School"][1] != "none"  # alone with Anneka Bright
    assert rows["Social care"][1] == "none"


def test_who_is_silent_comes_first_with_the_number_to_ring(hers):
    lines = hers.classed("fresh")[0].all("li")
    silent = [one for one in lines if "hatch" in one.attributes.get("class", "")]
    assert lines[: len(silent)] == silent
    gp = next(one.text for one in silent if one.text.startswith("GP"))
    assert "has never sent anything" in gp and "ring 01632 960" in gp


def test_an_agency_that_is_heard_about_others_says_when_it_last_spoke_of_her(family):
    other = family.area.child("Casper Lyle", aged=4)
    family.area.now = now() - timedelta(minutes=5)
    family.area.police.report(other, "domestic_abuse_incident")
    police = next(
        one for one in by_dana(family).classed("fresh")[0].all("li") if one.text.startswith("Police")
    )
    assert "hatch" not in police.attributes.get("class", "")
    assert "received up to" in police.text and "last about Tamsin" in police.text


def test_a_question_quotes_its_evidence_names_its_owner_and_says_what_would_make_it_wrong(hers):
    asks = hers.classed("ask")
    assert 0 < len(asks) <= 3
    for ask in asks:
        links = [one.all("a")[0].attributes["href"] for one in ask.classed("ask__ev")[0].all("li")]
        assert all("/chronology/?entry=" in link and "#entry-" in link for link in links)
        assert "This would be wrong if" in ask.text
        assert re.search(r"Owner: \w+", ask.text)
        assert "Tamsin" in ask.all("h3")[0].text


def test_going_well_is_only_what_an_entry_says_and_unknowns_are_as_loud(hers):
    well, worrying, unknown = hers.classed("three")[0].all("h3")
    assert "Nobody has written anything here" in well.inside.text
    assert HER_WORDS in worrying.inside.text
    assert "asked police for information: is the van his?" in unknown.inside.text
    assert "What do police and other areas know of a man not named?" in unknown.inside.text


def test_contacts_since_anything_was_settled_are_counted(hers):
    assert "One contact has come in since a decision last settled anything, on" in together(hers)


def test_what_kith_worked_out_is_marked_as_such_and_leads_to_the_entry(hers):
    bruises = line(hers, "Three round bruises").classed("line__set")[0]
    assert "(worked out by Kith)" in bruises.text
    enquiry = line(hers, "The worry is borne out").classed("line__when")[0].all("a")[0]
    assert bruises.all("a")[0].attributes["href"] == enquiry.attributes["href"]


def test_running_clocks_name_the_entry_that_started_them(hers):
    clocks = " ".join(one.text for one in hers.classed("clock"))
    assert "Child seen alone on plan" in clocks and "Overdue since" in clocks
    assert "Started by: Visit," in clocks


def test_the_page_of_a_child_about_whom_nothing_came_says_that_silence_is_not_safety(area):
    robin = area.child("Robin Heald", aged=1)
    area.involve(by_code(area, "dana-ferris"), robin)
    words = page(opened(area, robin.id)).text
    assert "No agency has sent anything about Robin. That is not the same as nothing happening." in words
    assert "Robin is too young to say it in words." in words
    assert "No agency says that it has seen Robin in 28 days. That is silence, not safety." in words
    assert "Nobody has written down any other child." in words


# What this reader may not see


def test_without_a_decision_or_visit_to_make_some_entries_are_left_out_counted_and_the_desk_named(family):
    tree = by_tomasz(family)
    assert "I know what you drive" not in tree.text
    assert not tree.classed("mustnot")
    assert f"Two more exist that you may not see: ring the desk, {DESK} ." in tree.classed("story")[0].text
    knock = tree.classed("now")[0].text
    assert knock.count("Ring the desk first.") == 2
    assert "Before you visit, or let anybody collect Tamsin, ring the desk" in knock


def test_a_question_that_rests_on_a_hidden_entry_is_asked_in_general_words(family):
    family.area.now = now()
    family.area.police.report(
        family.tam, "protective_order", order_type="restraining", of_whom=str(family.lewis), breached=True
    )
    theirs = " ".join(ask.all("h3")[0].text for ask in by_tomasz(family).classed("ask"))
    assert "Can police, health and social care talk about Tamsin today?" in theirs
    assert "order" not in theirs
    mine = " ".join(ask.all("h3")[0].text for ask in by_dana(family).classed("ask"))
    assert "when the order did not hold?" in mine


def test_who_wrote_an_entry_may_read_it_again(family):
    family.area.now = now()
    family.area.social_care.report(
        family.tam, "legal_step", legal_action="advice", text="I asked for advice."
    )
    writer = agencies.practitioner(id=family.area.entries_about(family.tam)[0].recorded_by)
    involve(family, writer.code, "open_request")
    assert "I asked for advice." in page(opened(family.area, family.tam.id, code=writer.code)).text
    assert "I asked for advice." not in by_tomasz(family).text


def test_a_clock_that_a_hidden_entry_started_is_hidden_with_it(family):
    family.area.now = now()
    legal = family.area.agency("legal")
    legal.report(family.tam, "legal_step", legal_action="application", order="care", outcome="applied")
    mine = " ".join(one.text for one in by_dana(family).classed("clock"))
    theirs = " ".join(one.text for one in by_tomasz(family).classed("clock"))
    assert "Care proceedings decided" in mine
    assert "Child seen alone on plan" in theirs
    assert "proceedings" not in theirs


def test_many_clocks_all_stand_on_the_page_those_due_later_folded_on_a_phone(family):
    family.area.now = now()
    family.area.social_care.report(family.tam, "looked_after", step="started")
    family.area.social_care.report(family.tam, "looked_after", step="placed")
    tree = by_dana(family)
    shown = [one.text for one in tree.classed("clock")]
    assert any("First looked after review" in one for one in shown)
    assert any("Care plan made" in one for one in shown)
    unfolded = max(5, sum("Overdue" in one or "Today," in one for one in shown))
    assert f"{len(shown) - unfolded} more, due later" in tree.text


def test_a_worry_that_a_hidden_order_settled_is_not_said_to_be_open(family):
    family.area.now = now()
    family.area.agency("legal").report(family.tam, "legal_step", legal_action="order", outcome="granted")
    tree = by_tomasz(family)
    assert (
        "By an entry that you may not see" in line(tree, "Asleep in class twice").classed("line__set")[0].text
    )
    assert "order" not in line(tree, "Asleep in class twice").text


def test_a_sealed_brother_is_on_no_page_and_of_a_restricted_one_only_that_a_record_exists(family):
    people.set_tier(person=family.jory.id, tier="sealed", because="A story.", by=family.area.system, at=now())
    assert (
        "Jory Orrey" not in by_dana(family).classed("kids")[0].inside.text
        if by_dana(family).classed("kids")
        else True
    )
    assert "Jory Orrey" not in by_dana(family).classed("who")[0].text
    people.set_tier(
        person=family.jory.id, tier="restricted", because="A story.", by=family.area.system, at=now()
    )
    kids = by_dana(family).classed("kids")[0].text
    assert "A record exists: ring the desk" in kids and "Jory" not in kids


def test_a_hidden_home_is_withheld_and_so_are_words_that_could_say_where(family):
    home = homes.household_of(person=family.tam.id, as_at=now())
    people.hold_confidential_address(
        household=home.id, whereabouts="14 Harbour Row", by=family.area.system, at=now()
    )
    teacher = opened(family.area, family.tam.id, code="anneka-bright")
    assert "Home withheld." in page(teacher).classed("withheld")[0].text
    assert "in the garden, 25 minutes" not in page(teacher).text
    assert "Words left out: they may say where the child is." in page(teacher).text
    for answer in (teacher, opened(family.area, family.tam.id, code="ruth-abara")):
        assert "Harbour Row" not in answer.content.decode()


def test_an_order_made_since_guards_the_page_of_an_earlier_moment_too(family):
    involve(family, "dana-ferris", "manages_the_work")
    tree = page(opened(family.area, family.tam.id, f"?as_at={days_ago(200).date()}"))
    assert "Do not tell Lewis Dane" in tree.classed("mustnot")[0].text
    assert "Nobody is allocated" in tree.classed("slab")[0].text
    assert "Three round bruises" not in tree.text


# The page itself


def test_every_read_is_kept_with_its_basis_and_purpose(family):
    by_tomasz(family)
    look = looks.looks_at(child=family.tam.id)[0]
    assert (look.name, look.basis, look.purpose) == ("Tomasz Wilk", "open_request", "read the child’s page")


def test_printed_sheets_carry_initials_recipient_and_time_and_asking_for_them_is_no_look(family):
    involve(family, "dana-ferris", "manages_the_work")
    sheet = opened(family.area, family.tam.id, "print.css").content.decode()
    assert "T.O." in sheet and "Dana Ferris" in sheet and "Addresses withheld." in sheet
    assert "Tamsin" not in sheet
    assert looks.looks_at(child=family.tam.id) == ()
    assert opened(family.area, family.tam.id, "print.css", code="siobhan-keane").status_code == 403


def test_ten_times_as_many_entries_take_no_more_statements(django_assert_max_num_queries):
    area, child = long_history(30)
    few = statements(area, child.id)
    say_many(area, child, 300, until=61)
    client = signed_in(by_code(area, "dana-ferris"))
    with django_assert_max_num_queries(MOST_STATEMENTS):
        answer = client.get(f"/children/{child.id}/")
    assert len(area.entries_about(child)) == 50  # one page of them
    assert statements(area, child.id) == few
    assert len(page(answer).classed("line") + page(answer).classed("fold")) <= 40


def test_three_hundred_entries_weigh_at_most_a_hundred_kilobytes():
    area, child = long_history(300)
    assert weight(opened(area, child.id)) <= 100_000


def test_a_child_whom_nobody_may_open_is_refused_as_before(family):
    answer = opened(family.area, family.tam.id, code="siobhan-keane")
    assert answer.status_code == 403
    assert "You are not involved with this child" in main_of(answer)
