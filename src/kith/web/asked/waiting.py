"""Requests that wait for one person's answer, or that climbed to them, as lines of what needs them."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from kith.agencies import queries as agencies
from kith.journeys.held_closely import held_closely
from kith.kernel.types import Actor
from kith.pathway import queries as pathway
from kith.pathway.types import RequestView
from kith.web.asked.filling import people_in
from kith.web.parts.names import People
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def requests_to_answer(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """What is theirs to answer, and what nobody under them answered or was free for."""
    waiting = pathway.waiting_for(practitioner=by.id)
    who = agencies.practitioners(ids={one.asked_by for one in waiting})
    for one in waiting:
        yield (
            one.due_at,
            _need(one, who[one.asked_by].agency_name if one.asked_by in who else "Another agency", by, at),
        )


def unanswered(*, area: str, at: datetime) -> tuple[Need, ...]:
    """For the front door's first page: what agencies were asked and have not answered in time, or answered with no."""
    waiting = pathway.unanswered_in(area=area, at=at)
    closely = held_closely(told={one.entry for one in waiting})
    people = people_in(waiting)
    names = {one.code: one.name for one in agencies.agencies_in(area=area)}
    shown = (one for one in waiting if one.entry not in closely)
    return tuple(_need_of_asker(one, people, names, at) for one in shown)


def _need(one: RequestView, asker: str, by: Actor, at: datetime) -> Need:
    when, tag, kind = need_when(one.due_at, at=at)
    climbed = one.climbed_to == by.id
    why = {
        "": "Nobody answered in time." if climbed else f"Asked of you by name, for: {one.purpose}",
        "no_capacity": "Your agency answered that nobody is free.",
        "declined": "Your agency declined.",
    }.get(one.answer, "")
    return Need(
        when=when, tag=tag, tag_kind=kind, what=f"{asker} asks: {one.what}", why=why,
        act="Look" if one.answer else "Answer", href=f"/asked/{one.id}/",
    )  # fmt: skip


def _need_of_asker(one: RequestView, people: People, names: Mapping[str, str], at: datetime) -> Need:
    when, tag, kind = need_when(one.due_at, at=at)
    climbed = people.get(one.climbed_to) if one.climbed_to else None
    said = {"declined": "Declined.", "no_capacity": "Nobody was free."}.get(one.answer, "Not answered.")
    to = f" It went up to {climbed.name}, {climbed.phone}." if climbed else ""
    return Need(
        when=when, tag=tag, tag_kind=kind, what=f"{names.get(one.to_agency, one.to_agency)}: {one.what}",
        why=f"{said}{to}", act="Read", href=f"/contacts/{one.contact}/" if one.contact else f"/asked/{one.id}/",
    )  # fmt: skip
