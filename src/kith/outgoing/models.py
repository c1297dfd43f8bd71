"""The tables of the outgoing gate: what was compiled for whom, what was found, who released it, and what went."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Condition, Delete, Protect, ReadOnly, Update

from kith.kernel.conditions import has_length
from kith.kernel.ids import new_id
from kith.outgoing.types import KINDS, WHAT

OUTCOMES = ("released", "held")
GUARDIAN = "information_guardian"
CHANGES = ("compiled", "held", "released_first", "released_second", "kept_back", "read", "handed_over")
_SAID = ("first", "second", "kept_back")


def _guarded(name: str) -> list[Protect]:
    return [Protect(name=name, operation=Update | Delete)]


def _said_whole(what: str) -> models.CheckConstraint:
    """Who, when and why stand together or not at all."""
    nothing = Q(**{f"{what}_by__isnull": True, f"{what}_at__isnull": True, f"{what}_reason": ""})
    whole = Q(**{f"{what}_by__isnull": False, f"{what}_at__isnull": False}) & ~Q(**{f"{what}_reason": ""})
    return models.CheckConstraint(name=f"{what}_says_who_when_and_why", condition=nothing | whole)


class Outgoing(models.Model):
    """One document that was compiled for one recipient: what it was, its digest, and whether it could go."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    what = models.CharField(max_length=40)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    recipient_name = models.CharField(max_length=200)
    recipient_relation = models.CharField(max_length=200)
    recipient_practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+"
    )
    recipient_person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    goes_to_household = models.ForeignKey(
        "people.Household", on_delete=models.PROTECT, null=True, related_name="+"
    )
    """The household whose address is on the envelope, where it is one that Kith holds; the label itself is not kept."""
    outcome = models.CharField(max_length=10)
    compiled_at = models.DateTimeField()
    compiled_by = models.UUIDField()
    compiled_by_name = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "outgoing"
        indexes = [models.Index(fields=["area", "compiled_at"], name="outgoing_by_area")]
        constraints = [
            models.CheckConstraint(
                name="what_goes_out_is_of_a_listed_sort", condition=Q(what__in=list(WHAT))
            ),
            models.CheckConstraint(
                name="what_goes_out_is_released_or_held", condition=Q(outcome__in=OUTCOMES)
            ),
            models.CheckConstraint(name="what_goes_out_names_its_recipient", condition=~Q(recipient_name="")),
            models.CheckConstraint(
                name="what_goes_out_is_known_by_its_digest", condition=has_length("digest", 64)
            ),
        ]
        triggers = _guarded("outgoing_is_append_only")

    def __str__(self) -> str:
        return f"{self.what} for {self.recipient_name}"


class OutgoingAbout(models.Model):
    """Whom a document is about, or who is in the circle of those: whose address must not be in it."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    outgoing = models.ForeignKey(Outgoing, on_delete=models.PROTECT, related_name="abouts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    is_about = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outgoing", "person"], name="a_document_names_somebody_once")
        ]
        triggers = _guarded("outgoing_abouts_are_append_only")

    def __str__(self) -> str:
        return f"{self.outgoing_id} about {self.person_id}"


class Found(models.Model):
    """What was found, where and in what form; never the words."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    outgoing = models.ForeignKey(Outgoing, on_delete=models.PROTECT, related_name="founds")
    kind = models.CharField(max_length=40)
    place = models.CharField(max_length=300)
    form = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_was_found_is_of_a_listed_kind", condition=Q(kind__in=list(KINDS))
            ),
        ]
        triggers = _guarded("founds_are_append_only")

    def __str__(self) -> str:
        return f"{self.kind}: {self.place}"


