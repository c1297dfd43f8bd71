"""Confidential addresses: held, ended, and revealed to a named person for a stated purpose."""

from datetime import date, datetime
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from django.views.decorators.debug import sensitive_variables

from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations import trail
from kith.people.operations.addresses import overlapping
from kith.people.operations.trail import Done
from kith.people.types import ConfidentialAddress


@sensitive_variables("whereabouts")
def hold_confidential_address(
    *,
    household: UUID,
    whereabouts: str,
    from_on: date | None = None,
    to_on: date | None = None,
    by: Actor,
    at: datetime,
) -> ConfidentialAddress:
    """Keep where a household must not be found; answers the value that stands for it.

    Ordinary addresses of the same period move into the vault with it. A failure of the database says nothing of
    the address: PostgreSQL quotes the failing row, so its own error is not let out.
    """
    if not whereabouts.strip():
        raise BadInput("whereabouts", "Say where it is.")
    trail.check_period(from_on, to_on)
    row = models.ConfidentialAddress(
        area=by.area, household_id=household, from_on=from_on, to_on=to_on, known_at=at, known_by=by.id
    )
    if not _kept(row, whereabouts.strip(), by, at):
        raise BadInput("whereabouts", "The address could not be held. Nothing was saved.")
    return ConfidentialAddress(id=row.pk, household=household)


@sensitive_variables("words")
def _kept(row: models.ConfidentialAddress, words: str, by: Actor, at: datetime) -> bool:
    """Whether it is in the vault now. The database's own error, which quotes the row, ends here."""
    try:
        with transaction.atomic():
            trail.household_to_change(row.household_id)
            moved = _move_into_vault(row)
            _lock_away(row, words)
            _keep("confidential_address_held", "A confidential address is held.", row, by, at)
            if moved:
                _keep(
                    "address_moved_to_vault", f"Ordinary addresses moved to the vault: {moved}.", row, by, at
                )
    except DatabaseError:
        return False
    return True


@sensitive_variables("words")
def _lock_away(row: models.ConfidentialAddress, words: str) -> None:
    row.save(force_insert=True)
    models.Whereabouts.objects.bulk_create([models.Whereabouts(address=row, area=row.area, words=words)])


@sensitive_variables("old", "ordinary", "words")
def _move_into_vault(row: models.ConfidentialAddress) -> int:
    """Ordinary addresses of the same period, withdrawn ones too, leave the ordinary table; answers how many."""
    given = models.Address.objects.filter(household=row.household_id)
    ordinary = list(overlapping(given, row.from_on, row.to_on))
    kept = (
        "area",
        "household_id",
        "from_on",
        "to_on",
        "known_at",
        "known_by",
        "withdrawn_at",
        "withdrawn_by",
    )
    for old in ordinary:
        copy = models.ConfidentialAddress(**{name: getattr(old, name) for name in kept})
        words = "\n".join(part for part in (*old.lines, old.postcode, old.uprn) if part)
        _lock_away(copy, words)
        old.delete()
    return len(ordinary)


@transaction.atomic
def end_confidential_address(*, address: ConfidentialAddress, to_on: date, by: Actor, at: datetime) -> None:
    """From that day the household is not there. The address stays confidential for the days before."""
    row = models.ConfidentialAddress.objects.select_for_update().filter(pk=address.id).first()
    if row is None:
        raise BadInput("address", "No such address is held.")
    trail.check_period(row.from_on, to_on)
    models.ConfidentialAddress.objects.filter(pk=row.pk).update(to_on=to_on)
    _keep("confidential_address_ended", f"A confidential address ended on {to_on}.", row, by, at)


@transaction.atomic
def reveal(*, address: ConfidentialAddress, purpose: str, by: Actor, at: datetime) -> str:
    """The only way to a confidential address: who asked and why is written first, then the value is read.

    Both are of one transaction. A door sends nothing to anybody before that transaction has been committed, so
    an address that was seen is always on the trail. Refused where the address belongs to another area. Whether
    this person is cleared for it is asked before, by ``kith.access.operations.reveal_address``.
    """
    said = trail.check_said(purpose, field_name="purpose")
    row = models.ConfidentialAddress.objects.filter(pk=address.id).first()
    if row is None:
        raise BadInput("address", "No such address is held.")
    if row.area != by.area:
        raise Refused("This address is held by another area. Ring their duty desk.")
    done = _keep("address_revealed", f"Confidential address revealed, for: {said}", row, by, at)
    return _words_for(row.pk, done)


@sensitive_variables()
def _words_for(address: UUID, done: UUID) -> str:
    """The address, which the database shows while ``kith.revealing`` names a row of the trail about it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(done)])
        words = (
            models.Whereabouts.objects.filter(pk=address)
            .values_list(Cast("words", TextField()), flat=True)
            .get()
        )
        cursor.execute("SELECT set_config('kith.revealing', '', true)")
    return words


def _keep(what: str, sentence: str, row: models.ConfidentialAddress, by: Actor, at: datetime) -> UUID:
    details = {"confidential_address": str(row.pk)}
    return trail.keep(
        Done(what=what, sentence=sentence, household=row.household_id, details=details), by=by, at=at
    )
