"""One agency asks another: of a named person, by a time; answered on one page; climbing where nobody answers."""

from datetime import timedelta

import pytest

from kith.access import policies as access
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.chronology import queries as chronology
from kith.journeys.ask_an_agency import Answered, Asked, answer_request, ask_an_agency, climb_requests
from kith.kernel.errors import BadInput, Refused
from kith.pathway import queries as contacts
from tests.journeys.test_the_front_door_decides import CLOSED, decided, owner_of, told
from tests.support.world import Worker

FACTS = Asked(agency="police", what="Any notices since June?", purpose="To decide on a contact from school.")
TOLD = Answered(
    answer="told", words="Two calls in July.", relevance="The same man.", parents_may_be_told="no"
)


@pytest.fixture
def mina(area):
    return area.on("3 Mar").child("Mina Okafor-Dale", aged=7)


def ask(area, child, asked=FACTS, contact=None):
    made = ask_an_agency(
        children=(child.id,), asked=asked, contact=contact, by=area.holder("screener").actor, at=area.now
    )
    return contacts.request(id=made)


def owner(area, request):
    return Worker(area, request.owner).actor


def test_one_named_person_owes_the_answer_and_may_see_the_child_meanwhile(area, mina):
    request = ask(area, mina)

    assert owner(area, request).agency == "police"
    assert request.due_at == area.on("4 Mar").now.replace(hour=23, minute=59, second=59)
    access.check_can_see(child=mina.id, by=owner(area, request), at=area.now)
    (entry,) = [one for one in area.entries_about(mina) if one.kind == "information_requested"]
    assert ("police", area.code) in {(row.agency, row.agency_area) for row in entry.known_to}


def test_what_is_answered_stands_in_the_chronology_with_whether_parents_may_be_told(area, mina):
    request = ask(area, mina)

    entry = answer_request(request=request.id, answered=TOLD, by=owner(area, request), at=area.now)

    kept = chronology.entry(entry)
    assert kept.details["what"] == "Two calls in July."
    assert kept.details["parents_may_be_told"] == "no"
    assert [(row.relation, row.entry) for row in kept.refers_to] == [("answers", request.entry)]
    assert contacts.request(id=request.id).answer == "told"


def test_not_sharing_is_a_decision_with_one_of_its_lawful_reasons(area, mina):
    request = ask(area, mina)
    without = Answered(answer="not_told", words="An operation.")
    with pytest.raises(BadInput) as refused:
        answer_request(request=request.id, answered=without, by=owner(area, request), at=area.now)
    assert refused.value.field == "not_shared"

    with_one = Answered(answer="not_told", words="An operation.", not_shared="more_detrimental")
    entry = answer_request(request=request.id, answered=with_one, by=owner(area, request), at=area.now)

    assert chronology.entry(entry).details["not_shared"] == "more_detrimental"


def test_nobody_else_answers_and_nobody_answers_twice(area, mina):
    request = ask(area, mina)
    with pytest.raises(Refused, match="Another agency was asked"):
        answer_request(request=request.id, answered=TOLD, by=area.school.actor, at=area.now)

    answer_request(request=request.id, answered=TOLD, by=owner(area, request), at=area.now)

    with pytest.raises(Refused, match="answered already"):
        answer_request(request=request.id, answered=TOLD, by=owner(area, request), at=area.now)


def test_what_nobody_answers_in_time_climbs_once_to_somebody_else_there(area, mina):
    request = ask(area, mina)
    assert climb_requests(at=area.now, limit=10) == 0

    late = request.due_at + timedelta(minutes=1)
    assert climb_requests(at=late, limit=10) == 1
    assert climb_requests(at=late, limit=10) == 0

    climbed = contacts.request(id=request.id)
    assert climbed.climbed_to not in (None, request.owner)
    assert [one.id for one in contacts.unanswered_in(area=area.code, at=late)] == [request.id]
    assert request.id in {one.id for one in contacts.waiting_for(practitioner=climbed.climbed_to)}


def test_where_nobody_is_above_the_others_climb_all_the_same(area, mina, monkeypatch):
    first, second = ask(area, mina), ask(area, mina)
    above, asked = agencies.holder_of, []

    def nobody_at_first(**whom):
        asked.append(whom)
        if len(asked) == 1:
            raise NobodyHolds(role=whom["role"], area=area.code, desk="")
        return above(**whom)

    monkeypatch.setattr(agencies, "holder_of", nobody_at_first)

    assert climb_requests(at=first.due_at + timedelta(minutes=1), limit=10) == 1
    climbed = [contacts.request(id=one.id).climbed_to is not None for one in (first, second)]
    assert sorted(climbed) == [False, True]


def test_no_capacity_climbs_too(area, mina):
    asked = Asked(
        agency="police",
        what="See her tonight.",
        purpose="She has not been seen.",
        action="welfare_check",
        how_soon="today",
    )
    request = ask(area, mina, asked)

    no = Answered(answer="no_capacity", words="Nobody is free before nine.")
    entry = answer_request(request=request.id, answered=no, by=owner(area, request), at=area.now)
    climb_requests(at=area.now, limit=10)

    assert chronology.entry(entry).kind == "action_answered"
    assert contacts.request(id=request.id).climbed_to is not None


def test_an_answer_that_comes_after_the_decision_opens_the_contact_again(area, mina):
    contact = told(area, mina)
    request = ask(area, mina, contact=contact.id)
    from kith.journeys import screen_contact as screening
    from kith.pathway.types import Screened

    on = Screened(**{**CLOSED.__dict__, "despite": "They could not say when."})
    back = decided(area, contact, on)
    assert contacts.contact(id=back).because == "information_outstanding"
    screening.write_view(
        contact=back,
        leaning="advice",
        words="Quiet.",
        by=owner_of(area, contacts.contact(id=back)),
        at=area.now,
    )
    screening.decide_contact(
        contact=back, screened=on, by=owner_of(area, contacts.contact(id=back)), at=area.now
    )
    third = [one for one in contacts.open_contacts(area=area.code)]
    for one in third:
        by = owner_of(area, one)
        screening.write_view(contact=one.id, leaning="assessment", words="See her.", by=by, at=area.now)
        seen = Screened(outcome="assessment", reasons="See her.", spoken_to="done")
        screening.decide_contact(contact=one.id, screened=seen, by=by, at=area.now)

    answer_request(request=request.id, answered=TOLD, by=owner(area, request), at=area.now)

    (again,) = contacts.open_contacts(area=area.code)
    assert again.because == "answer_came"


@pytest.mark.parametrize(
    ("without", "field"),
    [({"agency": "childrens_social_care"}, "agency"), ({"what": ""}, "what"), ({"purpose": " "}, "purpose"), ({"action": "arrest"}, "action")],
)  # fmt: skip
def test_what_is_missing_is_said(area, mina, without, field):
    with pytest.raises(BadInput) as refused:
        ask(area, mina, Asked(**{**FACTS.__dict__, **without}))
    assert refused.value.field == field
