"""The tables of the patterns room: prompts, what fired them, when they were said and what was answered."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.ids import new_id

ANSWERS = ("acted_on", "declined", "no_capacity")
PUT_BY_A_PERSON = ("handed_over", "challenged", "challenge_answered", "match_undone", "match_heard")
"""Why a prompt was said, where a person and not Kith itself put it to somebody; ``match_heard`` is that the owner knows it."""


class Prompt(models.Model):
    """One question for one owner: one for each step and household while it is open."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    household = models.UUIDField()
    """The household, or the child where no household is known."""
    children = ArrayField(models.UUIDField())
    step = models.CharField(max_length=60)
    strength = models.CharField(max_length=10)
    opened_at = models.DateTimeField()
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=60)
    due_at = models.DateTimeField()
    calendar_version = models.CharField(max_length=80)
    basis = models.CharField(max_length=10, default="recorded")
    """Whether entries counted from when they were recorded (live) or from when they were known (replay)."""
    evidence = ArrayField(models.UUIDField(), default=list)
    agencies = models.JSONField(default=list)
    stages = models.JSONField(default=dict)
    last_said_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.UUIDField(null=True, blank=True)
    answer = models.CharField(max_length=20, blank=True, default="")
    because = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)
    decision = models.UUIDField(null=True, blank=True)
    """The decision that was opened from it."""

    class Meta:
        db_table = "patterns_prompt"
        indexes = [
            models.Index(
                fields=["owner", "due_at"], name="open_prompts_by_owner", condition=Q(answered_at=None)
            ),
            models.Index(fields=["household", "step"], name="prompts_by_household"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "step"],
                condition=Q(answered_at__isnull=True),
                name="one_open_prompt_for_each_step_and_household",
            ),
            models.CheckConstraint(
                name="an_answered_prompt_says_what_by_whom_and_when",
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | Q(answer__in=ANSWERS, answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_declined_prompt_has_a_reason",
                condition=~Q(answer__in=("declined", "no_capacity")) | ~Q(because=""),
            ),
            models.CheckConstraint(
                name="an_acknowledged_prompt_says_by_whom",
                condition=Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_prompt_is_answered_after_it_opened",
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("opened_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} for household {self.household}"


class PromptFiring(models.Model):
    """That a pattern fired a prompt, with its version and the entries that made its answer yes."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    prompt = models.ForeignKey(Prompt, on_delete=models.PROTECT, related_name="firings")
    pattern = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField()
    fired_at = models.DateTimeField()
    evidence = ArrayField(models.UUIDField())

    class Meta:
        db_table = "patterns_prompt_firing"
        triggers = [Protect(name="firings_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.pattern} fired {self.prompt_id}"


class PromptSaying(models.Model):
    """That a prompt was put to somebody: when, why, and by when it was due; and by whom, where a person did it."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    prompt = models.ForeignKey(Prompt, on_delete=models.PROTECT, related_name="sayings")
    said_at = models.DateTimeField()
    why = models.CharField(max_length=20)
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=60)
    due_at = models.DateTimeField()
    evidence = ArrayField(models.UUIDField())
    put_by = models.UUIDField(null=True, blank=True)
    """Who handed it over, challenged it or answered the challenge; empty where Kith itself said it."""
    because = models.TextField(blank=True, default="")
    """Why, in that person's words."""

    class Meta:
        db_table = "patterns_prompt_saying"
        constraints = [
            models.CheckConstraint(
                name="a_prompt_that_a_person_puts_says_who_and_why",
                condition=Q(put_by__isnull=True) & ~Q(why__in=PUT_BY_A_PERSON)
                | Q(put_by__isnull=False, why__in=PUT_BY_A_PERSON) & ~Q(because=""),
            )
        ]
        triggers = [Protect(name="sayings_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.prompt_id} said because {self.why}"
