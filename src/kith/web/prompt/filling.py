"""Fills the page of one question from the prompt, its children and its entries, as one reader may see them."""

from collections.abc import Sequence

from kith.agencies import queries as agencies
from kith.grammar.words import named
from kith.journeys.answer_prompt import leader_above
from kith.journeys.asking_agencies import ALWAYS_ASKED, health_for
from kith.patterns import queries as patterns
from kith.patterns.types import SayingView
from kith.rulebook import Rulebook
from kith.web.child.reading import Reading
from kith.web.child.telling import day_words, entry_href, quotation, said_by
from kith.web.dates import lately
from kith.web.parts.ask import Evidence, Reason, Step
from kith.web.parts.form import Form
from kith.web.parts.names import People, name_of
from kith.web.prompt.door import AtPrompt
from kith.web.prompt.page import Challenged, Opening, PromptPage, Why
from kith.web.prompt.past import answer_words, history_of, people_in
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.joint_steps import JOINT_STEPS
from kith.web.together.others import called_for, other_agencies
from kith.web.together.seen import entries_of, names_of, read_each

NOT_SO, SAFER, LOOKED_AT, NOBODY_FREE = "not_so", "something_safer", "looked_at", "nobody_free"


def page_of(here: AtPrompt, *, form: Form | None = None) -> PromptPage:
    """The page, with ``form`` as it was typed where something needs mending. A fixed number of statements for each child."""
    prompt, readings = here.prompt, read_each(here.opened, by=here.by, at=here.at)
    sayings = patterns.sayings_of(prompt=prompt.id)
    people = agencies.practitioners(ids=people_in(prompt, sayings))
    leader = leader_above(prompt=prompt, by=here.by, at=here.at)
    to_whom = f"{leader[0].name}, {readings[0].book.roles[leader[1]].label}" if leader else ""
    due, kind = due_words(prompt.due_at, at=here.at) if prompt.is_open else ("Answered", "")
    owner = people.get(prompt.owner)
    challenged = _challenged(here, sayings, people)
    return PromptPage(
        who=identity_of_all(readings),
        question=question_of(here, readings),
        asks_for=_asks_for(here, readings[0].book),
        owner=name_of(prompt.owner, people),
        owner_phone=owner.phone if owner else "",
        mine=here.mine,
        due=due,
        due_kind=kind,
        why=_why(here, readings[0].book),
        evidence=_evidence(here, readings),
        more_evidence=_more(here, readings),
        wrong_if=_wrong_if(here, readings[0].book),
        opening=_opening(here, readings) if here.mine else None,
        steps=_steps(here, readings),
        acknowledge_href=_post(here, "acknowledge") if here.mine and not prompt.acknowledged_at else "",
        acknowledged=_acknowledged(here, people),
        done_href=_post(here, "done") if here.mine else "",
        decline_href=_post(here, "decline") if here.mine else "",
        reasons=_reasons(names_of(readings), to_whom),
        named_leader=to_whom,
        challenge_href=_post(here, "challenge") if not here.mine and to_whom and not challenged else "",
        challenge_goes_to=to_whom,
        challenged=challenged,
        history=history_of(prompt, sayings, people=people),
        declined=answer_words(prompt, people) if prompt.answer == "declined" else "",
        acted_on=answer_words(prompt, people) if prompt.answer == "acted_on" else "",
        decision_href=f"/decisions/{prompt.decision}/" if prompt.decision else "",
        form=_form(form, _written_already(here, readings)),
    )


def _form(typed: Form | None, written: dict[str, str]) -> Form:
    """What was typed, over what is written already."""
    typed = typed or Form()
    return Form(answers={**written, **typed.answers}, problems=typed.problems)


def question_of(here: AtPrompt, readings: Sequence[Reading]) -> str:
    """What the only pattern that fired asks; where several did, what the step asks."""
    book, prompt = readings[0].book, here.prompt
    asked_about = [one for one in readings if one.child.id in prompt.children] or readings
    only = book.patterns.get(prompt.patterns[0]) if len(prompt.patterns) == 1 else None
    asks = only.asks if only else book.steps[prompt.step].asks
    return asks.format(child=names_of(asked_about))


def _asks_for(here: AtPrompt, book: Rulebook) -> str:
    step = book.steps[here.prompt.step]
    if not here.prompt.is_open:
        return f"It asked for this: {step.label}."
    by_when = f"{step.due} of being asked" if step.due.when == "within" else str(step.due)
    return f"It asks for this: {step.label}, {by_when}."


def _post(here: AtPrompt, what: str) -> str:
    return f"/prompts/{here.prompt.id}/{what}"


# ── why it is asked ───────────────────────────────────────────────────────────────────────────────────────────────


def _why(here: AtPrompt, book: Rulebook) -> tuple[Why, ...]:
    versions = {one.pattern: one.version for one in here.prompt.firings}
    rules = [(book.patterns[name], versions[name]) for name in here.prompt.patterns if name in book.patterns]
    return tuple(
        Why(because=rule.because, cited=f"{rule.cited}. Rule {rule.name}, version {version}")
        for rule, version in rules
    )


