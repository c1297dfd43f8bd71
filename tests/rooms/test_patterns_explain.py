"""Rules explain themselves: every node of the grammar has its words, and no code shows through them."""

import importlib
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.grammar import questions as q
from kith.grammar import selections as s
from kith.grammar.durations import days, hours
from kith.grammar.patterns import ManagerIn, Pattern, Stage
from kith.patterns.explain import clock_explanation, explain, explain_clock, explanation
from kith.patterns.explain_questions import QuestionWords
from kith.patterns.explain_selections import SelectionWords
from kith.rulebook import load
from kith.rulebook.england import names_of_selections, practice
from tests.engines import made_up

ENGLAND = load("kith.rulebook.england")
CODE = re.compile(r"\w_\w|[A-Z]\w+\(|<class|kith\.")
"""A code, or a node as Python writes it."""

visits, injuries = s.where("visit"), s.where("injury_seen")


def rule(question: q.Question, **changes) -> Pattern:
    words = dict.fromkeys(("because", "asks", "wrong_if", "cited", "catalogue"), "for a test")
    given = {"name": "made_up", "prompts": "seek_information", "owner": "mash_manager"} | words | changes
    return Pattern(question=question, in_force_from=date(2026, 4, 1), **given)


def said(question: q.Question, **changes) -> str:
    return explain(rule(question, **changes), ENGLAND)


def concrete(kind: type) -> set[type]:
    """Every class below it that nothing is below."""
    below = kind.__subclasses__()
    return {kind} if not below else set().union(*(concrete(one) for one in below))


@settings(max_examples=300, deadline=None)
@given(question=made_up.questions, owner=made_up.selections, questioned=st.none() | made_up.selections)
def test_any_graph_at_all_can_be_said_and_shows_no_code(question, owner, questioned):
    text = said(question, owner=ManagerIn(owner), questions=questioned)
    assert text.startswith("Kith asks when ")
    assert not CODE.search(text), text


def test_every_node_of_the_grammar_has_words():
    selections, clauses, numbers = (
        set(vars(words)[method].dispatcher.registry)
        for words, method in (
            (SelectionWords, "unfolded"),
            (QuestionWords, "clause"),
            (QuestionWords, "_compared"),
        )
    )
    assert concrete(s.Selection) <= selections
    assert concrete(q.Question) <= clauses
    assert concrete(q.Number) <= numbers


