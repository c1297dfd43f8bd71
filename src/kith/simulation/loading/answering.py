"""Named practitioners who answer what they are asked: each prompt is taken in, then acted on, declined or sent up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from kith.agencies import queries as agencies
from kith.decisions import queries as decisions
from kith.decisions.types import Ending
from kith.journeys import answer_prompt, decide_together
from kith.kernel.types import Actor
from kith.patterns import queries as prompts
from kith.patterns.types import PromptView
from kith.people import queries as people
from kith.simulation.chance import chance_for, happens
from kith.simulation.loading import reasons
from kith.simulation.loading.loading import Loading, moment
from kith.simulation.loading.office_hours import at_work

DECIDED_TOGETHER = ("strategy_discussion", "multi_agency_discussion")
TOGETHER, DECLINED, NOBODY_FREE, LATE, SILENT = 0.7, 0.3, 0.06, 0.12, 0.08
"""Shares of prompts, and of agencies that were asked and never wrote. [assumption]"""
ALSO_ASK = ("school",)
STORY_WAITS = timedelta(days=15)
KINDS_OF_A_DECISION = ("decision_made", "strategy_discussion", "section_47_enquiry")
AT_THE_LEAST = timedelta(minutes=40)
"""So long anybody needs, even for what is due now."""


@dataclass(frozen=True, kw_only=True, order=True)
class Task:
    """One thing that somebody will do about a prompt, or about the ``decision`` that came of it."""

    at: datetime
    what: str
    """``acknowledge``, ``act``, ``decline``, ``send_up``, ``open``, ``position`` or ``decide``"""
    prompt: UUID
    decision: UUID | None = None
    agency: str = ""


@dataclass(frozen=True, kw_only=True)
class Done:
    """What a task led to: more tasks, and the kinds of entry that it added to what is known of the household."""

    household: UUID
    tasks: tuple[Task, ...] = ()
    kinds: tuple[str, ...] = ()


def planned(prompt: PromptView, loading: Loading) -> tuple[Task, ...]:
    """When the prompt is taken in, and when and how it is answered."""
    chance = chance_for(
        loading.area.seed, "answer", loading.key_of(prompt.household), prompt.step, prompt.opened_at
    )
    told = prompt.opened_at + timedelta(minutes=chance.randint(4, 90))
    told = at_work(told, role=prompt.owner_role)
    if loading.is_a_storyline(prompt.household) and _is_to_be_seen_waiting(prompt, loading):
        return (Task(at=told, what="acknowledge", prompt=prompt.id),)
    answered = _answered_at(prompt, told, chance)
    return (
        Task(at=told, what="acknowledge", prompt=prompt.id),
        Task(at=answered, what=_answer(prompt, loading, chance), prompt=prompt.id),
    )


def _is_to_be_seen_waiting(prompt: PromptView, loading: Loading) -> bool:
    """A storyline's question of the last days waits at the end."""
    return prompt.opened_at >= moment(loading.area.ending_on) - STORY_WAITS


def _answered_at(prompt: PromptView, told: datetime, chance: Random) -> datetime:
    """Mostly before it is due, now and then after."""
    whole = max(prompt.due_at - told, AT_THE_LEAST)
    share = chance.uniform(1.1, 1.8) if happens(chance, LATE) else chance.uniform(0.25, 0.85)
    return at_work(told + max(whole * share, timedelta(minutes=15)), role=prompt.owner_role)


def _answer(prompt: PromptView, loading: Loading, chance: Random) -> str:
    if loading.is_a_storyline(prompt.household):
        return "decline"
    if prompt.step in DECIDED_TOGETHER and happens(chance, TOGETHER):
        return "open"
    if happens(chance, NOBODY_FREE):
        return "send_up"
    return "decline" if happens(chance, DECLINED) else "act"


def do(task: Task, loading: Loading) -> Done:
    """Do what a task says, by whoever owns the prompt or answers for the agency then. Nothing where it is answered."""
    prompt = prompts.prompt(id=task.prompt)
    if prompt is None or (task.decision is None and not prompt.is_open):
        return Done(household=prompt.household if prompt else task.prompt)
    return _WAYS[task.what](task, _Asked(prompt, loading, task))


class _Asked:
    """A prompt with the words and the people for answering it."""

    def __init__(self, prompt: PromptView, loading: Loading, task: Task) -> None:
        self.prompt, self.loading = prompt, loading
        key = loading.key_of(prompt.household)
        self.chance = chance_for(loading.area.seed, task.what, key, prompt.step, task.agency, task.at)
        self.owner = agencies.actor(practitioner=prompt.owner, at=task.at)

    def words(self, given: Sequence[str]) -> str:
        return self.about_the_child(self.chance.choice(given))

    def about_the_child(self, sentence: str) -> str:
        found = people.person(id=self.prompt.children[0])
        return sentence.replace("{child}", found.name if found else "the child")

    def said(self, given: Sequence[reasons.Said]) -> reasons.Said:
        chosen, because = self.chance.choice(given)
        return chosen, self.about_the_child(because)


