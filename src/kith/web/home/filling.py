"""Fills the page of a child's home, now or as it was known at a moment."""

from datetime import datetime

from kith.access import queries as access
from kith.access.types import Basis, HomeSeen
from kith.grammar.words import initial
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.filling import guards_today
from kith.web.child.guard import GUARDING
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.other_children import other_children_of
from kith.web.child.reading import Reading, read
from kith.web.child.telling import day_words, entry_href, said_by, told
from kith.web.child.when_known import in_words
from kith.web.child.wrong_address import before_you_go
from kith.web.chronology.asked import Asked
from kith.web.chronology.page import AsKnownAt
from kith.web.home.around import adults_around
from kith.web.home.homes import homes_of, taken_back
from kith.web.home.page import HomePage, Said
from kith.web.home.tellers import Tellers, tellers_of

OF_THE_HOME = ("adult_joined_household", "adult_left_household", "moved_home")
KINDS = (*GUARDING, *OF_THE_HOME, "plan", "conference", "visit", "child_seen")


def home_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, asked: Asked, print_sheet: str = ""
) -> HomePage:
    """The whole page. Who may be named is judged today, whatever moment is read."""
    reading = read(child=child, by=by, at=at, basis=basis, as_at=asked.as_at, kinds=KINDS)
    seen = access.home_over_time(child=child.id, by=by, at=at, as_at=reading.as_at)
    tellers = tellers_of(seen)
    return HomePage(
        who=identity_of(
            reading, guards=guards_today(reading), responsible=responsible_now(reading), current="home"
        ),
        name=reading.name,
        as_known=_as_known(reading, asked),
        before_you_go="" if reading.is_past else before_you_go(reading),
        **_people(reading, seen, tellers),
        children=other_children_of(reading, seen.children),
        entries=tuple(_entries(reading)),
        change_href="" if reading.is_past else f"/children/{child.id}/home/change/",
        is_past=reading.is_past,
        print_sheet=print_sheet,
    )


def _people(reading: Reading, seen: HomeSeen, tellers: Tellers) -> dict:
    return {
        "homes": homes_of(reading, seen, tellers),
        "around": adults_around(reading, seen, tellers),
        "taken_back": taken_back(reading, seen, tellers),
    }


def _as_known(reading: Reading, asked: Asked) -> AsKnownAt:
    here = f"/children/{reading.child.id}/home/"
    return AsKnownAt(
        action=here,
        **asked.typed,
        known_to=asked.known_to,
        known_to_choices=(),
        answer=f"What was written down of the home by {in_words(reading.as_at)}.",
        now_href=here if reading.is_past else "",
        problems=asked.problems,
    )


def _entries(reading: Reading) -> list[Said]:
    """What agencies said of comings, goings and moves: it stands in the ledger, whether anybody changed the home or not."""
    return [
        Said(
            words=initial(told(row, reading)),
            told=f"{said_by(row, reading).label}, {day_words(row.when, reading)}",
            href=entry_href(row.id, reading),
        )
        for row in reversed(reading.of_kind(*OF_THE_HOME))
    ]
