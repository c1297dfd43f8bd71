"""Requests for a conference and reviews of overrides: written, answered once, read."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from kith.decisions.challenges.models import ConferenceRequest, Override
from kith.decisions.challenges.policies import check_can_answer_conference, check_can_review
from kith.decisions.challenges.types import (
    ANSWERS_OF_A_CONFERENCE,
    FOUND,
    ConferenceRequestView,
    NewConferenceRequest,
    NewOverride,
    OverrideView,
)
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor


def ask_for_conference(*, asked: NewConferenceRequest, by: Actor, at: datetime) -> UUID:
    """Keep what a professional asks of the chair. Answers its id."""
    row = ConferenceRequest.objects.create(
        area=by.area,
        children=list(asked.children),
        agency=by.agency,
        agency_area=by.area,
        why=asked.why.strip(),
        backed_by=asked.backed_by,
        entry=asked.entry,
        owner_id=asked.owner,
        asked_at=at,
        asked_by=by.id,
        due_at=asked.due_at,
        calendar_version=asked.calendar_version,
    )
    return row.pk


@transaction.atomic
def answer_conference(
    *, asked: UUID, answer: str, reasons: str, entry: UUID, by: Actor, at: datetime
) -> None:
    """The chair says yes or no, once, with reasons. Raises Refused, or BadInput naming the field."""
    row = ConferenceRequest.objects.select_for_update().filter(id=asked).first()
    if row is None:
        raise BadInput("asked", "There is no such request.")
    check_can_answer_conference(asked=_asked(row), by=by)
    check_answer_of_conference(answer=answer, reasons=reasons)
    row.answer, row.reasons, row.answered_entry = answer, reasons.strip(), entry
    row.answered_at, row.answered_by = at, by.id
    row.save()


def check_answer_of_conference(*, answer: str, reasons: str) -> None:
    """Raises BadInput naming the field."""
    if answer not in ANSWERS_OF_A_CONFERENCE:
        raise BadInput("answer", "Choose yes or no.")
    if not reasons.strip():
        raise BadInput("reasons", "Write the reasons. Whoever asked reads them, and may challenge them.")


def answer_was_read(*, asked: UUID, by: Actor, at: datetime) -> None:
    """Whoever asked has read the answer; kept once."""
    ConferenceRequest.objects.filter(id=asked, asked_by=by.id, read_at=None).exclude(answer="").update(
        read_at=at
    )


def override(*, override: NewOverride, by: Actor, at: datetime) -> UUID:
    """Keep a decision against somebody's view, and who reviews it. Of a joint decision it is made once."""
    row = Override.objects.create(
        area=by.area,
        children=list(override.children),
        decision_id=override.decision,
        their_view=override.their_view.strip(),
        decided=override.decided.strip(),
        why=override.why.strip(),
        would_change=override.would_change.strip(),
        entry=override.entry,
        overridden_at=at,
        overridden_by=by.id,
        reviewer_id=override.reviewer,
        due_at=override.due_at,
        calendar_version=override.calendar_version,
    )
    return row.pk


def say_what_would_change(*, override: UUID, words: str, by: Actor, at: datetime) -> None:
    """Whoever overrode says what would change it, once. Raises Refused, or BadInput naming the field."""
    if not words.strip():
        raise BadInput("would_change", "Say what would change it: a fact, somebody’s opinion, a day.")
    if not Override.objects.filter(id=override, overridden_by=by.id, would_change="").update(
        would_change=words.strip()
    ):
        raise Refused("Whoever decided says once what would change it.")


@transaction.atomic
def review(*, override: UUID, answer: str, found: str, by: Actor, at: datetime) -> None:
    """The reviewer says whether it stands. Raises Refused, or BadInput naming the field."""
    row = Override.objects.select_for_update().filter(id=override).first()
    if row is None:
        raise BadInput("override", "There is no such review.")
    check_can_review(override=_override(row), by=by)
    if answer not in FOUND:
        raise BadInput("answer", "Choose whether it stands, or is to be decided again.")
    if not found.strip():
        raise BadInput("found", "Say what you looked at, and what you found.")
    row.answer, row.found, row.reviewed_at, row.reviewed_by = answer, found.strip(), at, by.id
    row.save()


