"""Case files: one family's timeline read into what the rulebook can be asked of."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput

NOON = time(12)
NAMES = UUID("6b697468-0000-5000-8000-000000000000")
LATER_FACTS = {"viewed_by_decision_maker": "image_viewed"}
"""Truth values that are really something that happened later: they become an entry of their own."""


@dataclass(frozen=True, kw_only=True)
class CaseEntry:
    """One entry of a case file; ``cited_as`` is the file's own id, or the parent's for one that was derived."""

    cited_as: str
    key: str
    kind: str
    said_by: str
    said_by_area: str
    actor_role: str
    voice: str
    claim: str
    happened_from: datetime
    happened_to: datetime
    precision: str
    known_at: datetime
    details: Mapping[str, Any]
    about: tuple[str, ...]
    known_to: tuple[tuple[str, str], ...]
    references: tuple[tuple[str, str], ...] = ()
    occurrence: str | None = None
    text: str = ""
    childs_words: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseChild:
    key: str
    born_from: date | None
    born_to: date | None


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """A family: entries in the order in which they became known. ``until`` is the last instant at which anything is asked."""

    slug: str
    area: str
    children: tuple[CaseChild, ...]
    adults: Mapping[str, str]
    entries: tuple[CaseEntry, ...]
    until: datetime | None
    review: str = ""
    warnings: tuple[str, ...] = field(default=())

    def references_of(self, entry: CaseEntry) -> tuple[tuple[str, str], ...]:
        """The file's references to entries that came before, and that entries of one split are one occurrence."""
        earlier = {one.key for one in self.entries[: self.entries.index(entry)]}
        given = [(relation, to) for relation, to in entry.references if to in earlier]
        together = [
            one.key for one in self.entries if entry.occurrence and one.occurrence == entry.occurrence
        ]
        if together and together[0] != entry.key:
            given.append(("same_occurrence_as", together[0]))
        return tuple(given)

    def child_id(self, key: str) -> UUID:
        return uuid5(NAMES, f"{self.slug}/{key}")

    @property
    def household_id(self) -> UUID:
        return uuid5(NAMES, self.slug)


def read(path: Path) -> Iterator[tuple[str, CaseFile | BadInput]]:
    """Each case of a ``.json`` (one case) or ``.jsonl`` (one a line) file; a bad one is given as its error."""
    lines = [path.read_text()] if path.suffix == ".json" else path.read_text().splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path.name}:{number}" if path.suffix == ".jsonl" else path.name
        try:
            case = parse(json.loads(line))
            yield case.slug, case
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield (
                where,
                error if isinstance(error, BadInput) else BadInput(where, f"{type(error).__name__}: {error}"),
            )


def parse(given: Mapping[str, Any]) -> CaseFile:
    """One case as given. Raises BadInput naming the entry and the field."""
    slug = given["slug"]
    area = slug.rsplit("-", 1)[0] if given.get("use") != "ordinary" else "ordinary"
    children = tuple(
        CaseChild(key=c["id"], born_from=_day(c.get("born_from")), born_to=_day(c.get("born_to")))
        for c in given["children"]
    )
    open_to_all = [e for e in given["events"] if not e.get("hidden")]
    entries = [entry for e in open_to_all for entry in _entries(e, area, [c.key for c in children])]
    entries.sort(key=lambda entry: entry.known_at)
    until = given.get("until")
    return CaseFile(
        slug=slug,
        area=area,
        children=children,
        adults={adult["id"]: adult["role"] for adult in given.get("adults", [])},
        entries=tuple(entries),
        until=datetime.combine(date.fromisoformat(until[:10]), time(23, 59, 59), LONDON) if until else None,
        review=given.get("review", ""),
    )


def _entries(e: Mapping[str, Any], area: str, children: list[str]) -> Iterator[CaseEntry]:
    details = dict(e.get("details", {}))
    later = {name: details.pop(name) for name in LATER_FACTS if name in details}
    about = tuple(e["about"]) if set(e["about"]) & set(children) else (*children, *e["about"])
    entry = CaseEntry(
        cited_as=e["id"],
        key=e["id"],
        kind=e["kind"],
        said_by=e["said_by"],
        said_by_area=e.get("area") or area,
        actor_role=e.get("actor_role", ""),
        voice=e.get("voice", "professional"),
        claim=e.get("claim", "reported"),
        happened_from=_instant(e["happened_from"], e["id"]),
        happened_to=_instant(e["happened_to"], e["id"]),
        precision=e.get("precision", "day"),
        known_at=_instant(e["known_at"], e["id"]),
        details=details,
        about=about,
        known_to=tuple(_known_to(e, area)),
        references=tuple((r["as"], r["to"]) for r in e.get("references", [])),
        occurrence=e.get("split_of"),
        text=e.get("summary", ""),
        childs_words=e.get("childs_words", ""),
    )
    if entry.happened_to < entry.happened_from:
        raise BadInput(f"{entry.key}: happened_to", "is before happened_from")
    yield entry
    for name, kind in LATER_FACTS.items():
        if later.get(name) is True:
            yield _derived(entry, kind)


def _derived(parent: CaseEntry, kind: str) -> CaseEntry:
    return CaseEntry(
        **{
            **parent.__dict__,
            "key": f"{parent.key}-{kind}",
            "kind": kind,
            "details": {"by_role": "decision_maker"},
            "references": (("answers", parent.key),),
            "occurrence": None,
            "text": "Seen by the person deciding.",
        }
    )


def _known_to(e: Mapping[str, Any], area: str) -> Iterator[tuple[str, str]]:
    areas = e.get("known_to_area", {})
    for agency in e.get("known_to", []):
        for where in areas.get(agency, [area]):
            yield agency, where


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _instant(text: str, entry: str) -> datetime:
    """A date without a time stands at 12:00 Europe/London. Given in UTC, where a day has 24 hours when the clocks change too."""
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), NOON, LONDON).astimezone(UTC)
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{entry}: {text}", f"is not a date: {error}") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)
