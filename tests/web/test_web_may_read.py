"""What one reader may read of entries, kind by kind: who is a decider, whose home is hidden, what gives a place away."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.conf import settings

from kith import rulebook
from kith.access import policies, queries
from kith.chronology.types import EntryView, ReferenceView
from kith.chronology.when import made
from kith.people import operations as people
from kith.people import queries as held
from kith.web.child.may_read import PLACE_UNSAID, MayRead, hidden_homes, may_read, shown_to
from tests.rooms.access_world import AT, actor, child, involve, load

READER = uuid4()
WHEN = made(on=date(2026, 11, 2), at=AT)
ANYBODY = MayRead(reader=READER, decisions=False, places=False, home_is_hidden=True)


@pytest.fixture(scope="module")
def book():
    return rulebook.load(settings.KITH_RULEBOOK)


def entry(kind, **more):
    given = {
        "id": uuid4(), "area": "tolland-bay", "recorded_at": AT, "kind": kind, "said_by": "police",
        "said_by_area": "tolland-bay", "actor_role": "", "recorded_by": uuid4(), "voice": "professional",
        "claim": "reported", "when": WHEN, "captured_at": None, "text": "", "childs_words": "", "sensitivity": "",
        "details": {}, "because": "", "occurrence": uuid4(), "sender_key": None, "envelope": None,
    }  # fmt: skip
    return EntryView(**(given | more))


def reference(to):
    return ReferenceView(
        relation="settles", entry=to.id, kind=to.kind, said_by=to.said_by, said_by_area=to.said_by_area,
        when=to.when, recorded_at=AT,
    )  # fmt: skip


def test_a_kind_for_deciders_is_left_out_for_others_and_shown_to_its_writer(book):
    order, plain = entry("protective_order"), entry("behaviour_concern")
    theirs = entry("protective_order", recorded_by=READER)

    shown, left_out = shown_to(ANYBODY, [order, plain, theirs], book)
    assert ([one.id for one in shown], left_out) == ([plain.id, theirs.id], {order.id})

    shown, left_out = shown_to(replace(ANYBODY, decisions=True), [order, plain], book)
    assert ([one.id for one in shown], left_out) == ([order.id, plain.id], frozenset())


def test_a_reference_to_what_is_left_out_is_left_out_in_both_directions_and_others_stay(book):
    order, plain = entry("protective_order"), entry("behaviour_concern")
    between = entry(
        "behaviour_concern",
        refers_to=(reference(order), reference(plain)),
        referred_to_by=(reference(plain), reference(order)),
    )
    (first, _), _ = shown_to(ANYBODY, [between, plain, order], book)
    assert [one.entry for one in first.refers_to] == [plain.id]
    assert [one.entry for one in first.referred_to_by] == [plain.id]


def only(may, one, book):
    ((shown,), _) = shown_to(may, [one], book)
    return shown


def test_where_a_home_is_hidden_a_kind_that_gives_a_place_away_loses_its_words_and_keeps_the_rest(book):
    visit = entry(
        "visit",
        text="In the garden behind the flats.",
        details={"seen": True, "rooms_seen": "Both bedrooms."},
    )
    hidden = only(ANYBODY, visit, book)
    assert (hidden.text, dict(hidden.details)) == (PLACE_UNSAID, {"seen": True})
    assert only(ANYBODY, replace(visit, text=""), book).text == ""
    assert only(replace(ANYBODY, places=True), visit, book) == visit


def test_where_a_home_is_hidden_another_kind_loses_only_the_details_that_are_places(book):
    told = entry(
        "contact_received",
        text="She rang from the shop.",
        details={"where_now": "with_relatives", "who_told": "her aunt"},
    )
    kind = book.entry_kind("contact_received")
    (where,) = [name for name, detail in kind.details.items() if detail.gives_away == ("location",)]
    kept = next(name for name, detail in kind.details.items() if "location" not in detail.gives_away)
    prose = next(
        name for name, detail in kind.details.items() if {"location", "informant"} <= set(detail.gives_away)
    )
    told = replace(told, details={where: "with_relatives", kept: "x", prose: "in her words"})

    hidden = only(ANYBODY, told, book)
    assert dict(hidden.details) == {kept: "x", prose: "in her words"}
    assert hidden.text == "She rang from the shop."
    assert only(replace(ANYBODY, places=True), told, book) == told


@pytest.fixture
def amira(db):
    load()
    return child()


def reads(who, code, **more):
    at = AT + timedelta(hours=1)
    by = actor(code)
    return may_read(
        child=held.person(id=who),
        involved=queries.involved_with(child=who, at=at),
        basis=policies.check_can_see(child=who, by=by, at=at),
        by=by,
        at=at,
        **more,
    )


def hide_the_home_of(who):
    by = {"by": actor("dana-ferris"), "at": AT}
    home = people.register_household(name="A home", **by)
    people.start_residency(person=who, household=home, **by)
    people.hold_confidential_address(household=home, whereabouts="14 Quarry Rise", **by)


def test_somebody_is_a_decider_by_a_basis_of_their_own_and_not_by_a_colleagues(amira):
    involve(amira, "joel-prewett", "allocated")
    involve(amira, "siobhan-keane", "open_request")
    assert reads(amira, "joel-prewett").decisions
    assert not reads(amira, "siobhan-keane").decisions


def test_places_are_read_of_a_home_that_is_not_hidden_by_whoever_sees_the_child(amira):
    involve(amira, "siobhan-keane", "open_request")
    may = reads(amira, "siobhan-keane")
    assert (may.places, may.home_is_hidden) == (True, False)
    assert reads(amira, "siobhan-keane", for_paper=True).places


def test_of_a_hidden_home_places_are_read_by_those_who_go_there_and_on_no_paper(amira):
    hide_the_home_of(amira)
    involve(amira, "joel-prewett", "allocated")
    involve(amira, "siobhan-keane", "open_request")
    assert [reads(amira, code).places for code in ("joel-prewett", "siobhan-keane")] == [True, False]
    assert not reads(amira, "joel-prewett", for_paper=True).places
    assert reads(amira, "joel-prewett").home_is_hidden


def test_of_a_sealed_child_the_home_is_hidden_though_no_address_is_confidential(amira):
    involve(amira, "joel-prewett", "allocated")
    involve(amira, "siobhan-keane", "open_request")
    people.set_tier(person=amira, tier="sealed", because="A story.", by=actor("dana-ferris"), at=AT)
    may = reads(amira, "siobhan-keane")
    assert (may.places, may.home_is_hidden) == (False, True)
    assert reads(amira, "joel-prewett").places


def test_only_those_homes_are_hidden_for_which_an_address_is_confidential(amira):
    other = child("Tam")
    hide_the_home_of(amira)
    assert hidden_homes([amira, other], at=AT + timedelta(hours=1)) == {amira}
