"""Which homes must not be found, who lives in them, who bears a name, and what of their addresses changed since."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Min, Q
from django.db.models.functions import Lower

from kith.people import models
from kith.people.ages import day_of
from kith.people.types import HiddenHome, Named

CHANGES_OF_HOME = (
    "confidential_address_held",
    "confidential_address_ended",
    "address_moved_to_vault",
    "address_given",
    "address_ended",
    "address_withdrawn",
    "residency_started",
    "residency_ended",
    "residency_withdrawn",
    "tier_set",
)
"""What makes a document that was compiled before it one that may say too much."""
_AT_ONCE = 5000


def confidential_homes(*, people: Iterable[UUID], as_at: datetime) -> tuple[HiddenHome, ...]:
    """Every household with a confidential address, ended and withdrawn ones too, in which any of them was said to live."""
    day = day_of(as_at)
    secret = models.ConfidentialAddress.objects.values("household")
    asked = models.Residency.objects.filter(person__in=list(people), household__in=secret).values("household")
    ever: dict[UUID, set[UUID]] = {}
    rows = models.Residency.objects.filter(household__in=asked)
    for household, person in rows.values_list("household_id", "person_id"):
        ever.setdefault(household, set()).add(person)
    there = models.Residency.objects.filter(
        household__in=ever, withdrawn_at__isnull=True, known_at__lte=as_at
    )
    there = there.filter(
        Q(from_on__isnull=True) | Q(from_on__lte=day), Q(to_on__isnull=True) | Q(to_on__gt=day)
    )
    now: dict[UUID, set[UUID]] = {}
    for household, person in there.values_list("household_id", "person_id"):
        now.setdefault(household, set()).add(person)
    held = models.ConfidentialAddress.objects.filter(household__in=ever).order_by()
    since = dict(held.values_list("household").annotate(Min("known_at")))
    return tuple(
        HiddenHome(
            household=household,
            lived_there=frozenset(residents),
            live_there=frozenset(now.get(household, ())),
            since=since[household],
        )
        for household, residents in ever.items()
    )


def named(*, names: Iterable[str], area: str) -> tuple[Named, ...]:
    """Everybody of an area who bears one of these names, or is known by it, in any case of letters."""
    wanted = sorted({" ".join(name.lower().split()) for name in names})
    found: dict[UUID, Named] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        rows = models.Person.objects.filter(area=area).annotate(
            lower_name=Lower("display_name"), lower_known_as=Lower("known_as")
        )
        for row in rows.filter(Q(lower_name__in=some) | Q(lower_known_as__in=some) & ~Q(known_as="")):
            found[row.pk] = Named(
                id=row.pk,
                kind=row.kind,
                tier=row.tier,
                names=tuple(name for name in (row.display_name, row.known_as) if name),
            )
    return tuple(found.values())


def homes_changed_since(*, people: Iterable[UUID], since: datetime) -> tuple[str, ...]:
    """What was done to these people's homes and addresses since a moment, as codes of the trail, the first first."""
    asked = list(people)
    homes = models.Residency.objects.filter(person__in=asked).values("household")
    rows = models.PeopleChange.objects.filter(
        Q(household__in=homes) | Q(person__in=asked), what__in=CHANGES_OF_HOME, done_at__gte=since
    )
    return tuple(dict.fromkeys(rows.order_by("done_at", "id").values_list("what", flat=True)))