def _wrong_if(here: AtPrompt, book: Rulebook) -> tuple[str, ...]:
    """Each rule's own doubt, after the heading "This would be wrong if"."""
    rules = [book.patterns[name] for name in here.prompt.patterns if name in book.patterns]
    doubts = (rule.wrong_if.removeprefix("It would be wrong if ") for rule in rules)
    return tuple(dict.fromkeys(doubt[:1].upper() + doubt[1:] for doubt in doubts))


def _evidence(here: AtPrompt, readings: Sequence[Reading]) -> tuple[Evidence, ...]:
    """The entries that make it fair to ask, oldest first, each quoted and one click away."""
    held = entries_of(readings)
    shown = [held[entry] for entry in here.prompt.evidence if entry in held]
    several = len({reading.child.id for _, reading in shown}) > 1
    return tuple(
        Evidence(
            words=quotation(entry, reading),
            said=f"{_whose(reading, several)}{said_by(entry, reading).label}, {day_words(entry.when, reading)}."
            + ("" if any(row.how == "acknowledged" for row in entry.known_to) else " Not acknowledged.")
            + (" Withdrawn or corrected since." if not entry.counts else ""),
            href=entry_href(entry.id, reading),
        )
        for entry, reading in sorted(shown, key=lambda pair: pair[0].place)
    )


def _whose(reading: Reading, several: bool) -> str:
    return f"About {reading.name}. " if several else ""


def _more(here: AtPrompt, readings: Sequence[Reading]) -> str:
    unseen = len(set(here.prompt.evidence) - set(entries_of(readings)))
    if not unseen:
        return ""
    more = "One more entry speaks for it" if unseen == 1 else f"{unseen} more entries speak for it"
    return f"{more} that you may not see: ring the desk, {readings[0].desk}."


# ── what can be done ──────────────────────────────────────────────────────────────────────────────────────────────


def _opening(here: AtPrompt, readings: Sequence[Reading]) -> Opening | None:
    """One button, where the step is one that agencies decide together."""
    if here.prompt.step not in JOINT_STEPS:
        return None
    book = readings[0].book
    asked = dict.fromkeys(
        [here.by.agency, *ALWAYS_ASKED, *(health_for(child=one.child, at=here.at) for one in readings)]
    )
    words = named(book.agencies[code].short for code in asked)
    return Opening(
        words=book.steps[here.prompt.step].does,
        href=_post(here, "discussion"),
        asks=f"{words[:1].upper()}{words[1:]} are asked. You own it, and decide.",
        also=other_agencies(readings, already=asked),
    )


def _written_already(here: AtPrompt, readings: Sequence[Reading]) -> dict[str, str]:
    """The question as it is put, and ticks at those whose entries made Kith ask."""
    if here.prompt.step not in JOINT_STEPS:
        return {}
    asked = JOINT_STEPS[here.prompt.step]
    held = entries_of(readings)
    spoke = {held[entry][0].said_by for entry in here.prompt.evidence if entry in held}
    question = asked.question(names_of(readings), several=len(readings) > 1)
    return {"question": question, "also_ask": " ".join(sorted(spoke | set(called_for(readings))))}


def _steps(here: AtPrompt, readings: Sequence[Reading]) -> tuple[Step, ...]:
    """The page on which a visit is written, where a child is to be seen alone."""
    if not here.mine or here.prompt.step != "see_child_alone":
        return ()
    return tuple(
        Step(words=f"Write a visit: {one.name} seen alone", href=f"/children/{one.child.id}/visit/")
        for one in readings
        if one.child.id in here.prompt.children
    )


def _reasons(names: str, leader: str) -> tuple[Reason, ...]:
    free = [Reason(code=NOBODY_FREE, words=f"Nobody is free: send it to {leader}")] if leader else []
    return (
        Reason(code=SAFER, words=f"Something else is safer for {names}"),
        Reason(code=LOOKED_AT, words="It has been looked at together already, and I will say when"),
        Reason(code=NOT_SO, words="What makes Kith ask is not so, or is about somebody else"),
        *free,
    )


def _acknowledged(here: AtPrompt, people: People) -> str:
    prompt = here.prompt
    if prompt.acknowledged_at is None:
        asked = lately(prompt.last_said_at, now=here.at).words
        return f"Nobody has said that they have this. It was asked {asked}."
    said = lately(prompt.acknowledged_at, now=here.at).words
    return f"{name_of(prompt.acknowledged_by, people)} said that they have it, {said}."


def _challenged(here: AtPrompt, sayings: Sequence[SayingView], people: People) -> Challenged | None:
    """The latest challenge, where the reader is the one who was asked to look again."""
    last = next((one for one in reversed(sayings) if one.why.startswith("challenge")), None)
    if last is None or last.why != "challenged" or last.owner != here.by.id:
        return None
    said = f"{name_of(last.put_by, people)}, {lately(last.said_at, now=here.at).words}: “{last.because}”"
    return Challenged(words=said, href=_post(here, "challenge/answer"))
