"""A visit note on real data: five answers become one entry, its worries, and a line in the child's story."""

from datetime import timedelta

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.chronology import queries as chronology
from kith.kernel.clock import LONDON, now
from kith.web import drafts
from kith.web.visit_note.questions import FIELDS, FOLLOW_UPS, OPTIONAL, REQUIRED, WHY_REQUIRED, problems_in
from tests.web.forms import bay, page, problems, said, signed_in, value, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

SOCIAL_WORKER = "joel-prewett"
NOTE = {
    "seen": "alone",
    "where": "Her school, the library",
    "said_or_did": "He comes in the night now.",
    "worry": "Nothing new; she was tired.",
    "next_step": "I see her on Friday.",
}


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


def href(client, child) -> str:
    """Where the form posts to, under the id of its draft."""
    answer = client.get(f"/children/{child.id}/visit/")
    assert answer.status_code == 200
    return page(answer).classed("form")[0].attributes["action"]


def keep(client, child, **answers):
    """Submit a note, and go where that leads."""
    answer = client.post(href(client, child), {**NOTE, **answers})
    assert answer.status_code == 302, problems(answer)
    return client.get(answer.url.partition("#")[0])


def visits(child, *kinds):
    return chronology.entries_for_page(child=child.id, as_at=now(), kinds=kinds or ("visit",))


def test_five_answers_are_needed_each_with_its_reason_and_never_more_at_once():
    assert len(REQUIRED) == 5
    assert set(WHY_REQUIRED) == set(REQUIRED)
    assert set(FIELDS) == {*REQUIRED, *OPTIONAL}
    for seen in ("", "alone", *FOLLOW_UPS):
        assert len(problems_in({"seen": seen}, called="Tam")) <= 5


def test_a_note_is_one_visit_with_the_childs_words_and_comes_back_to_the_story_saying_so(client, tam):
    answer = client.post(href(client, tam), NOTE)
    assert answer.url == f"/children/{tam.id}/#said"
    (visit,) = visits(tam)
    assert visit.details["seen"] is visit.details["seen_alone"] is True
    assert visit.details["outcome"] == "completed"
    assert visit.childs_words == NOTE["said_or_did"]
    assert "Where: Her school, the library" in visit.text
    assert (visit.said_by, visit.when.precision) == ("childrens_social_care", "time")
    shown = page(client.get(f"/children/{tam.id}/"))
    (line,) = shown.classed("said")
    assert line.text.startswith("Your visit note about Tam is saved")
    assert not page(client.get(f"/children/{tam.id}/")).classed("said")


def test_the_present_moment_is_filled_in(client, tam):
    answer = client.get(f"/children/{tam.id}/visit/")
    today = now().astimezone(LONDON)
    assert (value(answer, "day"), value(answer, "year")) == (str(today.day), str(today.year))


def test_an_unfinished_note_says_what_is_missing_and_is_saved(client, tam):
    answer = client.post(href(client, tam), {"seen": "alone", "said_or_did": "Hello."})
    assert answer.status_code == 422
    assert [field for field, _ in problems(answer)] == ["where", "worry", "next_step"]
    assert value(client.get(f"/children/{tam.id}/visit/"), "said_or_did") == "Hello."
    assert visits(tam) == []


def test_a_note_that_is_left_is_found_again_and_nobody_else_sees_it(client, tam):
    client.post(href(client, tam), {"worry": "The radio.", "then": "later"})
    assert value(client.get(f"/children/{tam.id}/visit/"), "worry") == "The radio."
    other = worker("ruth-abara")
    access.involve(
        child=tam.id, whom=Whom(practitioner=other.id), basis="manages_the_work", by=other, at=now()
    )
    assert value(signed_in("ruth-abara").get(f"/children/{tam.id}/visit/"), "worry") == ""


def test_not_alone_asks_who_was_there_and_keeps_why(client, tam):
    typed = {**NOTE, "seen": "not_alone", "reason_not_alone": "carer_stayed"}
    answer = client.post(href(client, tam), typed)
    assert [field for field, _ in problems(answer)] == ["others_present"]
    client.post(href(client, tam), {**typed, "others_present": "Keren, her mother; footsteps upstairs"})
    (visit,) = visits(tam)
    assert visit.details["seen_alone"] is False
    assert visit.details["reason_not_alone"] == "carer_stayed"
    assert visit.details["others_present_text"] == "Keren, her mother; footsteps upstairs"


@pytest.mark.parametrize(
    ("why", "outcome"), [("no_reply", "no_reply"), ("refused", "refused"), ("not_there", "completed")]
)
def test_not_seen_asks_why_and_never_counts_as_seen(client, tam, why, outcome):
    typed = {**NOTE, "seen": "not_seen", "said_or_did": ""}
    answer = client.post(href(client, tam), typed)
    assert [field for field, _ in problems(answer)] == ["why_not_seen"]
    client.post(href(client, tam), {**typed, "why_not_seen": why})
    (visit,) = visits(tam)
    assert (visit.details["outcome"], visit.details["seen"]) == (outcome, False)
    assert "seen_alone" not in visit.details
    assert visit.childs_words == ""


