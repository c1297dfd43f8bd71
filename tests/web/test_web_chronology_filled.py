"""The chronology on real data: its list, its filters, its pages and its picture."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from kith.chronology import operations as ledger
from kith.chronology.types import NewEntry
from kith.chronology.when import midday
from kith.journeys.describing import description_of
from kith.kernel.clock import LONDON, now
from tests.support.world import tolland_bay
from tests.web.filled import entry, listed, long_history, opened, rolled_back, statements, weight
from tests.web.living import by_code, days_ago, page, signed_in
from tests.web.many_entries import case, first_child_of, say_many
from tests.web.tams_family import HER_WORDS, Family, involve, tams_family
from tests.web.test_web_browser import faults

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

MOST_STATEMENTS = 45


@pytest.fixture
def family() -> Family:
    made = tams_family()
    involve(made, "dana-ferris", "manages_the_work")
    return made


@pytest.fixture(scope="module")
def hers(django_db_setup, django_db_blocker):
    """Tam's chronology as Dana Ferris sees it, drawn once."""
    with rolled_back(django_db_blocker):
        made = tams_family()
        involve(made, "dana-ferris", "manages_the_work")
        return page(of(made))


def of(family: Family, query: str = "", *, code: str = "dana-ferris"):
    """Tam's chronology as the practitioner of that key gets it."""
    return opened(family.area, family.tam.id, f"chronology/{query}", code=code)


def ticked(tree, name: str) -> dict[str, bool]:
    boxes = [one for one in tree.classed("filters")[0].all("input") if one.attributes.get("name") == name]
    return {one.attributes["value"]: "checked" in one.attributes for one in boxes}


# The list


def test_each_entry_has_its_anchor_its_agency_its_words_and_what_settled_it(hers):
    bruises = entry(hers, "Three round bruises")
    assert "School" in bruises.classed("line__when")[0].text
    assert "Settled by: Section 47 enquiry" in bruises.text and "(worked out by Kith)" in bruises.text
    assert re.fullmatch(r"entry-[0-9a-f-]{36}", bruises.attributes["id"])
    assert "Nothing has settled this" in entry(hers, HER_WORDS).text


def test_the_newest_stands_first_and_routine_entries_are_folded_and_counted(hers):
    assert "a man’s voice" in listed(hers)[0].text
    head = hers.classed("filter-row")[0].all("h2")[1].inside.text
    assert f"Newest first. {len(listed(hers))} shown. 9 routine entries are folded." in head
    folded = [one.text for one in hers.classed("folded")]
    assert folded[0].startswith("5 routine entries, ") and folded[0].endswith(": show them")


def test_long_silences_are_drawn_between_listed(hers):
    gaps = [one.text for one in hers.classed("gap")]
    assert any("with no words of Tamsin’s recorded by anyone" in words for words in gaps)


def test_told_opened_and_acknowledged_stay_apart(family):
    words = family.entries["the night"]
    ruth = by_code(family.area, "ruth-abara").actor
    ledger.open(words, by=ruth, at=now())
    known = entry(page(of(family)), HER_WORDS).classed("known")[0].text
    assert re.search(r"Social care told \d\d:\d\d, opened .*, Ruth Abara", known)
    assert "acknowledged" not in known and "not opened" not in known
    assert "police" in known and "not told" in known


def test_what_was_told_and_not_opened_says_so_in_bold(hers):
    known = entry(hers, "Asleep in class twice").classed("known")[0]
    assert "not opened" in [one.text for one in known.all("b")]
    assert "Nobody else told." in entry(hers, "a man shouting").classed("known")[0].text


def test_a_withdrawn_entry_stays_struck_through_with_who_and_why(family):
    taken_back = family.entries["behaviour_concern-4"]
    head = by_code(family.area, "david-mensah").actor
    ledger.withdraw(taken_back, because="written about another child", by=head, at=now())
    tree = page(of(family))
    struck = entry(tree, "Asleep in class twice")
    assert "Asleep in class twice" in struck.all("s")[0].text
    assert "Withdrawn. By school, " in struck.text and "written about another child" in struck.text
    assert not struck.classed("line__set")
    assert len([one for one in listed(tree) if "Something else" in one.text]) == 0


def test_a_corrected_entry_leads_to_what_stands_in_its_place(family):
    wrong, tully = family.entries["behaviour_concern-4"], by_code(family.area, "david-mensah").actor
    right = NewEntry(
        area=family.area.code, kind="behaviour_concern", said_by="school",
        happened_from=midday(days_ago(5).date()), happened_to=midday(days_ago(5).date()),
        about=(description_of(person=family.tam.id, by=tully, at=now()),),
        details={"aspect": "tiredness"}, text="Asleep in class once, on the day before.",
    )  # fmt: skip
    new = ledger.correct(wrong, right, because="it was the day before", by=tully, at=now())
    struck = entry(page(of(family)), "Asleep in class twice")
    assert "Corrected. By school, " in struck.text and "it was the day before" in struck.text
    assert struck.all("a")[-1].attributes["href"].endswith(f"#entry-{new}")


def test_copies_of_one_occurrence_in_the_same_words_are_one_line_with_every_anchor():
    area = tolland_bay(now())
    child = first_child_of(case("solihull-2020.json"), area)
    tree = page(
        signed_in(by_code(area, "dana-ferris")).get(f"/children/{child}/chronology/?as_at=2020-04-24")
    )
    told = entry(tree, "Grandmother tells school about the bruises")
    assert "A worry about physical harm was received" in told.text and "A bruise was described." in told.text
    assert len([one for one in told.all("span") if one.attributes.get("id", "").startswith("entry-")]) == 2


# The filter


