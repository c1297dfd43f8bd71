"""Reads of challenges."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.decisions.challenges.models import Challenge, Stage
from kith.decisions.challenges.types import ChallengeView, SaidView, StageView


def challenge(*, id: UUID) -> ChallengeView | None:
    """One challenge, or None."""
    return next(iter(_views(Challenge.objects.filter(id=id))), None)


def open_challenge_of(
    *, thing: UUID, about: str, agency: str, agency_area: str, to_agency: str
) -> ChallengeView | None:
    """The challenge that an agency has open of the same thing, about the same and with the same other side."""
    rows = Challenge.objects.filter(
        thing=thing, about=about, agency=agency, agency_area=agency_area, to_agency=to_agency, settled_at=None
    )
    return next(iter(_views(rows)), None)


def challenges_about(*, children: Iterable[UUID]) -> tuple[ChallengeView, ...]:
    """Every challenge about any of these children, the newest first."""
    return _views(Challenge.objects.filter(children__overlap=list(children)).order_by("-opened_at", "-id"))


def challenges_of_decision(*, decision: UUID) -> tuple[ChallengeView, ...]:
    """Every challenge of one joint decision, in the order in which they were opened."""
    return _views(Challenge.objects.filter(decision=decision).order_by("opened_at", "id"))


def to_answer(*, practitioner: UUID) -> tuple[ChallengeView, ...]:
    """Open challenges at a stage that waits for this person."""
    return _views(
        Challenge.objects.filter(
            settled_at=None, stages__answerer=practitioner, stages__answered_at=None
        ).order_by("opened_at", "id")
    )


def asked_of(*, practitioner: UUID) -> tuple[ChallengeView, ...]:
    """Open challenges on which somebody asked this person something after they had answered, and they have not added since."""
    rows = Challenge.objects.filter(settled_at=None, stages__answered_by=practitioner, said__what="asked")
    found = _views(rows.distinct().order_by("opened_at", "id"))
    return tuple(one for one in found if _last_word(one, practitioner) == "asked")


def _last_word(challenge: ChallengeView, practitioner: UUID) -> str:
    """Whether the last that concerns somebody was a question, or their own words."""
    theirs = [
        (one.said_at, one.what)
        for one in challenge.said
        if one.what == "asked" or one.said_by == practitioner
    ]
    theirs += [
        (one.answered_at, "answered")
        for one in challenge.stages
        if one.answered_by == practitioner and one.answered_at
    ]
    return max(theirs)[1] if theirs else ""


def opened_or_joined_by(*, practitioner: UUID, only_open: bool = True) -> tuple[ChallengeView, ...]:
    """Challenges that somebody opened, or joined as a colleague."""
    rows = Challenge.objects.filter(
        Q(opened_by=practitioner) | Q(said__what="joined", said__said_by=practitioner)
    )
    rows = rows.filter(settled_at=None) if only_open else rows
    return _views(rows.distinct().order_by("-opened_at", "-id"))


def open_in(*, area: str) -> tuple[ChallengeView, ...]:
    """Every open challenge of an area, the longest open first: for whoever scrutinises."""
    return _views(Challenge.objects.filter(area=area, settled_at=None).order_by("opened_at", "id"))


def to_climb(*, about: Iterable[str], at: datetime, limit: int) -> tuple[ChallengeView, ...]:
    """Open challenges of those subjects that nobody answered in time, and that have a stage left."""
    late = Stage.objects.filter(
        answered_at=None,
        due_at__lt=at,
        is_last=False,
        challenge__settled_at=None,
        challenge__about__in=list(about),
    ).order_by("due_at", "id")
    return _views(Challenge.objects.filter(id__in=list(late.values_list("challenge", flat=True)[:limit])))


def waiting_at_a_stage(*, area: str) -> tuple[ChallengeView, ...]:
    """Open challenges of an area at a stage that nobody has answered."""
    rows = Challenge.objects.filter(area=area, settled_at=None, stages__answered_at=None)
    return _views(rows.order_by("opened_at", "id"))


def areas_with_open_stages() -> tuple[str, ...]:
    """The areas in which a stage waits."""
    rows = Stage.objects.filter(answered_at=None, challenge__settled_at=None)
    return tuple(rows.order_by("area").values_list("area", flat=True).distinct())


def _views(rows: QuerySet[Challenge]) -> tuple[ChallengeView, ...]:
    return tuple(_view(row) for row in rows.prefetch_related("stages", "said"))


def _view(row: Challenge) -> ChallengeView:
    return ChallengeView(
        id=row.pk,
        area=row.area,
        thing=row.thing,
        children=tuple(row.children),
        decision=row.decision_id,
        conference=row.conference_id,
        about=row.about,
        words=row.words,
        would_settle=row.would_settle,
        agency=row.agency,
        agency_area=row.agency_area,
        to_agency=row.to_agency,
        to_agency_area=row.to_agency_area,
        challenged=row.challenged,
        entry=row.entry,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        outcome=row.outcome,
        settled_words=row.settled_words,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        stages=tuple(_stage(one) for one in sorted(row.stages.all(), key=lambda one: one.number)),
        said=tuple(
            SaidView(what=one.what, words=one.words, said_at=one.said_at, said_by=one.said_by)
            for one in sorted(row.said.all(), key=lambda one: one.said_at)
        ),
    )


def _stage(row: Stage) -> StageView:
    return StageView(
        id=row.pk,
        number=row.number,
        stage=row.stage,
        is_last=row.is_last,
        answerer=row.answerer_id,
        role=row.role,
        because=row.because,
        why=row.why,
        began_at=row.began_at,
        began_by=row.began_by,
        due_at=row.due_at,
        answer=row.answer,
        answer_words=row.answer_words,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
    )
