"""Fills the page that asks whether two descriptions are of one child."""

from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.chronology.types import Told
from kith.identity import queries as identity
from kith.identity.types import Described, OpenReview
from kith.kernel.types import Actor
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form
from kith.web.same_child.door import seen_of
from kith.web.same_child.page import Knows, SameChildPage, Side, Telling
from kith.web.same_child.side_by_side import rows_of

ANSWERS = (
    Choice(
        value="same",
        words="Yes, the same child",
        hint="They become one, and Kith asks its questions of the whole.",
    ),
    Choice(
        value="not_the_same",
        words="No, two children",
        hint="They are kept apart, and this is not asked again.",
    ),
    Choice(value="cannot_tell", words="I cannot tell", hint="Nothing changes; both stay as they are."),
)


def page_of(asked: OpenReview, *, by: Actor, at: datetime, form: Form | None = None) -> SameChildPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    weighed = sorted(asked.evidence, key=lambda piece: -abs(piece.bits))
    return SameChildPage(
        doubts=asked.reasons,
        new=_side(asked.description, at),
        known=_side(asked.other_description, at),
        rows=rows_of(asked.description, asked.other_description, asked.evidence),
        alike=tuple(piece.words for piece in weighed if piece.comparison != "prior"),
        knows=_knows(asked, by, at),
        answers=ANSWERS,
        action=f"/same-child/{asked.id}/",
        form=form or Form(),
    )


def _side(one: Described, at: datetime) -> Side:
    return Side(agency=agency(one.said_by), received=f"received {lately(one.received_at, now=at).words}")


# ── what each agency knows ────────────────────────────────────────────────────────────────────────────────────────


def _knows(asked: OpenReview, by: Actor, at: datetime) -> tuple[Knows, ...]:
    """For each of the two, once where both are one person's already."""
    names = {asked.person: asked.description.name, asked.other_person: asked.other_description.name}
    seen = seen_of(names, by=by, at=at)
    desk = agencies.duty_desk(area=by.area)
    return tuple(
        Knows(name=name, tellings=tellings_of(person, at=at))
        if person in seen
        else Knows(name=name, ring=f"You do not work with them, so this is not shown. Ring the desk: {desk}.")
        for person, name in names.items()
    )


def tellings_of(person: UUID, *, at: datetime) -> tuple[Telling, ...]:
    """Every agency that describes somebody or has told something about them: how much, and when last."""
    described = identity.descriptions_of(person=person, as_at=at)
    told = chronology.told_through(descriptions=[one.id for one in described], as_at=at)
    found = [Telling(agency=agency(one.agency), words=_told(one, at)) for one in told]
    silent = dict.fromkeys(
        one.said_by for one in described if one.said_by not in {two.agency for two in told}
    )
    words = "describes them, and has told nothing that happened"
    return (*found, *(Telling(agency=agency(code), words=words) for code in silent))


def _told(one: Told, at: datetime) -> str:
    number = "1 entry" if one.entries == 1 else f"{one.entries} entries, the last"
    return f"{number} received {lately(one.last_at, now=at).words}"
