"""Turns a visit note into entries: the visit, and each worry that was ticked."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.agencies import queries as agencies
from kith.journeys.describing import as_named_by
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.visit_note.questions import happened, next_attempt

KINDS = {
    "injury": "injury_seen",
    "neglect": "neglect_observed",
    "hunger": "growth_or_hunger_concern",
    "behaviour": "behaviour_concern",
    "carer": "carer_concern",
}
"""The kind of entry for each worry that can be ticked."""
YES_OR_NO = {"yes": True, "no": False}


def sender_key(draft: UUID, key: str = "visit") -> str:
    """The agency's own reference of an entry: the draft's id, and which entry of it."""
    return str(draft) if key == "visit" else f"{draft}/{key}"


def visit_from(answers: Mapping[str, str], *, draft: UUID, child: Person, by: Actor, at: datetime) -> Concern:
    """The visit and its worries as one agency's entries about a known child. Raises BadInput for what cannot be."""
    letter = {"form": "visit_note", "child": str(child.id), "answers": dict(sorted(answers.items()))}
    return Concern(
        said_by=by.agency,
        said_by_area=by.area,
        people=(PersonSaid(key="child", description=as_named_by(person=child.id, by=by), person=child.id),),
        entries=_entries(
            answers, draft=draft, called=child.known_as or child.display_name.split()[0], by=by, at=at
        ),
        actor_role=by.roles[0] if by.roles else "",
        envelope=("application/json", json.dumps(letter, ensure_ascii=False, sort_keys=True).encode()),
    )


def _entries(
    answers: Mapping[str, str], *, draft: UUID, called: str, by: Actor, at: datetime
) -> tuple[EntrySaid, ...]:
    when = happened(answers, at=at)
    shared: dict[str, Any] = {
        "happened_from": when.happened_from,
        "happened_to": when.happened_to,
        "precision": when.precision,
        "about": ("child",),
        "claim": "observed",
        "captured_at": at,
    }
    spoke = answers["seen"] != "not_seen" and not answers.get("did_not_speak")
    visit = EntrySaid(
        key="visit",
        kind="visit",
        details=_details(answers, by=by, at=at),
        text=_text(answers, called),
        childs_words=answers.get("said_or_did", "") if spoke else "",
        sender_key=sender_key(draft),
        **shared,
    )
    worries = (
        EntrySaid(
            key=tick, kind=KINDS[tick], text=answers["worry"], sender_key=sender_key(draft, tick), **shared
        )
        for tick in answers.get("worry_about", "").split()
    )
    return (visit, *worries)


def _details(answers: Mapping[str, str], *, by: Actor, at: datetime) -> dict[str, Any]:
    seen, attempt = answers["seen"], next_attempt(answers, at=at)
    person = agencies.practitioner(id=by.id)
    why_not = answers.get("why_not_seen", "")
    details: dict[str, Any] = {
        "outcome": "completed" if seen != "not_seen" or why_not == "not_there" else why_not,
        "announced": YES_OR_NO.get(answers.get("announced", "")),
        "seen": seen != "not_seen",
        "seen_alone": {"alone": True, "not_alone": False}.get(seen),
        "others_present_text": answers.get("others_present") if seen != "not_seen" else None,
        "reason_not_alone": answers.get("reason_not_alone") if seen == "not_alone" else None,
        "how_communicated": answers.get("how_communicated"),
        "rooms_seen": answers.get("rooms_seen"),
        "next_attempt": attempt.isoformat() if attempt else None,
        "by_role": person.title if person else None,
    }
    return {name: value for name, value in details.items() if value not in (None, "")}


def _text(answers: Mapping[str, str], called: str) -> str:
    """What the visit found, in the order of the page; the child's own words stand apart from it."""
    not_seen, did = answers["seen"] == "not_seen", bool(answers.get("did_not_speak"))
    elsewhere = answers.get("why_not_seen") == "not_there"
    lines = (
        ("Where", answers["where"]),
        ("Not seen", f"{called} was somewhere else" if not_seen and elsewhere else ""),
        (f"What {called} did", answers.get("said_or_did", "") if did and not not_seen else ""),
        ("What was found", answers.get("said_or_did", "") if not_seen else ""),
        ("Worrying, or better", answers["worry"]),
        ("Next", answers["next_step"]),
    )
    return "\n".join(f"{label}: {words}" for label, words in lines if words)
