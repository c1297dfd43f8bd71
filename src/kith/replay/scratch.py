"""A case in a ledger: its people registered, its entries received through the journeys, in a scratch database."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from kith.grammar.entry_kinds import load_leniently
from kith.identity.types import NewDescription
from kith.journeys.receive_many import Arrival, Load, receive_many
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people.types import Birth, NewPerson
from kith.replay.case_file import NAMES, CaseEntry, CaseFile
from kith.rulebook import Rulebook

LONG_BEFORE = datetime(1990, 1, 1, tzinfo=UTC)


class Ledger:
    """Where one case landed: the persons by key, the household, and the ledger's entries by the file's id."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        self.persons: dict[str, UUID] = {}
        self.household: UUID | None = None
        self.entries: dict[str, UUID] = {}

    @property
    def cited_as(self) -> Mapping[UUID, str]:
        by_key = {entry.key: entry.cited_as for entry in self.case.entries}
        return {entry: by_key[key] for key, entry in self.entries.items()}


def load(cases: Sequence[CaseFile], rulebook: Rulebook) -> list[Ledger]:
    """Register each family and receive every entry in the order in which it became known."""
    ledgers = [Ledger(case) for case in cases]
    for ledger in ledgers:
        _register(ledger)
    arrivals = [_arrival(entry, ledger, rulebook) for ledger in ledgers for entry in ledger.case.entries]
    received = iter(receive_many(arrivals=arrivals, load=Load(let_recorders_follow=False)))
    for ledger in ledgers:
        ledger.entries = {entry.key: next(received).entries[entry.key] for entry in ledger.case.entries}
    return ledgers


def poster(agency: str, area: str) -> Actor:
    """The one who records for an agency in a replay."""
    return Actor(id=uuid5(NAMES, f"{area}/{agency}"), area=area, agency=agency, name=f"{agency} of {area}")


def _register(ledger: Ledger) -> None:
    case = ledger.case
    by = poster("childrens_social_care", case.area)
    children = [
        NewPerson(
            kind="child",
            display_name=f"{child.key} of {case.slug}",
            known_as=child.key,
            birth=Birth(born_from=child.born_from, born_to=child.born_to),
        )
        for child in case.children
    ]
    adults = [
        NewPerson(kind="adult", display_name=f"{key} of {case.slug}", known_as=key.replace("_", " "))
        for key in case.adults
    ]
    persons = people.register_people(people=[*children, *adults], by=by, at=LONG_BEFORE)
    ledger.persons = dict(zip([*(child.key for child in case.children), *case.adults], persons, strict=True))
    ledger.household = people.register_household(name=case.slug, by=by, at=LONG_BEFORE)
    for child in case.children:
        people.start_residency(
            person=ledger.persons[child.key], household=ledger.household, from_on=None, by=by, at=LONG_BEFORE
        )


def _arrival(entry: CaseEntry, ledger: Ledger, rulebook: Rulebook) -> Arrival:
    case, by = ledger.case, poster(entry.said_by, ledger.case.area)
    details, _ = load_leniently(rulebook.entry_kind(entry.kind), dict(entry.details))
    said = EntrySaid(
        key=entry.key,
        kind=entry.kind,
        happened_from=entry.happened_from,
        happened_to=entry.happened_to,
        precision=entry.precision,
        about=tuple(key for key in entry.about if key in ledger.persons),
        details=details,
        text=entry.text,
        childs_words=entry.childs_words,
        voice=entry.voice,
        claim=entry.claim,
        told=tuple(pair for pair in entry.known_to if pair != (entry.said_by, entry.said_by_area)),
        references=case.references_of(entry),
        sender_key=f"{case.slug}/{entry.key}",
    )
    who = tuple(_described(key, entry, ledger) for key in said.about)
    concern = Concern(
        said_by=entry.said_by,
        said_by_area=entry.said_by_area,
        people=who,
        entries=(said,),
        actor_role=entry.actor_role,
    )
    return Arrival(concern=concern, by=by, at=entry.known_at)


def _described(key: str, entry: CaseEntry, ledger: Ledger) -> PersonSaid:
    case = ledger.case
    child = next((c for c in case.children if c.key == key), None)
    description = NewDescription(
        said_by=entry.said_by,
        said_by_area=entry.said_by_area,
        sender_key=f"{case.slug}/{key}",
        kind="child" if child else "adult",
        full_name=f"{key} of {case.slug}",
        born_from=child.born_from if child else None,
        born_to=child.born_to if child else None,
    )
    return PersonSaid(key=key, description=description, person=ledger.persons[key])
