"""A family that the front door passes to family help is taken on by one named person, or comes back."""

from datetime import timedelta

import pytest

from kith.access import policies as access
from kith.chronology import queries as chronology
from kith.journeys.ask_an_agency import Answered, answer_request, climb_requests
from kith.pathway import queries as contacts
from kith.pathway.types import Screened
from tests.journeys.test_the_front_door_decides import decided, told
from tests.support.world import Worker

PASSED_ON = Screened(
    outcome="early_help", reasons="Mother asks for help with the mornings, and agrees.", spoken_to="done"
)


@pytest.fixture
def mina(area):
    return area.on("3 Mar").child("Mina Okafor-Dale", aged=7)


@pytest.fixture
def contact(area, mina):
    made = told(area, mina)
    decided(area, made, PASSED_ON)
    return contacts.contact(id=made.id)


@pytest.fixture
def request_(contact):
    (made,) = contacts.requests_for(contact=contact.id)
    return made


def lead(area, request):
    return Worker(area, request.owner).actor


def came_back(contact):
    return [one for one in contacts.contacts_of(told=[contact.told])[contact.told] if one.id != contact.id]


def test_one_named_person_is_asked_by_a_time_and_sees_the_child_meanwhile(area, mina, contact, request_):
    assert "family_help_lead" in lead(area, request_).roles
    assert request_.due_at == area.on("5 Mar").now.replace(hour=23, minute=59, second=59)
    access.check_can_see(child=mina.id, by=lead(area, request_), at=area.now)
    assert chronology.entry(request_.entry).details["action"] == "family_help"


def test_accepted_it_is_theirs_and_nothing_comes_back(area, contact, request_):
    yes = Answered(answer="agreed", words="Ola Brand rings them tomorrow.")
    entry = answer_request(request=request_.id, answered=yes, by=lead(area, request_), at=area.now)

    assert chronology.entry(entry).details["answer"] == "agreed"
    assert climb_requests(at=request_.due_at + timedelta(days=9), limit=10) == 0
    assert came_back(contact) == []


@pytest.mark.parametrize("answer", ["declined", "no_capacity"])
def test_not_taken_on_it_comes_back_to_somebody_else_at_once_and_once(area, contact, request_, answer):
    no = Answered(answer=answer, words="We have eleven waiting.")
    answer_request(request=request_.id, answered=no, by=lead(area, request_), at=area.now)
    climb_requests(at=area.now + timedelta(days=9), limit=10)

    (back,) = came_back(contact)
    assert (back.because, back.comes_after) == ("family_help_not_taken", contact.id)
    assert back.owner not in (request_.owner,)
    assert contacts.waiting_for(practitioner=back.owner) == ()


def test_where_nobody_answers_in_time_it_comes_back_too(area, contact, request_):
    assert climb_requests(at=request_.due_at - timedelta(minutes=1), limit=10) == 0
    assert climb_requests(at=request_.due_at + timedelta(minutes=1), limit=10) == 1
    assert climb_requests(at=request_.due_at + timedelta(minutes=2), limit=10) == 0

    (back,) = came_back(contact)
    assert back.because == "family_help_not_taken"


def test_no_other_outcome_asks_anybody_to_take_them_on(area, mina):
    made = told(area, mina)
    decided(area, made)
    assert contacts.requests_for(contact=made.id) == ()
