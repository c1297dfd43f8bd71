"""Photographs are added to an entry that stands: each is taken or refused by itself, and what was taken is an entry too."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.chronology import operations as ledger
from kith.chronology import queries as chronology
from kith.chronology.types import EntryView, KnownTo, NewEntry, Reference
from kith.files import operations as files
from kith.files import queries as held
from kith.files.types import File
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.kiths_own_hand import KITH, kith_itself
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor

DECIDES = frozenset({"mash_manager", "screener"})
"""Roles of those who decide on what comes in."""


def supplied_key(file: UUID) -> str:
    """The agency's own reference of the entry that a picture was handed over."""
    return f"picture/{file}"


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One file as it came: its bytes, and the name that it was given."""

    name: str
    body: bytes = field(repr=False)
    once: Callable[[], bool] = lambda: True
    """Runs in the transaction that keeps it, such as taking it from where it waited: False where somebody else has kept it."""


@dataclass(frozen=True, kw_only=True)
class Added:
    """What became of them. ``refused`` are (name as sent, why and what to send instead)."""

    taken: tuple[UUID, ...]
    refused: tuple[tuple[str, str], ...]
    already: tuple[str, ...] = ()
    """Names as sent of files whose very bytes stood at this entry before."""


@acts_for_the_partnership
def add_photographs(
    *, child: UUID, entry: UUID, sent: Iterable[Sent], shows: str, by: Actor, at: datetime
) -> Added:
    """Take each file in and give it to the child's entry. Whether ``by`` sees the entry is asked before.

    The same bytes are kept once for one entry: a second sending of them adds nothing, and is no refusal. Each file that is taken writes that a picture was supplied, in the same transaction; the rules are asked after the last.
    """
    taken, refused, already = [], [], []
    for one in sent:
        if _is_there(one, entry):
            already.append(one.name)
            continue
        try:
            taken += _add(one, child, entry, shows, by, at)
        except BadInput as bad:
            refused.append((one.name, bad.problem))
    if taken:
        catch_up(at=at)
    return Added(taken=tuple(taken), refused=tuple(refused), already=tuple(already))


@acts_for_the_partnership
def add_to_what_one_sent(*, entry: UUID, sent: Iterable[Sent], shows: str, by: Actor, at: datetime) -> Added:
    """The same for whoever recorded an entry and may not see the child: they learn nothing of whose it is.

    Raises Refused for an entry that somebody else recorded, or that is about nobody who is held.
    """
    mine = chronology.entry(entry)
    children = chronology.children_of(entry=entry) if mine and mine.recorded_by == by.id else []
    if not children:
        raise Refused("This is not yours to add to. Ring your duty desk.")
    return add_photographs(child=children[0], entry=entry, sent=sent, shows=shows, by=by, at=at)


def _add(one: Sent, child: UUID, entry: UUID, shows: str, by: Actor, at: datetime) -> list[UUID]:
    """Drawing takes seconds, so it is done before the transaction; the limit of the day is asked on both sides of it."""
    files.check_room_for(child=child, by=by, at=at)
    ready = files.ready(body=one.body, by=by, at=at)
    with acting(by=by):
        if not one.once():
            return []
        file = files.keep(file=ready, name=one.name, by=by, at=at)
        files.give_to_child(file=file, child=child, entry=entry, shows=shows, by=by, at=at)
        _say_that_it_came(file, child, entry, shows, by, at)
    return [file]


def _is_there(one: Sent, entry: UUID) -> bool:
    digest = hashlib.sha256(one.body).hexdigest()
    return any(file.digest == digest for file in held.files_of(entries=[entry]).get(entry, ()))


def _say_that_it_came(file: UUID, child: UUID, entry: UUID, shows: str, by: Actor, at: datetime) -> None:
    """Whoever holds the entry that it belongs to holds the picture too. Of one that was erased meanwhile nothing is said."""
    of = chronology.entry(entry)
    if of is None:
        return
    said_by, supplier = _supplied_by(of, by)
    details = {"of": shows, "by_role": supplier}
    came = replace(
        _of_a_picture(child, of, by, at),
        kind="image_supplied",
        said_by=said_by[0],
        said_by_area=said_by[1],
        voice=of.voice if by.id == KITH else "professional",
        details={name: words for name, words in details.items() if words},
        known_to=_holders(of, said_by, at),
        references=(Reference(to=entry, relation="same_occurrence_as"),),
        sender_key=supplied_key(file),
    )
    ledger.append(came, by=by, at=at)


def _holders(of: EntryView, said_by: tuple[str, str], at: datetime) -> tuple[KnownTo, ...]:
    holders = dict.fromkeys((row.agency, row.agency_area) for row in of.known_to)
    return tuple(
        KnownTo(agency=code, agency_area=area, known_at=at)
        for code, area in holders
        if (code, area) != said_by
    )


def _supplied_by(of: EntryView, by: Actor) -> tuple[tuple[str, str], str]:
    """The agency that says it, and who handed it over. What came by the public's door belongs to the agency that they told."""
    if by.id == KITH:
        who = {"family": "a relative", "child": "the child", "anonymous": "somebody who gave no name"}
        return (of.said_by, of.said_by_area), who.get(of.voice, "a member of the public")
    person = agencies.practitioner(id=by.id)
    return (by.agency, by.area), person.title if person and person.title else by.name


