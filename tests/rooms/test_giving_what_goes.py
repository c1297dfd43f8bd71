"""What an agency's system is given back: what it said, was told, and what was decided on that; and never who anybody is."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection

from kith.access import operations as access
from kith.agencies import queries as agencies
from kith.chronology import operations as chronology
from kith.chronology import queries as ledger
from kith.giving import booking, models, queries
from kith.giving.booking import put_ready
from kith.journeys.screen_contact import decide_contact, write_view
from kith.pathway import queries as contacts
from kith.pathway.types import Screened
from kith.people import operations as people
from tests.rooms.giving_world import (
    OTHER_SCHOOL,
    POLICE,
    SCHOOL,
    actor,
    changes,
    file,
    for_the_desk,
    given_to,
    lets_in,
    sent,
    whats,
)
from tests.support.world import tolland_bay

pytestmark = pytest.mark.django_db
CLOSED = Screened(
    outcome="no_further_action",
    closing_reason="below_threshold",
    reasons="One late morning, and school sees her daily.",
    spoken_to="done",
)
AMIRA = {"full_name": "Amira Haddad", "born": date(2019, 5, 4)}


@pytest.fixture
def area():
    return tolland_bay()


@pytest.fixture
def school(area):
    return given_to(area, SCHOOL)


def decide(area, contact):
    """The front door decides that nothing more is done, and says why."""
    held = contacts.contact(id=contact)
    owner = agencies.actor(practitioner=held.owner, at=area.now)
    write_view(contact=contact, leaning="advice", words="Perhaps a hard week.", by=owner, at=area.now)
    decide_contact(contact=contact, screened=CLOSED, by=owner, at=area.now)


def child_of(entry):
    (child,) = ledger.children_of(entry=entry)
    return child


def test_what_a_school_said_stands_ready_under_its_own_reference(area, school):
    entry = sent(area, SCHOOL, "pupil-7", **AMIRA)
    assert whats(area, SCHOOL) == [("said", "pupil-7", entry)]


def test_it_stands_ready_once_however_often_kith_looks(area, school):
    sent(area, SCHOOL, "pupil-7", **AMIRA)
    assert [put_ready(at=area.now) for _ in "123"] == [1, 1, 1]
    assert models.Ready.objects.count() == 1


def test_what_another_school_said_is_not_given(area, school):
    sent(area, OTHER_SCHOOL, "pupil-7", **AMIRA)
    assert changes(area, SCHOOL) == ()


def test_what_the_police_told_is_given_of_a_child_whom_the_post_sees(area, school):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    told = sent(area, POLICE, "nominal-3", told=("school",), text="We went there.", **AMIRA)
    assert child_of(own) == child_of(told)
    lets_in(area, SCHOOL, child_of(own))
    assert whats(area, SCHOOL) == [("said", "pupil-7", own), ("told", "pupil-7", told)]


def test_what_the_police_told_nobody_is_not_given(area, school):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    sent(area, POLICE, "nominal-3", **AMIRA)
    lets_in(area, SCHOOL, child_of(own))
    assert whats(area, SCHOOL) == [("said", "pupil-7", own)]


def test_a_made_up_description_is_answered_alike_whoever_it_meant(area, school):
    """Somebody at a school describes a child of whom the police told schools, and one who does not exist."""
    sent(area, POLICE, "nominal-3", told=("school",), **AMIRA)
    probe = sent(area, SCHOOL, "probe-1", **AMIRA)
    stranger = sent(area, SCHOOL, "probe-2", full_name="Zebedee Quill", born=date(2020, 1, 9))
    assert child_of(probe) != child_of(stranger)
    assert whats(area, SCHOOL) == [("said", "probe-1", probe), ("said", "probe-2", stranger)]


def test_a_second_key_for_a_child_whom_the_post_sees_is_answered_with_nothing_that_others_said(area, school):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    lets_in(area, SCHOOL, child_of(own))
    area.now += timedelta(minutes=1)
    again = sent(area, SCHOOL, "probe-1", **AMIRA)
    told = sent(area, POLICE, "nominal-3", told=("school",), **AMIRA)
    assert child_of(own) == child_of(again) == child_of(told)
    assert [key for what, key, _ in whats(area, SCHOOL) if what == "told"] == ["pupil-7"]


@pytest.mark.parametrize("tier", ["restricted", "sealed"])
def test_of_a_child_who_is_held_closely_only_its_own_words_go_back(area, school, tier):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    told = sent(area, POLICE, "nominal-3", told=("school",), **AMIRA)
    lets_in(area, SCHOOL, child_of(own))
    assert len(whats(area, SCHOOL)) == 2
    people.set_tier(
        person=child_of(told), tier=tier, because="She must not be found.", by=area.system, at=area.now
    )
    assert whats(area, SCHOOL) == [("said", "pupil-7", own)]


def test_sight_that_ended_takes_what_others_said_with_it(area, school):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    sent(area, POLICE, "nominal-3", told=("school",), **AMIRA)
    held = lets_in(area, SCHOOL, child_of(own))
    assert len(whats(area, SCHOOL)) == 2
    access.end_involvement(
        involvement=held, because="She went to another school.", by=area.system, at=area.now
    )
    area.now += timedelta(seconds=1)
    assert whats(area, SCHOOL) == [("said", "pupil-7", own)]


def test_what_was_told_late_is_given_when_the_post_is_let_in(area, school):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    told = sent(area, POLICE, "nominal-3", told=("school",), **AMIRA)
    assert whats(area, SCHOOL) == [("said", "pupil-7", own)]
    area.now += timedelta(days=2)
    lets_in(area, SCHOOL, child_of(own))
    assert whats(area, SCHOOL) == [("said", "pupil-7", own), ("told", "pupil-7", told)]


def test_what_was_decided_on_what_the_school_told_goes_back_though_it_sees_no_child(area, school):
    own, contact = for_the_desk(area, SCHOOL, "pupil-7", **AMIRA)
    decide(area, contact)
    kinds = {one.entry: (one.what, one.reference, one.kind) for one in changes(area, SCHOOL)}
    assert kinds.pop(own) == ("said", "pupil-7", "contact_received")
    assert sorted(kinds.values()) == [
        ("decided", "pupil-7", "contact_opened"),
        ("decided", "pupil-7", "referral_decision"),
    ]


def test_what_was_decided_on_what_another_school_told_is_not_given(area, school):
    _, contact = for_the_desk(area, OTHER_SCHOOL, "pupil-7", **AMIRA)
    decide(area, contact)
    assert changes(area, SCHOOL) == ()


def test_a_correction_says_that_what_stood_ready_no_longer_counts(area, school):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    put_ready(at=area.now)
    area.now += timedelta(minutes=1)
    chronology.withdraw(own, because="Another child.", by=actor(area, SCHOOL), at=area.now)
    found = changes(area, SCHOOL)
    assert [one.what for one in found if one.entry == own] == ["replaced"]
    (row,) = models.GivenChild.objects.all()
    assert file(area, SCHOOL, row.pk) is None or b"A bruise." not in file(area, SCHOOL, row.pk).body


def test_what_was_picked_on_a_page_goes_back_under_the_agencys_own_reference_and_never_under_kiths(
    area, school
):
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    lets_in(area, SCHOOL, child_of(own))
    picked = sent(area, SCHOOL, f"person:{child_of(own)}", **AMIRA)
    found = whats(area, SCHOOL)
    assert ("said", "pupil-7", picked) in found and not [key for _, key, _ in found if "person" in key]


def test_a_post_that_went_elsewhere_gives_nothing_more(area, school):
    sent(area, SCHOOL, "pupil-7", **AMIRA)
    models.Receiver.objects.update(practitioner=actor(area, OTHER_SCHOOL).id)
    put_ready(at=area.now)
    assert not models.Ready.objects.exists()
    (seen,) = queries.receivers_in(area=area.code, at=area.now)
    assert seen.has_left


def test_a_system_that_fails_holds_no_other_back(area, school, monkeypatch):
    given_to(area, POLICE, name="Niche")
    entry = sent(area, POLICE, "nominal-3", **AMIRA)
    real = booking.going

    def fails(entries, *, to, by, at):
        if to.code == "school":
            raise RuntimeError
        return real(entries, to=to, by=by, at=at)

    sent(area, SCHOOL, "pupil-7", **AMIRA)
    monkeypatch.setattr(booking, "going", fails)
    put_ready(at=area.now)
    assert list(models.Ready.objects.values_list("entry", flat=True)) == [entry]
    monkeypatch.setattr(booking, "going", real)
    assert len(changes(area, SCHOOL)) == 1


@pytest.mark.django_db(transaction=True)
def test_a_process_that_dies_while_putting_ready_leaves_nothing_half_done(area, school, monkeypatch):
    entry = sent(area, SCHOOL, "pupil-7", **AMIRA)
    real = booking._write

    def dies(*given):
        real(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr(booking, "_write", dies)
    with pytest.raises(KeyboardInterrupt):
        put_ready(at=area.now)
    assert not models.Ready.objects.exists()
    monkeypatch.setattr(booking, "_write", real)
    assert [(one.number, one.entry) for one in changes(area, SCHOOL)] == [(1, entry)]


@pytest.mark.django_db(transaction=True)
def test_several_workers_number_everything_once_and_without_a_gap(area, school):
    for number in range(12):
        sent(
            area,
            SCHOOL,
            f"pupil-{number}",
            full_name=f"Child {number} Pascoe",
            born=date(2010 + number, 1, 2),
        )

    def works():
        try:
            put_ready(at=area.now)
        finally:
            connection.close()

    workers = [threading.Thread(target=works) for _ in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join(60)
    put_ready(at=area.now)
    assert sorted(models.Ready.objects.values_list("number", flat=True)) == list(range(1, 13))
