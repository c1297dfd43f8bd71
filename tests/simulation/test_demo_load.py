"""The demonstration's data: all there, once, with people who answered and others who have something to see."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.identity import queries as identity
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.patterns import queries as prompts
from kith.simulation.demo import Loaded, load
from kith.simulation.loading.progress import nothing
from kith.web.sign_in.demo import roles_on_offer

AT = datetime(2026, 11, 24, 8, 30, tzinfo=LONDON)
CHILDREN = 150
AREA = "tolland-bay"
MOST_WAITING = 12
ASKS = {
    "grandmother_and_three_agencies": "each_holds_a_piece",
    "bruise_before_rolling": "mark_on_a_baby",
    "photograph_nobody_saw": "image_not_seen",
    "never_seen_alone": "not_alone_on_a_plan",
    "new_partner": "new_adult_unchecked",
    "notices_one_by_one": "abuse_notices_one_by_one",
    "sibling_nobody_decided_for": "every_other_child",
    "closed_because_somebody_has_it": "social_care_has_it",
}
"""Storylines with the rule that each is there to show."""
NAMES = {
    "grandmother_and_three_agencies": "Penhallow",
    "bruise_before_rolling": "Adeyemi-Thorne",
    "photograph_nobody_saw": "Wrona",
    "new_partner": "Quill",
    "notices_one_by_one": "Noor",
    "closed_because_somebody_has_it": "Fennimore",
}


def rows(statement: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchall()


def count(statement: str, *given: object) -> int:
    return int(rows(statement, *given)[0][0])


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker) -> Iterator[Loaded]:
    """A small area, loaded once for this module and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(at=AT, children=CHILDREN, progress=nothing)
        transaction.set_rollback(True)


def test_every_child_is_there_once_and_every_entry_was_received_on_its_day(demo: Loaded):
    assert demo.children == CHILDREN
    assert (
        count("SELECT count(*) FROM people_person WHERE kind = 'child' AND registered_at <= %s", AT)
        >= CHILDREN
    )
    said = count("SELECT count(*) FROM chronology_entry_content WHERE sender_key IS NOT NULL")
    assert said == demo.entries
    first, last = rows("SELECT min(recorded_at), max(recorded_at) FROM chronology_entry")[0]
    assert first < AT - timedelta(days=1000)
    assert last <= AT


def test_nothing_was_known_before_it_happened(demo: Loaded):
    late = """SELECT count(*) FROM chronology_entry e JOIN chronology_entry_content c ON c.entry_id = e.id
               WHERE c.precision IN ('time', 'day') AND c.happened_to > e.recorded_at + interval '5 minutes'"""
    assert count(late) == 0


def test_a_second_load_changes_nothing(demo: Loaded):
    before = counts()
    assert load(at=AT + timedelta(days=2), children=CHILDREN, progress=nothing) == Loaded(already=True)
    assert counts() == before


