"""An unborn child is born, or the pregnancy ended without a birth; the child's row and its trail go on."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models
from kith.people.ages import day_of
from kith.people.operations import trail
from kith.people.operations.trail import Done
from kith.people.types import Baby


@transaction.atomic
def record_birth(*, person: UUID, baby: Baby, by: Actor, at: datetime) -> None:
    """An unborn child is born: the same person, a child from now on, with their name and sex where those are known."""
    if baby.sex not in models.SEXES:
        raise BadInput("sex", "It is female, male or not_known.")
    row = _unborn(person)
    _check_has_come(baby.born_on, at, field="born_on")
    if row.pregnancy_ended_on is not None:
        raise BadInput("person", "It is written down that this pregnancy ended. Withdraw that first.")
    before = _as_it_was(row)
    row.kind, row.born_from, row.born_to = "child", baby.born_on, baby.born_on
    if baby.display_name.strip():
        row.display_name, row.known_as = baby.display_name.strip(), ""
    row.sex = row.sex if baby.sex == "not_known" else baby.sex
    row.save(update_fields=["kind", "born_from", "born_to", "display_name", "known_as", "sex"])
    done = Done(
        what="born", sentence=f"Was born on {baby.born_on}.", person=person, details={"before": before}
    )
    trail.keep(done, by=by, at=at)


@transaction.atomic
def record_loss(*, person: UUID, ended_on: date, by: Actor, at: datetime) -> None:
    """The pregnancy had ended by that day without a birth. Everything that is held of the child stays."""
    row = _unborn(person)
    _check_has_come(ended_on, at, field="ended_on")
    if row.pregnancy_ended_on is not None:
        raise BadInput("person", "It is written down already that this pregnancy ended.")
    row.pregnancy_ended_on = ended_on
    row.save(update_fields=["pregnancy_ended_on"])
    sentence = f"The pregnancy had ended by {ended_on}, without a birth."
    trail.keep(Done(what="pregnancy_ended", sentence=sentence, person=person), by=by, at=at)


@transaction.atomic
def withdraw_loss(*, person: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was a mistake: the child is expected as before. The trail keeps what was said, and why it was withdrawn."""
    said = trail.check_said(because)
    row = _unborn(person)
    if row.pregnancy_ended_on is None:
        raise BadInput("person", "Nobody has written down that this pregnancy ended.")
    before = {"pregnancy_ended_on": row.pregnancy_ended_on.isoformat()}
    row.pregnancy_ended_on = None
    row.save(update_fields=["pregnancy_ended_on"])
    sentence = f"That the pregnancy ended was withdrawn, because: {said}"
    done = Done(what="pregnancy_end_withdrawn", sentence=sentence, person=person, details={"before": before})
    trail.keep(done, by=by, at=at)


def _unborn(person: UUID) -> models.Person:
    row = trail.person_to_change(person)
    if row.kind != "unborn":
        raise BadInput("person", "This child is born already.")
    return row


def _check_has_come(day: date, at: datetime, *, field: str) -> None:
    if day > day_of(at):
        raise BadInput(field, "Enter a date that is not in the future")


def _as_it_was(row: models.Person) -> dict[str, str]:
    return {
        "kind": row.kind,
        "display_name": row.display_name,
        "known_as": row.known_as,
        "sex": row.sex,
        "expected_on": row.expected_on.isoformat() if row.expected_on else "",
    }
