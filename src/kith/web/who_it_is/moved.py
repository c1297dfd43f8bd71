"""Fills the page that says what one step moved, who may have been misled, and who was told."""

from collections.abc import Collection, Mapping
from uuid import UUID

from kith.access import queries as access
from kith.access.types import Looked
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.chronology import queries as chronology
from kith.identity import queries as identity
from kith.identity.types import Described, Moved, Step
from kith.journeys.carrying_over import not_let_in
from kith.patterns import queries as patterns
from kith.patterns.types import SayingView
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.names import name_of
from kith.web.same_child.page import WayOn
from kith.web.who_it_is.door import AtWho
from kith.web.who_it_is.names import names_for
from kith.web.who_it_is.page import MovedLine, MovedPage, Saw
from kith.web.who_it_is.trail import words_of

SIGHT = ("involved", "involvement_ended", "allocated", "allocation_ended")


def moved_page(step: Step, *, here: AtWho) -> MovedPage:
    """What it moved; who saw and who was told only where it put a wrong match right."""
    both = [one for one in (step.person, step.other) if one]
    moved = identity.moved_by(step=step.id)
    names = names_for(here, both)
    wrong = step.kind in ("split", "reassign") and step.other is not None
    told = patterns.told_that_undone(said_at=step.taken_at, put_by=step.taken_by) if step.taken_by else ()
    who = agencies.practitioners(
        ids={*(one.owner for one in told), *([step.taken_by] if step.taken_by else [])}
    )
    when = lately(step.taken_at, now=here.at).words
    return MovedPage(
        heading=f"{here.child.name}: {_in_a_heading(words_of(step, here.child.id, names))}",
        lead=f"{name_of(step.taken_by, who)}, {when}: “{step.because}”",
        moved=tuple(_line(one, names, here) for one in moved),
        stays=_stays(step, moved, names, here),
        puts_right=wrong,
        saw=tuple(_saw(one, here) for one in identity.who_saw(step=step)) if wrong else (),
        told=_told(told, who),
        sight=_sight(step, both),
        ways_on=tuple(
            WayOn(words=f"Who {names[one]} is, and how we know", href=f"/children/{one}/who/") for one in both
        ),
    )


def _in_a_heading(words: str) -> str:
    """After the child's name and a colon: no stop, and a capital only where a name begins it."""
    ours = words.startswith(("Parted", "They", "A description"))
    return (words[:1].lower() + words[1:] if ours else words).rstrip(".")


def _line(one: Moved, names: Mapping[UUID, str], here: AtWho) -> MovedLine:
    said = one.description
    before = names.get(one.from_person, "nobody") if one.from_person else "nobody"
    words = f"from {before} to {names.get(one.to_person, 'another record')}; {_entries([said], here)}"
    return MovedLine(agency=agency(said.said_by), name=said.name, words=words)


def _entries(said: Collection[Described], here: AtWho) -> str:
    told = chronology.told_through(descriptions=[one.id for one in said], as_at=here.at)
    number = sum(one.entries for one in told)
    return "no entry" if not number else "1 entry" if number == 1 else f"{number} entries"


def _stays(
    step: Step, moved: Collection[Moved], names: Mapping[UUID, str], here: AtWho
) -> tuple[MovedLine, ...]:
    """What came in as theirs while they were one: nobody knows of whom it is until somebody looks."""
    merged = identity.step(id=step.undoes) if step.undoes else None
    if merged is None:
        return ()
    gone = {one.description.id for one in moved}
    return tuple(
        MovedLine(
            agency=agency(one.said_by),
            name=one.name,
            words=f"received {lately(one.received_at, now=here.at).words}; stays with {names[merged.person]};"
            f" {_entries([one], here)}",
        )
        for one in identity.descriptions_of(person=merged.person, as_at=here.at)
        if one.id not in gone and merged.taken_at < one.received_at <= step.taken_at
    )


def _saw(one: Looked, here: AtWho) -> Saw:
    first, last = (lately(moment, now=here.at).words for moment in (one.first_at, one.last_at))
    often = "once" if one.looks == 1 else "twice" if one.looks == 2 else f"{one.looks} times"
    words = f"{often}, {first}" if one.looks == 1 else f"{often}, first {first}, last {last}"
    return Saw(
        name=one.name,
        agency=agency(one.agency),
        agency_name=one.agency_name,
        phone=one.phone,
        words=words,
    )


def _told(told: Collection[SayingView], who: Mapping[UUID, Practitioner]) -> tuple[str, ...]:
    """Each owner once for each question, and whether they have said that they know."""
    owners = {one.owner for one in told}
    waiting = {(one.prompt, owner) for owner in owners for one in patterns.matches_undone_for(owner=owner)}
    steps = patterns.rulebook().steps
    asked = patterns.prompts(ids={one.prompt for one in told})
    return tuple(
        f"{name_of(one.owner, who)}, who was asked: {steps[asked[one.prompt].step].label}."
        f" {'Has not read it yet.' if (one.prompt, one.owner) in waiting else 'Has read it.'}"
        for one in told
        if one.prompt in asked
    )


def _sight(step: Step, both: Collection[UUID]) -> tuple[str, ...]:
    """What the step did to who sees whom, from the trail of the access room: its moment and its person are the step's."""
    said = [
        change.sentence
        for child in both
        for change in access.changes_of(child=child)
        if change.what in SIGHT and (change.done_at, change.done_by) == (step.taken_at, step.taken_by)
    ]
    if step.kind == "merge" and not_let_in(step=step):
        said.append(
            "Nobody was let in: the child who goes on is held more closely. Ring whoever works with the other."
        )
    return tuple(said)