SENTENCES = {
    "there is a visit": visits.exist(),
    "there is no visit, in the last 28 days": visits.in_the_last(days(28)).none(),
    "there are three or more visits": visits.count() >= 3,
    "there are fewer than 12 visits": visits.count() < 12,
    "there are two or more entries that tell of visits": visits.count_entries() >= 2,
    "two or more agencies have each told of a visit": visits.count_agencies() >= 2,
    "one or more agencies have told of a visit": visits.count_agencies() >= 1,
    "no agency has told of a visit": visits.count_agencies() < 1,
    "there are two or more different values of “informant” among visits": visits.distinct("informant") >= 2,
    "ten days or more have passed since the last visit": visits.days_since() >= 10,
    "fewer than two days have passed since the last visit": visits.days_since() < 2,
    "there is a visit, in the last 24 hours": visits.in_the_last(days(1)).exist(),
    "there is a visit, in the last hour": visits.in_the_last(hours(1)).exist(),
    "there is a visit, with no death in the hour before it": visits.not_preceded_by(
        s.where("death"), within=hours(1)
    ).exist(),
    "there is a visit, followed within an hour by a death": visits.followed_by(
        s.where("death"), within=hours(1)
    ).exist(),
    "there is a visit, in the last 3 hours": visits.in_the_last(hours(3)).exist(),
    "there is a visit (said by police; outcome: not let in or nobody answered)": s.where(
        "visit", said_by="police", outcome=s.one_of("refused", "no_reply")
    ).exist(),
    "there is a visit (in the voice of the child; seen alone: no)": s.where(
        "visit", voice="child", seen_alone=False
    ).exist(),
    "there is a visit (seen alone: not said)": s.where("visit", seen_alone=s.unknown).exist(),
    "there is a missing episode (hours: 24 or more)": s.where(
        "missing_episode", hours=s.at_least(24)
    ).exist(),
    "there is an injury seen by a professional (site: any of ear or inside of the mouth)": s.where(
        "injury_seen", site=s.includes("ear", "inside_mouth")
    ).exist(),
    "there is an entry (seen or heard by who says it)": s.where(claim="observed").exist(),
    "there is a visit or an appointment, each with said by police": s.where(
        "visit", "appointment", said_by="police"
    ).exist(),
    "there is a visit or an appointment, before the last core group": (visits | s.where("appointment"))
    .before(s.where("core_group"))
    .exist(),
    "there is an appointment, since the last of these: a visit or a core group": s.where("appointment")
    .since(visits | s.where("core_group"))
    .exist(),
    "there is an appointment, since the agencies last looked together": s.where("appointment")
    .since(practice.looked_at_together)
    .exist(),
    "there is the first visit": visits.first().exist(),
    "there is the last visit (in the last 9 days)": visits.in_the_last(days(9)).last().exist(),
    "there is a visit, followed within 10 days by a death": visits.followed_by(
        s.where("death"), within=days(10)
    ).exist(),
    "there is a visit, followed by a death": visits.followed_by(s.where("death")).exist(),
    "there is a visit, with no death after it": visits.not_followed_by(s.where("death")).exist(),
    "there is a visit, with no death in the 24 hours after it, once they have passed": visits.not_followed_by(
        s.where("death"), within=hours(24)
    ).exist(),
    "there is a visit, with no death after it, once 3 days have passed": visits.not_followed_by(
        s.where("death")
    )
    .not_followed_by(s.where("death"), within=days(3))
    .exist(),
    "there is a request for information, with no visit by another agency after it that answers it": s.where(
        "information_requested"
    )
    .not_followed_by(visits, relation="answers", agency="another")
    .exist(),
    "there is a visit, at most 60 days after a visit with the same “outcome” and the same “seen”": visits.preceded_by(
        visits, within=days(60), same=("outcome", "seen")
    ).exist(),
    "there is a visit, with no visit by the same agency in the 60 days before it": visits.not_preceded_by(
        visits, within=days(60), agency="same"
    ).exist(),
    "there is a visit, while the child was certainly under 6 months old": visits.at_age_under(6).exist(),
    "there is a visit, while the child may have been under 2 years old": visits.at_age_under(
        24, possibly=True
    ).exist(),
    "there is a visit, about another child of the household": visits.about_another_child().exist(),
    "there is a visit, but not a death": (visits & ~s.where("death")).exist(),
    "there is a visit, which is also an entry (said by police)": (visits & s.where(said_by="police")).exist(),
    "there is an entry other than a visit": (~visits).exist(),
    "there was a visit and, since the last, no death": q.state_open(visits, s.where("death")),
    "the child is on a child protection plan": practice.on_a_plan,
    "the child is not on a child protection plan": ~practice.on_a_plan,
    "it is not so that there is a visit": ~visits.exist(),
    "the child is certainly under 12 months old, or not yet born": q.age_under(months=12),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_node_is_said_as_a_social_worker_would_say_it(sentence):
    assert explanation(rule(SENTENCES[sentence]), ENGLAND).when == (f"Kith asks when {sentence}.",)


def test_what_is_joined_becomes_a_list_read_from_the_top():
    question = visits.exist() & (injuries.exist() | practice.on_a_plan)
    assert explanation(rule(question), ENGLAND).when == (
        "Kith asks when all of these are so:",
        "- there is a visit",
        "- at least one of these is so:",
        "  - there is an injury seen by a professional",
        "  - the child is on a child protection plan",
    )


def test_what_narrows_one_thing_inside_another_stands_in_brackets():
    of = visits.not_followed_by(injuries.in_the_last(days(9)))
    assert "a visit, with no injury seen by a professional (in the last 9 days) after it." in said(of.exist())


DIFFERENT = [
    (visits.in_the_last(days(9)), visits.in_the_last(days(10))),
    (visits.followed_by(injuries), visits.not_followed_by(injuries)),
    (visits.followed_by(injuries), visits.preceded_by(injuries)),
    (visits.followed_by(injuries), visits.followed_by(injuries, agency="same")),
    (visits.followed_by(injuries, relation="answers"), visits.followed_by(injuries, relation="settles")),
    (visits.since(injuries), visits.before(injuries)),
    (visits.first(), visits.last()),
    (visits.at_age_under(6), visits.at_age_under(6, possibly=True)),
    (s.where("visit", seen=True), s.where("visit", seen=False)),
    (s.where("visit", seen=True), s.where("visit", seen=s.unknown)),
    (visits, visits.about_another_child()),
    (visits & injuries, visits | injuries),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_rules_that_differ_are_said_differently(one, other):
    assert said(one.exist()) != said(other.exist())


def test_the_glossary_says_what_each_name_means_and_what_the_names_in_it_mean():
    text = said(practice.unsettled_injuries.exist())
    assert "there is an injury that nothing has settled." in text
    assert "- an injury that nothing has settled: an injury, seen or described, with no" in text
    assert "- an independent or medical answer: an independent answer or a medical examination" in text
    assert "- a court’s order: a legal step" in text


def test_it_says_whom_it_asks_and_whom_it_never_asks():
    text = said(visits.exist(), owner=ManagerIn(visits), questions=injuries)
    assert "It asks a manager in the agency that said the last visit." in text
    assert "It never asks whoever recorded an injury seen by a professional." in text


def test_it_says_how_it_climbs():
    stages = (Stage(4, "team_manager"), Stage(8, "service_manager", prompts="strategy_discussion"))
    text = said(visits.count() >= 4, stages=stages, measures=visits.count())
    assert "- from 4: asking for information, asked of the team manager" in text
    assert "- from 8: strategy discussion, asked of the service manager" in text


@pytest.mark.parametrize("pattern", ENGLAND.patterns.values(), ids=lambda pattern: pattern.name)
def test_every_pattern_explains_itself_without_a_code(pattern):
    text = explain(pattern, ENGLAND)
    assert text.startswith("Kith asks when ")
    assert not CODE.search(text), text
    assert max(len(line) for line in text.split("\n\n")[0].splitlines()) < 420, "name a part of it in WORDS"


@pytest.mark.parametrize("clock", ENGLAND.clocks.values(), ids=lambda clock: clock.name)
def test_every_clock_explains_itself_without_a_code(clock):
    text = explain_clock(clock, ENGLAND)
    assert text.startswith("It starts with ") and f"at the latest {clock.due}" in text
    assert not CODE.search(text), text


def test_a_clock_says_all_that_it_has():
    whole = replace(ENGLAND.clocks["core_group"], pauses=visits, resumes=injuries, repeats_from=visits)
    verbs = [line.partition(" with ")[0] for line in clock_explanation(whole, ENGLAND).when]
    assert verbs[2:] == [
        "It stops", "It starts again", "It pauses", "It goes on after a pause", "It falls away",
    ]  # fmt: skip


def test_every_selection_that_practice_names_has_words_and_so_has_every_kind_of_entry():
    named = {name: of for name, of in vars(practice).items() if isinstance(of, s.Selection)}
    assert [name for name, of in named.items() if of not in names_of_selections.NAMES] == []
    states = {name: of for name, of in vars(practice).items() if isinstance(of, q.Question)}
    assert [name for name, of in states.items() if of not in names_of_selections.STATES] == []
    assert set(names_of_selections.KINDS) == set(ENGLAND.entry_kinds)


@pytest.mark.parametrize("pattern", ENGLAND.patterns.values(), ids=lambda pattern: pattern.name)
def test_a_patterns_own_words_are_words_that_it_uses(pattern):
    file = importlib.import_module(f"kith.rulebook.england.patterns.{pattern.name}")
    used = {name for name, _ in explanation(pattern, ENGLAND).glossary}
    assert {words[0] for words in getattr(file, "WORDS", {}).values()} <= used


def test_the_kinds_that_practice_counts_as_worries_are_those_that_say_so():
    assert ENGLAND.worries() == practice.WORRY_KINDS
