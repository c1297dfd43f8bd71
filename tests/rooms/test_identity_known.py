"""The sender says whose a description is."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kith.identity import operations, queries
from kith.kernel.errors import BadInput, Refused
from tests.rooms.identity_world import (
    AMIRA,
    AREA,
    NADIA,
    SAM,
    describe,
    minutes,
    person_of,
    the_table_is_the_fold,
)

pytestmark = pytest.mark.django_db


def known(person, *, at=5, by=SAM, because="", **changed):
    said = replace(AMIRA, **({"said_by": "police"} | changed))
    return operations.resolve_known(description=said, person=person, because=because, by=by, at=minutes(at))


def test_the_senders_word_links_what_would_not_have_been_linked():
    child = describe()
    found = known(
        child.person, full_name="", born_from=None, born_to=None, postcode="", guardian_names=(), sex=""
    )
    assert (found.outcome, found.person) == ("linked", child.person)
    link = queries.link_as_at(description=found.description, as_at=minutes(5))
    assert link.decided_by == SAM.id
    assert link.because == "Whoever sent it says that it is this person."


@pytest.mark.parametrize("sender_key", ["", "custody 12"])
def test_saying_it_again_is_harmless(sender_key):
    child = describe()
    once = known(child.person, sender_key=sender_key)
    again = known(child.person, sender_key=sender_key, at=9)
    assert (again.description, again.person, again.repeated) == (once.description, child.person, True)
    assert len(queries.descriptions_of(person=child.person, as_at=minutes(9))) == 2


def test_what_was_said_of_a_known_child_is_found_again_by_the_senders_key_alone():
    child = describe()
    known(child.person, sender_key="custody 12")
    later = describe(said_by="police", sender_key="custody 12", full_name="A. R.", postcode="", at=minutes(9))
    assert (later.outcome, later.person) == ("linked", child.person)


def test_the_senders_word_moves_a_link_that_was_automatic():
    child = describe()
    other = describe(
        said_by="police",
        sender_key="custody 12",
        full_name="Leo Brandt",
        born=date(2013, 9, 9),
        at=minutes(1),
    )
    found = known(
        child.person,
        sender_key="custody 12",
        full_name="Leo Brandt",
        born_from=date(2013, 9, 9),
        born_to=date(2013, 9, 9),
    )
    assert (found.person, found.description) == (child.person, other.description)
    assert person_of(other.description, at=minutes(4)) == other.person
    assert the_table_is_the_fold()


def test_the_senders_word_does_not_cross_what_a_person_said():
    child = describe()
    second = describe(said_by="police", sender_key="custody 12", at=minutes(1))
    own = operations.unlink(description=second.description, because="Her cousin.", by=SAM, at=minutes(2))
    for at in (5, 6):
        found = known(child.person, sender_key="custody 12", at=at)
        assert (found.outcome, found.person, found.description) == ("possible", own, second.description)
        assert len(queries.open_reviews(area=AREA)) == 1
    moved = known(child.person, sender_key="custody 12", postcode="M1 1AE", at=7)
    assert (moved.outcome, moved.person) == ("possible", own)
    assert any("Her cousin." in reason for one in queries.open_reviews(area=AREA) for reason in one.reasons)


def test_a_wrong_child_picked_from_the_list_is_linked_and_asked_about():
    child = describe()
    found = known(child.person, full_name="Leo Brandt", born_from=date(2013, 9, 9), born_to=date(2013, 9, 9))
    assert (found.outcome, found.person) == ("linked", child.person)
    (asked,) = queries.open_reviews(area=AREA)
    assert asked.reasons == ("What is said hardly agrees with what is known of this person.",)

    own = operations.decide_review(
        review=asked.id, decision="not_the_same", because="He is Leo.", by=SAM, at=minutes(6)
    )
    assert person_of(found.description, at=minutes(6)) == own != child.person


def test_somebody_merged_away_is_answered_by_who_goes_on_for_them():
    child = describe()
    other = describe(full_name="Leo Brandt", born=date(2013, 9, 9), at=minutes(1))
    operations.merge(keep=child.person, other=other.person, because="One.", by=SAM, at=minutes(2))
    assert known(other.person).person == child.person


def test_only_a_person_who_is_held_here_can_be_named():
    child = describe()
    with pytest.raises(BadInput, match="No such person"):
        known(UUID(int=9))
    with pytest.raises(Refused, match="another area"):
        known(child.person, by=NADIA)
