"""Where each agency stands in a joint decision: who was asked, who wrote, and what of it this reader may read."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kith.agencies import queries as agencies
from kith.decisions.types import DecisionView, InvitationView, PositionView
from kith.grammar.closed_lists import Seat
from kith.grammar.words import named
from kith.patterns.queries import rulebook
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_of
from kith.web.dates import lately
from kith.web.decision.discussion import people_of, who_is_there
from kith.web.decision.door import AtDecision
from kith.web.decision.page import OurPosition
from kith.web.parts.agency import agency
from kith.web.parts.discussion import Position, Present
from kith.web.parts.form import Form
from kith.web.parts.names import People, name_of
from kith.web.together.joint_steps import JointStep


def people_in(decision: DecisionView) -> set[UUID]:
    """Everybody who is named in it."""
    found = {decision.owner, decision.opened_by, decision.decided_by}
    found |= {one.practitioner for one in decision.invitations}
    found |= {one.given_by for one in decision.positions}
    return {one for one in found if one} | people_of(decision)


def who_is_asked(here: AtDecision, people: People, reading: Reading) -> tuple[Present, ...]:
    """Each agency that was asked: who wrote and when, or whom to ring."""
    numbers = {one.code: one.phone for one in agencies.agencies_in(area=here.decision.area)}
    latest = _latest(here.decision)
    return tuple(
        _present(one, latest.get((one.agency, one.agency_area)), here, people, numbers, reading)
        for one in here.decision.invitations
    )


def _present(
    one: InvitationView,
    given: PositionView | None,
    here: AtDecision,
    people: People,
    numbers: Mapping[str, str],
    reading: Reading,
) -> Present:
    who = agency_of(one.agency, one.agency_area, reading)
    noted = [p for p in here.decision.presences if (p.agency, p.agency_area) == (one.agency, one.agency_area)]
    if there := who_is_there(noted, people):
        return Present(agency=who, words=f"{there}{'. Written' if given else ''}")
    if given:
        return Present(agency=who, words=f"{name_of(given.given_by, people)} wrote {_when(given, here)}")
    person = people.get(one.practitioner) if one.practitioner else None
    ring = (person.phone if person else numbers.get(one.agency)) or reading.desk
    whom = f"{person.name}, {ring}" if person else ring
    rung = " ".join(f"{p.words.rstrip('.')}." for p in noted if p.words)
    asked = f"Asked {lately(one.invited_at, now=here.at).words}. {rung} Ring {whom}".replace("  ", " ")
    return Present(agency=who, words=asked, away=True, not_here="Not here." if noted else "Not written.")


def enough_words(here: AtDecision) -> str:
    """Whether enough are here to decide together, who has written, and what it means that others have not."""
    decision, seats = here.decision, rulebook().quorum.get(here.decision.step, ())
    silent = named(agency(one.agency).inside for one in decision.silent)
    if decision.decided_at:
        return f"Made without {silent}." if decision.silent else "All who were asked wrote first."
    if not decision.latest:
        wrote = "Nobody has written yet. Ring whoever does not answer: a page that waits is not a discussion."
    elif not decision.silent:
        wrote = "All who were asked have written."
    else:
        wrote = f"{have([one.agency for one in decision.latest])} written. If it is decided without {silent}, it will say so."
    return f"{_seats_words(decision, seats)} {wrote}".strip()


def _seats_words(decision: DecisionView, seats: Sequence[Seat]) -> str:
    if not seats:
        return ""
    empty = decision.empty_seats(tuple(seats))
    if empty:
        return f"Not enough are here to decide together: nobody of {named(seat.label for seat in empty)}."
    return f"Enough are here to decide: {named(seat.label for seat in seats)}."


def decided_by_one(decision: DecisionView) -> str:
    """``social care alone`` where a decision was made by one agency and nobody else was heard; else empty."""
    if not decision.decided_at or len(decision.heard) > 1:
        return ""
    return f"{agency(next(iter(decision.heard), decision.invitations[0].agency)).inside} alone"


def have(codes: Sequence[str]) -> str:
    """``Police has``, ``Police and social care have``."""
    words = named(agency(code).inside for code in codes)
    return f"{words[:1].upper()}{words[1:]} {'has' if len(codes) == 1 else 'have'}"


def writes(here: AtDecision) -> bool:
    """Whether the reader's agency was asked and has still to write."""
    return here.asked and not here.written and here.decision.decided_at is None


def our_position(here: AtDecision, step: JointStep, form: Form) -> OurPosition | None:
    """The form in which the reader's agency writes, before it sees the others."""
    if not writes(here):
        return None
    return OurPosition(
        agency=agency(here.by.agency),
        question=step.asks_short,
        answers=step.positions,
        action=f"/decisions/{here.decision.id}/position",
        form=form,
    )


def positions_of(here: AtDecision, people: People, step: JointStep) -> tuple[Position, ...]:
    """Every agency that was asked; the reader's own is left out while they write it."""
    latest = _latest(here.decision)
    us = (here.by.agency, here.by.area)
    return tuple(
        _position(one, latest.get((one.agency, one.agency_area)), here, people, step)
        for one in here.decision.invitations
        if not (writes(here) and (one.agency, one.agency_area) == us)
    )


def _position(
    one: InvitationView, given: PositionView | None, here: AtDecision, people: People, step: JointStep
) -> Position:
    who = agency(one.agency)
    if given is None:
        return Position(agency=who, sealed=False, written="Asked, not written")
    if given.sealed:
        return Position(agency=who, written=f"Written {_when(given, here)}. Closed until you write yours.")
    return Position(
        agency=who,
        sealed=False,
        written=f"Written {_when(given, here)}.",
        by=name_of(given.given_by, people),
        answer={choice.value: choice.words for choice in step.positions}.get(given.position, given.position),
        why=given.reasons,
        most_protective=given.most_protective,
        dissents=bool(here.decision.outcome) and given.agency in here.decision.dissenting,
    )


def _latest(decision: DecisionView) -> dict[tuple[str, str], PositionView]:
    return {(one.agency, one.agency_area): one for one in decision.latest}


def _when(given: PositionView, here: AtDecision) -> str:
    return lately(given.given_at, now=here.at).words
