"""Reads of people, households and kin; ``as_at`` is both the day asked about and what was known by then.

They do not ask who is looking: pages go through ``kith.access.queries``.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from kith.people import kinship, models, types
from kith.people.ages import age_interval, age_words, day_of, is_child
from kith.people.hidden_homes import confidential_homes, homes_changed_since, named
from kith.people.homes_at import homes_at
from kith.people.over_time import addresses_over_time, children_of, home_over_time, kin_told, living_near
from kith.people.referrers_held import asked_who_told, referrers_called, referrers_of

__all__ = [
    "addresses_of",
    "addresses_over_time",
    "adults_around",
    "age_interval",
    "age_words",
    "asked_who_told",
    "born_to",
    "changes_of",
    "changes_of_household",
    "children_of",
    "confidential_homes",
    "home_over_time",
    "homes_at",
    "homes_changed_since",
    "household_of",
    "households_of",
    "is_child",
    "kin_told",
    "living_near",
    "mother_of",
    "named",
    "other_children",
    "parents_of",
    "person",
    "persons",
    "referrers_called",
    "referrers_of",
    "relations_of",
    "relatives",
    "whose_address",
    "with_confidential_home",
]


def person(*, id: UUID) -> types.Person | None:
    """One person as held now, or ``None``."""
    return persons(ids=[id]).get(id)


def persons(*, ids: Iterable[UUID]) -> dict[UUID, types.Person]:
    """Several people in one read, by id; those who are not held are absent."""
    return {row.pk: _person(row) for row in models.Person.objects.filter(pk__in=list(ids))}


def held_closely(*, ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these people who are restricted or sealed."""
    rows = models.Person.objects.filter(pk__in=ids).exclude(tier="normal")
    return frozenset(rows.values_list("pk", flat=True))


def _person(row: models.Person) -> types.Person:
    return types.Person(
        id=row.pk,
        area=row.area,
        kind=row.kind,
        display_name=row.display_name,
        known_as=row.known_as,
        sex=row.sex,
        pronouns=row.pronouns,
        language=row.language,
        birth=_birth(row),
        died_on=row.died_on,
        tier=row.tier,
    )


def _birth(row: models.Person) -> types.Birth:
    return types.Birth(
        born_from=row.born_from,
        born_to=row.born_to,
        expected_on=row.expected_on,
        ended_on=row.pregnancy_ended_on,
    )


def _in_force(as_at: datetime) -> Q:
    """Rows that held on that day and were believed at that moment. Periods are half-open: [from, to)."""
    day = day_of(as_at)
    held = (Q(from_on__isnull=True) | Q(from_on__lte=day)) & (Q(to_on__isnull=True) | Q(to_on__gt=day))
    believed = Q(known_at__lte=as_at) & (Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=as_at))
    return held & believed


def _residencies(as_at: datetime) -> QuerySet[models.Residency]:
    return models.Residency.objects.filter(_in_force(as_at))


def households_of(*, person: UUID, as_at: datetime) -> tuple[types.Household, ...]:
    """Every household in which they lived at that moment, the one joined last first (shared care is several)."""
    own = _residencies(as_at).filter(person=person).select_related("household")
    own = own.order_by(F("from_on").desc(nulls_last=True), "known_at")
    members = _members([row.household_id for row in own], as_at)
    return tuple(
        types.Household(
            id=row.household_id,
            area=row.household.area,
            name=row.household.name,
            members=members[row.household_id],
        )
        for row in own
    )


def household_of(*, person: UUID, as_at: datetime) -> types.Household | None:
    """The household that they joined last and lived in at that moment, or ``None`` where nobody knows."""
    return next(iter(households_of(person=person, as_at=as_at)), None)


def _members(households: list[UUID], as_at: datetime) -> dict[UUID, tuple[types.Member, ...]]:
    rows = _residencies(as_at).filter(household__in=households).select_related("person")
    found: dict[UUID, list[types.Member]] = {household: [] for household in households}
    for row in rows.order_by("person__display_name", "person_id"):
        found[row.household_id].append(_member(row, as_at))
    return {household: tuple(members) for household, members in found.items()}


