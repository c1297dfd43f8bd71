"""Writes of challenges: opened, joined, answered, taken a stage up, handed on, settled. Words are never written over."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from kith.decisions.challenges import queries
from kith.decisions.challenges.models import Challenge, SaidOfAChallenge, Stage
from kith.decisions.challenges.policies import check_can_add, check_can_answer, check_can_go_on
from kith.decisions.challenges.types import (
    ANSWERS,
    NO_ANSWER,
    SETTLED,
    ChallengeView,
    NewChallenge,
    NewStage,
)
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


def hold_thing(*, thing: UUID) -> None:
    """Until the transaction ends, nobody else opens a challenge of the same thing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"challenges:{thing}"])


def hold(*, challenge: UUID) -> ChallengeView:
    """The challenge as it stands now, which nobody else changes until the transaction ends. BadInput where there is none."""
    _held(challenge)
    return _view(challenge)


@transaction.atomic
def open_challenge(*, challenge: NewChallenge, stage: NewStage, by: Actor, at: datetime) -> UUID:
    """Keep a challenge with the stage at which it begins. Answers its id."""
    row = Challenge.objects.create(
        area=by.area,
        thing=challenge.thing,
        children=list(challenge.children),
        decision_id=challenge.decision,
        conference_id=challenge.conference,
        about=challenge.about,
        words=challenge.words.strip(),
        would_settle=challenge.would_settle.strip(),
        agency=by.agency,
        agency_area=by.area,
        to_agency=challenge.to_agency,
        to_agency_area=challenge.to_agency_area,
        challenged=challenge.challenged,
        entry=challenge.entry,
        opened_at=at,
        opened_by=by.id,
    )
    _begin(row, 1, stage, by, at)
    return row.pk


def say_of(*, challenge: UUID, what: str, words: str, by: Actor, at: datetime) -> UUID:
    """Keep what somebody says beside the answers; ``what`` is one of ``types.SAID``. BadInput where there are no words."""
    row = Challenge.objects.get(id=challenge)
    if what == "added":
        check_can_add(challenge=_view(row.pk), by=by)
    if not words.strip():
        raise BadInput("words", "Write it in your own words.")
    said = SaidOfAChallenge.objects.create(
        area=row.area, challenge=row, what=what, words=words.strip(), said_at=at, said_by=by.id
    )
    return said.pk


@transaction.atomic
def answer(*, challenge: UUID, answer: str, words: str, by: Actor, at: datetime) -> None:
    """The person named for the stage answers, once. Raises Refused with the reason, or BadInput naming the field."""
    row = _held(challenge)
    check_can_answer(challenge=_view(challenge), by=by)
    if answer not in ANSWERS:
        raise BadInput("answer", "Choose whether something is changed, or why it stands.")
    if not words.strip():
        raise BadInput("words", "Say what is changed, or why it stands. Whoever disagrees reads your words.")
    _close(row, answer, words.strip(), by, at)


@transaction.atomic
def go_on(*, challenge: UUID, after: int, stage: NewStage, by: Actor, at: datetime) -> bool:
    """It goes to another stage; a stage that was not answered is closed as ``no_answer``.

    ``after`` is the number of the stage that whoever goes on has before them: answers False, and does nothing, where
    it has gone on already.
    """
    row = _held(challenge)
    held = _view(challenge)
    if not held.is_open or held.last.number != after:
        return False
    if held.last.waits:
        _close(row, NO_ANSWER, "", by, at)
    _begin(row, after + 1, stage, by, at)
    return True


@transaction.atomic
def hand_on(*, challenge: UUID, to: UUID, role: str, words: str, by: Actor, at: datetime) -> None:
    """Somebody else answers the stage that waits, by the same time: whoever was named left, or nobody had been."""
    row = _held(challenge)
    waiting = Stage.objects.filter(challenge=row, answered_at=None)
    if waiting.update(answerer_id=to, role=role):
        say_of(challenge=challenge, what="handed_on", words=words, by=by, at=at)


@transaction.atomic
def settle(*, challenge: UUID, outcome: str, words: str, entry: UUID, by: Actor, at: datetime) -> None:
    """Whoever disagreed says that it is settled, and how. Raises Refused, or BadInput naming the field."""
    row = _held(challenge)
    check_can_go_on(challenge=_view(challenge), by=by)
    check_settled(outcome=outcome, words=words)
    waiting = Stage.objects.filter(challenge=row, answered_at=None).exists()
    if waiting:
        _close(row, NO_ANSWER, "", by, at)
    row.outcome, row.settled_words, row.settled_entry = outcome, words.strip(), entry
    row.settled_at, row.settled_by = at, by.id
    row.save()


def check_settled(*, outcome: str, words: str) -> None:
    """How it was settled is listed, and said. Raises BadInput naming the field."""
    if outcome not in SETTLED:
        raise BadInput("outcome", "Choose how it was settled.")
    if not words.strip():
        raise BadInput("settled", "Say what settled it.")


def _begin(row: Challenge, number: int, stage: NewStage, by: Actor, at: datetime) -> None:
    Stage.objects.create(
        area=row.area,
        challenge=row,
        number=number,
        stage=stage.stage,
        is_last=stage.is_last,
        answerer_id=stage.answerer,
        role=stage.role,
        because=stage.because,
        why=stage.why.strip(),
        began_at=at,
        began_by=by.id,
        due_at=stage.due_at,
        calendar_version=stage.calendar_version,
    )


def _close(row: Challenge, answer: str, words: str, by: Actor, at: datetime) -> None:
    Stage.objects.filter(challenge=row, answered_at=None).update(
        answer=answer, answer_words=words, answered_at=at, answered_by=by.id
    )


def _held(challenge: UUID) -> Challenge:
    """The row, which nobody else changes until the transaction ends."""
    row = Challenge.objects.select_for_update().filter(id=challenge).first()
    if row is None:
        raise BadInput("challenge", "There is no such challenge.")
    return row


def _view(challenge: UUID) -> ChallengeView:
    held = queries.challenge(id=challenge)
    assert held is not None
    return held
