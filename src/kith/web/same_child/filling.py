"""Fills the page that asks whether two descriptions are of one child."""

from datetime import datetime

from kith.identity.types import Described as Held
from kith.identity.types import OpenReview
from kith.web.dates import lately, long_day
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form
from kith.web.same_child.page import Described, SameChildPage

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


def page_of(asked: OpenReview, *, at: datetime, form: Form | None = None) -> SameChildPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    weighed = sorted(asked.evidence, key=lambda piece: -abs(piece.bits))
    return SameChildPage(
        new=_described(asked.description, at),
        known=_described(asked.other_description, at),
        alike=tuple(piece.words for piece in weighed if piece.comparison != "prior"),
        doubts=asked.reasons,
        answers=ANSWERS,
        action=f"/same-child/{asked.id}/",
        form=form or Form(),
    )


def _described(one: Held, at: datetime) -> Described:
    facts = (
        ("Name", one.name),
        ("Also called", ", ".join(part for part in (one.known_as, *one.other_names) if part) or "not said"),
        ("Born", _born(one)),
        ("Sex", {"female": "girl", "male": "boy"}.get(one.sex, "not said")),
        ("NHS number", "given" if one.nhs_number else "not given"),
        ("Pupil number", "given" if one.upn else "not given"),
        ("Parents or carers", ", ".join(one.guardian_names) or "not said"),
    )
    return Described(
        agency=agency(one.said_by), received=f"received {lately(one.received_at, now=at).words}", facts=facts
    )


def _born(one: Held) -> str:
    if one.expected_on:
        return f"expected {long_day(one.expected_on)}"
    if one.born_from is None or one.born_to is None:
        return "not said"
    if one.born_from == one.born_to:
        return long_day(one.born_from)
    return f"between {long_day(one.born_from)} and {long_day(one.born_to)}"
