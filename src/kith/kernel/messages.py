"""Messages that came in by feeds: each is kept once, and what became of each of its parts is said once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Case, F, Max, QuerySet, When

from kith.kernel.models import MessagePart, ReceivedMessage

Line = tuple[str, str, UUID | None]
"""A feed, the agency that sends it, and the team where the agency's teams are bodies apart."""


LATELY = timedelta(days=90)
"""Lines are looked for among so much first, so that a page need not read years of messages."""


class DoneBefore(Exception):
    """This part of the message was taken, or became a letter, before."""


@dataclass(frozen=True, kw_only=True)
class NewMessage:
    """A message as it came. ``id`` is that of its envelope, ``digest`` the SHA-256 of its bytes."""

    id: UUID
    area: str
    agency: str
    team: UUID | None
    feed: str
    media_type: str
    digest: bytes


@dataclass(frozen=True, kw_only=True)
class Message:
    """A message that is kept. ``is_done`` once every part of it was taken or became a letter."""

    id: UUID
    area: str
    agency: str
    team: UUID | None
    feed: str
    media_type: str
    received_at: datetime
    received_by: UUID
    says_nothing: bool
    is_done: bool


@dataclass(frozen=True, kw_only=True)
class Heard:
    """When a line was last heard, and whether it then said that there was nothing to report."""

    at: datetime
    said_nothing: bool


@dataclass(frozen=True, kw_only=True)
class Came:
    """How many parts of a message were taken, and the letters that the others became."""

    taken: int
    letters: tuple[UUID, ...]


def begin(new: NewMessage, *, by: UUID, at: datetime) -> Message:
    """Keep that it came, in the caller's transaction. Raises IntegrityError where it came before: see ``before``."""
    row = ReceivedMessage.objects.create(
        id=new.id,
        area=new.area,
        agency=new.agency,
        team=new.team,
        feed=new.feed,
        media_type=new.media_type,
        digest=new.digest,
        received_at=at,
        received_by=by,
        heard_at=at,
    )
    return _message(row)


def before(new: NewMessage) -> Message | None:
    """The message of the same bytes from the same sender, whatever its id; None where it is new."""
    row = ReceivedMessage.objects.filter(
        area=new.area, agency=new.agency, team=new.team, feed=new.feed, digest=new.digest
    ).first()
    return _message(row) if row else None


def message(id: UUID) -> Message | None:
    """One message, or None."""
    row = ReceivedMessage.objects.filter(id=id).first()
    return _message(row) if row else None


def heard_again(id: UUID, *, at: datetime) -> None:
    """The same message came again. One that says there is nothing to report says so anew; any other tells nothing new."""
    ReceivedMessage.objects.filter(id=id, says_nothing=True, heard_at__lt=at).update(heard_at=at)


def part_done(id: UUID, *, area: str, number: int, letter: UUID | None, at: datetime) -> None:
    """Say what became of a part, in the transaction in which it did. Raises DoneBefore, and then nothing was written."""
    try:
        with transaction.atomic():
            MessagePart.objects.create(message_id=id, area=area, number=number, letter=letter, done_at=at)
    except IntegrityError:
        raise DoneBefore from None


def parts_done(id: UUID) -> frozenset[int]:
    """The numbers of the parts that need nothing more."""
    return frozenset(MessagePart.objects.filter(message=id).values_list("number", flat=True))


def came_of(id: UUID) -> Came:
    """What became of a message so far."""
    letters = list(MessagePart.objects.filter(message=id).order_by("number").values_list("letter", flat=True))
    return Came(taken=letters.count(None), letters=tuple(one for one in letters if one is not None))


def finish(id: UUID, *, says_nothing: bool, at: datetime) -> None:
    """Every part of it was taken or became a letter."""
    ReceivedMessage.objects.filter(id=id, done_at__isnull=True).update(done_at=at, says_nothing=says_nothing)


def last_heard(
    *, area: str, feeds: Iterable[str], as_at: datetime, lately: bool = False
) -> dict[Line, Heard]:
    """When each line of these feeds was last heard by a moment; a line that never was, or not ``lately``, is absent."""
    wanted = set(feeds)
    rows = ReceivedMessage.objects.filter(area=area, received_at__lte=as_at)
    found = _latest(rows.filter(feed__in=wanted, heard_at__gte=as_at - LATELY), as_at)
    if not lately and (silent := wanted - {feed for feed, _, _ in found}):
        found |= _latest(rows.filter(feed__in=silent), as_at)
    return found


def _latest(rows: QuerySet[ReceivedMessage], as_at: datetime) -> dict[Line, Heard]:
    by_then = Case(When(heard_at__lte=as_at, then=F("heard_at")), default=F("received_at"))
    lines = rows.order_by().values_list("feed", "agency", "team", "says_nothing").annotate(last=Max(by_then))
    found: dict[Line, Heard] = {}
    for feed, agency, team, said_nothing, last in lines:
        held = found.get((feed, agency, team))
        if held is None or held.at < last:
            found[(feed, agency, team)] = Heard(at=last, said_nothing=said_nothing)
    return found


def _message(row: ReceivedMessage) -> Message:
    return Message(
        id=row.id,
        area=row.area,
        agency=row.agency,
        team=row.team,
        feed=row.feed,
        media_type=row.media_type,
        received_at=row.received_at,
        received_by=row.received_by,
        says_nothing=row.says_nothing,
        is_done=row.done_at is not None,
    )
