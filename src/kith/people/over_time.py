"""How a child's households came to be as they are: every period that was ever told of, as known by a moment."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from kith.people import kinship, models
from kith.people.ages import day_of
from kith.people.types import Address, ConfidentialAddress, HomeOverTime, Housed, Kinship, Spell, Stay, Told

IN_A_PARENTS_PLACE = kinship.PARENTS | {"step_parent", "special_guardian"}
Same = Callable[[Any], tuple]
"""What two rows have in common that say the same, the one with an end and the other without."""


def home_over_time(*, child: UUID, as_at: datetime) -> HomeOverTime:
    """Every household in which a child is or was said to live, with all that was known of it by then.

    A residency that was ended is one period, told of by one person and its end by another. What is no longer believed
    is there too, and says so.
    """
    own = _known(models.Residency, as_at).filter(person=child).order_by(F("from_on").desc(nulls_last=True))
    homes = tuple(dict.fromkeys(own.values_list("household_id", flat=True)))
    return HomeOverTime(
        households=homes,
        stays=(
            *_stays(models.Residency, homes, as_at, lives_there=True),
            *_stays(models.Presence, homes, as_at, lives_there=False),
        ),
        addresses=_addresses(homes, as_at),
    )


def addresses_over_time(*, child: UUID, as_at: datetime) -> HomeOverTime:
    """The same of the child's own periods and the addresses alone, in few statements: before a visit, for one."""
    rows = _known(models.Residency, as_at).filter(person=child)
    own = list(rows.order_by(F("from_on").desc(nulls_last=True), "known_at"))
    homes = tuple(dict.fromkeys(row.household_id for row in own))
    stays = tuple(_as_stays(own, as_at, lives_there=True))
    return HomeOverTime(households=homes, stays=stays, addresses=_addresses(homes, as_at))


def _known(model: Any, as_at: datetime) -> Any:
    return model.objects.filter(known_at__lte=as_at)


def _stays(model: Any, homes: Sequence[UUID], as_at: datetime, *, lives_there: bool) -> list[Stay]:
    rows = _known(model, as_at).filter(household__in=homes)
    rows = rows.order_by(F("from_on").asc(nulls_first=True), "person__display_name", "known_at")
    return _as_stays(rows, as_at, lives_there=lives_there)


def _as_stays(rows: Iterable[Any], as_at: datetime, *, lives_there: bool) -> list[Stay]:
    return [
        Stay(
            id=row.pk,
            person=row.person_id,
            household=row.household_id,
            lives_there=lives_there,
            spell=spell,
        )
        for row, spell in _spells(rows, lambda row: (row.household_id, row.person_id, row.from_on), as_at)
    ]


def _spells(rows: Iterable[Any], same: Same, as_at: datetime) -> list[tuple[Any, Spell]]:
    """One period for each row, but that a row which only gives another its end is one with it."""
    held = list(rows)
    told = {row.pk: Told(at=row.known_at, by=row.known_by) for row in held}
    first = dict(told)
    follows = {_key(same, row, row.known_at): row for row in held}
    found = []
    for row in sorted(held, key=lambda row: row.known_at):
        gone = _withdrawal(row, as_at)
        after = follows.get(_key(same, row, gone.at)) if gone else None
        if after is not None and after.pk != row.pk:
            first[after.pk] = first[row.pk]
            continue
        ended = told[row.pk] if first[row.pk] != told[row.pk] else None
        found.append(
            (
                row,
                Spell(from_on=row.from_on, to_on=row.to_on, told=first[row.pk], ended=ended, withdrawn=gone),
            )
        )
    places = {row.pk: place for place, row in enumerate(held)}
    return sorted(found, key=lambda pair: places[pair[0].pk])


def _key(same: Same, row: Any, at: datetime) -> tuple:
    return (*same(row), at)


def _withdrawal(row: Any, as_at: datetime) -> Told | None:
    if row.withdrawn_at is None or row.withdrawn_at > as_at:
        return None
    return Told(at=row.withdrawn_at, by=row.withdrawn_by)


def _addresses(homes: Sequence[UUID], as_at: datetime) -> tuple[Housed, ...]:
    """Ordinary ones with their words, confidential ones without."""
    ordinary = _known(models.Address, as_at).filter(household__in=homes)
    secret = _known(models.ConfidentialAddress, as_at).filter(household__in=homes)
    found = [
        *(Housed(address=_address(row), household=row.household_id, spell=spell)
          for row, spell in _spells(ordinary, _same_address, as_at)),
        *(Housed(address=ConfidentialAddress(id=row.pk, household=row.household_id), household=row.household_id, spell=spell)
          for row, spell in _spells(secret, lambda row: (row.pk,), as_at)),
    ]  # fmt: skip
    return tuple(sorted(found, key=_newest_first, reverse=True))


def _same_address(row: models.Address) -> tuple:
    return row.household_id, tuple(row.lines), row.postcode, row.uprn, row.from_on


def _newest_first(one: Housed) -> tuple:
    spell = one.spell
    return spell.from_on is not None, spell.from_on or spell.told.at.date(), spell.told.at


def _address(row: models.Address) -> Address:
    return Address(
        id=row.pk,
        household=row.household_id,
        lines=tuple(row.lines),
        postcode=row.postcode,
        uprn=row.uprn,
        from_on=row.from_on,
        to_on=row.to_on,
    )


def living_near(*, person: UUID, as_at: datetime) -> frozenset[UUID]:
    """Adults who were around the household in which somebody lived at that moment, without living there."""
    homes = _in_force(models.Residency, as_at).filter(person=person).values("household")
    near = _in_force(models.Presence, as_at).filter(household__in=homes)
    return frozenset(near.values_list("person_id", flat=True))


def _in_force(model: Any, as_at: datetime) -> Any:
    """As in ``queries``: it held on that day, and was believed at that moment."""
    day = day_of(as_at)
    held = (Q(from_on__isnull=True) | Q(from_on__lte=day)) & (Q(to_on__isnull=True) | Q(to_on__gt=day))
    believed = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=as_at)
    return _known(model, as_at).filter(held & believed)


def children_of(*, adults: Iterable[UUID], as_at: datetime) -> tuple[Kinship, ...]:
    """Whose parents these adults are, or in a parent's place, as known then; by the adults' ids and the children's."""
    rows = _in_force(models.Relationship, as_at).filter(person__in=list(adults), kind__in=IN_A_PARENTS_PLACE)
    rows = rows.select_related("other").order_by("person_id", "other_id", "known_at")
    return tuple(
        Kinship(
            adult=row.person_id,
            child=row.other_id,
            words=kinship.words(row.kind, sex=row.other.sex, other_way=True),
        )
        for row in rows
    )


def kin_told(*, person: UUID, as_at: datetime) -> dict[UUID, Spell]:
    """Since when each person who was said to be related to this one is, and who told it: the latest that was said."""
    rows = (
        _in_force(models.Relationship, as_at).filter(Q(person=person) | Q(other=person)).order_by("known_at")
    )
    return {
        row.other_id if row.person_id == person else row.person_id: Spell(
            from_on=row.from_on, to_on=row.to_on, told=Told(at=row.known_at, by=row.known_by)
        )
        for row in rows
    }
