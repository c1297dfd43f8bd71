"""Fills the page of a visit note: who it is about, what it answers, what was found last time."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from kith.access import queries as access
from kith.access.types import Basis, Kin
from kith.clocks import queries as clocks
from kith.clocks.types import ClockState
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.guard import GUARDING, in_force
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import Reading, read
from kith.web.child.telling import day_words
from kith.web.child.wrong_address import before_you_go
from kith.web.dates import clock_time, weekday_day
from kith.web.drafts import Draft
from kith.web.parts.clock import DUE, OVERDUE
from kith.web.parts.form import Choice, Form, Problem
from kith.web.visit_note.page import VisitNotePage

SEEN_ALONE = "child_seen_alone_on_plan"
KINDS = (*GUARDING, "visit", "child_seen", "threat_to_worker", "plan", "conference")
"""What the top of the page and its margin are told from."""
NOTHING: Mapping[str, str] = MappingProxyType({})


def page_of(
    *,
    child: Person,
    draft: Draft | None,
    draft_id: UUID,
    by: Actor,
    at: datetime,
    basis: Basis,
    problems: tuple[Problem, ...] = (),
    unsaved: Mapping[str, str] = NOTHING,
) -> VisitNotePage:
    """The note as it stands. ``unsaved`` are words that could not be saved, which go back onto the page."""
    reading = read(child=child, by=by, at=at, basis=basis, kinds=KINDS)
    clock = _clock(child, at)
    return VisitNotePage(
        who=identity_of(
            reading, guards=in_force(reading), responsible=responsible_now(reading), current="visit"
        ),
        called=called(child),
        form=Form(
            answers={**(draft.answers if draft else now_typed(at)), **unsaved},
            problems=problems,
        ),
        action=f"/children/{child.id}/visit/?draft={draft_id}",
        last_time=_last_time(reading),
        clock=_clock_words(clock, called(child)),
        clock_kind=_clock_kind(clock, at),
        also_about=tuple(_kin_choice(one) for one in others(child, by=by, at=at)),
        before_knock=_before_knock(reading),
        address=before_you_go(reading),
        home_href=f"/children/{child.id}/home/",
        knock_href=f"/children/{child.id}/before-you-knock/",
        saved=_saved(draft),
    )


def called(child: Person) -> str:
    """What a question calls the child: the name they are known by, or their first."""
    return child.known_as or child.display_name.split()[0]


def now_typed(at: datetime) -> dict[str, str]:
    """The present moment as if somebody had typed it."""
    local = at.astimezone(LONDON)
    return {
        "day": str(local.day),
        "month": str(local.month),
        "year": str(local.year),
        "hour": f"{local:%H}",
        "minute": f"{local:%M}",
    }


def others(child: Person, *, by: Actor, at: datetime) -> tuple[Kin, ...]:
    """The child's brothers and sisters whom the writer may see too."""
    found = access.other_children(child=child.id, by=by, at=at)
    return tuple(one for one in found if one.may_be_opened and one.id is not None)


def _kin_choice(one: Kin) -> Choice:
    return Choice(value=str(one.id), words=", ".join(filter(None, (one.name, one.relation, one.age))))


def _clock(child: Person, at: datetime) -> ClockState | None:
    states = clocks.running(child=child.id, as_at=at)
    return next((state for state in states if state.clock == SEEN_ALONE and state.waiting), None)


def _clock_words(state: ClockState | None, called: str) -> str:
    if state is None:
        return "No clock waits for this visit. It stands in the story as the newest time that somebody went to see."
    if state.due_at is None:
        return f"{called} is to be seen alone; the clock is paused."
    day = weekday_day(state.due_at.astimezone(LONDON).date())
    when = f"Overdue since {day}." if state.state == "missed" else f"Due by {day} at the latest."
    return f"The plan: {called} seen alone by the social worker. {when}"


def _clock_kind(state: ClockState | None, at: datetime) -> str:
    if state is None or state.due_at is None:
        return ""
    if state.state == "missed":
        return OVERDUE
    is_today = state.due_at.astimezone(LONDON).date() == at.astimezone(LONDON).date()
    return DUE if is_today else ""


def _last_time(reading: Reading) -> str:
    visits = reading.of_kind("visit")
    if not visits:
        return "Nobody has written down an earlier visit."
    last = visits[-1]
    told = reading.book.entry_kind("visit").tell(last.details, people=reading.names)
    return f"Last time, {day_words(last.when, reading)}: {told[:1].lower()}{told[1:]}"


def _before_knock(reading: Reading) -> str:
    threats = reading.of_kind("threat_to_worker")
    if not threats:
        return ""
    return f"A worker was threatened, {day_words(threats[-1].when, reading)}. Read the story, and do not go alone."


def _saved(draft: Draft | None) -> str:
    if draft is None:
        return "Saved each time you press a button. Nothing saved is lost if you are signed out."
    return f"Saved at {clock_time(draft.saved_at)}. Nothing saved is lost if you stop or are signed out."
