"""A concern arrives: it is kept, the people are found, it stands in the chronology, and the rulebook is asked."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.chronology import operations as chronology
from kith.chronology.types import KnownTo, NewEntry, Reference
from kith.identity import operations as identity
from kith.identity.types import Resolution
from kith.journeys.catch_up import catch_up
from kith.journeys.closings_taken_up import CLOSED, take_up_closings
from kith.journeys.kiths_own_hand import KITH
from kith.journeys.opening_contacts import open_for
from kith.journeys.referrer_kept_apart import TOLD_BY_THEM, check_referrer, kept_apart
from kith.journeys.types import Concern, EntrySaid, PersonSaid, Received
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.pathway.types import HOW_SOON


@acts_for_the_partnership
def receive_concern(
    *, concern: Concern, once: Callable[[], None] | None = None, by: Actor, at: datetime
) -> Received:
    """Take a concern in. Raises BadInput naming the field, and then nothing was kept.

    ``once`` runs first in the same transaction, such as taking away the draft that a page kept: what it raises stops
    the concern, and what it did is undone where the concern cannot be taken. The rulebook is asked after the commit; if
    that fails, the concern stands and the outbox asks again.
    """
    received = keep_concern(concern=concern, once=once, by=by, at=at)
    catch_up(at=at)
    return received


@acts_for_the_partnership
def keep_concern(
    *, concern: Concern, once: Callable[[], None] | None = None, by: Actor, at: datetime
) -> Received:
    """The same for one of many that come together: whoever keeps them all asks the rulebook once, with ``catch_up``."""
    check(concern)
    with acting(by=by):
        if once is not None:
            once()
        envelope = _keep_envelope(concern, by, at)
        people = whose(concern.people, by=by, at=at)
        concern = kept_apart(concern, people, by=by, at=at)
        entries = _append(concern, people, envelope, by, at)
        _let_the_recorder_follow(concern.people, people, by, at)
        contact = _ask_the_desk(concern, entries, by, at)
        closings = [entries[said.key] for said in concern.entries if said.kind == CLOSED]
        take_up_closings(kept=closings, by=by, at=at)
    return Received(entries=entries, people=people, envelope=envelope, contact=contact)


def _ask_the_desk(concern: Concern, entries: Mapping[str, UUID], by: Actor, at: datetime) -> UUID | None:
    """The contact on what was told: the entry that says that it was received, or the first where none does."""
    if not concern.for_the_desk:
        return None
    told = [said.key for said in concern.entries if said.kind == TOLD_BY_THEM] or [concern.entries[0].key]
    return open_for(told=entries[told[0]], how_soon=concern.for_the_desk, by=by, at=at)


def check(concern: Concern) -> None:
    """A concern says something about somebody. Raises BadInput."""
    if not concern.people:
        raise BadInput("people", "Say who it is about, even if only what they look like or where they live.")
    if not concern.entries:
        raise BadInput("entries", "Say what was seen or said.")
    check_referrer(concern)
    if concern.for_the_desk not in ("", *HOW_SOON):
        raise BadInput("for_the_desk", f"Choose one of {', '.join(HOW_SOON)}.")
    keys = {said.key for said in concern.people}
    for entry in concern.entries:
        if unknown := set(entry.about) - keys:
            raise BadInput(
                f"entries.{entry.key}.about", f"{', '.join(sorted(unknown))} is not among the people given"
            )


def whose(people: Iterable[PersonSaid], *, by: Actor, at: datetime) -> dict[str, Resolution]:
    """Whose the descriptions are, by key: the sender's word where it gives one, or what identity finds.

    Those to be found are resolved together, and the others in one order, so that two concerns about the same family
    never wait for each other crosswise.
    """
    said = list(people)
    unnamed = [one for one in said if one.person is None]
    found = identity.resolve_many(descriptions=[one.description for one in unnamed], by=by, at=at)
    whose_each = dict(zip((one.key for one in unnamed), found, strict=True))
    named = sorted((one for one in said if one.person is not None), key=lambda one: str(one.person))
    for one in named:
        assert one.person is not None
        whose_each[one.key] = identity.resolve_known(
            description=one.description, person=one.person, by=by, at=at
        )
    return {one.key: whose_each[one.key] for one in said}


def _keep_envelope(concern: Concern, by: Actor, at: datetime) -> UUID | None:
    if concern.envelope is None or isinstance(concern.envelope, UUID):
        return concern.envelope
    media_type, body = concern.envelope
    return chronology.keep_envelope(area=by.area, media_type=media_type, body=body, by=by, at=at)


def _append(
    concern: Concern, people: Mapping[str, Resolution], envelope: UUID | None, by: Actor, at: datetime
) -> dict[str, UUID]:
    ids = {entry.key: new_id() for entry in concern.entries}
    new = [
        new_entry(entry, concern, people, ids, by=by, at=at, envelope=envelope) for entry in concern.entries
    ]
    kept = chronology.append_many(new, by=by, at=at)
    return dict(zip(ids, kept, strict=True))


def new_entry(
    said: EntrySaid,
    concern: Concern,
    people: Mapping[str, Resolution],
    ids: Mapping[str, UUID],
    *,
    by: Actor,
    at: datetime,
    envelope: UUID | None = None,
) -> NewEntry:
    """An entry for the ledger from what was said; ``ids`` names the entries of the same concern."""
    return NewEntry(
        id=ids[said.key],
        area=by.area,
        kind=said.kind,
        said_by=concern.said_by,
        said_by_area=concern.said_by_area,
        actor_role=concern.actor_role,
        recorded_by=by.id,
        voice=said.voice,
        claim=said.claim,
        happened_from=said.happened_from,
        happened_to=said.happened_to,
        precision=said.precision,
        about=tuple(people[key].description for key in said.about),
        details=said.details,
        text=said.text,
        childs_words=said.childs_words,
        captured_at=said.captured_at,
        known_to=tuple(KnownTo(agency=code, agency_area=area, known_at=at) for code, area in said.told),
        references=tuple(
            Reference(to=_entry(to, ids, said), relation=relation) for relation, to in said.references
        ),
        because=said.because,
        sender_key=said.sender_key,
        envelope=envelope,
    )


def _entry(to: str | UUID, ids: Mapping[str, UUID], said: EntrySaid) -> UUID:
    if isinstance(to, UUID):
        return to
    if to not in ids:
        raise BadInput(f"entries.{said.key}.references", f"{to} is not an entry of this concern")
    return ids[to]


def _let_the_recorder_follow(
    said: Iterable[PersonSaid], people: Mapping[str, Resolution], by: Actor, at: datetime
) -> None:
    """Whoever recorded a concern may learn what was decided about it.

    Of a restricted or sealed child only where they named the child: a match must not open it to whoever types a name.
    Kith itself, which writes for somebody without an account, follows nobody.
    """
    from kith.people import queries

    if by.id == KITH:
        return

    named = {people[one.key].person for one in said if one.person is not None}
    for child in queries.persons(ids=[found.person for found in people.values()]).values():
        if child.kind != "adult" and (child.id in named or child.tier == "normal"):
            access.involve(
                child=child.id, whom=Whom(practitioner=by.id), basis="recorded_a_concern", by=by, at=at
            )