def test_what_a_child_did_is_not_put_into_their_mouth(client, tam):
    keep(client, tam, said_or_did="Drew a house without a door.", did_not_speak="yes")
    (visit,) = visits(tam)
    assert visit.childs_words == ""
    assert "What Tam did: Drew a house without a door." in visit.text


def test_each_worry_that_is_ticked_is_a_worry_of_its_own(client, tam):
    keep(client, tam, worry="No coat, no lunch.", worry_about=["neglect", "hunger"])
    found = visits(tam, "neglect_observed", "growth_or_hunger_concern")
    assert sorted((one.kind, one.text) for one in found) == [
        ("growth_or_hunger_concern", "No coat, no lunch."),
        ("neglect_observed", "No coat, no lunch."),
    ]


def test_announced_rooms_and_the_next_attempt_are_typed_details(client, tam):
    ahead = now().astimezone(LONDON).date() + timedelta(days=3)
    again = {"next_day": str(ahead.day), "next_month": str(ahead.month), "next_year": str(ahead.year)}
    keep(client, tam, announced="no", rooms_seen="Kitchen; not upstairs", **again)
    (visit,) = visits(tam)
    assert visit.details["announced"] is False
    assert visit.details["rooms_seen"] == "Kitchen; not upstairs"
    assert visit.details["next_attempt"] == ahead.isoformat()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"day": "31", "month": "2", "year": "2026"}, "day"),
        ({"day": "1", "month": "1", "year": "2099"}, "day"),
        ({"day": "1", "month": "1", "year": "2026", "hour": "25"}, "day"),
        ({"next_day": "1", "next_month": "1", "next_year": "2020"}, "next_day"),
        ({"next_day": "31", "next_month": "9", "next_year": "2027"}, "next_day"),
        ({"where": "x" * 300}, "where"),
        ({"worry": "x" * 30_000}, "worry"),
        ({"said_or_did": "He said\x00 no."}, "said_or_did"),
    ],
)
def test_what_cannot_be_is_named_at_its_field_and_nothing_is_kept(client, tam, typed, field):
    answer = client.post(href(client, tam), {**NOTE, **typed})
    assert answer.status_code == 422
    assert [name for name, _ in problems(answer)] == [field]
    assert value(answer, "next_step") == NOTE["next_step"]
    assert visits(tam) == []


def test_submitted_twice_is_one_visit(client, tam):
    address = href(client, tam)
    assert client.post(address, NOTE).url == client.post(address, NOTE).url
    assert len(visits(tam)) == 1
    assert drafts.drafts_of(by=worker(SOCIAL_WORKER)) == ()


def test_a_brother_who_was_ticked_gets_a_note_of_his_own_with_place_and_time(area, client, tam):
    jory = area.child("Jory Orrey", aged=2, with_=tam)
    by = worker(SOCIAL_WORKER)
    access.involve(child=jory.id, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())
    answer = client.post(href(client, tam), {**NOTE, "also_about": str(jory.id)})
    assert answer.url == f"/children/{jory.id}/visit/"
    following = client.get(answer.url)
    assert "Now Jory." in said(following)
    assert value(following, "where") == NOTE["where"]
    assert value(following, "said_or_did") == ""
    assert len(visits(tam)) == 1


def test_a_visit_on_a_plan_says_which_clock_it_answers_and_stops_it(area, client, tam):
    from kith.clocks import queries as clocks

    began = now().astimezone(LONDON) - timedelta(days=40)
    area.social_care.report(
        tam, "plan", on=f"{began.day} {began:%b} {began.year}", plan_type="child_protection", stage="started"
    )
    shown = page(client.get(f"/children/{tam.id}/visit/")).classed("side-col")[0].text
    assert "Tam seen alone by the social worker. Overdue since" in shown
    keep(client, tam)
    state = next(
        one for one in clocks.running(child=tam.id, as_at=now()) if one.clock == "child_seen_alone_on_plan"
    )
    assert state.state == "running"
    shown = page(client.get(f"/children/{tam.id}/visit/")).classed("side-col")[0].text
    assert "Last time" in shown and "seen, alone" in shown


def test_whoever_may_not_see_the_child_writes_nothing(client, tam):
    stranger = signed_in("anneka-bright")
    assert stranger.get(f"/children/{tam.id}/visit/").status_code == 403
    assert stranger.post(f"/children/{tam.id}/visit/", NOTE).status_code == 403
    assert visits(tam) == []
