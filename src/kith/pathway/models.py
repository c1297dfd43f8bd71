"""The tables of the pathway room: contacts, who opened them, and what screeners wrote before and after."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.ids import new_id
from kith.pathway.types import ANSWERS, HOW_SOON

BECAUSE = (
    "told",
    "known_to_social_care",
    "information_outstanding",
    "images_not_seen",
    "manager_disagrees",
    "sender_disagrees",
    "answer_came",
    "family_help_not_taken",
    "relied_on_social_care",
    "closed_unanswered",
)
FIRST = ("told", "relied_on_social_care", "closed_unanswered")
"""Of these, the reasons for which nothing was decided before."""


class Contact(models.Model):
    """Something that the front door was told, on which one named person owes a decision."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    told = models.UUIDField()
    """The entry that told it: a contact that was received."""
    opened_entry = models.UUIDField(unique=True)
    """The entry with which the front door took it up."""
    came_from = models.CharField(max_length=40)
    """The agency that told it, by code."""
    came_from_area = models.CharField(max_length=60)
    voice = models.CharField(max_length=20)
    """Whose words they are: ``professional``, ``family``, ``public``, ``anonymous``, ``child``."""
    teller = models.UUIDField(null=True, blank=True)
    """The practitioner who recorded it; nobody where a member of the public told."""
    how_soon = models.CharField(max_length=20)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    due_at = models.DateTimeField()
    calendar_version = models.CharField(max_length=80)
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=60)
    because = models.CharField(max_length=40)
    comes_after = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="came_back"
    )
    """The contact that came back as this one."""
    outcome = models.CharField(max_length=40, blank=True, default="")
    closing_reason = models.CharField(max_length=40, blank=True, default="")
    told_back = models.TextField(blank=True, default="")
    """What whoever told is told, in words meant for them."""
    decided_entry = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "pathway_contact"
        indexes = [
            models.Index(
                fields=["area", "due_at"], name="open_contacts_by_clock", condition=Q(decided_at=None)
            ),
            models.Index(fields=["told"], name="contacts_by_what_told_them"),
        ]
        constraints = [
            models.CheckConstraint(
                name="decided_contacts_have_an_outcome_an_entry_and_a_decider",
                condition=Q(
                    outcome="",
                    decided_at__isnull=True,
                    decided_by__isnull=True,
                    decided_entry__isnull=True,
                )
                | (
                    Q(
                        decided_at__isnull=False,
                        decided_by__isnull=False,
                        decided_entry__isnull=False,
                    )
                    & ~Q(outcome="")
                ),
            ),
            models.CheckConstraint(
                name="a_contact_is_decided_after_it_opened",
                condition=Q(decided_at__isnull=True) | Q(decided_at__gte=F("opened_at")),
            ),
            models.CheckConstraint(name="how_soon_is_listed", condition=Q(how_soon__in=HOW_SOON)),
            models.CheckConstraint(name="why_a_contact_opened_is_listed", condition=Q(because__in=BECAUSE)),
            models.CheckConstraint(
                name="what_comes_back_names_what_it_comes_after",
                condition=Q(because__in=FIRST, comes_after__isnull=True)
                | (~Q(because__in=FIRST) & Q(comes_after__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.came_from}, {self.opened_at:%d %b %H:%M}"


class Request(models.Model):
    """One agency asks another for facts, or to do something, about a child: of one named person, with a purpose and a clock."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    entry = models.UUIDField(unique=True)
    """The entry that asks."""
    contact = models.ForeignKey(
        Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="requests"
    )
    """The contact for which it is asked."""
    to_agency = models.CharField(max_length=40)
    to_agency_area = models.CharField(max_length=60)
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    """Who owes the answer."""
    what = models.TextField()
    action = models.CharField(max_length=40, blank=True, default="")
    """The code of what is to be done; empty where facts are asked for."""
    purpose = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    due_at = models.DateTimeField()
    climbed_at = models.DateTimeField(null=True, blank=True)
    """When it went one step up, since nobody answered or the answer was no."""
    climbed_by = models.UUIDField(null=True, blank=True)
    climbed_to = models.UUIDField(null=True, blank=True)
    answer = models.CharField(max_length=20, blank=True, default="")
    answered_entry = models.UUIDField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "pathway_request"
        indexes = [
            models.Index(
                fields=["area", "due_at"], name="open_requests_by_clock", condition=Q(answered_at=None)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="answered_requests_have_an_answer_an_entry_and_who",
                condition=Q(
                    answer="", answered_at__isnull=True, answered_by__isnull=True, answered_entry__isnull=True
                )
                | Q(
                    answer__in=ANSWERS,
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    answered_entry__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_request_that_climbed_says_when_and_to_whom",
                condition=Q(climbed_at__isnull=True, climbed_to__isnull=True, climbed_by__isnull=True)
                | Q(climbed_at__isnull=False, climbed_to__isnull=False, climbed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_request_says_what_and_for_what", condition=~Q(what="") & ~Q(purpose="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.to_agency}: {self.what[:40]}"


class ContactOpening(models.Model):
    """That somebody at the front door opened a contact for the first time: its sender is told who."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="openings")
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()

    class Meta:
        db_table = "pathway_contact_opening"
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "opened_by"], name="a_first_opening_is_kept_once_for_each"
            )
        ]
        triggers = [Protect(name="contact_openings_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.contact_id} opened"


class View(models.Model):
    """What a screener thought of a contact, in their own words. The first is written before Kith's questions are shown."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="views")
    written_by = models.UUIDField()
    leaning = models.CharField(max_length=40)
    """The outcome that it leans to, by code."""
    words = models.TextField()
    before_questions = models.BooleanField()
    """Whether it was written before the questions were shown."""
    written_at = models.DateTimeField()

    class Meta:
        db_table = "pathway_view"
        constraints = [models.CheckConstraint(name="a_view_has_words", condition=~Q(words=""))]
        triggers = [Protect(name="views_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.contact_id}: {self.leaning}"


class HandedOn(models.Model):
    """That a contact went from one named person to another, and why."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="handed_on")
    from_owner = models.UUIDField()
    to_owner = models.UUIDField()
    because = models.TextField(blank=True, default="")
    handed_at = models.DateTimeField()
    handed_by = models.UUIDField()

    class Meta:
        db_table = "pathway_handed_on"
        triggers = [Protect(name="hand_overs_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.contact_id} handed on"