def _of_a_picture(child: UUID, of: EntryView, by: Actor, at: datetime) -> NewEntry:
    """What both entries about a picture share; Kith describes nobody, and speaks of the child as the entry does."""
    about = of.about if by.id == KITH else (description_of(person=child, by=by, at=at),)
    return NewEntry(
        area=by.area,
        kind="",
        said_by=by.agency,
        said_by_area=by.area,
        actor_role=by.roles[0] if by.roles else "",
        recorded_by=by.id,
        happened_from=at,
        happened_to=at,
        precision="time",
        about=about,
    )


@acts_for_the_partnership
def say_that_it_was_opened(*, file: File, by: Actor, at: datetime) -> None:
    """That somebody opened a picture that had been supplied: once for each person, as an answer to its being supplied."""
    of = chronology.entry(file.entry) if file.entry else None
    if of is None or file.child is None or file.taken_by == by.id:
        return
    supplied, opened = _entry_that_it_came(file, of), f"opened/{file.id}/{by.id}"
    if supplied is None or _sent(by.agency, by.area, opened):
        return
    details = {"by_role": _looks_as(by), "of": file.shows}
    looked = replace(
        _of_a_picture(file.child, of, by, at),
        kind="image_viewed",
        details={name: words for name, words in details.items() if words},
        references=(Reference(to=supplied, relation="answers"),),
        sender_key=opened,
    )
    with acting(by=by):
        ledger.append(looked, by=by, at=at)


def _entry_that_it_came(file: File, of: EntryView) -> UUID | None:
    adder = agencies.practitioner(id=file.taken_by)
    agency, area = (adder.agency, adder.area) if adder else (of.said_by, of.said_by_area)
    return _sent(agency, area, supplied_key(file.id))


def _sent(agency: str, area: str, key: str) -> UUID | None:
    """The agency's entry under that reference of its own."""
    found = chronology.sent_before(said_by=agency, said_by_area=area, sender_keys=[key]).get(key)
    return found.entry if found else None


def _looks_as(by: Actor) -> str:
    """In what role somebody looks, as the entry kind lists it."""
    if DECIDES & set(by.roles):
        return "decision_maker"
    if any(role.endswith("manager") for role in by.roles):
        return "manager"
    of_agency = {SOCIAL_CARE: "social_worker", "police": "police_officer"}
    return of_agency.get(by.agency, "other_practitioner")


def scan_waiting(*, at: datetime, limit: int = 200) -> int:
    """Files that came while the scanner gave no answer are scanned; answers how many. By Kith's own hand."""
    return files.scan_waiting(by=kith_itself(area="kith"), at=at, limit=limit)
