"""Fills the page of one challenge, as one reader may see it."""

from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.challenge_stages import stages_of
from kith.decisions import queries as decisions
from kith.decisions.challenges import reviewing
from kith.decisions.challenges.policies import SCRUTINEER, is_of_the_challenging_side
from kith.decisions.challenges.types import NO_ANSWER, ChallengeView, SaidView, StageView
from kith.decisions.types import DecisionView
from kith.grammar.closed_lists import ChallengeStage
from kith.journeys.who_answers_a_challenge import stages_after
from kith.rulebook import Rulebook
from kith.web.challenge.door import AtChallenge
from kith.web.challenge.page import Adding, Answering, ChallengePage, GoingOn, SaidShown, StageShown
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.names import People, name_of
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.seen import read_each

ANSWERS = (
    Choice(value="changed", words="Something is changed"),
    Choice(value="explained", words="It stands, and this is why"),
)
OUTCOMES = (
    Choice(value="changed", words="It was changed"),
    Choice(value="accepted", words="We accept the reasons"),
    Choice(value="overtaken", words="Things went on: it is not needed any more"),
)
SETTLED = {"changed": "it was changed", "accepted": "the reasons are accepted", "overtaken": "things went on"}
BEGAN = {
    "opened": "Opened",
    "pressed": "Pressed on",
    "passed_over": "A stage was passed over",
    "climbed": "Climbed by itself",
}
WHAT = {"joined": "joined", "asked": "asked", "added": "added", "handed_on": ""}


def page_of(
    here: AtChallenge, *, form: Form | None = None, kept: str = "", kept_because: str = ""
) -> ChallengePage:
    """The page, with ``form`` as it was typed where something needs mending."""
    held, readings = here.challenge, read_each(here.opened, by=here.by, at=here.at)
    book, people = readings[0].book, agencies.practitioners(ids=people_in(held))
    listed = {one.code: one for one in stages_of(area=held.to_agency_area)}
    thing, href, meanwhile = _thing(here, book)
    return ChallengePage(
        who=identity_of_all(readings),
        agency=agency(held.agency),
        to=agency(held.to_agency),
        about=book.challenge_about.get(held.about, held.about),
        words=held.words,
        would_settle=held.would_settle,
        opened=_opened(here, people),
        thing=thing,
        thing_href=href,
        meanwhile=meanwhile,
        stands=stands(held, people, desk=readings[0].desk, here=here),
        stages=tuple(_stage(one, held, people, listed, readings[0].desk, here) for one in held.stages),
        said=tuple(_said(one, people, here) for one in held.said),
        cited=_cited(listed),
        form=form or Form(),
        kept=kept,
        kept_because=kept_because,
        answering=_answering(here),
        going_on=_going_on(here, book, readings[0].desk),
        adding=_adding(here),
        settled=_settled(here, people),
        settled_words=held.settled_words,
    )


def people_in(held: ChallengeView) -> set[UUID]:
    """Everybody who is named in it."""
    found = {held.opened_by, held.settled_by, *(one.said_by for one in held.said)}
    for one in held.stages:
        found |= {one.answerer, one.began_by, one.answered_by}
    return {one for one in found if one}


def stands(held: ChallengeView, people: People, *, desk: str, here: AtChallenge) -> str:
    """Where it stands: who owes what to whom."""
    if not held.is_open:
        return "Settled. What was said stands as it was written."
    last, who = held.last, agency(held.agency).inside
    if not last.waits:
        return f"Answered. It waits for {who} to say whether that settles it."
    if last.answerer is None:
        return f"Nobody could be named to answer. Ring the duty desk: {desk}."
    name = name_of(last.answerer, people)
    if last.is_overdue(at=here.at):
        return f"Overdue: {name} has not answered. {who[:1].upper()}{who[1:]} may press on."
    return f"It waits for {name} to answer."


def _opened(here: AtChallenge, people: People) -> str:
    held = here.challenge
    person = people.get(held.opened_by)
    name = f"{person.name}, {person.phone}" if person else name_of(held.opened_by, people)
    return f"{name}, {lately(held.opened_at, now=here.at).words}"


def _thing(here: AtChallenge, book: Rulebook) -> tuple[str, str, str]:
    """What it is of, the way there, and what was decided meanwhile."""
    held = here.challenge
    if held.conference:
        asked = reviewing.conference_request(id=held.conference)
        words = "Of the answer to a request for a conference" if asked else ""
        return words, f"/conferences/{held.conference}/", ""
    decision = decisions.decision(id=held.decision, by=here.by) if held.decision else None
    if decision is None:
        return "Of what is done for the child altogether", "", ""
    label = book.steps[decision.step].label
    return f"Of the joint decision: {label}", f"/decisions/{decision.id}/", _meanwhile(decision, here, label)


