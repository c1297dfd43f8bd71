"""The front door on real entries: the list, one contact with what nothing has settled, and what is written on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.identity.types import NewDescription
from kith.journeys.receive_concern import receive_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import now
from kith.pathway import queries as contacts
from tests.web.living import amira_in, by_code, living_area, main_of, signed_in, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
TOLD = "She had no coat and said nobody was home."


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def amira(area):
    return amira_in(area)


def tell(area, child, *, by="school", how_soon="working_day", text=TOLD, **said):
    """A contact that a practitioner of an agency tells now."""
    area.now = now()
    described = NewDescription(
        said_by=by, said_by_area=area.code, sender_key=f"known-{child.id}", full_name=child.name,
        born_from=child.born, born_to=child.born,
    )  # fmt: skip
    entry = EntrySaid(
        key="it", kind="contact_received", happened_from=area.now, happened_to=area.now, about=("child",),
        details={"nature": "neglect", **said.pop("details", {})}, text=text, precision="time", **said,
    )  # fmt: skip
    concern = Concern(
        said_by=by, said_by_area=area.code, entries=(entry,), for_the_desk=how_soon,
        people=(PersonSaid(key="child", description=described, person=child.id),),
    )  # fmt: skip
    received = receive_concern(concern=concern, by=area.agency(by).actor, at=area.now)
    return contacts.contact(id=received.contact)


@pytest.fixture
def contact(area, amira):
    return tell(area, amira)


@pytest.fixture
def owner(area, contact):
    return worker(area, contact.owner)


def read(client, at):
    return main_of(client.get(at))


def address(contact, what=""):
    return f"/contacts/{contact.id}/{what}"


def decide(client, contact, **more):
    client.post(address(contact, "think"), {"leaning": "advice", "view": "Perhaps a hard week."})
    said = {
        "outcome": "no_further_action",
        "closing_reason": "below_threshold",
        "reasons": "Seen in school each day.",
        "spoken_to": "done",
    }
    return client.post(address(contact, "decide"), said | more)


def test_the_list_says_who_decides_by_when_and_that_nobody_has_opened_it(area, contact, owner):
    said = read(signed_in(owner), "/contacts/")

    assert "Contact from school: Amira Haddad" in said
    assert "Nobody has opened it." in said
    assert "Yours to decide" in said


def test_a_child_sealed_since_is_named_to_nobody_but_the_manager_who_takes_it_over(
    area, amira, contact, owner
):
    from kith.people import operations as people

    people.set_tier(person=amira.id, tier="sealed", because="A danger.", by=area.system, at=now())
    manager = area.mash_manager

    said = read(signed_in(owner), "/contacts/")
    assert "Amira" not in said
    assert "held closely, and with the manager on duty" in said
    needs = read(signed_in(owner), "/")
    assert "Amira" not in needs
    assert "held closely now" in needs
    assert signed_in(owner).get(address(contact)).status_code == 403

    assert "take it over" in read(signed_in(manager), "/")
    assert "Amira Haddad" in read(signed_in(manager), "/contacts/")


def test_the_list_takes_as_many_statements_for_one_contact_as_for_four(area, amira, contact, owner):
    def statements():
        with CaptureQueriesContext(connection) as asked:
            signed_in(owner).get("/contacts/")
        return len(asked)

    one = statements()
    for _ in range(3):
        tell(area, amira)

    assert statements() == one


def test_it_needs_its_owner_on_their_first_page(contact, owner):
    assert "Contact from school: Amira Haddad" in read(signed_in(owner), "/")


def test_the_contact_shows_the_words_the_child_and_what_nothing_has_settled(contact, owner):
    said = read(signed_in(owner), address(contact))

    assert TOLD in said
    assert "The first contact in ten weeks." in said
    assert "Nothing has settled" in said
    assert "Nobody in social care works with them now." in said
    assert "Continuum of need" in said or "continuum of need" in said


def test_what_interprets_waits_until_the_first_view_is_written(area, contact, owner):
    client = signed_in(owner)
    before = read(client, address(contact))
    assert "until you have written what you think" in before
    assert "Why do you take it over?" not in before
    assert client.post(address(contact, "decide"), {"outcome": "advice"}).status_code in (403, 422)

    client.post(address(contact, "think"), {"leaning": "assessment", "view": "She is alone at night."})

    after = read(client, address(contact))
    assert "until you have written what you think" not in after
    assert "She is alone at night." in after


def test_whoever_else_screens_does_not_read_a_first_view_before_their_own(area, contact, owner):
    signed_in(owner).post(address(contact, "think"), {"leaning": "advice", "view": "Perhaps a hard week."})
    manager = signed_in(area.mash_manager)

    assert "Perhaps a hard week." not in read(manager, address(contact))
    manager.post(address(contact, "think"), {"leaning": "assessment", "view": "I would see her today."})
    assert "Perhaps a hard week." in read(manager, address(contact))


def test_a_decision_is_shown_with_its_reasons_and_who_made_it(contact, owner):
    client = signed_in(owner)

    answer = decide(client, contact)

    assert answer.status_code == 302
    said = read(client, address(contact))
    assert "No further action: below the area’s threshold for social care" in said
    assert "Seen in school each day." in said


def test_a_closing_on_known_to_social_care_meets_the_truth_and_keeps_every_word(area, contact, owner):
    client = signed_in(owner)
    closing = {"closing_reason": "known_to_social_care", "reasons": "Social care has it."}

    met = decide(client, contact, **closing)

    assert met.status_code == 422
    said = met.content.decode()
    assert "Nobody in social care is working with Amira Haddad now." in said
    assert "Social care has it." in said
    assert contacts.contact(id=contact.id).is_open

    assert decide(client, contact, **closing, despite="The police told me so.").status_code == 302
    said = read(client, address(contact))
    assert "It came back" in said
    assert "The police told me so." in said


def test_counted_by_who_told(area, amira, contact, owner):
    for teller in ("Gran", "Gran", "Uncle"):
        last = tell(
            area, amira, by="childrens_social_care", voice="family", text="Marks on her back.",
            details={"informant_text": teller},
        )  # fmt: skip

    said = read(signed_in(worker(area, last.owner)), address(last))

    assert "The fourth contact in ten weeks, from two relatives or neighbours and one agency." in said


def test_what_is_missing_is_asked_for_in_words(contact, owner):
    client = signed_in(owner)

    answer = client.post(address(contact, "think"), {"leaning": "advice", "view": " "})

    assert answer.status_code == 422
    assert "Write what you think, and what would change it." in answer.content.decode()


def test_taking_over_needs_a_reason_and_moves_it_to_ones_own_list(area, contact):
    manager = signed_in(area.mash_manager)
    assert manager.post(address(contact, "take"), {"because": ""}).status_code == 422

    manager.post(address(contact, "take"), {"because": "He is off sick."})

    assert "Yours to decide" in read(manager, "/contacts/")


def test_a_manager_disagrees_and_a_third_person_has_it(area, contact, owner):
    decide(signed_in(owner), contact)
    dana = by_code(area, "dana-ferris")
    manager = signed_in(dana)

    manager.post(address(contact, "disagree"), {"because": "Nobody asked where she sleeps."})

    (back,) = contacts.open_contacts(area=area.code)
    assert back.owner not in (contact.owner, dana.id)
    assert "a manager did not agree" in read(manager, address(back))


def test_nobody_outside_the_front_door_comes_in(area, contact):
    teacher = signed_in(by_code(area, "martha-hale"))

    assert teacher.get("/contacts/").status_code == 403
    assert teacher.get(address(contact)).status_code == 403
    assert TOLD not in teacher.get(address(contact)).content.decode()


ASKED = {
    "agency": "police",
    "what": "Any notices since June?",
    "purpose": "To decide.",
    "how_soon": "working_day",
}


def test_an_agency_is_asked_answers_on_one_page_and_the_screener_reads_how_it_stands(contact, owner, area):
    client = signed_in(owner)
    assert client.post(address(contact, "ask"), ASKED | {"purpose": ""}).status_code == 422
    client.post(address(contact, "ask"), ASKED)
    assert "Not answered." in read(client, address(contact))

    (request,) = contacts.requests_for(contact=contact.id)
    officer = signed_in(worker(area, request.owner))
    assert "Any notices since June?" in read(officer, "/")
    here = f"/asked/{request.id}/"
    assert "For: To decide." in read(officer, here)
    assert officer.post(here, {"answer": "told", "words": ""}).status_code == 422
    told = {"answer": "told", "words": "Two calls in July.", "parents_may_be_told": "no"}
    assert officer.post(here, told).status_code == 302

    assert "Answered" in read(client, address(contact))
    said = read(client, f"/children/{chronology_child(contact)}/chronology/")
    assert "Two calls in July" in said


def chronology_child(contact):
    from kith.chronology import queries

    (child,) = queries.children_of(entry=contact.told)
    return child


def test_what_nobody_answered_stands_on_the_front_doors_first_page(contact, owner, area):
    from datetime import timedelta

    from kith.journeys.ask_an_agency import climb_requests

    client = signed_in(owner)
    client.post(address(contact, "ask"), ASKED | {"action": "welfare_check"})
    (request,) = contacts.requests_for(contact=contact.id)
    signed_in(worker(area, request.owner)).post(
        f"/asked/{request.id}/", {"answer": "no_capacity", "words": "Nobody until nine."}
    )
    climb_requests(at=now() + timedelta(seconds=1), limit=10)

    said = read(client, "/contacts/")
    assert "Asked, and not answered" in said
    assert "Nobody was free. It went up to" in said