def counts() -> dict[str, int]:
    tables = [name for (name,) in rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    return {name: count(f'SELECT count(*) FROM "{name}"') for name in tables}  # noqa: S608  names of our tables


def test_nine_in_ten_questions_of_the_past_were_answered_by_their_owner(demo: Loaded):
    past = AT - timedelta(days=15)
    asked = rows(
        "SELECT answer, answered_by, owner_id, because, decision FROM patterns_prompt WHERE opened_at < %s",
        past,
    )
    assert asked
    answered = [row for row in asked if row[0]]
    assert len(answered) >= 0.9 * len(asked)
    assert all(by == owner and (because or decision) for _, by, owner, because, decision in answered)


def test_nobody_has_more_waiting_than_a_person_can_read(demo: Loaded):
    waiting = Counter(owner for (owner,) in rows("SELECT owner_id FROM patterns_prompt WHERE answer = ''"))
    assert waiting, "something waits, so that it can be seen waiting"
    assert max(waiting.values()) <= MOST_WAITING


def test_what_waits_in_the_outbox_lies_ahead(demo: Loaded):
    assert count("SELECT count(*) FROM kernel_outbox_item WHERE done_at IS NULL AND due_at <= %s", AT) == 0
    assert count("SELECT count(*) FROM kernel_outbox_item WHERE done_at IS NULL AND topic = 'ask_again'") > 0
    assert count("SELECT count(*) FROM kernel_outbox_item WHERE attempts > 0") == 0


@pytest.mark.parametrize("storyline", NAMES)
def test_a_storyline_asks_what_it_is_there_to_show(demo: Loaded, storyline: str):
    fired = rows(
        """SELECT DISTINCT f.pattern FROM patterns_prompt_firing f JOIN people_person p ON p.id = f.child_id
            WHERE p.display_name LIKE %s""",
        f"%{NAMES[storyline]}",
    )
    assert (ASKS[storyline],) in fired


def test_a_worry_that_was_properly_answered_asks_nothing(demo: Loaded):
    hamza = "SELECT count(*) FROM patterns_prompt_firing f JOIN people_person p ON p.id = f.child_id WHERE p.display_name = %s"
    assert count(hamza, "Hamza Iqbal-Reed") == 0


def test_everybody_on_offer_at_sign_in_has_children_to_see(demo: Loaded):
    roles = roles_on_offer(at=AT)
    assert len(roles) == 6
    for role in roles:
        by = agencies.actor(practitioner=role.practitioner, at=AT)
        assert access.children_of(by=by, at=AT), f"{role.words} has nobody to see"


def test_everybody_looked_at_their_children_some_days_ago_with_a_basis(demo: Loaded):
    first, last, without = rows(
        "SELECT min(looked_at), max(looked_at), count(*) FILTER (WHERE basis = '') FROM access_look"
    )[0]
    assert timedelta(days=2) < AT - last <= AT - first < timedelta(days=7)
    assert without == 0


def test_some_families_are_held_by_a_manager_with_nobody_allocated(demo: Loaded):
    held = access.responsible_for_each(
        children=[
            child for (child,) in rows("SELECT DISTINCT child_id FROM access_allocation WHERE to_at IS NULL")
        ],
        at=AT,
    )
    assert any(one.nobody_is_allocated and one.held_by for one in held.values())
    assert any(one.worker for one in held.values())


def test_one_family_is_where_nobody_is_told(demo: Loaded):
    assert count("SELECT count(DISTINCT household_id) FROM people_confidentialaddress") == 1
    ordinary = """SELECT count(*) FROM people_address a JOIN people_confidentialaddress c USING (household_id)
                   WHERE a.withdrawn_at IS NULL AND a.to_on IS NULL"""
    assert count(ordinary) == 0


def test_doubtful_matches_were_looked_at_and_a_child_is_one_person(demo: Loaded):
    assert count("SELECT count(*) FROM identity_review WHERE decided_at IS NULL") <= 10
    twice = """SELECT count(*) FROM (SELECT d.sender_key FROM identity_description d JOIN identity_link l
                 ON l.description_id = d.id AND l.to_at IS NULL WHERE d.sender_key LIKE 'gp:%%'
                GROUP BY d.sender_key HAVING count(DISTINCT l.person_id) > 1) x"""
    assert count(twice) == 0
    open_reviews = identity.open_reviews(area=AREA)
    assert all(review.owner_role == "mash_manager" for review in open_reviews)


def test_those_who_were_named_may_see_whom_they_are_asked_about(demo: Loaded):
    for owner in {owner for (owner,) in rows("SELECT owner_id FROM patterns_prompt WHERE answer = ''")}:
        by: Actor = agencies.actor(practitioner=owner, at=AT)
        visible = {one.child for one in access.children_of(by=by, at=AT)}
        for prompt in prompts.open_prompts_of(owner=owner):
            assert set(prompt.children) <= visible
