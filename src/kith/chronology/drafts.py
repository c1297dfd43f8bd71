"""Drafts: entries turned into rows, one after another, before all of them are written at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.chronology.codes import REPLACING
from kith.chronology.found import Found, SenderKey, Target, about_by_entry
from kith.chronology.models import Entry, EntryAbout, EntryContent, EntryKnownTo, EntryReference
from kith.chronology.sealing import CONTENT_FIELDS, content_of
from kith.chronology.types import NewEntry, Reference
from kith.chronology.when import When, possible
from kith.kernel.canonical import canonical
from kith.kernel.commitment import commit, new_salt
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id

SAID = tuple(name for name in CONTENT_FIELDS if name not in ("recorded_by", "occurrence"))
"""What a sender says; who keyed it in, and which occurrence it was joined to, are ours."""


@dataclass(kw_only=True)
class Draft:
    """One entry as rows."""

    header: Entry
    content: EntryContent
    abouts: list[EntryAbout]
    known_tos: list[EntryKnownTo]
    references: list[EntryReference]


@dataclass(kw_only=True)
class Drafts:
    """The rows of a batch. Later entries may refer to earlier ones, and a repeated sender's key is one entry."""

    found: Found
    drafts: list[Draft] = field(default_factory=list)
    _targets: dict[UUID, Target] = field(default_factory=dict)
    _sent: dict[SenderKey, NewEntry] = field(default_factory=dict)
    _same_as: dict[UUID, UUID] = field(default_factory=dict)
    """Ids given in this batch to entries that were sent before, with the ids that they already have."""

    def add(self, entry: NewEntry, *, at: datetime) -> UUID:
        """Draft an entry that ``taking.taken`` gave. Returns its id, or the id of the one that its sender sent before."""
        entry = self._with_known_references(entry)
        if (before := self._sent_before(entry)) is not None:
            if entry.id is not None:
                self._same_as[entry.id] = before
            return before
        self._check(entry, at)
        draft = self._drafted(entry, at)
        self.drafts.append(draft)
        self._remember(entry, draft)
        return draft.header.id

    # ── what was sent before ──────────────────────────────────────────────────────────────────────────────────────

    def _with_known_references(self, entry: NewEntry) -> NewEntry:
        """A message that is sent again names its own entries by new ids: they are the ones that are here."""
        if not self._same_as or not entry.references:
            return entry
        references = (replace(row, to=self._same_as.get(row.to, row.to)) for row in entry.references)
        return replace(entry, references=tuple(references))

    def _sent_before(self, entry: NewEntry) -> UUID | None:
        if entry.sender_key is None:
            return None
        key = (entry.said_by_area, entry.said_by, entry.sender_key)
        if key in self._sent:
            held = self._sent[key]
            same, id = (
                _said(entry, entry.about, entry.references) == _said(held, held.about, held.references),
                held.id,
            )
        elif key in self.found.sent:
            row = self.found.sent[key]
            same, id = (
                self._same_letter(entry, row) or _said(entry, entry.about, entry.references) == _held(row),
                row.pk,
            )
        else:
            return None
        if not same:
            raise BadInput(
                "sender_key",
                "This agency has used this reference before, for an entry that says something else.",
            )
        return id

    def _same_letter(self, entry: NewEntry, row: EntryContent) -> bool:
        """Whether both rest on one letter, byte for byte: then a change in how we read it does not make it another."""
        if entry.envelope is None or row.envelope is None:
            return False
        envelope = self.found.envelopes.get(entry.envelope)
        return envelope is not None and bytes(envelope.digest) == bytes(row.envelope.digest)

    # ── what must hold ────────────────────────────────────────────────────────────────────────────────────────────

    def _check(self, entry: NewEntry, at: datetime) -> None:
        if entry.id in self.found.taken_ids or entry.id in self._targets:
            raise BadInput("id", "There is an entry with this id already.")
        if self.found.descriptions.missing(entry.about):
            raise BadInput("about", "No agency has described this person.")
        if entry.envelope is not None and entry.envelope not in self.found.envelopes:
            raise BadInput("envelope", "There is no such envelope.")
        birth = self.found.descriptions.earliest_birth(entry.about)
        when = When(
            happened_from=entry.happened_from, happened_to=entry.happened_to, precision=entry.precision
        )
        possible(when, at=at, earliest_birth=birth)
        for reference in entry.references:
            self._check_reference(entry, reference, at)

    def _check_reference(self, entry: NewEntry, reference: Reference, at: datetime) -> None:
        target = self._target(reference.to)
        if target is None:
            erased = reference.to in self.found.erased
            raise BadInput(
                "references", "That entry was lawfully erased." if erased else "There is no such entry."
            )
        if not self._same_people(entry.about, target.about, at):
            raise BadInput("references", "That entry is about other people.")
        if reference.relation in REPLACING and target.replaced:
            raise BadInput("references", "That entry has been corrected or withdrawn already.")
        if reference.relation in REPLACING and target.replaces:
            raise BadInput("references", "A withdrawal stands: say it again in a new entry.")

    def _same_people(self, one: tuple[UUID, ...], other: tuple[UUID, ...], at: datetime) -> bool:
        """Somebody in common. Where nobody is linked yet, nobody can tell, and an entry is never held back for that."""
        if set(one) & set(other):
            return True
        mine, theirs = (set(self.found.descriptions.people(about, at=at)) for about in (one, other))
        return not mine or not theirs or bool(mine & theirs)

    def _target(self, id: UUID) -> Target | None:
        return self._targets.get(id) or self.found.targets.get(id)

    # ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _drafted(self, entry: NewEntry, at: datetime) -> Draft:
        id = entry.id or new_id()
        content = self._content(entry, id)
        envelope = self.found.envelopes[entry.envelope] if entry.envelope else None
        bound = content_of(content, about=entry.about, envelope=envelope)
        sealed = commit(content=bound, salt=bytes(content.salt))
        area = entry.area
        return Draft(
            header=Entry(id=id, area=area, recorded_at=at, commitment=sealed),
            content=content,
            abouts=[EntryAbout(area=area, entry_id=id, description_id=one) for one in entry.about],
            known_tos=[
                EntryKnownTo(
                    area=area,
                    entry_id=id,
                    agency=row.agency,
                    agency_area=row.agency_area,
                    known_at=row.known_at,
                    recorded_at=at,
                    how=row.how,
                    by=row.by,
                )
                for row in entry.known_to
            ],
            references=[
                EntryReference(area=area, entry_id=id, to_id=row.to, relation=row.relation)
                for row in entry.references
            ],
        )

    def _content(self, entry: NewEntry, id: UUID) -> EntryContent:
        said: dict[str, Any] = {name: getattr(entry, name) for name in (*SAID, "recorded_by")}
        said["details"] = dict(entry.details)
        return EntryContent(
            entry_id=id,
            occurrence=self._occurrence(entry, id),
            envelope_id=entry.envelope,
            salt=new_salt(),
            **said,
        )

    def _occurrence(self, entry: NewEntry, id: UUID) -> UUID:
        """Its own, or that of the entry which it says tells of the same."""
        for reference in entry.references:
            target = self._target(reference.to)
            if reference.relation == "same_occurrence_as" and target is not None:
                return target.occurrence
        return id

    def _remember(self, entry: NewEntry, draft: Draft) -> None:
        id = draft.header.id
        self._targets[id] = Target(
            occurrence=draft.content.occurrence,
            about=entry.about,
            kind=entry.kind,
            replaces=any(row.relation == "withdraws" for row in entry.references),
        )
        for row in entry.references:
            target = self._target(row.to)
            if row.relation in REPLACING and target is not None:
                self._targets[row.to] = replace(target, replaced=True)
        if entry.sender_key is not None:
            self._sent[(entry.said_by_area, entry.said_by, entry.sender_key)] = replace(entry, id=id)


def _said(given: Any, about: tuple[UUID, ...], references: tuple[Reference, ...]) -> bytes:
    """What an entry says, in canonical bytes, so that two can be compared."""
    said: dict[str, Any] = {name: getattr(given, name) for name in SAID}
    refers = sorted((reference.relation, str(reference.to)) for reference in references)
    return canonical({**said, "about": sorted(about), "references": [list(pair) for pair in refers]})


def _held(row: EntryContent) -> bytes:
    references = tuple(
        Reference(to=to, relation=relation)
        for to, relation in EntryReference.objects.filter(entry_id=row.pk).values_list("to_id", "relation")
    )
    about: Mapping[UUID, tuple[UUID, ...]] = about_by_entry([row.pk])
    return _said(row, about.get(row.pk, ()), references)
