"""The list for the night: who puts a child on it, whom it lets in, and when that ends."""

from dataclasses import replace

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from kith.access import operations as access
from kith.access import policies
from kith.access import queries as sight
from kith.access.types import Whom
from kith.caseload import models
from kith.caseload import queries as lists
from kith.identity import operations as identity
from kith.jobs.rounds import one_round
from kith.journeys.over_the_weekend import (
    let_in_by_night,
    open_the_list,
    put_on_the_list,
    take_off_the_list,
)
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import behind_the_wall, opened_for
from kith.people import operations as people
from tests.rooms.caseload_world import (
    FRONT_DOOR,
    MANAGER,
    SAID,
    WEEK_NIGHT,
    WEEKEND_NIGHT,
    WORKER,
    a_child,
    actor,
    friday,
    moment,
)

pytestmark = pytest.mark.django_db
MONDAY = moment("7 Dec 09:00")


@pytest.fixture
def area():
    return friday()


@pytest.fixture
def tam(area):
    return a_child(area)


def listed(area, tam, code=WORKER, *, to_at=MONDAY, said=SAID, at=None):
    at = at or area.now
    return put_on_the_list(child=tam.id, said=said, to_at=to_at, by=actor(area, code, at), at=at)


def sees(area, code, child, at) -> bool:
    return policies.sees(child=child.id, by=actor(area, code, at), at=at)


@pytest.mark.parametrize("code", [WORKER, MANAGER])
def test_whoever_is_allocated_or_holds_the_child_puts_them_on_the_list(area, tam, code):
    listing = listed(area, tam, code)
    (one,) = lists.listings(area=area.code, at=area.now)
    assert (one.id, one.said, one.to_at) == (listing, SAID, MONDAY)
    (change,) = lists.changes_about(about=listing)
    assert change.what == "listed" and change.done_by == actor(area, code).id


def test_somebody_else_who_sees_the_child_is_told_whom_to_ring(area, tam):
    whom = Whom(practitioner=actor(area, FRONT_DOOR).id)
    access.involve(child=tam.id, whom=whom, basis="team_duty", by=area.system, at=area.now)
    with pytest.raises(Refused, match="Ring Ruth Abara, 01632 960 112"):
        listed(area, tam, FRONT_DOOR)
    assert lists.listings(area=area.code, at=area.now) == ()


@pytest.mark.parametrize("field", ["may_happen", "may_happen_because", "then_do", "then_do_because"])
@pytest.mark.parametrize("words", ["", "   ", "x" * 301])
def test_both_sentences_and_both_reasons_are_said_and_short(area, tam, field, words):
    with pytest.raises(BadInput) as bad:
        listed(area, tam, said=replace(SAID, **{field: words}))
    assert bad.value.field == field


@pytest.mark.parametrize("to_at", ["4 Dec 15:00", "3 Dec 09:00", "19 Dec 09:00"])
def test_a_listing_ends_ahead_and_within_two_weeks(area, tam, to_at):
    with pytest.raises(BadInput, match="Give a day"):
        listed(area, tam, to_at=moment(to_at))


def test_a_child_is_on_the_list_once_and_again_when_it_is_over(area, tam):
    listed(area, tam)
    with pytest.raises(BadInput, match="on the list already"):
        listed(area, tam, MANAGER)
    again = listed(area, tam, at=MONDAY, to_at=moment("14 Dec 09:00"))
    assert [one.id for one in lists.listings(area=area.code, at=MONDAY)] == [again]


def test_a_sealed_child_is_on_no_list(area, tam):
    people.set_tier(person=tam.id, tier="sealed", because="A story.", by=area.system, at=area.now)
    with pytest.raises(Refused, match="on no list"):
        listed(area, tam)


def test_nobody_is_let_in_while_the_day_can_be_asked(area, tam):
    listed(area, tam)
    assert let_in_by_night(at=area.now) == 0
    assert not sees(area, WEEK_NIGHT, tam, area.now) and not sees(area, WEEKEND_NIGHT, tam, area.now)
    assert open_the_list(by=actor(area, WEEKEND_NIGHT), at=area.now) == ()


def test_whoever_is_on_duty_sees_the_child_before_they_open_the_list_and_not_whoever_is_off(area, tam):
    listed(area, tam)
    night = moment("4 Dec 22:00")
    assert one_round(at=night) > 0
    assert sees(area, WEEKEND_NIGHT, tam, night) and not sees(area, WEEK_NIGHT, tam, night)
    (involved,) = [one for one in sight.involved_with(child=tam.id, at=night) if "team_duty" in one.bases]
    assert involved.until == moment("5 Dec 10:00")
    assert let_in_by_night(at=night) == 0


