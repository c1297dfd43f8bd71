"""A child's own school is told of domestic abuse by the next school day, and no other school is."""

import json
from datetime import timedelta

import pytest

from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.chronology import operations as chronology
from kith.chronology import queries as ledger
from kith.jobs.rounds import one_round
from kith.journeys.feeding import schools
from kith.kernel.clock import LONDON
from kith.people import operations as people
from tests.feeds.world import entries_from, send
from tests.support.world import Worker, day

LEAD, HEAD, OTHER_LEAD = "shabnam-akhtar", "gillian-trask", "winston-clarke"
"""Of Quay Infants, and of Harbour Academy."""


def who(area, code):
    return Worker(area, agencies.practitioner_by_code(area=area.code, code=code).id).actor


def team(area, code):
    return agencies.team(area=area.code, code=code).id


def at_school(area, child, code="quay-infants"):
    access.involve(
        child=child.id,
        whom=Whom(team=team(area, code)),
        basis="school_of_the_child",
        by=area.system,
        at=area.now,
    )


@pytest.fixture
def amira(area):
    """A girl whom the police know by a number, and who goes to Quay Infants."""
    child = area.child("Amira Sayed", born=day("4 May 2020").date())
    at_school(area, child)
    return child


def notice(child, incident="TC-20", **more):
    said = {"incident": incident, "happened": "2026-03-09", "category": "domestic_abuse", "account": "Shouting.",
            "children": [{"name": child.name, "born": child.born.isoformat()}]}  # fmt: skip
    return json.dumps(said | more)


def told(area, child, monkeypatch, feed="police_notice", **more):
    """The notice comes, and identity finds that it is this child."""
    from kith.journeys import receive_concern
    from kith.journeys.feeding import receiving

    keep = receive_concern.keep_concern

    def of_this_child(*, concern, **given):
        from dataclasses import replace

        named = tuple(replace(one, person=child.id) for one in concern.people)
        return keep(concern=replace(concern, people=named), **given)

    with monkeypatch.context() as found:
        found.setattr(receiving, "keep_concern", of_this_child)
        return entries_from(send(area, feed, notice(child, **more)).message)[0]


def to_read(area, code):
    return schools.to_read(by=who(area, code), at=area.now)


def held_by_school(area, entry):
    return [row.how for row in ledger.entry(entry, as_at=area.now).known_to if row.agency == "school"]


def test_the_schools_lead_has_it_to_read_by_nine_on_the_next_school_day(area, amira, monkeypatch):
    area.on("13 Mar", hour=16)  # a Friday
    entry = told(area, amira, monkeypatch)
    (one,) = to_read(area, LEAD)
    assert (one.entry, one.child) == (entry, amira.id)
    assert one.due_at == day("16 Mar", hour=9)
    assert held_by_school(area, entry) == ["delivered"]


def test_what_comes_before_school_begins_is_due_that_morning(area, amira, monkeypatch):
    area.on("11 Mar", hour=6)
    told(area, amira, monkeypatch)
    assert [one.due_at for one in to_read(area, LEAD)] == [day("11 Mar", hour=9)]


def test_no_other_school_and_nobody_else_of_this_one_has_it_to_read(area, amira, monkeypatch):
    told(area, amira, monkeypatch)
    for code in (OTHER_LEAD, HEAD, "hamish-orde", "dana-ferris"):
        assert to_read(area, code) == ()


def test_of_a_notice_about_children_of_two_schools_each_is_told_of_its_own(area, amira, monkeypatch):
    other = area.child("Leon Marsh", born=day("4 May 2012").date())
    at_school(area, other, "harbour-academy")
    told(area, amira, monkeypatch, incident="TC-21")
    told(area, other, monkeypatch, incident="TC-22")
    assert [one.child for one in to_read(area, LEAD)] == [amira.id]
    assert [one.child for one in to_read(area, OTHER_LEAD)] == [other.id]


def test_a_school_that_the_child_has_left_is_not_told(area, amira, monkeypatch):
    row = next(one for one in looks.involved_with(child=amira.id, at=area.now) if one.whom.team)
    from kith.access import models

    held = models.Involvement.objects.get(child=amira.id, team=row.whom.team)
    area.on("11 Mar")
    access.end_involvement(involvement=held.pk, because="She moved.", by=area.system, at=area.now)
    area.on("12 Mar")
    entry = told(area, amira, monkeypatch)
    assert to_read(area, LEAD) == () and held_by_school(area, entry) == []


def test_it_stays_until_somebody_of_that_school_has_read_it(area, amira, monkeypatch):
    entry = told(area, amira, monkeypatch)
    chronology.open(entry, by=who(area, OTHER_LEAD), at=area.now)
    assert len(to_read(area, LEAD)) == 1
    chronology.open(entry, by=who(area, LEAD), at=area.now)
    assert to_read(area, LEAD) == ()


def test_a_notice_of_another_sort_tells_no_school(area, amira, monkeypatch):
    entry = told(area, amira, monkeypatch, category="neglect")
    assert to_read(area, LEAD) == () and held_by_school(area, entry) == []


@pytest.mark.parametrize("tier", ["restricted", "sealed"])
def test_of_a_child_who_is_held_closely_no_school_is_told_and_the_guardian_desk_rings_the_sender(
    area, amira, monkeypatch, tier
):
    people.set_tier(person=amira.id, tier=tier, because="Threats.", by=area.system, at=area.now)
    area.now += timedelta(minutes=5)
    entry = told(area, amira, monkeypatch)
    access.task_the_desk(at=area.now)
    assert to_read(area, LEAD) == () and held_by_school(area, entry) == []
    from uuid import UUID

    (call,) = looks.calls_waiting(area=area.code, but_not_of=UUID(int=0))
    assert call.searcher == who(area, "hamish-orde").id


def test_a_school_that_becomes_known_within_days_is_told_then(area, monkeypatch):
    child = area.child("Leon Marsh", born=day("4 May 2020").date())
    entry = told(area, child, monkeypatch)
    assert held_by_school(area, entry) == []
    area.on("11 Mar")
    at_school(area, child)
    area.on("11 Mar", hour=15)
    one_round(at=area.now)
    assert held_by_school(area, entry) == ["delivered"]
    assert [one.due_at.astimezone(LONDON) for one in to_read(area, LEAD)] == [day("12 Mar", hour=9)]


def test_the_head_stands_in_where_a_school_has_no_lead(area, amira, monkeypatch):
    from kith.agencies import models

    models.RoleHeld.objects.filter(practitioner__code=LEAD).update(to_at=area.now)
    told(area, amira, monkeypatch)
    assert [one.child for one in to_read(area, HEAD)] == [amira.id]
    assert to_read(area, LEAD) == ()


def test_a_child_whose_birth_and_name_are_new_is_kept_and_no_school_is_guessed(area, amira):
    stranger = json.loads(notice(amira)) | {"children": [{"name": "Wren Hollis", "born": "2019-02-02"}]}
    came = send(area, "police_notice", json.dumps(stranger))
    assert came.taken == 1 and to_read(area, LEAD) == ()
