"""Practitioners come, join teams, are appointed, put on duty and given a sign-in; each takes ``by`` and ``at``."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.agencies import models, one_time_codes, policies
from kith.agencies.lettings_in import waiting_code
from kith.agencies.passwords import check_new_password
from kith.agencies.rulebook_lists import check_role
from kith.agencies.types import NewLettingIn, NewPractitioner
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor

CODE_LASTS = timedelta(hours=1)
LONGEST_WORDS = 500
FACTOR_CHANGES = ("factor_set_up", "factor_taken_away", "recovery_codes_made")
PROOF_WORDS = {
    "in_person": "seen in person",
    "by_video": "seen on video with their photo card",
    "rung_back": "known for over a year and rung back on the number in the directory",
}


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


@transaction.atomic
def change_password(*, password: str, device: str, by: Actor, at: datetime) -> None:
    """Somebody has another password from now on, and is told on which device it was changed. BadInput where it will not do."""
    row = _practitioner(by.id)
    sign_in = _open_sign_in(row)
    check_new_password(password, sign_in=sign_in)
    sign_in.set_password(password)
    sign_in.save(update_fields=["password"])
    _keep("password_changed", f"Your password was changed, on {device}.", row, by, at)


@transaction.atomic
def keep_factor_change(*, what: str, sentence: str, by: Actor, at: datetime) -> None:
    """Somebody set up or took away what they prove themselves with: one row of the trail, in words for them."""
    if what not in FACTOR_CHANGES:
        raise BadInput("what", f"It is one of {', '.join(FACTOR_CHANGES)}.")
    _keep(what, sentence, _practitioner(by.id), by, at)


@transaction.atomic
def let_in_again(*, asked: NewLettingIn, by: Actor, at: datetime) -> str:
    """Makes a code by which a colleague who cannot get in comes in once, within the hour. It is answered here and never again.

    A code that was made for them before opens no longer; nothing else changes until this one is used. Raises Refused for
    anybody whom ``by`` does not keep.
    """
    policies.check_can_let_in(practitioner=asked.practitioner, by=by, at=at)
    words = asked.words.strip()
    if asked.proof not in models.PROOFS:
        raise BadInput("proof", "Choose how they proved who they are.")
    if not words:
        raise BadInput(
            "words", "Write what you saw or whom you rang, so that another keeper could ask again."
        )
    if len(words) > LONGEST_WORDS:
        raise BadInput("words", f"Use at most {LONGEST_WORDS} characters.")
    row = _practitioner(asked.practitioner)
    _open_sign_in(row)
    if models.LettingIn.objects.filter(pk=asked.id).exists():
        raise BadInput(
            "practitioner", "That code was made already, and is not shown again. Make another, if it is lost."
        )
    code = one_time_codes.new_code()
    models.LettingIn.objects.create(
        id=asked.id, area=row.area, practitioner=row, proof=asked.proof, words=words,
        code=one_time_codes.hashed(code), made_at=at, made_by=by.id, to_at=at + CODE_LASTS,
    )  # fmt: skip
    _keep(
        "code_made", f"A code to let you in was made by {by.name}: {PROOF_WORDS[asked.proof]}.", row, by, at
    )
    return code


@transaction.atomic
def take_code_back(*, letting_in: UUID, by: Actor, at: datetime) -> None:
    """A keeper ends a code that was not used: it went to the wrong person, or is not needed."""
    held = models.LettingIn.objects.filter(pk=letting_in).first()
    if held is None:
        raise Refused("There is no such code for you to take back.")
    policies.check_can_let_in(practitioner=held.practitioner_id, by=by, at=at)
    row = _practitioner(held.practitioner_id)
    _end_code(held.pk, row, at, how="taken_back", by=by)
    _keep("code_taken_back", f"A code to let you in was taken back by {by.name}.", row, by, at)


@transaction.atomic
def use_code(*, letting_in: UUID, password: str | None, device: str, by: Actor, at: datetime) -> None:
    """Whoever holds the code comes in by it, once: they have this password now, or none where their agency proves them.

    ``by`` is whom it was made for. BadInput on ``code`` where it opens no longer, on ``new_password`` where that will
    not do; nothing is used up by either.
    """
    row = _practitioner(by.id)
    sign_in = _open_sign_in(row)
    _end_code(letting_in, row, at, how="used", by=by, device=device)
    if password is not None:
        check_new_password(password, sign_in=sign_in)
        sign_in.set_password(password)
        sign_in.save(update_fields=["password"])
    _keep(
        "code_used",
        f"You were let in with a code, on {device}. What you had before it opens nothing.",
        row,
        by,
        at,
    )


@transaction.atomic
def keep_refusal(*, by: Actor, at: datetime) -> None:
    """Somebody was refused to let in, or take back the code of, a person whom they do not keep: kept under their own name."""
    sentence = f"{by.name} was refused to let in somebody whom they do not keep."
    _keep("letting_in_refused", sentence, _practitioner(by.id), by, at)


def _end_code(
    letting_in: UUID, row: models.Practitioner, at: datetime, *, how: str, by: Actor, device: str = ""
) -> None:
    """Ends the one code that waits for somebody, whose row is locked: of two at once the second finds it ended."""
    waiting = waiting_code(practitioner=row.pk, at=at)
    if waiting is None or waiting.pk != letting_in:
        raise BadInput("code", "That code opens nothing any more. Ask for another.")
    models.LettingInEnd.objects.create(
        area=row.area, letting_in=waiting, how=how, device=device, ended_at=at, ended_by=by.id
    )


def _open_sign_in(row: models.Practitioner) -> models.SignIn:
    if row.sign_in is None or not row.sign_in.is_active:
        raise Refused(f"{row.name} has no sign-in that is open.")
    return row.sign_in


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