def test_sight_goes_on_through_the_weekend_and_ends_with_the_listing(area, tam):
    listed(area, tam)
    for at in ("4 Dec 22:00", "5 Dec 10:00", "5 Dec 23:00", "6 Dec 12:00", "7 Dec 02:00"):
        let_in_by_night(at=moment(at))
        assert sees(area, WEEKEND_NIGHT, tam, moment(at)), at
    assert sees(area, WEEKEND_NIGHT, tam, moment("7 Dec 08:59"))
    assert not sees(area, WEEKEND_NIGHT, tam, MONDAY)
    assert let_in_by_night(at=moment("7 Dec 18:00")) == 0


def test_a_child_put_on_the_list_by_night_is_seen_at_once(area, tam):
    night = moment("4 Dec 21:00")
    listed(area, tam, at=night)
    assert sees(area, WEEKEND_NIGHT, tam, night)


def test_taking_a_child_off_ends_what_it_gave_and_says_why(area, tam):
    listing = listed(area, tam)
    night = moment("4 Dec 22:00")
    assert open_the_list(by=actor(area, WEEKEND_NIGHT, night), at=night) == (tam.id,)
    with pytest.raises(BadInput, match="Say why"):
        take_off_the_list(listing=listing, because=" ", by=actor(area, WORKER, night), at=night)
    with pytest.raises(Refused):
        take_off_the_list(listing=listing, because="Over.", by=actor(area, FRONT_DOOR, night), at=night)
    assert sees(area, WEEKEND_NIGHT, tam, night)

    later = moment("4 Dec 23:00")
    take_off_the_list(listing=listing, because="He was arrested.", by=actor(area, WORKER, later), at=later)
    assert not sees(area, WEEKEND_NIGHT, tam, later)
    assert lists.listings(area=area.code, at=later) == ()
    assert "He was arrested." in lists.changes_about(about=listing)[-1].sentence
    assert let_in_by_night(at=later) == 0
    with pytest.raises(Refused, match="not on the list any more"):
        take_off_the_list(listing=listing, because="Again.", by=actor(area, WORKER, later), at=later)


def test_a_child_who_was_sealed_since_is_opened_to_nobody_by_the_list(area, tam):
    listed(area, tam)
    night = moment("4 Dec 22:00")
    people.set_tier(
        person=tam.id, tier="sealed", because="A story.", by=area.system, at=moment("4 Dec 21:00")
    )
    assert let_in_by_night(at=night) == 0
    assert open_the_list(by=actor(area, WEEKEND_NIGHT, night), at=night) == ()
    assert not sees(area, WEEKEND_NIGHT, tam, night)


def test_a_record_that_was_joined_to_another_lets_the_night_in_to_whoever_goes_on(area, tam):
    listed(area, tam)
    goes_on = area.child("Tamsin Orrey", aged=7)
    by, night = actor(area, FRONT_DOOR), moment("4 Dec 22:00")
    identity.merge(keep=goes_on.id, other=tam.id, because="Her aunt.", by=by, at=moment("4 Dec 17:00"))
    let_in_by_night(at=night)
    assert sees(area, WEEKEND_NIGHT, goes_on, night) and sees(area, WEEKEND_NIGHT, tam, night)


def test_the_database_shows_a_page_what_the_list_says_of_children_whom_it_has_opened(area, tam):
    listing = listed(area, tam)
    night = moment("4 Dec 22:00")
    reader = actor(area, WEEKEND_NIGHT, night)
    open_the_list(by=reader, at=night)
    with behind_the_wall():
        opened_for(reader=reader.id, children=[], at=night)
        assert lists.listing_of(child=tam.id, at=night) is None and not lists.changes_about(about=listing)
        opened_for(reader=reader.id, children=[tam.id], at=night)
        assert lists.listing_of(child=tam.id, at=night).said == SAID
        assert lists.changes_about(about=listing)
    stranger = actor(area, FRONT_DOOR, night)
    with behind_the_wall():
        opened_for(reader=stranger.id, children=[tam.id], at=night)
        assert lists.listing_of(child=tam.id, at=night) is None


def test_what_was_said_and_the_trail_are_never_altered(area, tam):
    listed(area, tam)
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        models.Listing.objects.update(may_happen="Nothing.")
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        models.CaseloadChange.objects.update(sentence="Nothing.")
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic(), connection.cursor() as asked:
        asked.execute("DELETE FROM caseload_listing")