def test_one_may_choose_who_said_it(family):
    tree = page(of(family, "?said_by=police"))
    assert {one.classed("ag")[0].text for one in listed(tree)} == {"Police"}
    assert ticked(tree, "said_by") == dict.fromkeys(ticked(tree, "said_by"), False) | {"police": True}


def test_her_own_words_are_a_choice_of_their_own(family):
    tree = page(of(family, "?said_by=child"))
    assert len(listed(tree)) == 5
    assert all("“" in one.all("q")[0].inside.text or one.all("q") for one in listed(tree))


def test_what_relatives_told_stands_under_family_and_names_the_agency_that_they_told(family):
    tree = page(of(family, "?said_by=family"))
    assert [one.classed("ag")[0].text for one in listed(tree)] == [
        "Neighbour or public, to social care",
        "Family, to social care",
    ]


def test_one_may_choose_what_is_not_settled_alone(family):
    tree = page(of(family, "?kind=open"))
    assert listed(tree) and all("Nothing has settled this" in one.text for one in listed(tree))
    assert not tree.classed("folded")


def test_routine_entries_are_shown_where_they_are_asked_for(family):
    tree = page(of(family, "?kind=story&kind=routine"))
    assert not tree.classed("folded")
    assert "27 shown." in tree.text


def test_a_filter_that_nothing_fits_says_that_others_exist(family):
    words = page(of(family, "?said_by=family&kind=routine")).text
    assert "No entry fits what you ticked. Others exist" in words


# Paging


def test_fifty_stand_on_a_page_and_the_link_counts_the_rest():
    area, child = long_history(60)
    client = signed_in(by_code(area, "dana-ferris"))
    href = f"/children/{child.id}/chronology/?kind=story&kind=routine"
    first = page(client.get(href))
    assert len(listed(first)) == 50
    assert "50 of 60 so far." in first.text
    (earlier,) = [one for one in first.all("a") if one.text == "Earlier entries: 10 more"]
    second = page(client.get(earlier.attributes["href"]))
    assert len(listed(second)) == 10
    assert not {one.attributes["id"] for one in listed(first)} & {
        one.attributes["id"] for one in listed(second)
    }
    assert [one.text for one in second.all("a") if "newest" in one.text] == ["Back to the newest entries"]


def test_a_link_to_an_entry_opens_the_page_on_which_it_stands_even_where_it_is_routine(family):
    routine = family.entries["appointment-262"]
    tree = page(of(family, f"?entry={routine}"))
    assert [one for one in listed(tree) if one.attributes["id"] == f"entry-{routine}"]


# The picture


def test_the_picture_has_a_lane_for_each_and_its_table_says_the_same(hers):
    table = hers.classed("lanes")[0].all("table")[0]
    rows = {
        one.all("th")[0].text: [cell.text for cell in one.all("td")]
        for one in table.all("tbody")[0].all("tr")
    }
    assert list(rows) == [
        "Tamsin’s own words",
        "School",
        "Police",
        "Social care",
        "Health",
        "Family, neighbours",
    ]
    assert sum(int(count) for count in rows["Police"][:-1] if count != "–") == 3
    assert "on a child protection plan from" in hers.classed("lanes__wide")[0].text


def test_every_mark_leads_to_an_entry_that_is_there(hers):
    ids = {
        f"#{one.attributes['id']}" for one in hers.all() if one.attributes.get("id", "").startswith("entry-")
    }
    links = [one.attributes["href"] for one in hers.classed("lanes__wide")[0].all("a")]
    assert links and all(link in ids or "?entry=" in link for link in links)


def test_a_history_of_many_years_is_drawn_in_longer_periods():
    area = tolland_bay(now())
    child = first_child_of(case("solihull-2020.json"), area)
    tree = page(signed_in(by_code(area, "dana-ferris")).get(f"/children/{child}/chronology/"))
    heads = [one.text for one in tree.classed("lanes")[0].all("table")[0].all("thead")[0].all("th")]
    assert {"2019", "2020", "2026"} <= set(heads)


# The page itself


def test_ten_times_as_many_entries_take_no_more_statements_and_stay_light(django_assert_max_num_queries):
    area, child = long_history(30)
    few = statements(area, child.id, "chronology/")
    say_many(area, child, 300, until=61)
    client = signed_in(by_code(area, "dana-ferris"))
    with django_assert_max_num_queries(MOST_STATEMENTS):
        answer = client.get(f"/children/{child.id}/chronology/")
    assert statements(area, child.id, "chronology/") == few
    assert weight(answer) <= 100_000


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("width", "scheme"), [pytest.param(1280, "light", marks=pytest.mark.slow), (320, "dark")]
)
def test_axe_finds_nothing_on_the_filled_pages_and_nothing_scrolls_sideways(
    browser, live_server, settings, width, scheme
):
    family = tams_family()
    involve(family, "dana-ferris", "manages_the_work")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.add_cookies([{"name": "kith", "value": _session(family), "url": live_server.url}])
    tab = context.new_page()
    for path in ("", f"?as_at={days_ago(150).date()}", "chronology/", "chronology/?day=31&month=2&year=2026"):
        tab.goto(f"{live_server.url}/children/{family.tam.id}/{path}")
        assert faults(tab) == [], path
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def _session(family: Family) -> str:
    client = Client()
    client.force_login(get_user_model().objects.get(practitioner=by_code(family.area, "dana-ferris").id))
    return client.cookies["kith"].value


def test_dates_are_londons(hers):
    day = days_ago(15).astimezone(LONDON)
    assert f"{day:%a} {day.day} {day:%b}" in entry(hers, HER_WORDS).classed("line__when")[0].text
