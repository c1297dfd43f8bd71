"""Who told of a child, as everybody may know it; and, for those who guard it, who asked for a name."""

from collections.abc import Iterable
from uuid import UUID

from kith.people import models
from kith.people.referrer_types import Referrer
from kith.people.types import Change


def referrers_of(*, child: UUID) -> tuple[Referrer, ...]:
    """Each telling that a referrer was held for, oldest first; the same ``informant`` is the same person."""
    return _values(models.Referrer.objects.filter(child=child))


def referrers_called(*, informant: UUID) -> tuple[Referrer, ...]:
    """The tellings of one informant, whose id stands in an entry's details, oldest first."""
    return _values(models.Referrer.objects.filter(informant=informant))


def asked_who_told(*, referrer: Referrer) -> tuple[Change, ...]:
    """Who held, was shown or was refused the name, and why, oldest first: for the guardian of information."""
    rows = models.ReferrerChange.objects.filter(referrer=referrer.id).order_by("done_at", "id")
    return tuple(
        Change(
            id=row.pk,
            person=referrer.child,
            household=None,
            what=row.what,
            sentence=row.sentence,
            details={},
            done_at=row.done_at,
            done_by=row.done_by,
            done_by_name=row.done_by_name,
        )
        for row in rows
    )


def _values(rows: Iterable[models.Referrer]) -> tuple[Referrer, ...]:
    held = sorted(rows, key=lambda row: (row.known_at, row.pk))
    return tuple(
        Referrer(id=row.pk, child=row.child_id, informant=row.informant, told_as=row.told_as) for row in held
    )
