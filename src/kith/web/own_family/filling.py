"""Fills the guardian's page of own families."""

from datetime import datetime

from kith.access import policies
from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.identity import queries as identity
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.dates import at_time
from kith.web.own_family.page import NearLine, OwnFamilyPage
from kith.web.parts.form import Choice, Form

CLOSELY = "a child whom you do not work with"


def own_family_page(*, by: Actor, at: datetime, form: Form | None = None) -> OwnFamilyPage:
    """The page, with what was found where something was looked for."""
    typed = form or Form()
    found, words = _found(typed.answer("text"), by, at)
    return OwnFamilyPage(
        form=typed,
        practitioners=tuple(
            Choice(value=str(one.id), words=f"{one.name}, {one.agency_name}")
            for one in agencies.practitioners_in(area=by.area)
            if one.id != by.id
        ),
        found=found,
        found_words=words,
        held=_held(by),
        near=_near(by, at),
    )


def _found(text: str, by: Actor, at: datetime) -> tuple[tuple[Choice, ...], str]:
    """Adults who are meant. Nobody who is held closely is among them: that is for the desk."""
    if not text:
        return (), ""
    try:
        found = identity.find(text=text, area=by.area, as_at=at)
    except BadInput as bad:
        return (), bad.problem
    adults = [one for one in found.hits if one.kind == "adult" and one.tier == "normal"]
    choices = tuple(
        Choice(value=str(one.person), words=f"{one.name}{f', {one.born}' if one.born else ''}")
        for one in adults
    )
    return choices, "" if choices else f"No adult is found. {found.words}"


def _held(by: Actor) -> tuple[str, ...]:
    pairs = [pair for pair in access.known_as(area=by.area) if pair[0] != by.id]
    who = agencies.practitioners(ids={one for one, _ in pairs})
    persons = people.persons(ids={person for _, person in pairs})
    return tuple(
        f"{who[one].name} is {persons[person].name}, among the people held." for one, person in pairs
    )


def _near(by: Actor, at: datetime) -> tuple[NearLine, ...]:
    rows = access.conflicts_in(area=by.area, but_not_of=by.id)
    who = agencies.practitioners(ids={one.practitioner for one in rows})
    children = {one.child for one in rows}
    seen = set(policies.sight(by=by, at=at).filter(child__in=children).values_list("child_id", flat=True))
    names = {id: one.name for id, one in people.persons(ids=seen).items()}
    return tuple(
        NearLine(
            id=str(one.id),
            when=at_time(one.found_at),
            who=who[one.practitioner].name,
            child=names.get(one.child, CLOSELY),
            had_sight=one.had_sight and not one.lifted_at,
            lifted=one.lifted_because,
        )
        for one in rows
    )
