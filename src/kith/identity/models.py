"""The tables of the identity room."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q
from pgtrigger import Delete, Protect, ReadOnly, Update
from pgtrigger import Q as Old

from kith.kernel.ids import new_id

KINDS = ("child", "adult", "unborn")
SEXES = ("", "female", "male", "not_known")
STATUSES = ("linked", "unlinked", "possible", "reassigned")
BANDS = ("confirmed", "possible", "low")
STEPS = ("create", "merge", "split", "reassign")
DECISIONS = ("same", "not_the_same", "cannot_tell")


class Description(models.Model):
    """What one agency said of one person: kept as it was said, never merged, never changed."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    said_by = models.CharField(max_length=60)
    said_by_area = models.CharField(max_length=60)
    sender_key = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=10)
    full_name = models.CharField(max_length=300, blank=True, default="")
    known_as = models.CharField(max_length=300, blank=True, default="")
    other_names = ArrayField(models.CharField(max_length=300), default=list)
    born_from = models.DateField(null=True, blank=True)
    born_to = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=10, blank=True, default="")
    nhs_number = models.CharField(max_length=20, blank=True, default="")
    upn = models.CharField(max_length=20, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    address_lines = ArrayField(models.CharField(max_length=200), default=list)
    postcode = models.CharField(max_length=20, blank=True, default="")
    uprn = models.CharField(max_length=20, blank=True, default="")
    guardian_names = ArrayField(models.CharField(max_length=300), default=list)
    payload = models.JSONField(default=dict)
    valid_from = models.DateTimeField()
    received_at = models.DateTimeField()
    received_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(
                fields=["sender_key", "said_by", "said_by_area"],
                name="descriptions_by_sender_key",
                condition=~Q(sender_key=""),
            ),
            models.Index(
                fields=["area", "said_by_area", "said_by", "received_at"], name="descriptions_by_agency"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_description_is_of_a_child_an_adult_or_an_unborn_child", condition=Q(kind__in=KINDS)
            ),
            models.CheckConstraint(name="a_description_has_a_listed_sex", condition=Q(sex__in=SEXES)),
            models.CheckConstraint(
                name="a_described_birth_has_both_ends_in_order_or_none",
                condition=Q(born_from__isnull=True, born_to__isnull=True) | Q(born_from__lte=F("born_to")),
            ),
            models.CheckConstraint(
                name="a_description_is_said_by_an_agency", condition=~Q(said_by="") & ~Q(said_by_area="")
            ),
        ]
        triggers = [Protect(name="descriptions_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.full_name or self.known_as or 'Somebody'} as {self.said_by} says"


class Lookup(models.Model):
    """One short row for each description: by what a match is looked for, what it says in normal form, whose it is now.

    Derived from descriptions and links, and made anew when the normal form changes; nothing refers to it.
    """

    kept_from_rules = True
    removable = True

    description_id = models.UUIDField(primary_key=True, editable=False)
    person_id = models.UUIDField(db_index=True)
    keys = ArrayField(models.IntegerField())
    traits = models.TextField()

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="lookups_by_keys", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.description_id)


class SearchKeys(models.Model):
    """The keys by which the search box finds a description: derived like the lookup, and apart from it to keep that short."""

    kept_from_rules = True
    removable = True

    description_id = models.UUIDField(primary_key=True, editable=False)
    keys = ArrayField(models.IntegerField())

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="descriptions_by_search_keys", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.description_id)


class NamesCounted(models.Model):
    """How many people an area holds and how common each name is among them, as counted last."""

    removable = True

    area = models.CharField(primary_key=True, max_length=60)
    people = models.PositiveIntegerField()
    shares = models.JSONField()
    """``{"first": {name: share}, "last": {name: share}}``; rare names are left out."""
    counted_at = models.DateTimeField()
    counted_by = models.UUIDField()
    """Kith itself, as a rule: whoever linked everybody again."""

    def __str__(self) -> str:
        return f"{self.people} people in {self.area}"


