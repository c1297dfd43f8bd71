"""Sessions that describe the same new child at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from kith.identity import operations, queries
from kith.identity.types import Resolution
from tests.rooms.identity_world import AMIRA, AREA, SAM, describe, minutes, the_table_is_the_fold

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SESSIONS = 8


def all_at_once(doings) -> list:
    """Run each in a thread and a connection of its own, all starting together."""
    start = Barrier(len(doings))

    def run(doing):
        try:
            start.wait()
            return doing()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as pool:
        return [future.result() for future in [pool.submit(run, doing) for doing in doings]]


def resolving(**changed):
    return lambda: operations.resolve(description=replace(AMIRA, **changed), by=SAM, at=minutes(1))


@pytest.mark.parametrize("attempt", range(5))
def test_sessions_that_add_one_new_child_give_one_person(attempt):
    found: list[Resolution] = all_at_once([resolving(said_by=f"agency {one}") for one in range(SESSIONS)])
    assert len({one.person for one in found}) == 1
    assert sorted(one.outcome for one in found) == ["linked"] * (SESSIONS - 1) + ["new"]
    assert the_table_is_the_fold()


def test_sessions_that_say_the_same_under_one_key_give_one_description():
    found: list[Resolution] = all_at_once([resolving(sender_key="P-17")] * SESSIONS)
    assert len({one.description for one in found}) == 1
    assert sum(one.repeated for one in found) == SESSIONS - 1


def test_sessions_that_add_two_twins_give_two_people_and_a_review():
    found: list[Resolution] = all_at_once(
        [resolving(full_name=name, sex="") for name in ("Hassan Rahman", "Hussain Rahman")]
    )
    assert len({one.person for one in found}) == 2
    assert len(queries.open_reviews(area=AREA)) == 1


def test_concerns_about_the_same_brothers_and_sisters_in_any_order_do_not_wait_for_each_other_crosswise():
    family = [
        replace(AMIRA, full_name=f"{name} Rahman", born_from=day, born_to=day)
        for name, day in (("Amira", date(2019, 5, 3)), ("Leo", date(2016, 1, 9)), ("Ada", date(2012, 7, 7)))
    ]
    found = all_at_once(
        [
            lambda order=order: operations.resolve_many(
                descriptions=[replace(family[one], said_by=f"agency {order}") for one in order],
                by=SAM,
                at=minutes(1),
            )
            for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1))
        ]
    )
    assert len({one.person for batch in found for one in batch}) == 3


def test_a_merge_and_an_arrival_at_the_same_moment_leave_nothing_on_somebody_merged_away():
    keep = describe(born_from=None, born_to=None, postcode="", guardian_names=())
    other = describe(at=minutes(0))
    assert keep.person != other.person
    arrived, _ = all_at_once(
        [
            resolving(said_by="police"),
            lambda: operations.merge(
                keep=keep.person, other=other.person, because="One.", by=SAM, at=minutes(1)
            ),
        ]
    )
    assert not queries.descriptions_of(person=other.person, as_at=minutes(2))
    link = queries.link_as_at(description=arrived.description, as_at=minutes(2))
    assert link.person == keep.person
    assert the_table_is_the_fold()
