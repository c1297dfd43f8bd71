"""Practitioners come, join teams, are appointed, put on duty and given a sign-in; each takes ``by`` and ``at``."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.agencies import models
from kith.agencies.rulebook_lists import check_role
from kith.agencies.types import NewPractitioner
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


@transaction.atomic
def register_practitioner(*, practitioner: NewPractitioner, by: Actor, at: datetime) -> UUID:
    """Somebody begins to work in an agency of the actor's area; answers their id."""
    agency = models.Agency.objects.filter(area=by.area, code=practitioner.agency).first()
    if agency is None:
        raise BadInput("agency", f"{by.area} has no agency {practitioner.agency}.")
    if not practitioner.name.strip() or not practitioner.code.strip():
        raise BadInput("name", "A practitioner has a name and a code.")
    row, made = models.Practitioner.objects.get_or_create(
        area=by.area,
        code=practitioner.code,
        defaults={
            "agency": agency,
            "name": practitioner.name,
            "title": practitioner.title,
            "phone": practitioner.phone,
        },
    )
    if not made:
        raise BadInput("code", f"{practitioner.code} is somebody already.")
    _keep("practitioner_set", f"{row.name} works in {agency.name}.", row, by, at)
    if practitioner.team:
        join_team(practitioner=row.pk, team=_team(by.area, practitioner.team).pk, by=by, at=at)
    return row.pk


@transaction.atomic
def join_team(*, practitioner: UUID, team: UUID, by: Actor, at: datetime) -> UUID:
    """Somebody belongs to a team from now on; answers the membership's id."""
    row = _practitioner(practitioner)
    joined, made = models.Membership.objects.get_or_create(
        practitioner=row,
        team_id=team,
        to_at=None,
        defaults={"area": row.area, "from_at": at, "joined_by": by.id},
    )
    if made:
        _keep("team_joined", f"{row.name} joined {joined.team}.", row, by, at)
    return joined.pk


@transaction.atomic
def leave_team(*, practitioner: UUID, team: UUID, by: Actor, at: datetime) -> None:
    """Somebody belongs to a team no longer, and sees by it nothing more."""
    row = _practitioner(practitioner)
    joined = models.Membership.objects.filter(practitioner=row, team=team, to_at__isnull=True).first()
    if joined is None:
        raise BadInput("team", f"{row.name} does not belong to that team.")
    _end(joined, at)
    _keep("team_left", f"{row.name} left {joined.team}.", row, by, at)


@transaction.atomic
def appoint(*, practitioner: UUID, role: str, team: UUID | None = None, by: Actor, at: datetime) -> UUID:
    """Somebody holds a role of the rulebook's closed list from now on, in a team or in the area. Answers its id."""
    check_role(role)
    row = _practitioner(practitioner)
    held = models.RoleHeld.objects.filter(practitioner=row, role=role, team=team, to_at__isnull=True)
    if held.exists():
        raise BadInput("role", f"{row.name} holds that role already.")
    made = models.RoleHeld.objects.create(
        area=row.area, practitioner=row, role=role, team_id=team, from_at=at, appointed_by=by.id
    )
    _keep("appointed", f"{row.name} appointed {role.replace('_', ' ')}.", row, by, at)
    return made.pk


@transaction.atomic
def end_role(*, held: UUID, by: Actor, at: datetime) -> None:
    """Somebody holds a role no longer. ``held`` is from ``appoint`` or ``queries.roles_of``."""
    row = models.RoleHeld.objects.select_for_update().filter(pk=held, to_at__isnull=True).first()
    if row is None:
        raise BadInput("held", "Nobody holds that role now.")
    _end(row, at)
    sentence = f"{row.practitioner.name} ended as {row.role.replace('_', ' ')}."
    _keep("role_ended", sentence, row.practitioner, by, at)


@transaction.atomic
def put_on_duty(
    *, practitioner: UUID, role: str, from_at: datetime, to_at: datetime, by: Actor, at: datetime
) -> UUID:
    """Somebody answers for a role between two moments, before whoever the rota names. Answers the duty's id."""
    check_role(role)
    if to_at <= from_at:
        raise BadInput("to_at", "A duty ends after it starts.")
    row = _practitioner(practitioner)
    made = models.Duty.objects.create(
        area=row.area, role=role, practitioner=row, from_at=from_at, to_at=to_at, put_by=by.id
    )
    _keep("put_on_duty", f"{row.name} on duty as {role.replace('_', ' ')}.", row, by, at)
    return made.pk


@transaction.atomic
def give_sign_in(
    *, practitioner: UUID, email: str, password: str | None = None, by: Actor, at: datetime
) -> UUID:
    """A practitioner may come in by an e-mail address. Without a password, by another proof only. Answers its id."""
    row = _practitioner(practitioner)
    if row.sign_in_id is not None:
        raise BadInput("practitioner", f"{row.name} has a sign-in already.")
    try:
        with transaction.atomic():
            made = models.SignIn.objects.create_user(email, password, area=row.area)
    except IntegrityError:
        raise BadInput("email", "That address is somebody's sign-in already.") from None
    row.sign_in = made
    row.save(update_fields=["sign_in"])
    _keep("sign_in_given", f"{row.name} was given a sign-in.", row, by, at)
    return made.pk


@transaction.atomic
def close_sign_in(*, practitioner: UUID, because: str, by: Actor, at: datetime) -> None:
    """Somebody may come in no longer. Their name stays on what they did."""
    if not because.strip():
        raise BadInput("because", "Say why, in a sentence.")
    row = _practitioner(practitioner)
    if row.sign_in is None:
        raise BadInput("practitioner", f"{row.name} has no sign-in.")
    row.sign_in.is_active = False
    row.sign_in.save(update_fields=["is_active"])
    _keep("sign_in_closed", f"{row.name}'s sign-in was closed, because: {because.strip()}", row, by, at)


def _practitioner(id: UUID) -> models.Practitioner:
    row = models.Practitioner.objects.select_for_update().filter(pk=id).first()
    if row is None:
        raise BadInput("practitioner", "No such practitioner is held.")
    return row


def _team(area: str, code: str) -> models.Team:
    row = models.Team.objects.filter(area=area, code=code).first()
    if row is None:
        raise BadInput("team", f"{area} has no team {code}.")
    return row


def _end(row: models.Membership | models.RoleHeld, at: datetime) -> None:
    if at <= row.from_at:
        raise BadInput("at", "It had not started at that moment.")
    row.to_at = at
    row.save(update_fields=["to_at"])


def _keep(what: str, sentence: str, row: models.Practitioner, by: Actor, at: datetime) -> None:
    models.AgencyChange.objects.create(
        area=row.area,
        practitioner=row,
        what=what,
        sentence=sentence,
        done_at=at,
        done_by=by.id,
        done_by_name=by.name,
    )
