"""An agency closes: it is told what is true, its record stands, and what rested on what is not so comes to a named person."""

from datetime import timedelta

import pytest

from kith.access import operations as access
from kith.chronology import queries as chronology
from kith.journeys.ask_an_agency import Asked, ask_an_agency
from kith.journeys.closing import Closing, close_our_part, truths_of_closing
from kith.kernel.errors import BadInput
from kith.pathway import queries as contacts

RELIES = Closing(reason="Seen on the 15th.", social_care_has_it=True)
GOES_ON = Closing(reason="Seen on the 15th.", social_care_has_it=True, despite="Our sergeant spoke to them.")


@pytest.fixture
def mina(area):
    return area.on("3 Mar").child("Mina Okafor-Dale", aged=7)


def allocated(area, child):
    access.allocate(
        child=child.id,
        practitioner=area.holder("allocated_social_worker").id,
        role="allocated_social_worker",
        by=area.mash_manager.actor,
        at=area.now,
    )


def closings(area, child):
    return [one for one in area.entries_about(child) if one.kind == "closed"]


def test_where_nobody_in_social_care_works_with_the_child_it_is_said_in_one_sentence(area, mina):
    (truth,) = truths_of_closing(child=mina.id, by=area.police.actor, at=area.now)
    assert truth.words.startswith("Nobody in social care is working with Mina Okafor-Dale now.")

    with pytest.raises(BadInput) as said:
        close_our_part(child=mina.id, closing=RELIES, by=area.police.actor, at=area.now)

    assert (said.value.field, truth.words in said.value.problem) == ("despite", True)
    assert closings(area, mina) == []


def test_closed_all_the_same_it_stands_and_comes_to_a_named_person_at_the_front_door(area, mina):
    contact = close_our_part(child=mina.id, closing=GOES_ON, by=area.police.actor, at=area.now)

    (entry,) = closings(area, mina)
    assert entry.details["despite"] == "Our sergeant spoke to them."
    assert (contact.told, contact.because, contact.came_from) == (entry.id, "relied_on_social_care", "police")
    assert (contact.owner_role, contact.is_open) == ("screener", True)
    assert ("childrens_social_care", area.code) in {(row.agency, row.agency_area) for row in entry.known_to}


def test_where_a_named_worker_has_the_child_nothing_is_asked_and_nothing_comes_back(area, mina):
    allocated(area, mina)

    assert truths_of_closing(child=mina.id, by=area.police.actor, at=area.now) == ()
    assert close_our_part(child=mina.id, closing=RELIES, by=area.police.actor, at=area.now) is None
    assert len(closings(area, mina)) == 1


def test_a_closing_for_another_reason_is_nobody_elses(area, mina):
    done = Closing(reason="The order ended.", social_care_has_it=False)
    assert close_our_part(child=mina.id, closing=done, by=area.police.actor, at=area.now) is None


def test_what_ones_own_agency_still_waits_for_is_said_and_comes_back_and_anothers_is_not(area, mina):
    allocated(area, mina)
    asked = Asked(agency="police", what="Any notices?", purpose="To decide.")
    ask_an_agency(children=(mina.id,), asked=asked, by=area.agency("health_visiting").actor, at=area.now)
    done = Closing(reason="Moved to school.", social_care_has_it=False, despite="School asks them now.")

    assert close_our_part(child=mina.id, closing=done, by=area.school.actor, at=area.now) is None
    contact = close_our_part(
        child=mina.id, closing=done, by=area.agency("health_visiting").actor, at=area.now
    )

    assert contact.because == "closed_unanswered"
    assert contact.due_at > area.now + timedelta(days=5)


def test_a_closing_that_their_own_system_sends_is_taken_up_too(area, mina):
    sent = area.police.report(
        mina, "closed", reason="Social care is dealing with it.", stated_known_to_social_care=True
    )

    (contact,) = contacts.contacts_of(told=[sent])[sent]
    assert contact.because == "relied_on_social_care"
    assert chronology.entry(sent).details["reason"] == "Social care is dealing with it."


def test_social_cares_own_closing_comes_to_nobody_elses_desk(area, mina):
    sent = area.social_care.report(mina, "closed", reason="Done.", stated_known_to_social_care=True)
    assert contacts.contacts_of(told=[sent]) == {}


def test_a_closing_needs_a_reason(area, mina):
    with pytest.raises(BadInput, match="Say why"):
        close_our_part(
            child=mina.id,
            closing=Closing(reason=" ", social_care_has_it=False),
            by=area.police.actor,
            at=area.now,
        )