def _member(row: models.Residency, as_at: datetime) -> types.Member:
    return types.Member(
        id=row.person_id,
        residency=row.pk,
        kind=row.person.kind,
        name=str(row.person),
        age=age_words(born=_birth(row.person), as_at=as_at),
        tier=row.person.tier,
        from_on=row.from_on,
    )


def other_children(*, child: UUID, as_at: datetime) -> tuple[types.Relative, ...]:
    """Children and unborn children of the household, and brothers, sisters and other kin who live elsewhere."""
    return tuple(one for one, is_a_child in _around(child, as_at) if is_a_child)


def adults_around(*, child: UUID, as_at: datetime) -> tuple[types.Relative, ...]:
    """Adults of the household, those who are around it, and kin, partners and carers who live elsewhere."""
    return tuple(one for one, is_a_child in _around(child, as_at, near=True) if not is_a_child)


def _around(child: UUID, as_at: datetime, *, near: bool = False) -> list[tuple[types.Relative, bool]]:
    """Everyone who lives with a child or is related to them, and whether each is a child at that moment."""
    relations = relations_of(person=child, as_at=as_at)
    at_home = _living_with(child, as_at)
    beside = living_near(person=child, as_at=as_at) if near else frozenset()
    rows = models.Person.objects.filter(pk__in={*relations, *at_home, *beside}).order_by("display_name", "pk")
    words = (
        dict.fromkeys(beside, "around the home") | dict.fromkeys(at_home, "in the same household") | relations
    )
    return [
        (
            _relative(row, words[row.pk], row.pk in at_home, as_at),
            is_child(kind=row.kind, born=_birth(row), as_at=as_at),
        )
        for row in rows
    ]


def _relative(row: models.Person, relation: str, lives_there: bool, as_at: datetime) -> types.Relative:
    return types.Relative(
        id=row.pk,
        kind=row.kind,
        name=str(row),
        age=age_words(born=_birth(row), as_at=as_at),
        relation=relation,
        lives_there=lives_there,
        tier=row.tier,
    )


def relatives(*, ids: Iterable[UUID], of: UUID | None = None, as_at: datetime) -> tuple[types.Relative, ...]:
    """These people, whoever they are, with what each is to ``of``; nothing is said of it where nobody said more."""
    relations = relations_of(person=of, as_at=as_at) if of else {}
    at_home = _living_with(of, as_at) if of else set()
    rows = models.Person.objects.filter(pk__in=list(ids)).order_by("display_name", "pk")
    return tuple(_relative(row, relations.get(row.pk, ""), row.pk in at_home, as_at) for row in rows)


def _living_with(person: UUID, as_at: datetime) -> set[UUID]:
    homes = _residencies(as_at).filter(person=person).values("household")
    others = _residencies(as_at).filter(household__in=homes).exclude(person=person)
    return set(others.values_list("person_id", flat=True))


def relations_of(*, person: UUID, as_at: datetime) -> dict[UUID, str]:
    """What each related person is to this one, in words.

    What somebody said wins over what was worked out: children of one parent are found through that parent.
    """
    rows = models.Relationship.objects.filter(_in_force(as_at)).select_related("person", "other")
    found = {row.pk: words for row, words in _through_a_parent(rows, person)}
    for row in rows.filter(person=person):
        found[row.other_id] = kinship.words(row.kind, sex=row.other.sex, other_way=True)
    for row in rows.filter(other=person):
        found[row.person_id] = kinship.words(row.kind, sex=row.person.sex)
    return found


def _through_a_parent(
    rows: QuerySet[models.Relationship], person: UUID
) -> Iterable[tuple[models.Person, str]]:
    """Brothers and sisters whom nobody named as such: they have a parent in common."""
    own = dict(rows.filter(other=person, kind__in=kinship.PARENTS).values_list("person_id", "kind"))
    siblings = rows.filter(person__in=own, kind__in=kinship.PARENTS).exclude(other=person)
    shared: dict[UUID, set[str]] = {}
    people: dict[UUID, models.Person] = {}
    for row in siblings:
        shared.setdefault(row.other_id, set()).add(own[row.person_id].replace("_", " "))
        people[row.other_id] = row.other
    for id, parents in shared.items():
        words = kinship.words("sibling", sex=people[id].sex)
        yield people[id], f"{words}, same {' and '.join(sorted(parents))}"


