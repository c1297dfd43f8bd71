"""Finds the entries that an item refers to: only such as its agency sent, or holds because it was told of them.

Whether two descriptions were found to be one child is nobody's business at this door, so that no reference may test it:
see ``may_be_left_out``, and ``_names_the_same`` for what an agency corrects or withdraws.
"""

from collections.abc import Iterator
from uuid import UUID

from kith.api.desk import Desk
from kith.api.findings import Finding
from kith.api.item import EntryItem, ReferenceItem
from kith.chronology import queries as chronology
from kith.chronology.codes import HOLDING, REPLACING
from kith.chronology.types import EntryView
from kith.identity import queries as identity

NOT_THERE = "There is no such entry that your agency sent before this one, or was told of."


def found(item: EntryItem, *, desk: Desk) -> tuple[tuple[tuple[str, UUID], ...], list[Finding]]:
    """Pairs of relation and entry, and what is to be mended."""
    pairs: list[tuple[str, UUID]] = []
    wrong: list[Finding] = []
    for number, reference in enumerate(item.references):
        entry = _entry(reference, desk)
        if entry is None:
            wrong.append((("references", number), NOT_THERE))
            continue
        wrong += [(("references", number), words) for words in _unfit(reference, entry, item, desk)]
        pairs.append((reference.relation, entry.id))
    if any(reference.relation in REPLACING for reference in item.references) and not item.because.strip():
        wrong.append((("because",), "Say why the other entry is corrected or withdrawn."))
    return tuple(pairs), wrong


def may_be_left_out(item: EntryItem) -> bool:
    """Whether an item is kept without its references where they do not join the same child.

    To refuse it would tell its sender whom somebody was found to be, and would hold a concern back. What corrects or
    withdraws is nothing without its reference.
    """
    return bool(item.references) and not any(row.relation in REPLACING for row in item.references)


def _entry(reference: ReferenceItem, desk: Desk) -> EntryView | None:
    code, area = desk.whose
    id = reference.id
    if reference.sender_reference is not None:
        key = reference.sender_reference
        sent = chronology.sent_before(said_by=code, said_by_area=area, sender_keys=[key]).get(key)
        id = sent.entry if sent else None
    entry = chronology.entry(id, as_at=desk.caller.at) if id else None
    held = entry and any(
        (row.agency, row.agency_area) == desk.whose and row.how in HOLDING for row in entry.known_to
    )
    return entry if held else None


def _unfit(reference: ReferenceItem, entry: EntryView, item: EntryItem, desk: Desk) -> Iterator[str]:
    if reference.relation not in REPLACING:
        return
    if (entry.said_by, entry.said_by_area) != desk.whose:
        yield "Only the agency that said an entry corrects or withdraws it."
    elif not entry.counts:
        yield "That entry has been corrected or withdrawn already."
    elif not _names_the_same(entry, item):
        yield "Name somebody whom that entry is about, by the same sender_key as there."


def _names_the_same(entry: EntryView, item: EntryItem) -> bool:
    """Somebody in common by the agency's own keys, which say nothing of whom anybody was found to be."""
    keys = {person.sender_key for person in item.people if person.key in item.about and person.sender_key}
    described = (identity.description(id=one) for one in entry.about)
    return any(one is not None and one.sender_key in keys for one in described)