class Hold(models.Model):
    """A document that does not go until two people release it, one of them a guardian of information."""

    outgoing = models.OneToOneField(Outgoing, on_delete=models.PROTECT, primary_key=True, related_name="hold")
    area = models.CharField(max_length=60)
    stored_file = models.ForeignKey(
        "kernel.StoredFile", on_delete=models.PROTECT, null=True, related_name="+"
    )
    """Empty where the bytes were too large to keep: what was not read whole is compiled again, not released."""
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    first_at = models.DateTimeField(null=True, blank=True)
    first_by = models.UUIDField(null=True, blank=True)
    first_name = models.CharField(max_length=200, blank=True, default="")
    first_role = models.CharField(max_length=60, blank=True, default="")
    first_reason = models.CharField(max_length=300, blank=True, default="")
    second_at = models.DateTimeField(null=True, blank=True)
    second_by = models.UUIDField(null=True, blank=True)
    second_name = models.CharField(max_length=200, blank=True, default="")
    second_role = models.CharField(max_length=60, blank=True, default="")
    second_reason = models.CharField(max_length=300, blank=True, default="")
    kept_back_at = models.DateTimeField(null=True, blank=True)
    kept_back_by = models.UUIDField(null=True, blank=True)
    kept_back_name = models.CharField(max_length=200, blank=True, default="")
    kept_back_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["area", "due_at"], name="holds_by_area")]
        constraints = [
            *(_said_whole(what) for what in _SAID),
            models.CheckConstraint(
                name="two_different_people_release",
                condition=Q(second_by__isnull=True)
                | (Q(first_by__isnull=False) & ~Q(second_by=F("first_by"))),
            ),
            models.CheckConstraint(
                name="one_of_the_two_who_release_guards_information",
                condition=Q(second_by__isnull=True) | Q(first_role=GUARDIAN) | Q(second_role=GUARDIAN),
            ),
            models.CheckConstraint(
                name="what_is_kept_back_is_not_released",
                condition=Q(kept_back_by__isnull=True) | Q(second_by__isnull=True),
            ),
            models.CheckConstraint(
                name="only_what_was_kept_is_released",
                condition=Q(second_by__isnull=True) | Q(stored_file__isnull=False),
            ),
        ]
        triggers = [
            Protect(name="holds_are_never_removed", operation=Delete),
            ReadOnly(
                name="holds_change_only_by_what_people_say",
                fields=["outgoing", "area", "stored_file", "owner", "due_at"],
            ),
            Protect(
                name="what_was_said_of_a_hold_stays",
                operation=Update,
                condition=Condition(
                    "OLD.second_by IS NOT NULL OR OLD.kept_back_by IS NOT NULL OR (OLD.first_by IS NOT NULL AND ("
                    "OLD.first_by IS DISTINCT FROM NEW.first_by OR OLD.first_role IS DISTINCT FROM NEW.first_role OR "
                    "OLD.first_at IS DISTINCT FROM NEW.first_at OR OLD.first_reason IS DISTINCT FROM NEW.first_reason))"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Hold of {self.outgoing_id}"


class Sent(models.Model):
    """That a document left: handed to the printer, the post or the mail, by whoever compiled it."""

    append_only = True

    outgoing = models.OneToOneField(Outgoing, on_delete=models.PROTECT, primary_key=True, related_name="sent")
    area = models.CharField(max_length=60)
    sent_at = models.DateTimeField()
    sent_by = models.UUIDField()

    class Meta:
        verbose_name_plural = "sent"
        triggers = _guarded("sent_is_append_only")

    def __str__(self) -> str:
        return f"{self.outgoing_id} sent"


class OutgoingChange(models.Model):
    """What was done in this room, by whom, when: one row each, never altered, and no word of any document."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    outgoing = models.ForeignKey(Outgoing, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=40)
    sentence = models.TextField()
    done_at = models.DateTimeField()
    done_by = models.UUIDField()
    done_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_outgoing_change_is_of_a_listed_kind", condition=Q(what__in=CHANGES)
            ),
            models.CheckConstraint(name="an_outgoing_change_says_what_was_done", condition=~Q(sentence="")),
        ]
        triggers = _guarded("outgoing_changes_are_append_only")

    def __str__(self) -> str:
        return self.sentence
