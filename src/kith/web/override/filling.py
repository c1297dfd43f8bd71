"""Fills the pages of overrides."""

from collections.abc import Sequence
from datetime import datetime

from kith.access.types import Basis, Opened
from kith.agencies import queries as agencies
from kith.clocks.due import due_by
from kith.decisions.challenges.types import OverrideView
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.reading import Reading, read
from kith.web.child.telling import told
from kith.web.dates import Moment, lately
from kith.web.override.page import OverridePage, OverridingPage
from kith.web.parts.form import Choice, Form
from kith.web.parts.names import People, name_of
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.seen import entries_of, read_each
from kith.web.visit_note.filling import called

FINDINGS = (
    Choice(value="stands", words="It stands"),
    Choice(
        value="look_again",
        words="It is to be decided again",
        hint="Ring whoever decided. The decision holds until they decide anew.",
    ),
)
SHOWN_AGAINST_IT = frozenset(
    {
        *(
            "section_47_enquiry",
            "strategy_discussion",
            "conference",
            "plan",
            "assessment",
            "decision_made",
            "closed",
        ),
        *("injury_seen", "injury_reported", "domestic_abuse_incident", "hospital_attendance", "disclosure"),
        *("legal_step", "protective_order", "death", "missing_episode"),
    }
)
"""What later says most of whether a decision was right, for the child rather than for whoever decided [P]."""
MOST = 20


def overriding_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, form: Form | None = None
) -> OverridingPage:
    """The form, with what was typed where something needs mending."""
    reading = read(child=child, by=by, at=at, basis=basis)
    words, _ = due_words(due_by(at, reading.book.override_reviewed_within), at=at, what="To be reviewed")
    return OverridingPage(
        who=identity_of_all([reading]),
        called=called(child),
        reviewed=f"An independent reviewer looks at it, never you. {words}.",
        action=f"/children/{child.id}/override/",
        form=form or Form(),
    )


def override_page(
    held: OverrideView, *, opened: Sequence[Opened], by: Actor, at: datetime, form: Form | None = None
) -> OverridePage:
    """One override, with the form of whoever it waits for."""
    readings = read_each(opened, by=by, at=at)
    people = agencies.practitioners(
        ids={one for one in (held.overridden_by, held.reviewer, held.reviewed_by) if one}
    )
    due, kind = due_words(held.due_at, at=at, what="To be reviewed") if held.is_open else ("", "")
    return OverridePage(
        who=identity_of_all(readings),
        decided=held.decided,
        by_whom=_by_whom(held, people, at),
        their_view=held.their_view,
        why=held.why,
        would_change=held.would_change,
        decision_href=f"/decisions/{held.decision}/" if held.decision else "",
        reviewer=_reviewer(held, people, readings[0].desk),
        due=due,
        due_kind=kind,
        since=_since(held, readings, at),
        answers=FINDINGS if held.is_open and held.reviewer == by.id else (),
        may_say=held.overridden_by == by.id and not held.would_change,
        action=f"/overrides/{held.id}/",
        form=form or Form(),
        reviewed=_reviewed(held, people, at),
        found=held.found,
    )


def _by_whom(held: OverrideView, people: People, at: datetime) -> str:
    person, when = people.get(held.overridden_by), lately(held.overridden_at, now=at).words
    return (
        f"{person.name}, {person.phone}, {when}"
        if person
        else f"{name_of(held.overridden_by, people)}, {when}"
    )


def _reviewer(held: OverrideView, people: People, desk: str) -> str:
    person = people.get(held.reviewer) if held.reviewer else None
    if person is None:
        return f"Nobody could be named to review it. Ring the duty desk: {desk}."
    return f"Reviewed by {person.name}, {person.title}, {person.phone}."


def _reviewed(held: OverrideView, people: People, at: datetime) -> str:
    if held.reviewed_at is None:
        return ""
    found = "It stands." if held.answer == "stands" else "It is to be decided again."
    return f"{found} {name_of(held.reviewed_by, people)}, {lately(held.reviewed_at, now=at).words}"


def _since(held: OverrideView, readings: Sequence[Reading], at: datetime) -> tuple[tuple[Moment, str], ...]:
    """What was told of the children since, of the kinds that say most; the newest last."""
    found = [
        (entry, reading)
        for entry, reading in entries_of(readings).values()
        if entry.counts and entry.kind in SHOWN_AGAINST_IT and entry.recorded_at > held.overridden_at
    ]
    ordered = sorted(found, key=lambda pair: pair[0].place)[-MOST:]
    return tuple((lately(entry.when.happened_to, now=at), told(entry, reading)) for entry, reading in ordered)
