"""Every other child of the home and family, as far as this reader may know of them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kith.access import queries as access
from kith.access.types import Kin, Responsible
from kith.web.child.reading import Reading
from kith.web.child.sightings import sightings
from kith.web.child.telling import agency_words
from kith.web.parts.people import OtherChild


def other_children_of(reading: Reading, others: Sequence[Kin]) -> tuple[OtherChild, ...]:
    """Those whom this reader may open are links, with who holds them; of the rest it is said that they are there."""
    opened = [kin.id for kin in others if kin.id is not None]
    held = access.responsible_for_each(children=opened, at=reading.at) if opened else {}
    return tuple(_other(kin, held, reading) for kin in others)


def _other(kin: Kin, held: Mapping[UUID, Responsible], reading: Reading) -> OtherChild:
    age = "" if kin.age == "age not known" else kin.age
    who = ", ".join(
        part for part in (kin.relation, age, "" if kin.lives_there else "lives elsewhere") if part
    )
    return OtherChild(
        name=kin.name,
        href=f"/children/{kin.id}/" if kin.id else "",
        who=who,
        words=_words(kin, held, reading),
    )


def _words(kin: Kin, held: Mapping[UUID, Responsible], reading: Reading) -> str:
    if kin.id is None:
        return (
            f"You are not involved with this child. If you need to know more, ring the desk: {reading.desk}"
        )
    return f"{_holder(held[kin.id])} {_seen(kin, kin.id, reading)}"


def _holder(held: Responsible) -> str:
    if held.worker:
        return f"{held.worker.name} is allocated, {held.worker.phone}."
    if held.held_by:
        return f"Nobody is allocated; {held.held_by.name} holds them, {held.held_by.phone}."
    return "Nobody is allocated, and nobody holds them."


def _seen(kin: Kin, child: UUID, reading: Reading) -> str:
    """On this child's own entries: what is only on the other's page is not read here."""
    rows = [one.entry for one in sightings(reading) if child in one.entry.people]
    if not rows:
        return f"No entry of {reading.name}’s says that anybody saw {kin.name}."
    return f"On {reading.name}’s entries last seen {rows[-1].when_in_words(as_at=reading.as_at)}, by {agency_words(rows[-1], reading)}."
