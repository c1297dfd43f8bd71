"""The tables of giving back: to which systems, what stands ready for each, and how often each was knocked at."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, ReadOnly, Update

from kith.giving.types import CHANGES, WHATS
from kith.kernel.ids import new_id

PROBLEMS = ("", "no_address", "not_allowed", "not_public", "not_reached", "redirected", "refused", "fails")
"""Why nothing could be said to a system, by code: never what it answered."""


class Receiver(models.Model):
    """A system of one agency (of a school or practice: of that body) to which Kith gives back, in the name of one post.

    ``number`` is the last thing put ready for it, ``said_to`` the last of which it was told. The secret by which it
    knows Kith is made from the settings' key and ``turn``: it is not here.
    """

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(
        "agencies.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)
    address = models.CharField(max_length=300, blank=True, default="")
    turn = models.PositiveIntegerField(default=1)
    number = models.PositiveBigIntegerField(default=0)
    said_to = models.PositiveBigIntegerField(default=0)
    since = models.DateTimeField()
    """What was recorded before is put ready for nobody; a child's file has it all the same."""
    looked_to = models.DateTimeField()
    looked_back_to = models.DateTimeField()
    registered_at = models.DateTimeField()
    registered_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "team"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="a_body_is_given_to_in_one_place",
            ),
            models.CheckConstraint(name="a_receiver_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="a_receiver_is_told_of_no_more_than_stands_ready", condition=Q(said_to__lte=F("number"))
            ),
            models.CheckConstraint(
                name="an_ended_receiver_says_who_ended_it",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]
        triggers = [
            Protect(name="receivers_are_never_removed", operation=Delete),
            ReadOnly(
                name="whose_a_receiver_is_stays",
                fields=["area", "agency", "team", "since", "registered_at", "registered_by"],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GivenChild(models.Model):
    """A child as one agency's system refers to them, under an id that says nothing: never whom Kith found them to be."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    receiver = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="children")
    reference = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "given children"
        constraints = [
            models.UniqueConstraint(
                fields=["receiver", "reference"], name="a_reference_has_one_id_for_its_system"
            ),
            models.CheckConstraint(
                name="a_given_child_has_its_systems_reference", condition=~Q(reference="")
            ),
        ]
        triggers = [Protect(name="given_children_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.reference} at {self.receiver_id}"


class Ready(models.Model):
    """That something stands ready for a system: which entry, of which child by its own reference. No word of it is here."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    receiver = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="readies")
    number = models.PositiveBigIntegerField()
    child = models.ForeignKey(GivenChild, on_delete=models.PROTECT, related_name="readies")
    entry = models.ForeignKey("chronology.Entry", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=20)
    put_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "ready"
        constraints = [
            models.UniqueConstraint(fields=["receiver", "number"], name="what_stands_ready_is_counted_once"),
            models.UniqueConstraint(fields=["child", "entry", "what"], name="nothing_stands_ready_twice"),
            models.CheckConstraint(
                name="what_stands_ready_is_of_a_listed_sort", condition=Q(what__in=list(WHATS))
            ),
        ]
        triggers = [Protect(name="readies_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.what} {self.number}"


class Fetched(models.Model):
    """That a system fetched a child's file: in which form, how many entries, under which document of the outgoing gate."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey(GivenChild, on_delete=models.PROTECT, related_name="fetched")
    outgoing = models.ForeignKey("outgoing.Outgoing", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=10)
    entries = models.PositiveIntegerField()
    number = models.PositiveBigIntegerField()
    """The last thing that stood ready then."""
    fetched_at = models.DateTimeField()
    fetched_by = models.UUIDField()

    class Meta:
        verbose_name_plural = "fetched"
        indexes = [models.Index(fields=["child", "fetched_at"], name="fetched_by_child")]
        triggers = [Protect(name="fetched_is_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.form} at {self.fetched_at}"


class Knock(models.Model):
    """That a system is to be told that something stands ready; nothing of what. At most one waits for each."""

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    receiver = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="knocks")
    item = models.UUIDField()
    """The outbox's, which tries again until it is done or given up."""
    put_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=20, blank=True, default="")
    done_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["receiver", "put_at"], name="knocks_by_receiver")]
        constraints = [
            models.UniqueConstraint(
                fields=["receiver"], condition=Q(done_at__isnull=True), name="one_knock_waits_for_a_receiver"
            ),
            models.CheckConstraint(
                name="a_knock_is_heard_or_given_up_not_both",
                condition=Q(done_at__isnull=True) | Q(given_up_at__isnull=True),
            ),
            models.CheckConstraint(name="a_knock_fails_in_a_listed_way", condition=Q(problem__in=PROBLEMS)),
        ]
        triggers = [Protect(name="knocks_are_never_removed", operation=Delete)]

    def __str__(self) -> str:
        return f"Knock at {self.receiver_id}"


class GivingChange(models.Model):
    """What a person did in this room, or the machine gave up: one row each, never altered."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    receiver = models.ForeignKey(Receiver, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=20)
    done_at = models.DateTimeField()
    done_by = models.UUIDField()
    done_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_giving_change_is_of_a_listed_kind", condition=Q(what__in=list(CHANGES))
            )
        ]
        triggers = [Protect(name="giving_changes_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.what} by {self.done_by_name}"
