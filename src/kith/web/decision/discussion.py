"""Fills what is written while agencies talk: who is there, what it may be, who does what, each child; and the forms for more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.access.types import Kin
from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.decisions.types import ActionView, DecisionView, ForChildView, PresenceView
from kith.kernel.clock import LONDON
from kith.patterns.queries import rulebook
from kith.people import queries as people
from kith.web.child.reading import Reading
from kith.web.child.telling import day_words
from kith.web.dates import lately
from kith.web.decision.door import AtDecision
from kith.web.decision.live import live_href
from kith.web.parts.agency import agency
from kith.web.parts.discussion import Action, ForChild, MightBe
from kith.web.parts.form import Choice, Form
from kith.web.parts.names import People, name_of
from kith.web.parts.writing import (
    ACTION,
    BRING,
    CHILDREN,
    EXPLAIN,
    HERE,
    AnsweringAction,
    AskingForAction,
    Bringing,
    DecidingForChild,
    NotingWhoIsHere,
    Writing,
    Writings,
    Wrong,
)
from kith.web.together.due import need_when

ENQUIRIES = (
    Choice(value="joint", words="Police and social care together"),
    Choice(value="single", words="Social care alone"),
)
HOWS = (
    Choice(value="here", words="Here"),
    Choice(value="by_telephone", words="On the telephone or a call"),
    Choice(value="not_here", words="Not here, though they were asked"),
)


def people_of(decision: DecisionView) -> set[UUID]:
    """Everybody who is named in what was written."""
    found = {one.practitioner for one in decision.presences} | {one.owner for one in decision.actions}
    found |= {one.written_by for one in decision.explanations} | {decision.led_by}
    return {one for one in found if one}


def who_is_there(presences: Iterable[PresenceView], people: People) -> str:
    """``Dana Ferris; DC Hamish Orde, on the telephone``"""
    return "; ".join(
        (name_of(one.practitioner, people) if one.practitioner else one.name)
        + (", on the telephone" if one.how == "by_telephone" else "")
        for one in presences
        if one.is_there
    )


def might_be(here: AtDecision, people: People) -> tuple[MightBe, ...]:
    """Each explanation that somebody wrote in this discussion."""
    return tuple(
        MightBe(
            words=one.words,
            supports=one.supports or "Nothing written.",
            against=one.against or "Nothing written.",
            would_tell=one.would_tell or "Nobody has written what would tell.",
            who=f"{name_of(one.written_by, people)}, {lately(one.written_at, now=here.at).words}",
        )
        for one in here.decision.explanations
    )


def actions(here: AtDecision, people: People, wrong: Wrong | None) -> tuple[Action, ...]:
    """Each agreed action, and for whoever does it or decided, the form in which they answer."""
    return tuple(_action(one, here, people, wrong) for one in here.decision.actions)


def _action(one: ActionView, here: AtDecision, people: People, wrong: Wrong | None) -> Action:
    when, tag, _ = need_when(one.due_at, at=here.at)
    waits = one.answer != "accepted" and not one.ended
    return Action(
        what=one.what,
        who=name_of(one.owner, people),
        by=when if not one.ended else when.removeprefix("Since "),
        accepted=_how_it_stands(one),
        waiting=waits or (tag == "overdue" and not one.ended),
        answering=_answering(one, here, wrong),
    )


def _how_it_stands(one: ActionView) -> str:
    if one.ended:
        return f"{'Done' if one.ended == 'done' else 'Not done'}: “{one.ended_words}”"
    if one.answer == "declined":
        return f"Said no: “{one.answer_words}”"
    return "Said yes" if one.answer else "Asked, not answered"


def _answering(one: ActionView, here: AtDecision, wrong: Wrong | None) -> AnsweringAction | None:
    """Nobody but whoever does it and whoever decides answers for it."""
    if one.ended or here.by.id not in (one.owner, here.decision.owner):
        return None
    mine = here.by.id == one.owner
    choices = (
        [Choice(value="accepted", words="Yes, I do it" if mine else "They said yes")]
        if not one.answer
        else []
    )
    if one.answer != "declined":
        choices.append(
            Choice(value="declined", words="I cannot do it" if mine else "They said no", hint="Say why.")
        )
    choices.append(Choice(value="done", words="It is done", hint="Say what came of it."))
    if here.mine:
        choices.append(Choice(value="not_done", words="It is not to be done any more", hint="Say why."))
    return AnsweringAction(
        action=f"/decisions/{here.decision.id}/actions/{one.id}",
        form=_typed(wrong, ACTION, one.id),
        answers=tuple(choices),
    )


def each_child(here: AtDecision, readings: Sequence[Reading], wrong: Wrong | None) -> tuple[ForChild, ...]:
    """Each child of the discussion, then every other child of the home and kin, with what is decided for them."""
    written = {one.child: one for one in here.decision.for_children}
    shown = tuple(_of_discussion(one, here, written.get(one.child.id), wrong) for one in readings)
    return (*shown, *(_other(one, here, written, wrong) for one in _others(here, readings)))


def _of_discussion(
    reading: Reading, here: AtDecision, said: ForChildView | None, wrong: Wrong | None
) -> ForChild:
    """Each child by name, beside the last words of theirs that anybody wrote down."""
    last = next((entry for entry in reversed(reading.counting) if entry.childs_words), None)
    words = f"Nobody has written down anything that {reading.name} said."
    if last:
        words = f"{reading.name}, {day_words(last.when, reading)}: “{last.childs_words}”"
    return ForChild(
        name=reading.name,
        who=people.age_words(born=reading.child.birth, as_at=here.at),
        words=words,
        decided=_decided(said),
        to_decide="" if said or here.decision.outcome else "To be decided.",
        href=f"/children/{reading.child.id}/",
        deciding=_deciding(reading.child.id, reading.name, here, said, wrong),
    )


def _others(here: AtDecision, readings: Sequence[Reading]) -> list[Kin]:
    ours = set(here.decision.children)
    found = {
        one.id or one.name: one
        for reading in readings
        for one in access.other_children(child=reading.child.id, by=here.by, at=here.at)
        if one.id not in ours
    }
    return list(found.values())


def _other(one: Kin, here: AtDecision, written: Mapping[UUID, ForChildView], wrong: Wrong | None) -> ForChild:
    said = written.get(one.id) if one.id else None
    return ForChild(
        name=one.name,
        who=", ".join(part for part in (one.relation, one.age) if part),
        words="",
        decided=_decided(said),
        to_decide="" if said else "Nobody has decided for this child: decide, or say why not here.",
        href=f"/children/{one.id}/" if one.may_be_opened else "",
        deciding=_deciding(one.id, one.name, here, said, wrong) if one.id else None,
    )


def _decided(said: ForChildView | None) -> str:
    if said is None:
        return ""
    book = rulebook()
    words = book.for_a_child[said.outcome]
    medical = f" Medical: {book.medicals[said.medical]}, “{said.medical_because}”" if said.medical else ""
    return f"{words[:1].upper()}{words[1:]}: “{said.reasons}”{medical}"


def _deciding(
    child: UUID, name: str, here: AtDecision, said: ForChildView | None, wrong: Wrong | None
) -> DecidingForChild | None:
    """The owner's form, also afterwards for a child who was forgotten."""
    if not here.mine or (here.decision.decided_at and said):
        return None
    book = rulebook()
    return DecidingForChild(
        action=f"/decisions/{here.decision.id}/children",
        form=_typed(wrong, CHILDREN, child),
        child=str(child),
        name=name,
        outcomes=_choices(book.for_a_child),
        medicals=_choices(book.medicals),
    )


