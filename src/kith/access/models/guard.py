"""What guards: openings in an emergency, calls of the guardian desk, and children who are somebody's own family."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, ReadOnly

from kith.access.models.sight import Involvement
from kith.kernel.ids import new_id

EMERGENCIES = ("danger_now", "asked_by_999", "child_before_me", "told_today", "other")
FOUND = ("needed", "not_needed", "should_have_had_sight")
CAME_OF = ("told_nothing", "put_through", "concern_taken", "not_reached")


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


class OwnPerson(models.Model):
    """Who a practitioner is among the people whom Kith holds, so that nobody opens their own family. The guardian's alone."""

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    asked_at = models.DateTimeField()
    """When Kith last looked who is near to them."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "person"],
                condition=Q(withdrawn_at__isnull=True),
                name="somebody_is_one_person_once",
            ),
            models.CheckConstraint(
                name="who_somebody_is_is_withdrawn_by_somebody",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]
        triggers = [
            Protect(name="who_somebody_is_is_never_removed", operation=Delete),
            ReadOnly(
                name="who_somebody_is_changes_only_by_withdrawal",
                exclude=["asked_at", "withdrawn_at", "withdrawn_by"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner_id} is somebody whom Kith holds"


class Conflict(models.Model):
    """A child who is near to a practitioner's own family: they see nothing of the child until a guardian lifts it."""

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    had_sight = models.BooleanField()
    """Whether they could see the child until it was found."""
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.UUIDField(null=True, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["practitioner", "child"], name="conflicts_by_practitioner")]
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "child"], name="a_child_is_near_to_somebody_once"
            ),
            models.CheckConstraint(
                name="a_conflict_is_lifted_by_somebody_with_a_reason",
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True, lifted_because="")
                | Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_because=""),
            ),
        ]
        triggers = [
            Protect(name="conflicts_are_never_removed", operation=Delete),
            ReadOnly(
                name="conflicts_change_only_by_lifting", exclude=["lifted_at", "lifted_by", "lifted_because"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner_id} may know {self.child_id}"
