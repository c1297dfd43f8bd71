"""The tables of referrers: that somebody told, who they are (walled off), the key that counts them, and the trail."""

from django.db import models
from django.db.models import Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.conditions import has_length
from kith.kernel.ids import new_id
from kith.people.referrer_types import TOLD_AS
from kith.people.withheld import WithheldField

REFERRER_CHANGES = ("referrer_held", "referrer_revealed", "referrer_refused")
NAME_WITHHELD = "Name withheld"


class NameWithheldField(WithheldField):
    """As the field of a confidential address, for who told: nothing reads it back, and nothing is looked up by it."""

    withheld = NAME_WITHHELD


class Referrer(models.Model):
    """That somebody told of a worry about a child, and who counts as the same. Who it was, ``ReferrerVault`` holds."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="referrers")
    told_as = models.CharField(max_length=10)
    informant = models.UUIDField()
    known_at = models.DateTimeField()
    known_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["child", "known_at"], name="referrers_by_child"),
            models.Index(fields=["informant"], name="referrers_by_informant"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_referrer_is_a_relative_or_of_the_public", condition=Q(told_as__in=list(TOLD_AS))
            )
        ]
        triggers = [Protect(name="referrers_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return TOLD_AS[self.told_as]

    __repr__ = __str__


class ReferrerVault(models.Model):
    """Who a referrer is and how to reach them. Row-level security shows a row only to whoever has just written why."""

    append_only = True
    kept_from_rules = True

    referrer = models.OneToOneField(Referrer, on_delete=models.PROTECT, primary_key=True, related_name="+")
    area = models.CharField(max_length=60)
    words = NameWithheldField()

    class Meta:
        verbose_name_plural = "referrer vault"
        triggers = [Protect(name="the_referrer_vault_is_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return NAME_WITHHELD

    __repr__ = __str__

    def __reduce__(self) -> tuple:
        raise TypeError("Who told is not pickled.")


class ReferrerKey(models.Model):
    """The secret by which an area counts its referrers without their names. It is behind the same wall."""

    append_only = True
    kept_from_rules = True

    area = models.CharField(max_length=60, primary_key=True)
    key = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_referrer_key_is_of_32_bytes", condition=has_length("key", 32))
        ]
        triggers = [Protect(name="referrer_keys_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return "A key"

    __repr__ = __str__


class ReferrerChange(models.Model):
    """Who held, asked for or was refused a referrer's name, and why: one row each, never altered.

    ``referrer`` is a plain id: the row stands before what it allows.
    """

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    referrer = models.UUIDField()
    what = models.CharField(max_length=40)
    sentence = models.TextField()
    done_at = models.DateTimeField()
    done_by = models.UUIDField()
    done_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["referrer", "done_at"], name="referrer_changes_by_referrer")]
        constraints = [
            models.CheckConstraint(
                name="a_referrer_change_is_of_a_listed_kind", condition=Q(what__in=REFERRER_CHANGES)
            ),
            models.CheckConstraint(name="a_referrer_change_says_why", condition=~Q(sentence="")),
        ]
        triggers = [Protect(name="referrer_changes_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return self.sentence