class IdentityStep(models.Model):
    """One row of the trail: a person was made, two were merged, one was split, a description was moved."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    kind = models.CharField(max_length=10)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="identity_steps")
    other = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, related_name="identity_steps_the_other_way"
    )
    undoes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="undone_by", db_index=False
    )
    because = models.TextField()
    taken_at = models.DateTimeField()
    taken_by = models.UUIDField(null=True, blank=True)
    """The practitioner; null where it was automatic."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_identity_step_is_of_a_listed_kind", condition=Q(kind__in=STEPS)),
            models.CheckConstraint(name="an_identity_step_has_a_reason", condition=~Q(because="")),
            models.CheckConstraint(
                name="two_different_people_are_merged",
                condition=~Q(kind="merge") | Q(other__isnull=False) & ~Q(other=F("person")),
            ),
            models.CheckConstraint(
                name="only_a_person_merges", condition=~Q(kind="merge") | Q(taken_by__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["undoes"], condition=Q(undoes__isnull=False), name="a_step_is_undone_at_most_once"
            ),
        ]
        triggers = [Protect(name="identity_steps_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.kind} at {self.taken_at:%d %B %Y %H:%M}"


class LinkStep(models.Model):
    """One thing that was said about whose a description is: the links are a fold of these rows."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    description = models.ForeignKey(
        Description, on_delete=models.PROTECT, related_name="link_steps", db_index=False
    )
    number = models.PositiveIntegerField()
    """1 for the first about its description, and so on: the order in which they are folded."""
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10)
    evidence = models.JSONField(default=list)
    """``[[comparison, bits, words], ...]``: the bits sum to the weight."""
    weight = models.FloatField(null=True, blank=True)
    """In bits, the prior included; null where nothing was compared."""
    band = models.CharField(max_length=10)
    model_version = models.CharField(max_length=40)
    policy_version = models.CharField(max_length=40)
    step = models.ForeignKey(IdentityStep, on_delete=models.PROTECT, null=True, related_name="link_steps")
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True, blank=True)
    """The practitioner; null where it was automatic."""
    because = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["description", "number"], name="link_steps_of_a_description_are_numbered"
            ),
            models.CheckConstraint(name="link_steps_are_counted_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="a_link_step_has_a_listed_status", condition=Q(status__in=STATUSES)),
            models.CheckConstraint(name="a_link_step_has_a_listed_band", condition=Q(band__in=BANDS)),
            models.CheckConstraint(name="a_link_step_has_a_reason", condition=~Q(because="")),
            models.CheckConstraint(
                name="only_a_person_takes_a_link_away",
                condition=~Q(status__in=("unlinked", "reassigned")) | Q(decided_by__isnull=False),
            ),
        ]
        triggers = [Protect(name="link_steps_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.status} ({self.number})"


class Link(models.Model):
    """To which person a description belonged, from one moment until another; ``id`` is its opening link step's."""

    id = models.UUIDField(primary_key=True, editable=False)
    area = models.CharField(max_length=60)
    description = models.ForeignKey(Description, on_delete=models.PROTECT, related_name="links")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="links")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_link_does_not_end_before_it_begins",
                condition=Q(to_at__isnull=True) | Q(to_at__gte=F("from_at")),
            ),
            ExclusionConstraint(
                name="a_description_is_linked_to_one_person_at_a_time",
                expressions=[
                    ("description", RangeOperators.EQUAL),
                    (
                        Func("from_at", "to_at", function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
        triggers = [
            Protect(name="links_are_never_removed", operation=Delete),
            ReadOnly(name="links_change_only_by_ending", exclude=["to_at"]),
            Protect(
                name="ended_links_do_not_change", operation=Update, condition=Old(old__to_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.description_id} is {self.person_id}"


class NonLink(models.Model):
    """Somebody said "not the same": no description of one side and one of the other are ever of one person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    because = models.TextField()
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    said_by_name = models.CharField(max_length=200)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="not_the_same_is_said_with_a_reason", condition=~Q(because="")),
            models.CheckConstraint(
                name="not_the_same_is_withdrawn_by_somebody_with_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because="")
                | Q(withdrawn_at__gte=F("said_at"), withdrawn_by__isnull=False) & ~Q(withdrawn_because=""),
            ),
        ]
        triggers = [
            Protect(name="non_links_are_never_removed", operation=Delete),
            ReadOnly(
                name="non_links_change_only_by_withdrawal",
                exclude=["withdrawn_at", "withdrawn_by", "withdrawn_because"],
            ),
            Protect(
                name="withdrawn_non_links_do_not_change",
                operation=Update,
                condition=Old(old__withdrawn_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.said_by_name} said not the same"


class NonLinkSide(models.Model):
    """One description on one of the two sides (1 or 2) of a "not the same"."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    non_link = models.ForeignKey(NonLink, on_delete=models.PROTECT, related_name="sides", db_index=False)
    description = models.ForeignKey(Description, on_delete=models.PROTECT, related_name="non_link_sides")
    side = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["non_link", "description"], name="a_description_stands_on_one_side_of_a_non_link"
            ),
            models.CheckConstraint(name="a_non_link_has_two_sides", condition=Q(side__in=(1, 2))),
        ]
        triggers = [Protect(name="non_link_sides_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"side {self.side}"


class Review(models.Model):
    """A question for a person: are these two descriptions of one person?"""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    description = models.ForeignKey(Description, on_delete=models.PROTECT, related_name="reviews")
    other_description = models.ForeignKey(
        Description, on_delete=models.PROTECT, related_name="reviews_the_other_way"
    )
    reasons = ArrayField(models.TextField(), default=list)
    evidence = models.JSONField(default=list)
    weight = models.FloatField(null=True, blank=True)
    band = models.CharField(max_length=10)
    owner_role = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField(null=True, blank=True)
    """The practitioner who asked; null where it was opened automatically."""
    decision = models.CharField(max_length=20, blank=True, default="")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)
    because = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["area", "opened_at"],
                name="open_reviews_by_area",
                condition=Q(decided_at__isnull=True),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["description", "other_description"],
                condition=Q(decided_at__isnull=True),
                name="two_descriptions_have_one_open_review",
            ),
            models.CheckConstraint(
                name="decided_reviews_have_a_decider_and_reasons",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, decision="", because="")
                | Q(decided_at__gte=F("opened_at"), decided_by__isnull=False, decision__in=DECISIONS)
                & ~Q(because=""),
            ),
            models.CheckConstraint(
                name="a_review_is_of_two_descriptions", condition=~Q(description=F("other_description"))
            ),
            models.CheckConstraint(name="a_review_has_a_listed_band", condition=Q(band__in=BANDS)),
        ]
        triggers = [
            Protect(name="reviews_are_never_removed", operation=Delete),
            ReadOnly(
                name="reviews_change_only_by_decision",
                exclude=["decision", "decided_at", "decided_by", "because"],
            ),
            Protect(
                name="decided_reviews_do_not_change",
                operation=Update,
                condition=Old(old__decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Are these the same? ({self.band})"
