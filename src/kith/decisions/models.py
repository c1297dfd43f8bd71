"""The tables of the decisions room."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.ids import new_id

OUTCOMES = ("yes", "no", "something_else", "put_off")
POSITIONS = ("agree", "agree_in_part", "disagree", "cannot_say")


class Decision(models.Model):
    """One question that several agencies decide together."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    household = models.UUIDField()
    children = ArrayField(models.UUIDField())
    step = models.CharField(max_length=60)
    question = models.TextField()
    prompt = models.UUIDField(null=True, blank=True)
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=60)
    due_at = models.DateTimeField()
    calendar_version = models.CharField(max_length=80)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    reasons_at = models.DateTimeField(null=True, blank=True)
    """When the owner first wrote reasons."""
    prompts_shown_at = models.DateTimeField(null=True, blank=True)
    """When the owner first saw the prompts that led to it; before or after the reasons."""
    outcome = models.CharField(max_length=20, blank=True, default="")
    reasons = models.TextField(blank=True, default="")
    parents_told = models.TextField(blank=True, default="")
    """Who tells the parents, what, and not before when."""
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "decisions_decision"
        indexes = [
            models.Index(
                fields=["owner", "due_at"], name="open_decisions_by_owner", condition=Q(decided_at=None)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="decided_decisions_have_an_outcome_reasons_and_a_decider",
                condition=Q(outcome="", decided_at__isnull=True, decided_by__isnull=True)
                | (
                    Q(
                        outcome__in=OUTCOMES,
                        decided_at__isnull=False,
                        decided_by__isnull=False,
                        reasons_at__isnull=False,
                    )
                    & ~Q(reasons="")
                ),
            ),
            models.CheckConstraint(name="a_decision_has_a_question", condition=~Q(question="")),
            models.CheckConstraint(
                name="a_decision_is_made_after_it_opened",
                condition=Q(decided_at__isnull=True) | Q(decided_at__gte=F("opened_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.question


class Invitation(models.Model):
    """That an agency was asked for its position."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="invitations")
    agency = models.CharField(max_length=40)
    agency_area = models.CharField(max_length=60)
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+"
    )
    """The person asked for the agency, where one is known."""
    invited_at = models.DateTimeField()
    invited_by = models.UUIDField()

    class Meta:
        db_table = "decisions_invitation"
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "agency", "agency_area"], name="an_agency_is_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency} asked about {self.decision_id}"


class Position(models.Model):
    """Where an agency stands, in its own words. A later one stands beside the earlier, never over it."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="positions")
    agency = models.CharField(max_length=40)
    agency_area = models.CharField(max_length=60)
    position = models.CharField(max_length=20)
    reasons = models.TextField()
    most_protective = models.TextField(blank=True, default="")
    """The most protective thing that was considered, and why or why not."""
    given_at = models.DateTimeField()
    given_by = models.UUIDField()

    class Meta:
        db_table = "decisions_position"
        constraints = [
            models.CheckConstraint(name="a_position_is_listed", condition=Q(position__in=POSITIONS)),
            models.CheckConstraint(name="a_position_has_reasons", condition=~Q(reasons="")),
        ]
        triggers = [Protect(name="positions_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.agency}: {self.position}"


from kith.decisions.challenges.models import (  # noqa: E402, F401  (Django finds a room's tables in this module)
    Challenge,
    ConferenceRequest,
    Override,
    SaidOfAChallenge,
    Stage,
)
