"""Who may see a child: involvement, allocation, and the trail of both."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from pgtrigger import Delete, Protect, ReadOnly, Update

from kith.access.bases import BASES
from kith.kernel.ids import new_id

CHANGES = ("involved", "involvement_ended", "allocated", "allocation_ended")


def _ended(name: str) -> models.CheckConstraint:
    """What somebody ended says who and when."""
    return models.CheckConstraint(
        name=name,
        condition=Q(ended_at__isnull=True, ended_by__isnull=True)
        | Q(ended_at__isnull=False, ended_by__isnull=False, to_at__isnull=False),
    )


class Involvement(models.Model):
    """A lawful reason for a practitioner, a team or an agency to see a child, for a period."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="involvements")
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="involvements"
    )
    team = models.ForeignKey(
        "agencies.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="involvements"
    )
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="involvements"
    )
    basis = models.CharField(max_length=40)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True, blank=True)
    granted_at = models.DateTimeField()
    granted_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["child", "to_at"], name="involvements_by_child"),
            models.Index(fields=["practitioner", "to_at"], name="involvements_by_practitioner"),
        ]
        constraints = [
            models.CheckConstraint(
                name="an_involvement_is_of_one_practitioner_team_or_agency",
                condition=Q(practitioner__isnull=False, team__isnull=True, agency__isnull=True)
                | Q(practitioner__isnull=True, team__isnull=False, agency__isnull=True)
                | Q(practitioner__isnull=True, team__isnull=True, agency__isnull=False),
            ),
            models.CheckConstraint(
                name="an_involvement_has_a_listed_basis", condition=Q(basis__in=list(BASES))
            ),
            models.CheckConstraint(
                name="involvement_does_not_end_before_it_starts",
                condition=Q(to_at__isnull=True) | Q(to_at__gte=F("from_at")),
            ),
            _ended("an_ended_involvement_says_who_ended_it"),
        ]
        triggers = [
            Protect(name="involvements_end_and_are_never_removed", operation=Delete),
            ReadOnly(name="involvements_change_only_by_ending", exclude=["to_at", "ended_at", "ended_by"]),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner or self.team or self.agency}: {self.basis}"


class Allocation(models.Model):
    """A practitioner is responsible for a child in a role, for a period."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="allocations")
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="allocations"
    )
    role = models.CharField(max_length=60)
    involvement = models.OneToOneField(Involvement, on_delete=models.PROTECT, related_name="allocation")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True, blank=True)
    allocated_at = models.DateTimeField()
    allocated_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["practitioner", "to_at"], name="allocations_by_practitioner")]
        constraints = [
            models.CheckConstraint(name="an_allocation_names_its_role", condition=~Q(role="")),
            models.CheckConstraint(
                name="allocation_does_not_end_before_it_starts",
                condition=Q(to_at__isnull=True) | Q(to_at__gte=F("from_at")),
            ),
            _ended("an_ended_allocation_says_who_ended_it"),
            ExclusionConstraint(
                name="one_person_holds_a_role_for_a_child_at_a_time",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (
                        Func("from_at", "to_at", function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
        triggers = [
            Protect(name="allocations_end_and_are_never_removed", operation=Delete),
            ReadOnly(name="allocations_change_only_by_ending", exclude=["to_at", "ended_at", "ended_by"]),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.role}"


class AccessChange(models.Model):
    """What was done in this room, by whom, when: one row each, never altered."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="access_changes")
    what = models.CharField(max_length=40)
    sentence = models.TextField()
    done_at = models.DateTimeField()
    done_by = models.UUIDField()
    done_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["child", "done_at"], name="access_changes_by_child")]
        constraints = [
            models.CheckConstraint(
                name="an_access_change_is_of_a_listed_kind", condition=Q(what__in=CHANGES)
            ),
            models.CheckConstraint(name="an_access_change_says_what_was_done", condition=~Q(sentence="")),
        ]
        triggers = [Protect(name="access_changes_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return self.sentence