# ── reads ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def conference_request(*, id: UUID) -> ConferenceRequestView | None:
    """One request for a conference, or None."""
    return next(iter(_all_asked(ConferenceRequest.objects.filter(id=id))), None)


def conferences_to_answer(*, practitioner: UUID) -> tuple[ConferenceRequestView, ...]:
    """Requests that wait for this chair, the earliest due first."""
    return _all_asked(
        ConferenceRequest.objects.filter(owner=practitioner, answer="").order_by("due_at", "id")
    )


def conferences_asked_by(*, practitioner: UUID) -> tuple[ConferenceRequestView, ...]:
    """What somebody asked for and has not been answered, or has not read the answer of."""
    return _all_asked(
        ConferenceRequest.objects.filter(asked_by=practitioner, read_at=None).order_by("due_at", "id")
    )


def conferences_about(*, child: UUID) -> tuple[ConferenceRequestView, ...]:
    """Every request for a conference about a child, the newest first."""
    return _all_asked(
        ConferenceRequest.objects.filter(children__contains=[child]).order_by("-asked_at", "-id")
    )


def override_of(*, id: UUID) -> OverrideView | None:
    """One override, or None."""
    return next(iter(_all_overrides(Override.objects.filter(id=id))), None)


def override_of_decision(*, decision: UUID) -> OverrideView | None:
    """The override that a joint decision was, or None."""
    return next(iter(_all_overrides(Override.objects.filter(decision=decision))), None)


def overrides_waiting_for(*, practitioner: UUID) -> tuple[OverrideView, ...]:
    """What this person reviews, or decided without saying what would change it; the earliest due first."""
    to_review = Q(reviewer=practitioner, answer="")
    to_say = Q(overridden_by=practitioner, would_change="")
    return _all_overrides(Override.objects.filter(to_review | to_say).order_by("due_at", "id"))


def overrides_in(*, area: str, at: datetime, days: int) -> tuple[OverrideView, ...]:
    """What was overridden in an area in the last days, and what is not reviewed; the newest first."""
    rows = Override.objects.filter(area=area)
    lately = Q(overridden_at__gte=at - timedelta(days=days)) | Q(answer="")
    return _all_overrides(rows.filter(lately).order_by("-overridden_at", "-id"))


def overrides_about(*, child: UUID) -> tuple[OverrideView, ...]:
    """Every override about a child, the newest first."""
    return _all_overrides(
        Override.objects.filter(children__contains=[child]).order_by("-overridden_at", "-id")
    )


def _all_asked(rows: QuerySet[ConferenceRequest]) -> tuple[ConferenceRequestView, ...]:
    return tuple(_asked(row) for row in rows)


def _asked(row: ConferenceRequest) -> ConferenceRequestView:
    return ConferenceRequestView(
        id=row.pk,
        area=row.area,
        children=tuple(row.children),
        agency=row.agency,
        agency_area=row.agency_area,
        why=row.why,
        backed_by=row.backed_by,
        entry=row.entry,
        owner=row.owner_id,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        due_at=row.due_at,
        answer=row.answer,
        reasons=row.reasons,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        read_at=row.read_at,
    )


def _all_overrides(rows: QuerySet[Override]) -> tuple[OverrideView, ...]:
    return tuple(_override(row) for row in rows)


def _override(row: Override) -> OverrideView:
    return OverrideView(
        id=row.pk,
        area=row.area,
        children=tuple(row.children),
        decision=row.decision_id,
        their_view=row.their_view,
        decided=row.decided,
        why=row.why,
        would_change=row.would_change,
        overridden_at=row.overridden_at,
        overridden_by=row.overridden_by,
        reviewer=row.reviewer_id,
        due_at=row.due_at,
        answer=row.answer,
        found=row.found,
        reviewed_at=row.reviewed_at,
        reviewed_by=row.reviewed_by,
    )
