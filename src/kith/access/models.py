"""The tables of the access room."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from pgtrigger import Delete, Protect, ReadOnly, Update

from kith.access.bases import BASES
from kith.access.waits_to_be_sealed import waits_to_be_sealed
from kith.kernel.ids import new_id

REFUSALS = ("not_involved", "restricted", "sealed", "unknown", "not_cleared_for_address")
CHANGES = ("involved", "involvement_ended", "allocated", "allocation_ended")
EMERGENCIES = ("danger_now", "asked_by_999", "child_before_me", "told_today", "other")
FOUND = ("needed", "not_needed", "should_have_had_sight")
CAME_OF = ("told_nothing", "put_through", "concern_taken", "not_reached")


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


class Look(models.Model):
    """One read of a child: who, on what basis, for what purpose, when."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="looks")
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="looks")
    basis = models.CharField(max_length=40)
    purpose = models.CharField(max_length=300)
    looked_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["child", "looked_at"], name="looks_by_child"),
            models.Index(fields=["practitioner", "looked_at"], name="looks_by_practitioner"),
        ]
        constraints = [
            models.CheckConstraint(name="a_look_has_a_listed_basis", condition=Q(basis__in=list(BASES))),
            models.CheckConstraint(name="a_look_has_a_purpose", condition=~Q(purpose="")),
        ]
        triggers = [
            Protect(name="looks_are_append_only", operation=Update | Delete),
            waits_to_be_sealed("look"),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.purpose}"


class Refusal(models.Model):
    """Somebody was not shown a child. ``child`` is empty where there is none of the id that was asked for."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    asked_for = models.UUIDField()
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="refusals")
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="refusals"
    )
    what = models.CharField(max_length=40)
    reason = models.TextField()
    purpose = models.CharField(max_length=300, blank=True, default="")
    refused_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["area", "refused_at"], name="refusals_by_area")]
        constraints = [
            models.CheckConstraint(name="a_refusal_is_of_a_listed_kind", condition=Q(what__in=REFUSALS)),
            models.CheckConstraint(name="a_refusal_gives_its_reason", condition=~Q(reason="")),
        ]
        triggers = [
            Protect(name="refusals_are_append_only", operation=Update | Delete),
            waits_to_be_sealed("refusal"),
        ]

    def __str__(self) -> str:
        return self.reason


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


class Unsealed(models.Model):
    """A look or a refusal that the chain of looks does not seal yet: a matter of seconds."""

    removable = True

    id = models.UUIDField(primary_key=True)
    what = models.CharField(max_length=20)
    put_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "unsealed"
        indexes = [models.Index(fields=["put_at", "id"], name="unsealed_oldest_first")]
        constraints = [
            models.CheckConstraint(
                name="what_waits_to_be_sealed_is_a_look_or_a_refusal",
                condition=Q(what__in=("look", "refusal")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.id}"


class EmergencyOpening(models.Model):
    """A child was opened in an emergency by somebody who is not involved; what came of it is said once, by a guardian."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="emergency_openings")
    involvement = models.OneToOneField(
        Involvement, on_delete=models.PROTECT, related_name="emergency_opening"
    )
    category = models.CharField(max_length=40)
    because = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    review_due_at = models.DateTimeField()
    found = models.CharField(max_length=40, blank=True, default="")
    found_because = models.CharField(max_length=300, blank=True, default="")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["area", "opened_at"], name="emergency_openings_by_area")]
        constraints = [
            models.CheckConstraint(
                name="an_emergency_is_of_a_listed_sort", condition=Q(category__in=EMERGENCIES)
            ),
            models.CheckConstraint(name="an_emergency_opening_says_why", condition=~Q(because="")),
            models.CheckConstraint(
                name="a_reviewed_opening_says_who_found_what_and_why",
                condition=Q(reviewed_at__isnull=True, reviewed_by__isnull=True, found="", found_because="")
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False, found__in=FOUND)
                & ~Q(found_because=""),
            ),
            models.CheckConstraint(
                name="nobody_reviews_their_own_opening",
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("opened_by")),
            ),
        ]
        triggers = [
            Protect(name="emergency_openings_are_never_removed", operation=Delete),
            ReadOnly(
                name="emergency_openings_change_only_by_review",
                exclude=["found", "found_because", "reviewed_at", "reviewed_by"],
            ),
        ]

    def __str__(self) -> str:
        return self.because


class OpeningTold(models.Model):
    """Who is told of an emergency opening at once: whoever leads the work, and the guardian of information."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    opening = models.ForeignKey(EmergencyOpening, on_delete=models.PROTECT, related_name="told")
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "told of openings"
        constraints = [
            models.UniqueConstraint(
                fields=["opening", "practitioner"], name="nobody_is_told_twice_of_an_opening"
            ),
        ]
        triggers = [
            Protect(name="who_was_told_of_an_opening_stays", operation=Delete),
            ReadOnly(name="who_was_told_changes_only_by_reading", exclude=["read_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner} told of {self.opening_id}"


class DeskCall(models.Model):
    """The guardian desk rings back whoever looked for a child: for some because of what they looked for, for others by lot.

    Until what the search was for is written down, nothing tells one sort from the other.
    """

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, editable=False)
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    sealed = models.JSONField(default=list)
    """The sealed children whom the search would have found; empty where the lot fell on it."""
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    search_was_for = models.CharField(max_length=300, blank=True, default="")
    spoke_with = models.CharField(max_length=200, blank=True, default="")
    rung_at = models.DateTimeField(null=True, blank=True)
    rung_by = models.UUIDField(null=True, blank=True)
    came_of_it = models.CharField(max_length=40, blank=True, default="")
    closed_because = models.CharField(max_length=300, blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["area", "due_at"], condition=Q(closed_at__isnull=True), name="desk_calls_that_wait"
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="a_call_that_was_rung_says_by_whom_and_what_the_search_was_for",
                condition=Q(rung_at__isnull=True, rung_by__isnull=True, search_was_for="")
                | Q(rung_at__isnull=False, rung_by__isnull=False) & ~Q(search_was_for=""),
            ),
            models.CheckConstraint(
                name="a_call_is_closed_after_it_was_rung_with_what_came_of_it",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, came_of_it="")
                | Q(
                    closed_at__isnull=False,
                    closed_by__isnull=False,
                    rung_at__isnull=False,
                    came_of_it__in=CAME_OF,
                ),
            ),
        ]
        triggers = [
            Protect(name="desk_calls_are_never_removed", operation=Delete),
            ReadOnly(
                name="desk_calls_change_only_by_ringing_and_closing",
                exclude=[
                    "search_was_for", "spoke_with", "rung_at", "rung_by",
                    "came_of_it", "closed_because", "closed_at", "closed_by",
                ],
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"call {self.id}"