def _acknowledge(task: Task, asked: _Asked) -> Done:
    answer_prompt.acknowledge_prompt(prompt=task.prompt, by=asked.owner, at=task.at)
    return Done(household=asked.prompt.household)


def _act(task: Task, asked: _Asked) -> Done:
    because = asked.words(reasons.ACTED.get(asked.prompt.step, reasons.OTHERWISE_ACTED))
    answer_prompt.act_on_prompt(prompt=task.prompt, because=because, by=asked.owner, at=task.at)
    return Done(household=asked.prompt.household, kinds=("other",))


def _decline(task: Task, asked: _Asked) -> Done:
    because = asked.words(reasons.DECLINED.get(asked.prompt.step, reasons.OTHERWISE_DECLINED))
    answer_prompt.decline_prompt(prompt=task.prompt, because=because, by=asked.owner, at=task.at)
    return Done(household=asked.prompt.household, kinds=("prompt_declined",))


def _send_up(task: Task, asked: _Asked) -> Done:
    """Whoever is above answers: mostly by doing it, with somebody borrowed."""
    because = asked.words(reasons.NOBODY_FREE)
    owner = answer_prompt.nobody_is_free(prompt=task.prompt, because=because, by=asked.owner, at=task.at)
    later = at_work(task.at + timedelta(minutes=asked.chance.randint(60, 400)), role=owner.role)
    return Done(household=asked.prompt.household, tasks=(replace(task, at=later, what="act"),))


def _open(task: Task, asked: _Asked) -> Done:
    question = asked.about_the_child(reasons.QUESTIONS.get(asked.prompt.step, reasons.ANY_QUESTION))
    decision = decide_together.open_from_prompt(
        prompt=task.prompt, question=question, also_ask=ALSO_ASK, by=asked.owner, at=task.at
    )
    held = decisions.decision(id=decision, by=asked.owner)
    invited = held.invitations if held else ()
    decides = agencies.actor(practitioner=held.owner, at=task.at) if held else asked.owner
    answers = [one for one in invited if not happens(asked.chance, SILENT) or one.agency == decides.agency]
    asks = [one.agency for one in answers]  # whoever decides writes first for their own agency
    positions = [
        Task(
            at=task.at + timedelta(minutes=asked.chance.randint(20, 60 * 7)),
            what="position",
            prompt=task.prompt,
            decision=decision,
            agency=agency,
        )
        for agency in asks
    ]
    last = max((one.at for one in positions), default=task.at)
    decided = at_work(last + timedelta(minutes=asked.chance.randint(30, 180)), role=asked.prompt.owner_role)
    decide = Task(at=decided, what="decide", prompt=task.prompt, decision=decision)
    return Done(household=asked.prompt.household, tasks=(*positions, decide), kinds=("decision_opened",))


def _position(task: Task, asked: _Asked) -> Done:
    assert task.decision, "a position is taken on a decision"
    by = _who_answers(task, asked)
    position, because = asked.said(reasons.POSITIONS.get(task.agency, reasons.ANY_POSITION))
    decide_together.give_position(
        decision=task.decision, position=position, reasons=because, by=by, at=task.at
    )
    return Done(household=asked.prompt.household, kinds=("position_given",))


def _who_answers(task: Task, asked: _Asked) -> Actor:
    """The person who was asked, or somebody of the agency where it was asked as a whole."""
    held = decisions.decision(id=task.decision, by=asked.owner) if task.decision else None
    person = next(
        (one.practitioner for one in (held.invitations if held else ()) if one.agency == task.agency), None
    )
    if person:
        return agencies.actor(practitioner=person, at=task.at)
    key = asked.loading.key_of(asked.prompt.household)
    role = {"health_visiting": "health_visitor"}.get(task.agency, "")
    return asked.loading.cast.speaker(agency=task.agency, role=role, family=key)


def _decide(task: Task, asked: _Asked) -> Done:
    assert task.decision, "a decision is made once it is open"
    held = decisions.decision(id=task.decision, by=asked.owner)
    by = agencies.actor(practitioner=held.owner, at=task.at) if held else asked.owner
    outcome, because = asked.said(reasons.OUTCOMES.get(asked.prompt.step, reasons.ANY_OUTCOME))
    decide_together.decide(
        decision=task.decision,
        ending=Ending(
            outcome=outcome,
            reasons=because,
            parents_told=asked.about_the_child(reasons.PARENTS),
            without_quorum_because=reasons.WITHOUT_THEM,
        ),
        by=by,
        at=task.at,
    )
    return Done(household=asked.prompt.household, kinds=KINDS_OF_A_DECISION)


_WAYS: Mapping[str, Callable[[Task, _Asked], Done]] = {
    "acknowledge": _acknowledge,
    "act": _act,
    "decline": _decline,
    "send_up": _send_up,
    "open": _open,
    "position": _position,
    "decide": _decide,
}
