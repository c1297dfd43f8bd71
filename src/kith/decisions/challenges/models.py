"""The tables of professional disagreement."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from pgtrigger import Delete, Protect, Update

from kith.decisions.challenges.types import ANSWERS, ANSWERS_OF_A_CONFERENCE, BEGAN, FOUND, SAID, SETTLED
from kith.kernel.ids import new_id


class ConferenceRequest(models.Model):
    """That a professional asked for a child protection conference, and what the chair answered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    children = ArrayField(models.UUIDField())
    agency = models.CharField(max_length=40)
    agency_area = models.CharField(max_length=60)
    why = models.TextField()
    backed_by = models.CharField(max_length=40)
    """A code of the rulebook: who of the asking agency backs it."""
    entry = models.UUIDField(unique=True)
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+")
    """The conference chair who owes the answer; empty where nobody could be named, and the desk is rung."""
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    due_at = models.DateTimeField()
    calendar_version = models.CharField(max_length=80)
    answer = models.CharField(max_length=20, blank=True, default="")
    reasons = models.TextField(blank=True, default="")
    answered_entry = models.UUIDField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    """When whoever asked first read the answer."""

    class Meta:
        db_table = "decisions_conference_request"
        indexes = [
            models.Index(fields=["owner", "due_at"], name="open_conference_requests", condition=Q(answer=""))
        ]
        constraints = [
            models.CheckConstraint(name="a_conference_is_asked_for_with_a_reason", condition=~Q(why="")),
            models.CheckConstraint(
                name="an_answered_conference_request_has_reasons_and_who",
                condition=Q(answer="", reasons="", answered_at__isnull=True, answered_by__isnull=True)
                | (
                    Q(
                        answer__in=ANSWERS_OF_A_CONFERENCE,
                        answered_at__isnull=False,
                        answered_by__isnull=False,
                    )
                    & ~Q(reasons="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} asked for a conference"


class Challenge(models.Model):
    """That an agency disagrees with another, about one thing, in its own words; open until it says that it is settled."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    thing = models.UUIDField()
    """What is disagreed with: a decision, a request for a conference, or else the child."""
    children = ArrayField(models.UUIDField())
    decision = models.ForeignKey(
        "decisions.Decision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    conference = models.ForeignKey(
        ConferenceRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about = models.CharField(max_length=40)
    """A code of the rulebook's list."""
    words = models.TextField()
    would_settle = models.TextField()
    agency = models.CharField(max_length=40)
    """The agency that disagrees."""
    agency_area = models.CharField(max_length=60)
    to_agency = models.CharField(max_length=40)
    """The other side, which answers."""
    to_agency_area = models.CharField(max_length=60)
    challenged = models.UUIDField(null=True, blank=True)
    """The practitioner whose decision it is, who never answers; nobody where it is about what was not done."""
    entry = models.UUIDField(unique=True)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    outcome = models.CharField(max_length=20, blank=True, default="")
    settled_words = models.TextField(blank=True, default="")
    settled_entry = models.UUIDField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "decisions_challenge"
        indexes = [models.Index(fields=["area", "opened_at"], name="challenges_by_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["thing", "agency", "agency_area", "about", "to_agency"],
                name="an_agency_challenges_one_thing_once_at_a_time",
                condition=Q(settled_at=None),
            ),
            models.CheckConstraint(
                name="a_challenge_says_what_and_what_would_settle_it",
                condition=~Q(words="") & ~Q(would_settle=""),
            ),
            models.CheckConstraint(
                name="a_settled_challenge_says_how_and_by_whom",
                condition=Q(outcome="", settled_at__isnull=True, settled_by__isnull=True)
                | Q(outcome__in=SETTLED, settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} challenges {self.to_agency}: {self.about}"


class Stage(models.Model):
    """One stage of a challenge: the one person who answers, by when, and what they answered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    """1 for the first that this challenge had."""
    stage = models.CharField(max_length=40)
    is_last = models.BooleanField()
    answerer = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+"
    )
    """Who answers; empty where nobody of the other side could be named, and the desk is rung."""
    role = models.CharField(max_length=60)
    because = models.CharField(max_length=40)
    why = models.TextField(blank=True, default="")
    """The words of whoever pressed on or passed a stage over."""
    began_at = models.DateTimeField()
    began_by = models.UUIDField()
    due_at = models.DateTimeField()
    calendar_version = models.CharField(max_length=80)
    answer = models.CharField(max_length=20, blank=True, default="")
    answer_words = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)
    """Of ``no_answer``, whoever went on without one."""

    class Meta:
        db_table = "decisions_challenge_stage"
        indexes = [
            models.Index(
                fields=["answerer", "due_at"],
                name="challenge_stages_to_answer",
                condition=Q(answered_at=None),
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["challenge", "number"], name="a_stage_has_its_own_number"),
            models.UniqueConstraint(
                fields=["challenge"], name="one_stage_at_a_time_waits", condition=Q(answered_at=None)
            ),
            models.CheckConstraint(name="why_a_stage_began_is_listed", condition=Q(because__in=BEGAN)),
            models.CheckConstraint(
                name="an_answered_stage_has_its_answer_words_and_who",
                condition=Q(answer="", answer_words="", answered_at__isnull=True, answered_by__isnull=True)
                | Q(answer="no_answer", answered_at__isnull=False, answered_by__isnull=False)
                | (
                    Q(answer__in=ANSWERS, answered_at__isnull=False, answered_by__isnull=False)
                    & ~Q(answer_words="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.challenge_id}: {self.stage}"


class SaidOfAChallenge(models.Model):
    """What somebody said on a challenge beside the answers: a colleague joined, the scrutineer asked, the answerer left."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="said")
    what = models.CharField(max_length=20)
    words = models.TextField()
    said_at = models.DateTimeField()
    said_by = models.UUIDField()

    class Meta:
        db_table = "decisions_challenge_said"
        constraints = [
            models.CheckConstraint(name="what_was_said_of_a_challenge_is_listed", condition=Q(what__in=SAID)),
            models.CheckConstraint(name="what_was_said_of_a_challenge_has_words", condition=~Q(words="")),
        ]
        triggers = [Protect(name="what_was_said_of_challenges_is_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.challenge_id}: {self.what}"


class Override(models.Model):
    """That somebody decided against another's view: both views, why, what would change it, and the review that it waits for."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    children = ArrayField(models.UUIDField())
    decision = models.OneToOneField(
        "decisions.Decision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The joint decision that was made against an agency's dissent; none where a manager changed what a worker decided."""
    their_view = models.TextField()
    """The view that was overridden, in the words of whoever holds it."""
    decided = models.TextField()
    """What was decided instead."""
    why = models.TextField()
    would_change = models.TextField(blank=True, default="")
    entry = models.UUIDField(null=True, blank=True)
    overridden_at = models.DateTimeField()
    overridden_by = models.UUIDField()
    reviewer = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+"
    )
    """Who looks at it, never whoever overrode; empty where nobody could be named, and the desk is rung."""
    due_at = models.DateTimeField()
    calendar_version = models.CharField(max_length=80)
    answer = models.CharField(max_length=20, blank=True, default="")
    found = models.TextField(blank=True, default="")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "decisions_override"
        indexes = [
            models.Index(fields=["reviewer", "due_at"], name="overrides_to_review", condition=Q(answer=""))
        ]
        constraints = [
            models.CheckConstraint(
                name="an_override_keeps_both_views_and_why",
                condition=~Q(their_view="") & ~Q(decided="") & ~Q(why=""),
            ),
            models.CheckConstraint(
                name="nobody_reviews_their_own_override",
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=models.F("overridden_by")),
            ),
            models.CheckConstraint(
                name="a_reviewed_override_has_a_finding_and_who",
                condition=Q(answer="", found="", reviewed_at__isnull=True, reviewed_by__isnull=True)
                | (Q(answer__in=FOUND, reviewed_at__isnull=False, reviewed_by__isnull=False) & ~Q(found="")),
            ),
        ]

    def __str__(self) -> str:
        return f"overridden {self.overridden_at:%d %b %H:%M}"
