"""Makes the concern that a journey takes from an item that was read."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kith.agencies.types import SOCIAL_CARE
from kith.api.desk import Desk
from kith.api.item import EntryItem, PersonItem
from kith.api.reading import born, captured_at, when_of
from kith.identity.types import NewDescription
from kith.journeys.referrer_kept_apart import TOLD_BY_THEM
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.patterns.queries import rulebook

THE_ENTRY = "it"
"""The key of the one entry of an item's concern."""


def concern_of(
    item: EntryItem, *, sender_key: str, references: tuple[tuple[str, UUID], ...], desk: Desk
) -> Concern:
    """What the token's agency says in this item. Raises BadInput."""
    code, area = desk.whose
    when = when_of(item, at=desk.caller.at)
    said = EntrySaid(
        key=THE_ENTRY,
        kind=item.kind,
        happened_from=when.happened_from,
        happened_to=when.happened_to,
        precision=when.precision,
        about=tuple(item.about),
        details=item.details,
        text=item.text,
        childs_words=item.childs_words,
        voice=item.voice,
        claim=item.claim,
        captured_at=captured_at(item),
        told=tuple((agency, area) for agency in item.told),
        references=references,
        because=item.because,
        sender_key=sender_key,
    )
    people = tuple(PersonSaid(key=person.key, description=_described(person, desk)) for person in item.people)
    role = next(iter(desk.caller.by.roles), "")
    return Concern(
        said_by=code,
        said_by_area=area,
        people=people,
        entries=(said,),
        actor_role=role,
        for_the_desk=how_soon_of(said, said_by=code, at=desk.caller.at),
    )


def how_soon_of(said: EntrySaid, *, said_by: str, at: datetime) -> str:
    """That the front door decides on it, where another agency tells social care of something that is not history."""
    tells_them = said.kind == TOLD_BY_THEM and SOCIAL_CARE in {agency for agency, _ in said.told}
    if not tells_them or said_by == SOCIAL_CARE or said.happened_to < at - rulebook().history_after.exact:
        return ""
    return "working_day"


def without_references(concern: Concern) -> Concern:
    """The same, standing alone."""
    return replace(concern, entries=tuple(replace(said, references=()) for said in concern.entries))


def _described(person: PersonItem, desk: Desk) -> NewDescription:
    code, area = desk.whose
    born_from, born_to = born(person.born)
    return NewDescription(
        said_by=code,
        said_by_area=area,
        sender_key=person.sender_key or "",
        kind=person.kind,
        full_name=person.full_name,
        known_as=person.known_as,
        born_from=born_from,
        born_to=born_to,
        expected_on=person.expected_on,
        sex=person.sex,
        nhs_number=person.nhs_number,
        upn=person.upn,
        postcode=person.postcode,
        phone=person.phone,
        guardian_names=tuple(person.guardian_names),
    )
