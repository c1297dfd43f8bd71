"""Fills the form in which somebody disagrees: with a decision, with a conference that was not called, or with what is not done."""

from collections.abc import Sequence
from datetime import datetime

from kith.access.types import Opened
from kith.agencies import queries as agencies
from kith.agencies.challenge_stages import stages_of
from kith.clocks.due import due_by
from kith.decisions import queries as decisions
from kith.grammar.words import named
from kith.journeys.challenge import Thing, default_side
from kith.kernel.types import Actor
from kith.rulebook import Rulebook
from kith.web.challenge.page import DisagreePage
from kith.web.dates import lately
from kith.web.parts.form import Choice, Form
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.seen import read_each

FIELDS = ("about", "words", "would_settle", "to_agency")


def disagree_page(
    thing: Thing, *, opened: Sequence[Opened], action: str, by: Actor, at: datetime, form: Form | None = None
) -> DisagreePage:
    """The form, with what was typed where something needs mending; the other side that is likeliest is chosen already."""
    readings = read_each(opened, by=by, at=at)
    book, side = readings[0].book, default_side(thing=thing, by=by)
    return DisagreePage(
        who=identity_of_all(readings),
        with_what=_with_what(thing, book, by, at),
        about=tuple(
            Choice(value=code, words=words[:1].upper() + words[1:])
            for code, words in book.challenge_about.items()
        ),
        to=_to(thing, book, by),
        goes_to=_goes_to(by, at),
        climbs=_climbs(book),
        action=action,
        form=form or Form(answers={"to_agency": side}),
    )


def _with_what(thing: Thing, book: Rulebook, by: Actor, at: datetime) -> str:
    if thing.conference:
        return "The answer to a request for a conference"
    held = decisions.decision(id=thing.decision, by=by) if thing.decision else None
    if held is None:
        return "What is done for the child, or is not"
    label = book.steps[held.step].label
    if held.decided_at is None:
        return f"A joint decision that is not made yet: {label}"
    when = lately(held.decided_at, now=at).words
    return f"The joint decision of {when}: {label}"


def _to(thing: Thing, book: Rulebook, by: Actor) -> tuple[Choice, ...]:
    """Agencies of the area to which it may be put; of a conference none is asked for."""
    if thing.conference:
        return ()
    held = decisions.decision(id=thing.decision, by=by) if thing.decision else None
    asked = {one.agency for one in held.invitations} | {default_side(thing=thing, by=by)} if held else None
    here = {one.code: one.name for one in agencies.agencies_in(area=by.area)}
    wanted = asked if asked is not None else set(here) - {by.agency}
    return tuple(
        Choice(value=code, words=here[code]) for code in book.agencies if code in here and code in wanted
    )


def _goes_to(by: Actor, at: datetime) -> str:
    first, *_ = stages = stages_of(area=by.area)
    words, _kind = due_words(due_by(at, first.due), at=at, what="To be answered")
    above = named(one.label for one in stages[1:])
    return (
        f"One named person of the other side answers: first of {first.label}. {words}. Where that does not settle it"
        f" you press on, to {above}."
    )


def _climbs(book: Rulebook) -> str:
    about = named(book.challenge_about[code] for code in book.challenges_that_climb)
    return f"About {about} it climbs by itself where nobody answers in time. Everything else climbs when you press on."