def _typed(wrong: Wrong | None, name: str, about: UUID) -> Form:
    """A form that stands on the page once for each child or action: its ids say for which."""
    is_wrong = wrong is not None and wrong.name == name and wrong.about == about
    return replace(wrong.form if wrong and is_wrong else Form(), prefix=f"{name}-{about.hex}-")


def _choices(words: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=code, words=f"{said[:1].upper()}{said[1:]}") for code, said in words.items())


def writings(here: AtDecision, named_people: People, wrong: Wrong | None) -> Writings:
    """The forms of whoever may write in the discussion while it is open."""
    if here.decision.decided_at or not (here.mine or here.asked):
        return Writings()
    at = f"/decisions/{here.decision.id}"

    def given(name: str) -> Form:
        is_wrong = wrong is not None and wrong.name == name and wrong.about is None
        return replace(wrong.form if wrong and is_wrong else Form(), prefix=f"{name}-")

    book = rulebook()
    there = {one.practitioner for one in here.decision.presences if one.is_there}
    return Writings(
        here=NotingWhoIsHere(
            action=f"{at}/here",
            agencies=tuple(
                Choice(value=one.agency, words=agency(one.agency).label) for one in here.decision.invitations
            ),
            hows=HOWS,
            i_am_here=here.by.id in there,
            form=given(HERE),
        ),
        bring=Bringing(
            action=f"{at}/bring",
            agency=agency(here.by.agency).inside,
            may_be_told=_choices(book.may_be_told),
            form=given(BRING),
        ),
        explain=Writing(action=f"{at}/explanation", form=given(EXPLAIN)),
        ask=AskingForAction(
            action=f"{at}/action",
            sorts=_choices(book.agreed_actions),
            owners=_owners(here, named_people),
            form=given(ACTION),
        ),
        live=live_href(decision=here.decision.id, reader=here.by.id),
    )


def _owners(here: AtDecision, named_people: People) -> tuple[Choice, ...]:
    """Everybody who was asked, is there, or works with one of the children."""
    decision = here.decision
    ids = {decision.owner, *(one.practitioner for one in (*decision.invitations, *decision.presences))}
    for child in here.opened:
        ids |= {one.whom.practitioner for one in access.involved_with(child=child.child.id, at=here.at)}
    found = agencies.practitioners(ids={one for one in ids if one})
    ordered = sorted(found.values(), key=lambda one: (one.agency_name, one.name))
    return tuple(
        Choice(value=str(one.id), words=f"{one.name}, {one.title}, {one.agency_name}") for one in ordered
    )


def leads_of(here: AtDecision) -> tuple[Choice, ...]:
    """Everybody of social care who owns it, is there or works with one of the children: one of them leads an enquiry."""
    ids = {here.decision.owner} if here.by.agency == SOCIAL_CARE else set()
    ids |= {
        one.practitioner for one in here.decision.presences if one.practitioner and one.agency == SOCIAL_CARE
    }
    for child in here.opened:
        ids |= {one.whom.practitioner for one in access.involved_with(child=child.child.id, at=here.at)}
    found = agencies.practitioners(ids={one for one in ids if one})
    return tuple(
        Choice(value=str(one.id), words=f"{one.name}, {one.title}")
        for one in sorted(found.values(), key=lambda one: one.name)
        if one.agency == SOCIAL_CARE
    )


def as_moment(day: str, time: str) -> datetime | None:
    """The moment of a day and a time of the day in England, or None where they are no such."""
    try:
        return datetime.fromisoformat(f"{day}T{time or '17:00'}").replace(tzinfo=LONDON)
    except ValueError:
        return None