def mother_of(*, child: UUID, as_at: datetime) -> types.Person | None:
    """The mother of a child or an unborn child, as known then, or ``None``."""
    row = (
        models.Relationship.objects.filter(_in_force(as_at), other=child, kind="mother")
        .select_related("person")
        .order_by("-known_at")
        .first()
    )
    return _person(row.person) if row else None


def parents_of(*, child: UUID, as_at: datetime) -> tuple[tuple[UUID, str], ...]:
    """Who is said to be a parent of a child or an unborn child, each with the kind of it, in the order of being said."""
    rows = models.Relationship.objects.filter(_in_force(as_at), other=child, kind__in=kinship.PARENTS)
    return tuple(rows.order_by("known_at", "id").values_list("person_id", "kind"))


def born_to(*, parents: Iterable[UUID], households: Iterable[UUID], as_at: datetime) -> frozenset[UUID]:
    """Born children of these parents, and those who live in these households, as known then."""
    kin = models.Relationship.objects.filter(
        _in_force(as_at), person__in=list(parents), kind__in=kinship.PARENTS
    )
    there = _residencies(as_at).filter(household__in=list(households))
    ids = {*kin.values_list("other_id", flat=True), *there.values_list("person_id", flat=True)}
    rows = models.Person.objects.filter(pk__in=ids, kind="child", born_from__isnull=False)
    return frozenset(rows.values_list("pk", flat=True))


def addresses_of(
    *, household: UUID, as_at: datetime
) -> tuple[types.ConfidentialAddress, ...] | tuple[types.Address, ...]:
    """Where a household was. One confidential address hides every ordinary one of the same moment."""
    secret = models.ConfidentialAddress.objects.filter(_in_force(as_at), household=household).order_by(
        "-known_at"
    )
    if held := tuple(types.ConfidentialAddress(id=row.pk, household=household) for row in secret):
        return held
    rows = models.Address.objects.filter(_in_force(as_at), household=household)
    return tuple(_address(row) for row in rows.order_by(F("from_on").desc(nulls_last=True), "-known_at"))


def _address(row: models.Address) -> types.Address:
    return types.Address(
        id=row.pk,
        household=row.household_id,
        lines=tuple(row.lines),
        postcode=row.postcode,
        uprn=row.uprn,
        from_on=row.from_on,
        to_on=row.to_on,
    )


def whose_address(*, address: types.ConfidentialAddress, as_at: datetime) -> frozenset[UUID]:
    """The people who lived, at that moment, in the household that a confidential address belongs to."""
    held = models.ConfidentialAddress.objects.filter(pk=address.id).values("household")
    return frozenset(_residencies(as_at).filter(household__in=held).values_list("person_id", flat=True))


def with_confidential_home(*, people: Iterable[UUID], as_at: datetime) -> frozenset[UUID]:
    """Those of several people who lived, at that moment, in a household whose address is confidential: one read."""
    secret = models.ConfidentialAddress.objects.filter(_in_force(as_at)).values("household")
    rows = _residencies(as_at).filter(person__in=list(people), household__in=secret)
    return frozenset(rows.values_list("person_id", flat=True))


def changes_of(*, person: UUID) -> tuple[types.Change, ...]:
    """The trail of one person, oldest first."""
    rows = models.PeopleChange.objects.filter(person=person).order_by("done_at", "id")
    return tuple(_change(row) for row in rows)


def changes_of_household(*, household: UUID) -> tuple[types.Change, ...]:
    """The trail of one household, oldest first: who asked for its confidential address, and why."""
    rows = models.PeopleChange.objects.filter(household=household).order_by("done_at", "id")
    return tuple(_change(row) for row in rows)


def _change(row: models.PeopleChange) -> types.Change:
    return types.Change(
        id=row.pk,
        person=row.person_id,
        household=row.household_id,
        what=row.what,
        sentence=row.sentence,
        details=row.details,
        done_at=row.done_at,
        done_by=row.done_by,
        done_by_name=row.done_by_name,
    )