def _meanwhile(decision: DecisionView, here: AtChallenge, label: str) -> str:
    """That the same step was decided again since, for one of the same children."""
    later = [
        one
        for child in decision.children
        for one in decisions.decisions_about(child=child, by=here.by)
        if one.step == decision.step
        and one.id != decision.id
        and one.decided_at
        and one.decided_at > here.challenge.opened_at
    ]
    if not later:
        return ""
    latest = max(later, key=lambda one: one.decided_at or one.opened_at)
    assert latest.decided_at
    outcome = {"yes": "yes", "no": "no"}.get(latest.outcome, "something else")
    when = lately(latest.decided_at, now=here.at).words
    return f"Decided again meanwhile, {when}: {outcome} to {label}. Say whether that settles it."


def _stage(
    one: StageView,
    held: ChallengeView,
    people: People,
    listed: dict[str, ChallengeStage],
    desk: str,
    here: AtChallenge,
) -> StageShown:
    name = listed[one.stage].label if one.stage in listed else one.stage.replace("_", " ")
    person = people.get(one.answerer) if one.answerer else None
    who = (
        f"{person.name}, {person.title}, {person.phone}"
        if person
        else f"Nobody could be named. Ring the duty desk: {desk}"
    )
    due, kind = (
        due_words(one.due_at, at=here.at, what="To be answered") if one.waits and held.is_open else ("", "")
    )
    return StageShown(
        name=name[:1].upper() + name[1:],
        who=who,
        began=f"{BEGAN[one.because]} {lately(one.began_at, now=here.at).words}",
        due=due,
        due_kind=kind,
        answer=_answer(one, people, here),
        words=one.answer_words,
        why=one.why,
        nobody=person is None,
    )


def _answer(one: StageView, people: People, here: AtChallenge) -> str:
    if one.answered_at is None:
        return ""
    when = lately(one.answered_at, now=here.at).words
    if one.answer == NO_ANSWER:
        return f"No answer before it went on, {when}."
    late = ", late" if one.answered_at > one.due_at else ""
    told = "Changed something" if one.answer == "changed" else "Explained why it stands"
    return f"{told}: {name_of(one.answered_by, people)}, {when}{late}."


def _said(one: SaidView, people: People, here: AtChallenge) -> SaidShown:
    who = "Kith" if one.what == "handed_on" else f"{name_of(one.said_by, people)} {WHAT[one.what]}"
    return SaidShown(when=lately(one.said_at, now=here.at), who=who, words=one.words)


def _cited(listed: dict[str, ChallengeStage]) -> str:
    rests_on = " and ".join(dict.fromkeys(one.cited for one in listed.values()))
    return f"Stages and their times: {rests_on}."


def _answering(here: AtChallenge) -> Answering | None:
    held = here.challenge
    if held.waits_for != here.by.id:
        return None
    return Answering(action=f"/challenges/{held.id}/answer", answers=ANSWERS)


def _going_on(here: AtChallenge, book: Rulebook, desk: str) -> GoingOn | None:
    held = here.challenge
    if not held.is_open or not is_of_the_challenging_side(challenge=held, by=here.by):
        return None
    above = () if held.last.is_last else stages_after(held)
    return GoingOn(
        settle_action=f"/challenges/{held.id}/settle",
        outcomes=OUTCOMES,
        press_action=f"/challenges/{held.id}/press" if above else "",
        stages=tuple(Choice(value=one.code, words=one.label[:1].upper() + one.label[1:]) for one in above),
        after=held.last.number,
        must_say_why=held.last.waits and not held.last.is_overdue(at=here.at),
        last_words=f"This is the last stage: there is none above it. Where a child is not safe now, ring the duty desk, {desk}, or the police.",
    )


def _adding(here: AtChallenge) -> Adding | None:
    held, action = here.challenge, f"/challenges/{here.challenge.id}/say"
    if SCRUTINEER in here.by.roles:
        return Adding(
            action=action, what="asked", label="Ask", hint="Whoever answers reads it, and so does whoever disagrees.", button="Ask",
        )  # fmt: skip
    if here.by.id in held.answerers and held.waits_for != here.by.id:
        return Adding(
            action=action, what="added", label="Add to your answer", hint="What was answered stands; this stands beside it.", button="Add",
        )  # fmt: skip
    return None


def _settled(here: AtChallenge, people: People) -> str:
    held = here.challenge
    if held.settled_at is None:
        return ""
    when = lately(held.settled_at, now=here.at).words
    return f"Settled: {SETTLED[held.outcome]}. {name_of(held.settled_by, people)}, {when}"
