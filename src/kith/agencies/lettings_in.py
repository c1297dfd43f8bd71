"""Who let in whom, on what proof, and what came of it; and whether a code that is typed at the door opens."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kith.agencies import models, one_time_codes, policies, types
from kith.kernel.types import Actor

OWN = (
    "password_changed", "factor_set_up", "factor_taken_away", "recovery_codes_made", "code_made", "code_used",
    "code_taken_back",
)  # fmt: skip
"""Changes of the trail that are about somebody's own sign-in, and that they are told of."""


def colleagues_to_let_in(*, by: Actor, at: datetime) -> tuple[types.Colleague, ...]:
    """Everybody whom a keeper may let in, by name: those who have a sign-in that is not closed, and never themselves."""
    rows = policies.whom_they_keep(by=by, at=at).exclude(pk=by.id).filter(sign_in__is_active=True)
    return tuple(
        types.Colleague(id=row.pk, name=row.name, title=row.title, email=row.sign_in.email)
        for row in rows.select_related("sign_in").order_by("name", "pk")
        if row.sign_in
    )


def lettings_in_for(*, by: Actor, since: datetime, at: datetime) -> tuple[types.LetIn, ...]:
    """Who was let in, the newest first: of the whole area for its guardian, else of those whom this keeper keeps."""
    rows = models.LettingIn.objects.filter(area=by.area, made_at__gte=since)
    if not policies.guards(by=by, at=at):
        rows = rows.filter(practitioner__in=policies.whom_they_keep(by=by, at=at))
    return _told(rows)


def lettings_in_of(*, practitioner: UUID, since: datetime) -> tuple[types.LetIn, ...]:
    """The codes that were made for somebody, the newest first: for them alone."""
    return _told(models.LettingIn.objects.filter(practitioner=practitioner, made_at__gte=since))


def changes_of_sign_in(*, practitioner: UUID, limit: int) -> tuple[types.SignInChange, ...]:
    """What changed about somebody's own sign-in, the newest first: for them alone."""
    rows = models.AgencyChange.objects.filter(practitioner=practitioner, what__in=OWN)
    return tuple(
        types.SignInChange(sentence=row.sentence, done_at=row.done_at)
        for row in rows.order_by("-done_at", "-id")[:limit]
    )


def letting_in_at_the_door(*, email: str, code: str, at: datetime) -> tuple[UUID, UUID] | None:
    """The letting in and the practitioner that an e-mail and a code lead to; None where they lead nowhere.

    It takes one hash and as many statements, whether the e-mail is somebody's or nobody's. Nothing is used up by it.
    """
    rows = models.Practitioner.objects.filter(sign_in__email=email.strip().lower(), sign_in__is_active=True)
    who = rows.values_list("pk", flat=True).first()
    waiting = waiting_code(practitioner=who, at=at)
    right = one_time_codes.is_this(code, held=waiting.code if waiting else None)
    return (waiting.pk, waiting.practitioner_id) if right and waiting else None


def waiting_code(*, practitioner: UUID | None, at: datetime) -> models.LettingIn | None:
    """The one code that opens for somebody now: the last that was made, if it has neither ended nor run out."""
    rows = models.LettingIn.objects.select_related("end").filter(practitioner=practitioner)
    last = rows.order_by("-made_at", "-pk").first()
    if last is None or last.to_at <= at or hasattr(last, "end"):
        return None
    return last


def _told(rows: QuerySet[models.LettingIn]) -> tuple[types.LetIn, ...]:
    held = list(rows.select_related("practitioner__agency", "end").order_by("-made_at", "-pk"))
    names = dict(
        models.Practitioner.objects.filter(pk__in={row.made_by for row in held}).values_list("pk", "name")
    )
    found, later = [], set[UUID]()
    for row in held:
        found.append(_let_in(row, names, replaced=row.practitioner_id in later))
        later.add(row.practitioner_id)
    return tuple(found)


def _let_in(row: models.LettingIn, names: dict[UUID, str], *, replaced: bool) -> types.LetIn:
    end = getattr(row, "end", None)
    return types.LetIn(
        id=row.pk,
        practitioner=row.practitioner_id,
        whom=row.practitioner.name,
        agency_name=row.practitioner.agency.name,
        proof=row.proof,
        words=row.words,
        made_at=row.made_at,
        made_by=row.made_by,
        made_by_name=names[row.made_by],
        to_at=row.to_at,
        how=end.how if end else "replaced" if replaced else "",
        ended_at=end.ended_at if end else None,
        device=end.device if end else "",
    )
