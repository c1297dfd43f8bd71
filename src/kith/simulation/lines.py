"""Ordinary families as lines of JSON, in the format of the published timelines."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from kith.simulation.ordinary import ENDS
from kith.simulation.types import Family, Member, Told

YEARS = 3


def line(family: Family, told: tuple[Told, ...]) -> str:
    """One family as one line, without the line's end."""
    return json.dumps(as_json(family, told), ensure_ascii=False)


def as_json(family: Family, told: tuple[Told, ...]) -> dict:
    """One family in the format: slug, people, entries in the order in which they became known, no missed moment."""
    ids = _ids(family.key, told)
    return {
        "slug": f"ordinary-{family.stratum}-{int(family.key):05d}",
        "review": "ordinary family (synthetic)",
        "tier": "O",
        "use": "ordinary",
        "children": [_child(child) for child in family.children],
        "adults": [{"id": adult.key, "role": adult.relation} for adult in family.adults],
        "events": [_entry(one, ids) for one in told],
        "missed_moments": [],
        "outcome": None,
        "sources": [],
        "notes": "",
        "until": ENDS.isoformat(),
        "years": YEARS,
    }


def _ids(family_key: str, told: tuple[Told, ...]) -> Mapping[str, str]:
    """Ids by telling: numbered in order, and sides of one occurrence lettered under one number."""
    ids: dict[str, str] = {}
    wholes: dict[str, str] = {}
    sides: dict[str, int] = {}
    for one in told:
        if one.together is None:
            ids[one.key] = f"ord-{family_key}-e{len(ids):03d}"
            continue
        whole = wholes.setdefault(one.together, f"ord-{family_key}-e{len(ids):03d}")
        ids[one.key] = whole + "abcdefgh"[sides.get(whole, 0)]
        sides[whole] = sides.get(whole, 0) + 1
    return ids


def _child(child: Member) -> dict:
    return {
        "id": child.key,
        "relation": child.relation,
        "dob_or_age": _age_in_words(child),
        "born_from": _iso(child.born_from),
        "born_to": _iso(child.born_to),
    }


def _age_in_words(child: Member) -> str:
    first, last = child.born_from, child.born_to
    if first is None or last is None:
        return "unknown"
    if first == last:
        return first.isoformat()
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{first:%Y-%m}" if same_month else f"{first:%Y}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _entry(one: Told, ids: Mapping[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "happened_from": one.happened_from.isoformat(),
        "happened_to": one.happened_to.isoformat(),
        "precision": one.precision,
        "known_at": one.known_on.isoformat(),
        "said_by": one.said_by,
        "kind": one.kind,
        "details": dict(one.details),
        "about": list(one.about),
        "known_to": list(one.known_to),
        "actor_role": one.actor_role,
        "summary": one.kind.replace("_", " "),
    }
    if one.voice:
        made["voice"] = one.voice
    if one.references:
        made["references"] = [{"to": ids[key], "as": relation} for key, relation in one.references]
    if one.together:
        made["split_of"] = ids[one.key][:-1]
    made["id"] = ids[one.key]
    return made
