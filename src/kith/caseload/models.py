"""The tables of the caseload room: the list for the night, who was let in by it, what the morning is left, and the trail."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from pgtrigger import Delete, Protect, ReadOnly, Update

from kith.kernel.ids import new_id

CHANGES = (
    *("listed", "taken_off", "let_in", "task_left", "task_taken", "task_handed_back"),
    *("task_climbed", "task_done"),
)


class Listing(models.Model):
    """A child on the list for the night: what may happen, what to do then, and until when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    may_happen = models.CharField(max_length=300)
    may_happen_because = models.CharField(max_length=300)
    then_do = models.CharField(max_length=300)
    then_do_because = models.CharField(max_length=300)
    listed_at = models.DateTimeField()
    listed_by = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    to_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["area", "to_at"], name="listings_by_area")]
        constraints = [
            models.CheckConstraint(
                name="a_listing_has_two_sentences_each_with_its_reason",
                condition=~Q(may_happen="")
                & ~Q(may_happen_because="")
                & ~Q(then_do="")
                & ~Q(then_do_because=""),
            ),
            models.CheckConstraint(
                name="a_listing_ends_after_it_begins", condition=Q(to_at__gte=F("listed_at"))
            ),
            models.CheckConstraint(
                name="an_ended_listing_says_who_ended_it",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            ExclusionConstraint(
                name="a_child_is_on_the_list_once_at_a_time",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    (
                        Func("listed_at", "to_at", function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
        triggers = [
            Protect(name="listings_end_and_are_never_removed", operation=Delete),
            ReadOnly(name="listings_change_only_by_ending", exclude=["to_at", "ended_at", "ended_by"]),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} until {self.to_at}"


class NightSight(models.Model):
    """Somebody on duty was let in to a listed child: by which involvement, for what period."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="sights")
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    involvement = models.UUIDField(unique=True)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["listing", "practitioner", "to_at"], name="night_sights_by_listing")]
        constraints = [
            models.CheckConstraint(
                name="sight_by_night_ends_after_it_begins", condition=Q(to_at__gt=F("from_at"))
            ),
        ]
        triggers = [Protect(name="night_sights_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.practitioner_id} until {self.to_at}"


class MorningTask(models.Model):
    """What a worker at night leaves to the morning: one named owner, due when the day begins. Its words are in the entry."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    entry = models.UUIDField(unique=True)
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=60)
    due_at = models.DateTimeField()
    climbs_at = models.DateTimeField(null=True, blank=True)
    """When it goes to the leader above unless somebody took it; ``None`` once taken, or where nobody is above."""
    calendar_version = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.UUIDField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "due_at"], name="open_morning_tasks_by_owner", condition=Q(done_at=None)
            ),
            models.Index(
                fields=["climbs_at"], name="morning_tasks_to_climb", condition=Q(climbs_at__isnull=False)
            ),
            models.Index(fields=["asked_by", "asked_at"], name="morning_tasks_by_asker"),
            models.Index(fields=["child", "asked_at"], name="morning_tasks_by_child"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_task_is_taken_by_somebody",
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_task_is_done_by_somebody_who_took_it",
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False, taken_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_task_that_was_taken_climbs_no_more",
                condition=Q(taken_at__isnull=True) | Q(climbs_at__isnull=True),
            ),
        ]
        triggers = [
            Protect(name="morning_tasks_are_never_removed", operation=Delete),
            ReadOnly(
                name="what_a_morning_task_asks_stands",
                fields=["area", "child", "entry", "due_at", "asked_at", "asked_by"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner_role} by {self.due_at}"


class CaseloadChange(models.Model):
    """What was done in this room, by whom, when: one row each, never altered."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    about = models.UUIDField()
    """The listing or the task."""
    what = models.CharField(max_length=40)
    sentence = models.TextField()
    done_at = models.DateTimeField()
    done_by = models.UUIDField()
    done_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["about", "done_at"], name="caseload_changes_by_thing")]
        constraints = [
            models.CheckConstraint(
                name="a_caseload_change_is_of_a_listed_kind", condition=Q(what__in=CHANGES)
            ),
            models.CheckConstraint(name="a_caseload_change_says_what_was_done", condition=~Q(sentence="")),
        ]
        triggers = [Protect(name="caseload_changes_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return self.sentence
