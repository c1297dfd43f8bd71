"""Fills the page for tonight: the dangers first, each on the entry that it rests on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from kith.access import queries as access
from kith.access.types import Basis
from kith.agencies import queries as agencies
from kith.caseload import queries as lists
from kith.caseload.types import ListingView
from kith.grammar.words import initial
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web.child.expected import is_lost
from kith.web.child.guard import in_force
from kith.web.child.header import plan_of
from kith.web.child.questions import open_prompts, questions
from kith.web.child.reading import Reading, read
from kith.web.child.resting import in_its_words, resting
from kith.web.child.sightings import Sighting, others_in_the_room, sightings
from kith.web.child.telling import day_of, kind_label, recorder, typed
from kith.web.child.wrong_address import before_you_go
from kith.web.dates import at_time, clock_time, lately, weekday_day
from kith.web.parts.clock import DUE, OVERDUE
from kith.web.parts.resting import Resting, RestingLine
from kith.web.tonight.at_the_door import agreements, before_the_door, lives_there, must_not_be_there
from kith.web.tonight.numbers import who_can_be_rung
from kith.web.tonight.page import OnTheList, TonightPage


def tonight_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, print_sheet: str = ""
) -> TonightPage:
    """The whole page, as ``by`` may read it now."""
    reading = read(child=child, by=by, at=at, basis=basis)
    seen = access.home_over_time(child=child.id, by=by, at=at, as_at=at)
    guards, listing = in_force(reading), lists.listing_of(child=child.id, at=at)
    here = f"/children/{child.id}"
    return TonightPage(
        name=child.display_name,
        called=reading.name,
        age=people.age_words(born=child.birth, as_at=at),
        as_at=at_time(at).words,
        on_the_list=_on_the_list(listing, reading) if listing else None,
        lines=(
            must_not_be_there(reading, guards),
            lives_there(reading, seen),
            # What hides from this reader is said once, above.
            replace(before_the_door(reading), ring=""),
            plan(reading),
            last_seen(reading),
        ),
        more_lines=(_safe_tonight(reading, listing), _asked_today(reading)),
        rings=who_can_be_rung(reading),
        desk=reading.desk,
        address=before_you_go(reading),
        child_href=f"{here}/",
        knock_href=f"{here}/before-you-knock/",
        night_href=f"{here}/note-from-the-night/",
        is_lost=is_lost(reading),
        print_sheet=print_sheet,
    )


def _on_the_list(listing: ListingView, reading: Reading) -> OnTheList:
    found = agencies.practitioner(id=listing.listed_by)
    who = ", ".join(part for part in (found.name, found.title) if part) if found else "Somebody"
    until = listing.to_at.astimezone(LONDON)
    said = listing.said
    return OnTheList(
        may_happen=said.may_happen,
        may_happen_because=said.may_happen_because,
        then_do=said.then_do,
        then_do_because=said.then_do_because,
        rests_on=f"{who}, {lately(listing.listed_at, now=reading.at).words}; "
        f"until {weekday_day(until.date())}, {clock_time(until)}",
    )


def plan(reading: Reading) -> RestingLine:
    """The plan that stands and its newest words; nothing says what a plan means for one night unless somebody wrote it."""
    stands = plan_of(reading)
    rows = [row for row in reading.of_kind("plan", "conference") if row.details.get("stage") != "ended"]
    spoken = [row for row in reversed(rows) if row.text]
    first = next((row for row in spoken if row.kind == "plan"), next(iter(reversed(rows)), None))
    said: list[Resting] = []
    if stands and first:
        said.append(resting(first, f"{stands}. {in_its_words(first)}".strip(), reading))
        said += [resting(row, in_its_words(row), reading) for row in spoken if row is not first][:2]
    return RestingLine(
        question="The plan",
        said=tuple(said),
        silence=f"Nobody has told us of a plan for {reading.name}, for tonight or for any night.",
    )


def last_seen(reading: Reading) -> RestingLine:
    """The last time that an agency saw the child, and the last time alone, where that was another."""
    seen = sightings(reading)
    last = seen[-1:]
    alone = [one for one in seen if one.alone is True][-1:]
    said = [_sighting(one, reading) for one in last]
    if alone and alone != last:
        said.append(_sighting(alone[0], reading))
    return RestingLine(
        question="Last seen",
        said=tuple(said),
        silence=f"Nobody has told us that an agency has seen {reading.name}.",
        ring="" if alone or not seen else f"Nobody has told us that {reading.name} was seen alone.",
    )


def _sighting(one: Sighting, reading: Reading) -> Resting:
    row = one.entry
    alone = {True: "alone", False: "not alone", None: "whether alone is not said"}[one.alone]
    when = row.when_in_words(as_at=reading.as_at)
    by = recorder(row, reading)
    present = others_in_the_room(row, reading) if one.alone is not True else ""
    there = f" There: {present}." if present else ""
    return resting(row, f"{initial(when)}: {alone} ({kind_label(row, reading).lower()}{f', {by}' if by else ''}).{there}", reading)  # fmt: skip


def _safe_tonight(reading: Reading, listing: ListingView | None) -> RestingLine:
    """What the day wrote down to do, what was agreed, and with whom the child went to live last."""
    said = [*agreements(reading, keeping_away=False), *_with_whom(reading)]
    return RestingLine(
        question=f"What would make {reading.name} safe tonight",
        said=tuple(said),
        shown=3,
        silence=f"Nobody has told us what would make {reading.name} safe tonight, or with whom {reading.name} may stay."
        + (" Read what the day wrote down, above." if listing else ""),
    )


def _with_whom(reading: Reading) -> Iterator[Resting]:
    for row in reading.of_kind("placement_change")[-1:]:
        yield resting(row, f"{initial(typed(row, reading))}.", reading)


def _asked_today(reading: Reading) -> RestingLine:
    """Questions of Kith's that are due today or were due before."""
    due = tuple(one for one in open_prompts(reading) if day_of(one.due_at) <= reading.today)
    asked = questions(reading, due)
    return RestingLine(
        question="Asked, and due today",
        said=tuple(
            Resting(
                words=one.question,
                rests_on=f"{one.owner} answers. {one.due}",
                href=one.href,
                is_danger=one.due_kind == OVERDUE,
            )
            for one in asked
            if one.due_kind in (DUE, OVERDUE)
        ),
        shown=3,
        silence="Nobody has told us of anything that Kith asks for today. That is not the same as safe.",
    )
