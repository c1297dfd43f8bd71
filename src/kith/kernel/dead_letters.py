"""Dead letters: what could not be taken is kept whole, and a person settles it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from kith.kernel.errors import BadInput, Refused
from kith.kernel.models import DeadLetter, LetterStep
from kith.kernel.types import Actor

GONE = "This message has been settled already, or is not here."


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """One thing that is wrong: the ``field`` in the letter alone, the ``place`` in what came, and a sentence.

    None of them repeats what the message says.
    """

    words: str
    field: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Whose message it was: ``team`` where the agency's teams are bodies apart, ``post`` in whose name it came."""

    agency: str = ""
    team: UUID | None = None
    post: UUID | None = None
    message: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A dead letter. ``came_by`` names the feed or topic; ``body`` is as it arrived, ``mended`` what a person made of it."""

    id: UUID
    area: str
    came_by: str
    media_type: str
    body: bytes
    problem: str
    kept_at: datetime
    sender: Sender = field(default_factory=Sender)
    place: str = ""
    wrong: tuple[Wrong, ...] = ()
    mended: bytes | None = None
    settled_at: datetime | None = None
    settled_how: str = ""
    settled_because: str = ""

    @property
    def latest(self) -> bytes:
        """What there is to send: as a person mended it, or as it came."""
        return self.body if self.mended is None else self.mended

    @property
    def waits(self) -> bool:
        return self.settled_at is None


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of a letter's trail."""

    what: str
    because: str
    done_at: datetime
    done_by: UUID
    done_by_name: str


def keep(
    *,
    area: str,
    came_by: str,
    media_type: str,
    body: bytes,
    problem: str,
    at: datetime,
    place: str = "",
    wrong: Sequence[Wrong] = (),
    sender: Sender | None = None,
) -> UUID:
    """Keep a message that could not be taken. ``problem`` names the field or reason, nothing that the message says."""
    sender = sender or Sender()
    letter = DeadLetter.objects.create(
        area=area,
        agency=sender.agency,
        team=sender.team,
        sent_by=sender.post,
        message=sender.message,
        came_by=came_by,
        media_type=media_type,
        body=body,
        place=place[:200],
        problem=problem[:500],
        problems=[asdict(one) for one in wrong],
        kept_at=at,
    )
    return letter.id


def waiting(*, area: str | None = None, limit: int = 100) -> list[Letter]:
    """Those that nobody has settled, oldest first."""
    rows = DeadLetter.objects.filter(settled_at__isnull=True).order_by("kept_at", "id")
    return [_letter(row) for row in (rows.filter(area=area) if area else rows)[:limit]]


def waiting_of(
    *, area: str, agency: str | None = None, teams: frozenset[UUID] = frozenset(), limit: int = 200
) -> tuple[list[Letter], int]:
    """Those that wait in an area, or of one agency there, oldest first; and how many there are in all.

    Of an agency: what has no team, and what is of one of ``teams``.
    """
    rows = DeadLetter.objects.filter(area=area, settled_at__isnull=True).exclude(agency="")
    if agency is not None:
        rows = rows.filter(Q(team__isnull=True) | Q(team__in=teams), agency=agency)
    return [_letter(row) for row in rows.order_by("kept_at", "id")[:limit]], rows.count()


def waiting_by_body(*, area: str) -> dict[tuple[str, UUID | None], int]:
    """How many letters wait of each agency of an area, and of each of its teams where they are bodies apart."""
    rows = DeadLetter.objects.filter(area=area, settled_at__isnull=True).exclude(agency="").order_by()
    return {
        (agency, team): number
        for agency, team, number in rows.values_list("agency", "team").annotate(Count("id"))
    }


def letter(id: UUID) -> Letter | None:
    """One letter, settled or not; None where there is none such."""
    row = DeadLetter.objects.filter(id=id).first()
    return _letter(row) if row else None


def steps_of(letter: UUID) -> tuple[Step, ...]:
    """What was done about a letter, the oldest first."""
    rows = LetterStep.objects.filter(letter=letter).order_by("done_at", "id")
    return tuple(
        Step(
            what=row.what,
            because=row.because,
            done_at=row.done_at,
            done_by=row.done_by,
            done_by_name=row.done_by_name,
        )
        for row in rows
    )


@transaction.atomic
def opened(letter: UUID, *, by: Actor, at: datetime) -> None:
    """Somebody read what the letter says: kept once for each person and day."""
    seen = LetterStep.objects.filter(letter=letter, what="opened", done_by=by.id, done_at__date=at.date())
    if not seen.exists():
        _step(letter, "opened", by=by, at=at)


@transaction.atomic
def mend(letter: UUID, *, body: bytes, by: Actor, at: datetime) -> None:
    """What a person made of it is kept beside what came. Raises Refused where it was settled."""
    row = _held(letter)
    if body == (bytes(row.body) if row.mended is None else bytes(row.mended)):
        return
    row.mended, row.mended_at, row.mended_by = body, at, by.id
    row.save(update_fields=["mended", "mended_at", "mended_by"])
    _step(letter, "mended", by=by, at=at)


@transaction.atomic
def settle(letter: UUID, *, because: str, by: Actor, at: datetime, how: str = "") -> None:
    """A person has dealt with it: taken it after all, asked the sender again, or found it empty; and says which.

    ``how`` is ``resent`` or ``set_aside`` for what came by a feed. Raises Refused where it was settled before.
    """
    if not because.strip():
        raise BadInput("because", "Say what was done about this message.")
    row = _held(letter)
    row.settled_at, row.settled_by = at, by.id
    row.settled_how, row.settled_because = how, because.strip()[:500]
    row.save(update_fields=["settled_at", "settled_by", "settled_how", "settled_because"])
    _step(letter, how or "settled", by=by, at=at, because=row.settled_because)


def clear_settled(*, before: datetime) -> int:
    """Remove what was settled before a moment: a letter holds what people wrote. Its trail stays. Returns how many."""
    return DeadLetter.objects.filter(settled_at__lt=before).delete()[0]


def _held(letter: UUID) -> DeadLetter:
    """The row, held so that two who settle it at once come one after the other."""
    row = DeadLetter.objects.select_for_update().filter(id=letter, settled_at__isnull=True).first()
    if row is None:
        raise Refused(GONE)
    return row


def _step(letter: UUID, what: str, *, by: Actor, at: datetime, because: str = "") -> None:
    LetterStep.objects.create(
        area=by.area,
        letter=letter,
        what=what,
        because=because,
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )


def _letter(row: DeadLetter) -> Letter:
    problems: list[dict[str, Any]] = row.problems
    return Letter(
        id=row.id,
        area=row.area,
        came_by=row.came_by,
        media_type=row.media_type,
        body=bytes(row.body),
        problem=row.problem,
        kept_at=row.kept_at,
        sender=Sender(agency=row.agency, team=row.team, post=row.sent_by, message=row.message),
        place=row.place,
        wrong=tuple(Wrong(**one) for one in problems),
        mended=None if row.mended is None else bytes(row.mended),
        settled_at=row.settled_at,
        settled_how=row.settled_how,
        settled_because=row.settled_because,
    )
