"""Fills the page on which an agency ends its part with a child."""

from datetime import datetime

from kith.access.types import Basis
from kith.agencies import queries as agencies
from kith.journeys.closing import truths_of_closing
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.guard import GUARDING, in_force
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import read
from kith.web.closing.page import ClosingPage
from kith.web.parts.form import Form
from kith.web.visit_note.filling import called

KINDS = (*GUARDING, "plan", "conference")
COMES_TO = "You may close all the same, and say why. It then comes to the front door, to one named person who looks again."
STAYS = "What was told stays, and whoever is told of something new asks you again."


def closing_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, form: Form | None = None
) -> ClosingPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    reading = read(child=child, by=by, at=at, basis=basis, kinds=KINDS)
    truths = truths_of_closing(child=child.id, by=by, at=at)
    held = agencies.agency(area=by.area, code=by.agency)
    return ClosingPage(
        who=identity_of(reading, guards=in_force(reading), responsible=responsible_now(reading), current=""),
        called=called(child),
        agency=held.name if held else "Your agency",
        truths=tuple(one.words for one in truths),
        comes_to=f"{COMES_TO} {STAYS}" if truths else STAYS,
        action=f"/children/{child.id}/closing/",
        form=form or Form(),
    )
