"""The tables of the people room."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from pgtrigger import Delete, Protect, ReadOnly, Update

from kith.kernel.ids import new_id
from kith.people import kinship
from kith.people.referrer_models import Referrer, ReferrerChange, ReferrerKey, ReferrerVault
from kith.people.types import WITHHELD
from kith.people.withheld import WithheldField

__all__ = [
    "Address",
    "ConfidentialAddress",
    "Household",
    "PeopleChange",
    "Person",
    "Presence",
    "Referrer",
    "ReferrerChange",
    "ReferrerKey",
    "ReferrerVault",
    "Relationship",
    "Residency",
    "Whereabouts",
]

PERSON_KINDS = ("child", "adult", "unborn")
SEXES = ("female", "male", "not_known")
TIERS = ("normal", "restricted", "sealed")
CHANGES = (
    "person_registered",
    "renamed",
    "birth_registered",
    "born",
    "pregnancy_ended",
    "pregnancy_end_withdrawn",
    "death_registered",
    "tier_set",
    "household_registered",
    "residency_started",
    "residency_ended",
    "residency_withdrawn",
    "presence_started",
    "presence_ended",
    "presence_withdrawn",
    "related",
    "relationship_ended",
    "relationship_withdrawn",
    "address_given",
    "address_moved_to_vault",
    "address_ended",
    "address_withdrawn",
    "confidential_address_held",
    "confidential_address_ended",
    "address_revealed",
    "address_searched_for",
)


def _period(name: str) -> models.CheckConstraint:
    """A period that has two ends starts before it ends."""
    return models.CheckConstraint(
        name=name,
        condition=Q(from_on__isnull=True) | Q(to_on__isnull=True) | Q(to_on__gt=F("from_on")),
    )


def _withdrawn(name: str) -> models.CheckConstraint:
    """A fact is withdrawn by somebody, and not before it was known."""
    return models.CheckConstraint(
        name=name,
        condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
        | Q(withdrawn_at__gte=F("known_at"), withdrawn_by__isnull=False),
    )


class Person(models.Model):
    """A child, an adult or an unborn child."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    kind = models.CharField(max_length=10)
    display_name = models.CharField(max_length=200)
    known_as = models.CharField(max_length=200, blank=True, default="")
    sex = models.CharField(max_length=10, default="not_known")
    pronouns = models.CharField(max_length=40, blank=True, default="")
    language = models.CharField(max_length=80, blank=True, default="")
    born_from = models.DateField(null=True, blank=True)
    born_to = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    pregnancy_ended_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    tier = models.CharField(max_length=10, default="normal")
    registered_at = models.DateTimeField()
    registered_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["area", "kind"], name="people_by_area_and_kind"),
            models.Index(Lower("display_name"), name="people_by_name"),
            models.Index(Lower("known_as"), name="people_by_known_as", condition=~Q(known_as="")),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_person_is_a_child_an_adult_or_unborn", condition=Q(kind__in=PERSON_KINDS)
            ),
            models.CheckConstraint(name="a_person_has_a_known_tier", condition=Q(tier__in=TIERS)),
            models.CheckConstraint(name="a_person_has_a_listed_sex", condition=Q(sex__in=SEXES)),
            models.CheckConstraint(name="everyone_has_a_name_to_show", condition=~Q(display_name="")),
            models.CheckConstraint(
                name="adults_are_not_expected", condition=~Q(kind="adult") | Q(expected_on__isnull=True)
            ),
            models.CheckConstraint(
                name="unborn_children_have_no_birth_yet",
                condition=~Q(kind="unborn") | Q(born_from__isnull=True),
            ),
            models.CheckConstraint(
                name="only_a_pregnancy_ends_without_a_birth",
                condition=Q(kind="unborn") | Q(pregnancy_ended_on__isnull=True),
            ),
            models.CheckConstraint(
                name="a_birth_has_both_ends_in_order_or_none",
                condition=Q(born_from__isnull=True, born_to__isnull=True) | Q(born_from__lte=F("born_to")),
            ),
            models.CheckConstraint(
                name="nobody_dies_before_they_are_born",
                condition=Q(died_on__isnull=True)
                | Q(born_from__isnull=True)
                | Q(died_on__gte=F("born_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.known_as or self.display_name


class Household(models.Model):
    """People who live behind one door."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    registered_at = models.DateTimeField()
    registered_by = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(name="a_household_has_a_name", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name


class Residency(models.Model):
    """One person living in one household for a period, as known from one moment until another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="residencies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="residencies")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()
    known_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "residencies"
        constraints = [
            _period("residency_ends_after_it_starts"),
            _withdrawn("residency_is_withdrawn_by_somebody_after_it_was_known"),
            ExclusionConstraint(
                name="nobody_lives_in_one_household_twice_at_once",
                expressions=[
                    ("household", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    (
                        Func("from_on", "to_on", function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        Func(
                            "known_at",
                            "withdrawn_at",
                            function="tstzrange",
                            output_field=DateTimeRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
        triggers = [
            Protect(name="residency_is_withdrawn_never_removed", operation=Delete),
            ReadOnly(name="residency_changes_only_by_withdrawal", exclude=["withdrawn_at", "withdrawn_by"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.household}"


class Presence(models.Model):
    """One adult who is around a household without living there, for a period, as known from one moment until another."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presences")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()
    known_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            _period("presence_ends_after_it_starts"),
            _withdrawn("presence_is_withdrawn_by_somebody_after_it_was_known"),
        ]
        triggers = [
            Protect(name="presence_is_withdrawn_never_removed", operation=Delete),
            ReadOnly(name="presence_changes_only_by_withdrawal", exclude=["withdrawn_at", "withdrawn_by"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} around {self.household}"


class Relationship(models.Model):
    """``person`` is the ``kind`` of ``other`` for a period: Leanne is the mother of Amira."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships_the_other_way")
    kind = models.CharField(max_length=30)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()
    known_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            _period("relationship_ends_after_it_starts"),
            _withdrawn("relationship_is_withdrawn_by_somebody_after_it_was_known"),
            models.CheckConstraint(
                name="a_relationship_is_of_a_listed_kind", condition=Q(kind__in=sorted(kinship.KINDS))
            ),
            models.CheckConstraint(name="nobody_is_related_to_themselves", condition=~Q(person=F("other"))),
        ]
        triggers = [
            Protect(name="relationship_is_withdrawn_never_removed", operation=Delete),
            ReadOnly(
                name="relationship_changes_only_by_withdrawal", exclude=["withdrawn_at", "withdrawn_by"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} is {self.kind} of {self.other}"


class Address(models.Model):
    """An ordinary address of a household, for a period. It leaves this table when it becomes confidential."""

    removable = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="addresses")
    lines = ArrayField(models.CharField(max_length=200), default=list)
    postcode = models.CharField(max_length=10, blank=True, default="")
    uprn = models.CharField(max_length=12, blank=True, default="")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()
    known_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            _period("address_ends_after_it_starts"),
            _withdrawn("address_is_withdrawn_by_somebody_after_it_was_known"),
            models.CheckConstraint(
                name="an_address_says_something",
                condition=Q(lines__len__gt=0) | ~Q(postcode="") | ~Q(uprn=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Address of {self.household}"


class ConfidentialAddress(models.Model):
    """That a household must not be found, and when. Where it is, ``Whereabouts`` holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="confidential_addresses")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()
    known_by = models.UUIDField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "confidential addresses"
        constraints = [
            _period("confidential_address_ends_after_it_starts"),
            _withdrawn("confidential_address_is_withdrawn_by_somebody_after_it_was_known"),
        ]
        triggers = [Protect(name="confidential_address_is_never_removed", operation=Delete)]

    def __str__(self) -> str:
        return WITHHELD


class Whereabouts(models.Model):
    """The confidential address itself. Row-level security shows a row only to whoever has just written why."""

    append_only = True

    address = models.OneToOneField(ConfidentialAddress, on_delete=models.PROTECT, primary_key=True)
    area = models.CharField(max_length=60)
    words = WithheldField()

    class Meta:
        verbose_name_plural = "whereabouts"
        triggers = [Protect(name="whereabouts_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return WITHHELD

    __repr__ = __str__

    def __reduce__(self) -> tuple:
        raise TypeError("A confidential address is not pickled.")


class PeopleChange(models.Model):
    """What was done in this room, by whom, when: one row each, never altered."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="changes")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="changes")
    what = models.CharField(max_length=40)
    sentence = models.TextField()
    details = models.JSONField(default=dict)
    done_at = models.DateTimeField()
    done_by = models.UUIDField()
    done_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [
            models.Index(fields=["person", "done_at"], name="people_changes_by_person"),
            models.Index(fields=["household", "done_at"], name="people_changes_by_household"),
        ]
        constraints = [
            models.CheckConstraint(name="a_people_change_is_of_a_listed_kind", condition=Q(what__in=CHANGES)),
            models.CheckConstraint(name="a_people_change_says_what_was_done", condition=~Q(sentence="")),
        ]
        triggers = [Protect(name="people_changes_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return self.sentence
