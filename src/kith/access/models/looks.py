"""Every read of a child, every refusal, and what waits to be sealed of them."""

from django.db import models
from django.db.models import Q
from pgtrigger import Delete, Protect, Update

from kith.access.bases import BASES
from kith.access.waits_to_be_sealed import waits_to_be_sealed
from kith.kernel.ids import new_id

REFUSALS = ("not_involved", "restricted", "sealed", "unknown", "own_family", "not_cleared_for_address")


class Look(models.Model):
    """One read of a child: who, on what basis, for what purpose, when."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="looks")
    practitioner = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="looks")
    basis = models.CharField(max_length=40)
    purpose = models.CharField(max_length=300)
    looked_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["child", "looked_at"], name="looks_by_child"),
            models.Index(fields=["practitioner", "looked_at"], name="looks_by_practitioner"),
        ]
        constraints = [
            models.CheckConstraint(name="a_look_has_a_listed_basis", condition=Q(basis__in=list(BASES))),
            models.CheckConstraint(name="a_look_has_a_purpose", condition=~Q(purpose="")),
        ]
        triggers = [
            Protect(name="looks_are_append_only", operation=Update | Delete),
            waits_to_be_sealed("look"),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.purpose}"


class Refusal(models.Model):
    """Somebody was not shown a child. ``child`` is empty where there is none of the id that was asked for."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    asked_for = models.UUIDField()
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="refusals")
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="refusals"
    )
    what = models.CharField(max_length=40)
    reason = models.TextField()
    purpose = models.CharField(max_length=300, blank=True, default="")
    refused_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["area", "refused_at"], name="refusals_by_area")]
        constraints = [
            models.CheckConstraint(name="a_refusal_is_of_a_listed_kind", condition=Q(what__in=REFUSALS)),
            models.CheckConstraint(name="a_refusal_gives_its_reason", condition=~Q(reason="")),
        ]
        triggers = [
            Protect(name="refusals_are_append_only", operation=Update | Delete),
            waits_to_be_sealed("refusal"),
        ]

    def __str__(self) -> str:
        return self.reason


class Unsealed(models.Model):
    """A look or a refusal that the chain of looks does not seal yet: a matter of seconds."""

    removable = True

    id = models.UUIDField(primary_key=True)
    what = models.CharField(max_length=20)
    put_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "unsealed"
        indexes = [models.Index(fields=["put_at", "id"], name="unsealed_oldest_first")]
        constraints = [
            models.CheckConstraint(
                name="what_waits_to_be_sealed_is_a_look_or_a_refusal",
                condition=Q(what__in=("look", "refusal")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.id}"
