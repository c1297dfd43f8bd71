"""Which firings open a prompt, which join one, and when it is said again."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from kith.patterns.raising import raise_at
from kith.patterns.types import Evidence, Firing
from kith.rulebook import load

STEPS = load("kith.rulebook.england").steps
HOME, CHILD = UUID(int=1), UUID(int=2)
START = datetime(2026, 5, 1, 12, tzinfo=UTC)


def fired(
    pattern="each_holds_a_piece",
    step="seek_information",
    *,
    day=0,
    entries=(10,),
    by="police",
    stage=0,
    owner="mash_manager",
):
    at = START + timedelta(days=day)
    evidence = tuple(
        Evidence(entry=UUID(int=entry), agency=(by, "here"), happened_to=at)
        for entry in sorted(entries, reverse=True)
    )
    return Firing(
        pattern=pattern, version="v", child=CHILD, household=HOME, as_at=at, stage=stage, step=step, owner_role=owner,
        due_at=at + timedelta(days=1), calendar_version="c", evidence=evidence,
    )  # fmt: skip


def after(*rounds):
    """The prompts that stand after these rounds of firings, and everything that was said."""
    standing, said = {}, []
    for firings in rounds:
        changed, new = raise_at(firings, standing=standing, steps=STEPS)
        standing |= changed
        said += new
    return standing, said


def test_the_first_firing_opens_a_prompt_and_is_said():
    standing, said = after([fired()])
    assert [one.why for one in said] == ["opened"]
    assert standing["seek_information"].owner_role == "mash_manager"


def test_two_patterns_that_ask_for_one_step_are_one_prompt():
    _, said = after([fired("a"), fired("b", entries=(11,))])
    assert [one.patterns for one in said] == [("a", "b")]


def test_the_same_answer_asked_again_changes_nothing():
    first = fired()
    changed, said = raise_at([first], standing=after([first])[0], steps=STEPS)
    assert (changed, said) == ({}, [])


def test_new_evidence_of_the_same_agency_joins_in_silence():
    standing, said = after([fired()], [fired(day=20, entries=(10, 11))])
    assert len(said) == 1
    assert standing["seek_information"].evidence == {UUID(int=10), UUID(int=11)}


def test_another_agencys_entry_is_said_again_but_not_within_fourteen_days():
    _, early = after([fired()], [fired(day=13, entries=(11,), by="school")])
    _, later = after([fired()], [fired(day=14, entries=(11,), by="school")])
    assert [one.why for one in early] == ["opened"]
    assert [one.why for one in later] == ["opened", "another_agency"]


def test_a_new_stage_is_said_at_once_and_asks_higher_up():
    standing, said = after([fired()], [fired(day=1, entries=(10, 11), stage=1, owner="service_manager")])
    assert [one.why for one in said] == ["opened", "new_stage"]
    assert standing["seek_information"].owner_role == "service_manager"


def test_the_earliest_due_time_wins():
    standing, _ = after([fired(day=3)], [fired("b", day=4, entries=(12,))])
    assert standing["seek_information"].due_at == START + timedelta(days=4)


def test_a_wish_for_a_discussion_joins_the_strategy_discussion_that_answers_it():
    standing, said = after(
        [fired(step="strategy_discussion")], [fired("b", "multi_agency_discussion", day=1, entries=(11,))]
    )
    assert set(standing) == {"strategy_discussion"}
    assert len(said) == 1


def test_after_an_answer_only_later_evidence_raises_it_again():
    from dataclasses import replace

    standing, _ = after([fired()])
    answered = {
        "seek_information": replace(standing["seek_information"], answered_at=START + timedelta(days=2))
    }
    again, said = raise_at([fired(day=3)], standing=answered, steps=STEPS)
    assert (again, said) == ({}, [])
    _, said = raise_at([fired(day=4, entries=(10, 11))], standing=answered, steps=STEPS)
    assert [one.why for one in said] == ["opened"]
