"""The tables of oversight: what was found in the looks, what came of it, and what families were told. They only grow."""

from django.db import models
from django.db.models import Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.ids import new_id

CLOSING = ("acceptable", "refer")
ANSWERS = (*CLOSING, "ask_the_person")
ASKED_OF = ("rules", "lot")
RECIPIENTS = ("parent", "young_person", "advocate_of_child", "advocate_of_parent")


def _append_only(name: str) -> list[Protect]:
    return [Protect(name=name, operation=Update | Delete)]


class Finding(models.Model):
    """A rule, or the lot, asks about one person's looks of one day. It is answered by steps, and never changed."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    rule = models.CharField(max_length=40)
    day = models.DateField()
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=400)
    owner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["area", "due_at"], name="findings_by_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "practitioner", "day"], name="a_rule_asks_once_of_a_person_and_a_day"
            ),
            models.CheckConstraint(name="a_finding_says_why", condition=~Q(words="")),
            models.CheckConstraint(
                name="nobody_owns_a_finding_about_themselves",
                condition=~Q(owner=models.F("practitioner")),
            ),
        ]
        triggers = _append_only("findings_are_append_only")

    def __str__(self) -> str:
        return f"{self.rule} on {self.day}"


class QuotedLook(models.Model):
    """One look that a finding rests on."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="quoted")
    look = models.ForeignKey("access.Look", on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["finding", "look"], name="a_finding_quotes_a_look_once")
        ]
        triggers = _append_only("quoted_looks_are_append_only")

    def __str__(self) -> str:
        return f"{self.look_id} in {self.finding_id}"


class Answer(models.Model):
    """What a guardian found: acceptable because, or referred because; or that the person is to be asked first."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=20)
    because = models.CharField(max_length=300)
    reviewed_at = models.DateTimeField()
    reviewed_by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_finding_has_a_listed_answer", condition=Q(answer__in=ANSWERS)),
            models.CheckConstraint(name="an_answer_says_why", condition=~Q(because="")),
            models.UniqueConstraint(
                fields=["finding"], condition=Q(answer__in=CLOSING), name="a_finding_is_closed_once"
            ),
        ]
        triggers = _append_only("answers_are_append_only")

    def __str__(self) -> str:
        return f"{self.answer}: {self.because}"


class LooksAsked(models.Model):
    """That the rules were asked of a day, or lots drawn of a week. Nobody is asked twice."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    what = models.CharField(max_length=10)
    day = models.DateField()
    looks = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    done_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "looks asked about"
        constraints = [
            models.UniqueConstraint(fields=["area", "what", "day"], name="a_day_of_looks_is_asked_once"),
            models.CheckConstraint(name="looks_are_asked_by_rules_or_lot", condition=Q(what__in=ASKED_OF)),
        ]
        triggers = _append_only("days_asked_are_append_only")

    def __str__(self) -> str:
        return f"{self.what} of {self.day}"


class PractitionerHome(models.Model):
    """The street on which a practitioner lives, as a keyed hash: for comparing, and read by nobody. The last one holds."""

    kept_from_rules = True
    removable = True

    practitioner = models.OneToOneField(
        "agencies.Practitioner", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    area = models.CharField(max_length=60)
    street_key = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    given_by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_practitioners_street_is_a_hash_and_never_words",
                condition=Q(street_key__regex=r"^[0-9a-f]{64}$"),
            )
        ]

    def __str__(self) -> str:
        return f"home of {self.practitioner_id}"


class LooksReleased(models.Model):
    """Looks at a child before a moment are held back no longer: the family knows of the enquiry."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    until = models.DateTimeField()
    because = models.CharField(max_length=300)
    released_at = models.DateTimeField()
    released_by = models.UUIDField()

    class Meta:
        verbose_name_plural = "looks released"
        constraints = [
            models.CheckConstraint(name="a_release_says_why", condition=~Q(because="")),
            models.CheckConstraint(
                name="nothing_is_released_that_is_still_to_come",
                condition=Q(until__lte=models.F("released_at")),
            ),
        ]
        triggers = _append_only("releases_are_append_only")

    def __str__(self) -> str:
        return f"looks before {self.until:%Y-%m-%d}"


class FamilyTold(models.Model):
    """That somebody was given, or refused, who looked at a child; ``refused_because`` is for the guardian alone."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recipient = models.CharField(max_length=200)
    recipient_kind = models.CharField(max_length=30)
    lines = models.PositiveIntegerField(default=0)
    refused_because = models.CharField(max_length=40, blank=True, default="")
    prepared_at = models.DateTimeField()
    prepared_by = models.UUIDField()

    class Meta:
        verbose_name_plural = "families told"
        constraints = [
            models.CheckConstraint(
                name="who_is_told_is_of_a_listed_kind", condition=Q(recipient_kind__in=RECIPIENTS)
            ),
            models.CheckConstraint(name="who_is_told_has_a_name", condition=~Q(recipient="")),
            models.CheckConstraint(
                name="a_refusal_tells_no_line", condition=Q(refused_because="") | Q(lines=0)
            ),
        ]
        triggers = _append_only("what_families_were_told_is_append_only")

    def __str__(self) -> str:
        return f"{self.recipient_kind}: {self.lines} lines"
