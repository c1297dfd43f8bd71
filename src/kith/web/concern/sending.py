"""Sends a concern once, however often it is submitted, and finds it again afterwards."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.chronology import queries as chronology
from kith.chronology.types import EntryView
from kith.journeys.receive_concern import receive_concern
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.web import drafts
from kith.web.concern.questions import ASKED, Topic
from kith.web.concern.telling import concern_from, sender_key
from kith.web.concern.writing import Writing
from kith.web.parts.form import Problem

FIELDS = {
    "happened_from": "happened",
    "happened_to": "happened",
    "text": "seen_or_heard",
    "childs_words": "childs_words",
    "full_name": "child_name",
    "guardian_names": "parents",
    "nhs_number": "nhs_number",
    "phone": "phone",
    "postcode": "lives_or_learns",
    "born_from": "born",
    "born_to": "born",
    "expected_on": "born",
    "details.collected_at": "leaves",
    "details.collected_by_text": "collected_by",
    "details.explanation_text": "explanation",
}
"""Our fields by what the rooms call them."""
_OF_SEVERAL = re.compile(r" \(Entry \d+ of \d+\.\)$")


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A concern that stands in the chronology."""

    entry: EntryView
    answers: Mapping[str, str]
    """What was answered, as it was sent."""


def send(writing: Writing) -> Problem | None:
    """Send a concern whose every topic is done; its draft goes in the same transaction.

    Answers what to mend where a room cannot take it, and then nothing was kept and the draft stands. Raises Refused
    where it was sent before: ``sent_before`` finds it.
    """
    by, at = writing.by, writing.at

    def take_the_draft() -> None:
        drafts.sent(draft=writing.id, by=by)

    try:
        receive_concern(concern=concern_from(writing), once=take_the_draft, by=by, at=at)
    except BadInput as bad:
        field = FIELDS.get(bad.field, "seen_or_heard")
        return Problem(field=field, words=f"{ASKED[field]}: {_OF_SEVERAL.sub('', bad.problem)}")
    return None


def topic_of(writing: Writing, field: str) -> Topic:
    """Where a field is asked."""
    return next((topic for topic in writing.topics if field in topic.fields), writing.topics[0])


def sent_before(*, draft: UUID, by: Actor, at: datetime) -> Sent | None:
    """What became of one's own draft, or None: it was not sent, or by somebody else."""
    key = sender_key(draft)
    found = chronology.sent_before(said_by=by.agency, said_by_area=by.area, sender_keys=[key]).get(key)
    entry = chronology.entry(found.entry, as_at=at) if found else None
    if entry is None or entry.recorded_by != by.id:
        return None
    envelope = chronology.envelope(id=entry.envelope) if entry.envelope else None
    if envelope is None:
        raise Refused("What you sent was lawfully erased.")
    answers: Mapping[str, str] = json.loads(envelope.body)["answers"]
    return Sent(entry=entry, answers=answers)
