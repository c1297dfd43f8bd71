"""The tables of the decisions room."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.ids import new_id

OUTCOMES = ("yes", "no", "something_else", "put_off")
POSITIONS = ("agree", "agree_in_part", "disagree", "cannot_say")
ENQUIRIES = ("joint", "single")
"""By police and social care together, or by social care alone."""
PRESENT = ("here", "by_telephone", "not_here")
ACTION_SORTS = ("see_child_alone", "joint_visit", "medical", "tell_family", "check", "other")
ACTION_ANSWERS = ("accepted", "declined")
ACTION_ENDS = ("done", "not_done")
CHILD_OUTCOMES = ("section_47", "assessment", "family_help", "no_more", "elsewhere")
MEDICALS = ("arranged", "paediatrician_asked", "not_needed", "no_slot")


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
    most_protective = models.TextField(blank=True, default="")
    """The most protective thing that was considered, and why it was or was not chosen."""
    without_quorum_because = models.TextField(blank=True, default="")
    """Why it was decided though not enough were there."""
    enquiry = models.CharField(max_length=10, blank=True, default="")
    led_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The social worker who leads the section 47 enquiry."""
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
                name="an_enquiry_is_led_by_somebody_named",
                condition=Q(enquiry="", led_by__isnull=True)
                | Q(enquiry__in=ENQUIRIES, led_by__isnull=False, outcome="yes"),
            ),
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


class Presence(models.Model):
    """Who is at a discussion: here, on the telephone, or not here though they were asked. The latest about somebody counts."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="presences")
    agency = models.CharField(max_length=40)
    agency_area = models.CharField(max_length=60)
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+"
    )
    """None for somebody who is there and has no way in of their own: they are named."""
    name = models.CharField(max_length=120, blank=True, default="")
    how = models.CharField(max_length=20)
    words = models.TextField(blank=True, default="")
    """``Rung 10:02 and 10:20``"""
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()

    class Meta:
        db_table = "decisions_presence"
        constraints = [
            models.CheckConstraint(name="a_presence_is_of_a_listed_kind", condition=Q(how__in=PRESENT)),
            models.CheckConstraint(
                name="whoever_is_there_is_named",
                condition=Q(how="not_here") | Q(practitioner__isnull=False) | ~Q(name=""),
            ),
        ]
        triggers = [Protect(name="presences_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.agency}: {self.how}"


class Explanation(models.Model):
    """What might be happening, what speaks for and against it, and what would tell. A later writing replaces an earlier."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="explanations")
    words = models.TextField()
    supports = models.TextField(blank=True, default="")
    against = models.TextField(blank=True, default="")
    would_tell = models.TextField(blank=True, default="")
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    written_at = models.DateTimeField()
    written_by = models.UUIDField()

    class Meta:
        db_table = "decisions_explanation"
        constraints = [models.CheckConstraint(name="an_explanation_says_something", condition=~Q(words=""))]
        triggers = [Protect(name="explanations_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return self.words


class AgreedAction(models.Model):
    """What one named person will do, by when; whether they said yes, and what came of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="actions")
    sort = models.CharField(max_length=20)
    what = models.TextField()
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    answer = models.CharField(max_length=20, blank=True, default="")
    answer_words = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)
    """The owner, or whoever wrote down what the owner said aloud."""
    ended = models.CharField(max_length=20, blank=True, default="")
    ended_words = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "decisions_agreed_action"
        indexes = [
            models.Index(fields=["owner", "due_at"], name="open_actions_by_owner", condition=Q(ended_at=None))
        ]
        constraints = [
            models.CheckConstraint(
                name="an_action_says_what_and_of_which_sort",
                condition=~Q(what="") & Q(sort__in=ACTION_SORTS),
            ),
            models.CheckConstraint(
                name="an_answered_action_says_when_and_by_whom",
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | Q(answer__in=ACTION_ANSWERS, answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="an_action_that_ended_says_when_by_whom_and_what_came_of_it",
                condition=Q(ended="", ended_at__isnull=True, ended_by__isnull=True)
                | (
                    Q(ended__in=ACTION_ENDS, ended_at__isnull=False, ended_by__isnull=False)
                    & ~Q(ended_words="")
                ),
            ),
            models.CheckConstraint(
                name="who_declines_an_action_says_why",
                condition=~Q(answer="declined") | ~Q(answer_words=""),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class ChildDecided(models.Model):
    """What is decided for one child of a discussion, with the medical that was considered. The latest about a child counts."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="children_decided")
    child = models.UUIDField()
    outcome = models.CharField(max_length=20)
    reasons = models.TextField()
    medical = models.CharField(max_length=20, blank=True, default="")
    medical_because = models.TextField(blank=True, default="")
    written_at = models.DateTimeField()
    written_by = models.UUIDField()

    class Meta:
        db_table = "decisions_child_decided"
        constraints = [
            models.CheckConstraint(
                name="a_child_is_decided_for_with_reasons",
                condition=Q(outcome__in=CHILD_OUTCOMES) & ~Q(reasons=""),
            ),
            models.CheckConstraint(
                name="a_medical_that_was_considered_has_its_reason",
                condition=Q(medical="", medical_because="")
                | (Q(medical__in=MEDICALS) & ~Q(medical_because="")),
            ),
        ]
        triggers = [Protect(name="children_decided_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.outcome} for {self.child}"


from kith.decisions.challenges.models import (  # noqa: E402, F401  (Django finds a room's tables in this module)
    Challenge,
    ConferenceRequest,
    Override,
    SaidOfAChallenge,
    Stage,
)
