"""Turns a note from the night into entries: what happened and was done, and what must be done in the morning."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.agencies import queries as agencies
from kith.caseload.policies import DUTY
from kith.journeys.describing import as_named_by
from kith.journeys.from_the_night import MORNING
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.visit_note.questions import happened

NIGHT = "night"


def sender_key(draft: UUID, key: str = NIGHT) -> str:
    """The agency's own reference of an entry: the draft's id, and which entry of it."""
    return str(draft) if key == NIGHT else f"{draft}/{key}"


def night_from(answers: Mapping[str, str], *, draft: UUID, child: Person, by: Actor, at: datetime) -> Concern:
    """The night and what it leaves, as one agency's entries about a known child. Raises BadInput for what cannot be."""
    letter = {"form": "from_the_night", "child": str(child.id), "answers": dict(sorted(answers.items()))}
    return Concern(
        said_by=by.agency,
        said_by_area=by.area,
        people=(PersonSaid(key="child", description=as_named_by(person=child.id, by=by), person=child.id),),
        entries=_entries(answers, draft=draft, at=at),
        actor_role=_role(by, at),
        envelope=("application/json", json.dumps(letter, ensure_ascii=False, sort_keys=True).encode()),
    )


def _role(by: Actor, at: datetime) -> str:
    on_duty = agencies.answers_as(role=DUTY, by=by, at=at)
    return DUTY if on_duty else next(iter(by.roles), "")


def _entries(answers: Mapping[str, str], *, draft: UUID, at: datetime) -> tuple[EntrySaid, ...]:
    when = happened(answers, at=at)
    shared: dict[str, Any] = {
        "kind": "other",
        "about": ("child",),
        "claim": "observed",
        "captured_at": at,
    }
    night = EntrySaid(
        key=NIGHT,
        text=f"What happened: {answers['happened']}\nWhat was done: {answers['was_done']}",
        happened_from=when.happened_from,
        happened_to=when.happened_to,
        precision=when.precision,
        sender_key=sender_key(draft),
        **shared,
    )
    if not answers.get("morning"):
        return (night,)
    asked = EntrySaid(
        key=MORNING,
        text=f"For the morning: {answers['morning']}",
        happened_from=at,
        happened_to=at,
        precision="time",
        references=(("about", NIGHT),),
        sender_key=sender_key(draft, MORNING),
        **shared,
    )
    return (night, asked)
