"""A lot takes some decisions of the front door to be made again by somebody who does not see the first."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.agencies import queries as agencies
from kith.journeys import screening_again as again
from kith.journeys.screening_again import falls_on, read_again, screen_again
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.oversight.shares import Share
from kith.oversight.told_again import told_again
from kith.pathway import queries as contacts
from tests.journeys.test_the_front_door_decides import CLOSED, decided, owner_of, sealed, told
from tests.support.world import Worker


@pytest.fixture
def mina(area):
    return area.on("3 Mar").child("Mina Okafor-Dale", aged=7)


@pytest.fixture
def everything_is_drawn(monkeypatch):
    monkeypatch.setattr(again, "falls_on", lambda contact: True)


@pytest.fixture
def contact(area, mina, everything_is_drawn):
    made = told(area, mina)
    decided(area, made)
    return contacts.contact(id=made.id)


def drawn(area):
    """The one that was drawn, and who makes it."""
    found = [
        (one, owner)
        for owner in area_screeners(area)
        for one in contacts.second_screenings_of(owner=owner.id)
    ]
    return found[0] if found else (None, None)


def area_screeners(area):
    held = agencies.holders_of(role="screener", area=area.code, at=area.now)
    return [Worker(area, one.id).actor for one in held]


def test_somebody_else_who_screens_makes_it_again_within_five_working_days(area, contact):
    second, owner = drawn(area)
    assert owner.id != contact.decided_by
    assert second.due_at == area.on("10 Mar").now.replace(hour=23, minute=59, second=59)


def test_the_lot_is_drawn_from_the_contact_itself_about_one_in_twenty():
    ids = [new_id() for _ in range(4000)]
    hits = sum(falls_on(one) for one in ids)
    assert [falls_on(one) for one in ids[:50]] == [falls_on(one) for one in ids[:50]]
    assert 120 < hits < 290


def test_nobody_but_its_owner_opens_it_or_answers_it_and_nobody_twice(area, contact):
    second, owner = drawn(area)
    with pytest.raises(Refused, match="Somebody else"):
        read_again(second=second.id, by=owner_of(area, contact), at=area.now)

    screen_again(second=second.id, outcome="no_further_action", reasons="Seen daily.", by=owner, at=area.now)

    with pytest.raises(Refused, match="already"):
        screen_again(second=second.id, outcome="advice", reasons="Twice.", by=owner, at=area.now)


def test_where_both_decide_the_same_they_agree_and_nothing_comes_back(area, contact):
    second, owner = drawn(area)

    back = screen_again(
        second=second.id, outcome="no_further_action", reasons="Seen daily.", by=owner, at=area.now
    )

    assert back is None
    found = contacts.agreement(area=area.code, since=area.now - timedelta(days=1))
    assert (found.drawn, found.screened, found.agreed) == (1, 1, 1)


def test_where_the_second_would_have_done_more_a_third_person_looks(area, contact):
    second, owner = drawn(area)

    back = screen_again(second=second.id, outcome="assessment", reasons="Look again.", by=owner, at=area.now)

    held = contacts.contact(id=back)
    assert (held.because, held.comes_after) == ("second_view_differs", contact.id)
    assert held.owner not in (owner.id, contact.decided_by)
    assert contacts.agreement(area=area.code, since=area.now - timedelta(days=1)).agreed == 0


def test_what_is_held_closely_is_not_drawn(area, mina, everything_is_drawn):
    sealed(area, mina)
    made = told(area, mina)
    decided(area, made)
    assert drawn(area) == (None, None)


def test_sealed_since_it_was_drawn_nobody_opens_it_again(area, mina, contact):
    second, owner = drawn(area)
    sealed(area, mina)
    with pytest.raises(Refused, match="held closely"):
        read_again(second=second.id, by=owner, at=area.now)


@pytest.mark.parametrize(
    ("outcome", "reasons", "field"), [("malicious", "x", "outcome"), ("advice", " ", "reasons")]
)
def test_what_is_missing_is_said(area, contact, outcome, reasons, field):
    second, owner = drawn(area)
    with pytest.raises(BadInput) as bad:
        screen_again(second=second.id, outcome=outcome, reasons=reasons, by=owner, at=area.now)
    assert bad.value.field == field


def test_told_of_again_is_counted_by_the_ground_of_closing_once_the_days_are_over(area, mina):
    first = told(area, mina)
    decided(area, first)
    for_another = area.child("Bilal Rahimi", aged=9)
    decided(area, told(area, for_another), replace(CLOSED, closing_reason="no_evidence_found"))
    area.on("20 Mar")
    second = told(area, mina)
    decided(area, second, replace(CLOSED, outcome="assessment", closing_reason=""))

    by = {
        (one.closing_reason, one.within): (one.again, one.higher)
        for one in told_again(area=area.code, at=area.on("10 Apr").now)
    }

    assert by["below_threshold", 30] == (Share(part=1, whole=1), Share(part=1, whole=1))
    assert by["no_evidence_found", 30] == (Share(part=0, whole=1), Share(part=0, whole=1))
    assert by["below_threshold", 90] == (Share(part=0, whole=0), Share(part=0, whole=0))


def test_what_came_back_is_not_told_again(area, mina, contact):
    second, owner = drawn(area)
    screen_again(second=second.id, outcome="assessment", reasons="Look again.", by=owner, at=area.now)

    (one, *_) = told_again(area=area.code, at=area.on("10 Apr").now)

    assert one.again == Share(part=0, whole=1)


def test_a_share_of_few_is_not_shown_and_an_interval_holds_the_share():
    assert not Share(part=1, whole=4).is_shown
    low, high = Share(part=7, whole=10).interval
    assert (round(low, 3), round(high, 3)) == (0.397, 0.892)
    assert Share(part=0, whole=0).interval == (0.0, 1.0)
