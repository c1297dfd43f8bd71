"""The tables of the JSON door: who may come in by it, and what was answered to whom."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Protect, Update
from pgtrigger import Q as PgQ

from kith.kernel.conditions import has_length
from kith.kernel.ids import new_id


class ApiToken(models.Model):
    """That a system of an agency may send for a period, in the name of one post. The secret itself is not here."""

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=200)
    digest = models.BinaryField(unique=True)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField()
    issued_at = models.DateTimeField()
    issued_by = models.UUIDField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "api_token"
        constraints = [
            models.CheckConstraint(name="a_token_ends_after_it_starts", condition=Q(to_at__gt=F("from_at"))),
            models.CheckConstraint(name="a_token_is_kept_as_32_bytes", condition=has_length("digest", 32)),
            models.CheckConstraint(name="a_token_says_what_it_is_for", condition=~Q(purpose="")),
            models.CheckConstraint(
                name="a_revoked_token_says_who_revoked_it",
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.purpose}"


class Sending(models.Model):
    """One request under a key of its agency: the digest of what was sent and, once it was taken, what was answered.

    ``answer`` is the answer's own text, so that a repeat gets it again to the letter. It holds no words of the sender.
    """

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    digest = models.BinaryField()
    received_at = models.DateTimeField()
    received_by = models.UUIDField()
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    answer = models.TextField(blank=True, default="")

    class Meta:
        db_table = "api_sending"
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], name="an_agency_uses_a_key_once"),
            models.CheckConstraint(
                name="what_was_sent_is_named_by_32_bytes", condition=has_length("digest", 32)
            ),
            models.CheckConstraint(
                name="an_answer_has_its_status",
                condition=Q(status__isnull=True, answer="") | Q(status__isnull=False) & ~Q(answer=""),
            ),
        ]
        triggers = [
            Protect(
                name="what_was_answered_stays",
                operation=Update,
                condition=PgQ(old__status__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.key}"
