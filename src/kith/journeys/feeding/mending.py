"""A letter that could not be read: a person mends it, sees again what is wrong, sends it again, or sets it aside with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology import operations as chronology
from kith.chronology.operations.envelopes import LARGEST_BODY
from kith.journeys.catch_up import catch_up
from kith.journeys.feeding import documents, tables
from kith.journeys.feeding.found import feed as feed_called
from kith.journeys.feeding.receiving import of_room, reading_of, take_part
from kith.journeys.feeding.schools import tell_schools
from kith.journeys.feeding.senders import check_may_read
from kith.journeys.feeding.types import Feed, Letter, Reading
from kith.kernel import dead_letters
from kith.kernel.dead_letters import Letter as Kept
from kith.kernel.dead_letters import Wrong
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor

NOTHING_IN_IT = "There is nothing to take in it. Set it aside, and say why."
NO_FEED = "Kith no longer has the feed that this came by. Set it aside, and say why."
SENT_AGAIN = "Mended and sent again."
EDITABLE = {"text/csv": tables, "application/json": documents, "application/fhir+json": documents}
"""What can put a value at a field by itself; in other formats the whole text is mended."""


@dataclass(frozen=True, kw_only=True)
class FieldToMend:
    """A field that something is wrong with, as it stands."""

    path: str
    value: str


@acts_for_the_partnership
def open_letter(letter: UUID, *, by: Actor, at: datetime) -> Kept:
    """The letter, for whoever may look at it; that they did is kept. Raises Refused."""
    kept = check_may_read(dead_letters.letter(letter), by=by, at=at)
    dead_letters.opened(letter, by=by, at=at)
    return kept


@acts_for_the_partnership
def wrong_with(kept: Kept, *, body: bytes, at: datetime) -> tuple[Wrong, ...]:
    """What is wrong with a text in a letter's place; empty where it can be sent as it is."""
    reading = _read(kept, body, at)
    found = tuple(one for part in reading.parts for one in part.wrong)
    return found or (() if reading.parts else (Wrong(words=NOTHING_IN_IT),))


def fields_to_mend(kept: Kept, *, body: bytes, wrong: tuple[Wrong, ...]) -> tuple[FieldToMend, ...]:
    """The fields that can be mended by themselves, each once, as they stand."""
    way = EDITABLE.get(kept.media_type.split(";")[0].strip().lower())
    if way is None:
        return ()
    paths = dict.fromkeys(one.field for one in wrong if one.field)
    return tuple(FieldToMend(path=path, value=way.value_at(body, path)) for path in paths)


def with_fields(kept: Kept, *, body: bytes, values: Mapping[str, str]) -> bytes:
    """The text with other values in some of its fields."""
    way = EDITABLE.get(kept.media_type.split(";")[0].strip().lower())
    return way.with_values(body, values) if way and values else body


@acts_for_the_partnership
def mend(letter: UUID, *, body: bytes, by: Actor, at: datetime) -> tuple[Wrong, ...]:
    """Keep what a person made of it, and say what is still wrong. Nothing is sent. Raises Refused or BadInput."""
    kept = check_may_read(dead_letters.letter(letter), by=by, at=at)
    _check_size(body)
    dead_letters.mend(letter, body=body, by=by, at=at)
    return wrong_with(kept, body=body, at=at)


@acts_for_the_partnership
def resend(letter: UUID, *, body: bytes, by: Actor, at: datetime) -> tuple[Wrong, ...]:
    """Take what a person made of it, all of it or nothing, in the name of the post that sent it.

    Returns what is still wrong, and then nothing was taken; else the letter is settled. Raises Refused where it was
    settled before, so that it is never taken twice.
    """
    kept = check_may_read(dead_letters.letter(letter), by=by, at=at)
    if wrong := mend(letter, body=body, by=by, at=at):
        return wrong
    feed, reading = _feed(kept), _read(kept, body, at)
    try:
        with acting(by=by):
            dead_letters.settle(letter, because=SENT_AGAIN, by=by, at=at, how="resent")
            envelope = chronology.keep_envelope(
                area=kept.area, media_type=kept.media_type, body=body, by=by, at=at
            )
            _take_all(reading, feed, envelope, _sender(kept, by, at), at)
    except _NotTaken as problem:
        return problem.wrong
    catch_up(at=at)
    tell_schools(at=at)
    return ()


@acts_for_the_partnership
def set_aside(letter: UUID, *, because: str, by: Actor, at: datetime) -> None:
    """It is never taken, and why is kept with it. Raises BadInput without a reason, Refused where it was settled."""
    check_may_read(dead_letters.letter(letter), by=by, at=at)
    dead_letters.settle(letter, because=because, by=by, at=at, how="set_aside")


class _NotTaken(Exception):
    def __init__(self, wrong: tuple[Wrong, ...]) -> None:
        super().__init__()
        self.wrong = wrong


def _take_all(reading: Reading, feed: Feed, envelope: UUID, sender: Actor, at: datetime) -> None:
    for part in reading.parts:
        try:
            take_part(part, feed=feed, envelope=envelope, before=lambda: None, by=sender, at=at)
        except BadInput as problem:
            raise _NotTaken((of_room(problem, part),)) from problem


def _read(kept: Kept, body: bytes, at: datetime) -> Reading:
    letter = Letter(body=body, media_type=kept.media_type, agency=kept.sender.agency, area=kept.area, at=at)
    return reading_of(_feed(kept), letter)


def _feed(kept: Kept) -> Feed:
    found = feed_called(kept.came_by)
    if found is None:
        raise Refused(NO_FEED)
    return found


def _sender(kept: Kept, by: Actor, at: datetime) -> Actor:
    """The agency says it, by the post in whose name it came; whoever mended it stands in the letter's trail."""
    if kept.sender.post is None:
        return replace(by, agency=kept.sender.agency)
    return agencies.actor(practitioner=kept.sender.post, at=at)


def _check_size(body: bytes) -> None:
    if len(body) > LARGEST_BODY:
        raise BadInput("text", "This is too large: at most 25 MB.")
