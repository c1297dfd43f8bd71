"""The tables of the chronology: entries and their evidence, added to and never changed."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Condition, Delete, Insert, Protect, Update

from kith.chronology.codes import CHOICES, CLAIMS, HOWS, PERSONAL, RELATIONS, REPLACING, VOICES
from kith.chronology.when import PRECISIONS
from kith.kernel.conditions import has_length
from kith.kernel.ids import new_id

DISPOSAL_ROLE = "kith_disposal"
NOT_BY_DISPOSAL = Condition(f"current_user <> '{DISPOSAL_ROLE}'")


def _guarded(name: str) -> list[Protect]:
    """Nobody changes or removes a row."""
    return [Protect(name=name, operation=Update | Delete)]


def _guarded_but_erasable(name: str) -> list[Protect]:
    """Nobody changes a row, and only the disposal role removes one."""
    return [
        Protect(name=f"{name}_never_changed", operation=Update),
        Protect(name=f"{name}_erased_by_disposal", operation=Delete, condition=NOT_BY_DISPOSAL),
    ]


def _listed(column: str, codes: object, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(**{f"{column}__in": list(codes)}))  # type: ignore[call-overload]


class Envelope(models.Model):
    """What arrived, byte for byte. Many entries may rest on one envelope."""

    erasable = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    received_at = models.DateTimeField()
    received_by = models.UUIDField()
    media_type = models.CharField(max_length=100)
    body = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        db_table = "chronology_envelope"
        constraints = [
            models.CheckConstraint(
                name="an_envelope_is_sealed_with_32_bytes", condition=has_length("digest", 32)
            )
        ]
        triggers = _guarded_but_erasable("envelopes")

    def __str__(self) -> str:
        return f"{self.media_type} {self.id}"


class Entry(models.Model):
    """The header of an entry: what the chain seals. All that an entry says is in its content."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    recorded_at = models.DateTimeField()
    commitment = models.BinaryField()

    class Meta:
        db_table = "chronology_entry"
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["recorded_at"], name="entries_by_recorded_at")]
        constraints = [
            models.CheckConstraint(name="a_commitment_is_32_bytes", condition=has_length("commitment", 32))
        ]
        triggers = _guarded("entries_are_append_only")

    def __str__(self) -> str:
        return str(self.id)


class EntryContent(models.Model):
    """What an entry says: the part that may lawfully be erased."""

    erasable = True

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="content")
    area = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    said_by = models.CharField(max_length=40)
    said_by_area = models.CharField(max_length=60)
    actor_role = models.CharField(max_length=80, blank=True, default="")
    recorded_by = models.UUIDField(null=True, blank=True)
    voice = models.CharField(max_length=20)
    claim = models.CharField(max_length=20)
    happened_from = models.DateTimeField()
    happened_to = models.DateTimeField()
    precision = models.CharField(max_length=10)
    captured_at = models.DateTimeField(null=True, blank=True)
    childs_words = models.TextField(blank=True, default="")
    text = models.TextField(blank=True, default="")
    sensitivity = models.CharField(max_length=40, blank=True, default="")
    details = models.JSONField(default=dict)
    because = models.TextField(blank=True, default="")
    occurrence = models.UUIDField()
    sender_key = models.CharField(max_length=200, null=True, blank=True)
    envelope = models.ForeignKey(
        Envelope, on_delete=models.PROTECT, null=True, blank=True, related_name="contents"
    )
    salt = models.BinaryField()

    class Meta:
        db_table = "chronology_entry_content"
        indexes = [models.Index(fields=["occurrence"], name="entries_by_occurrence")]
        constraints = [
            models.UniqueConstraint(
                fields=["said_by_area", "said_by", "sender_key"],
                condition=Q(sender_key__isnull=False),
                name="an_agency_sends_an_entry_once",
            ),
            models.CheckConstraint(
                name="what_happened_begins_before_it_ends", condition=Q(happened_to__gte=F("happened_from"))
            ),
            models.CheckConstraint(
                name="an_entry_says_who_said_it", condition=~Q(said_by="") & ~Q(said_by_area="")
            ),
            models.CheckConstraint(name="an_entry_is_of_a_kind", condition=~Q(kind="")),
            models.CheckConstraint(name="a_salt_is_32_bytes", condition=has_length("salt", 32)),
            _listed("voice", VOICES, "an_entry_has_a_listed_voice"),
            _listed("claim", CLAIMS, "an_entry_has_a_listed_claim"),
            _listed("precision", PRECISIONS, "an_entry_has_a_listed_precision"),
        ]
        triggers = _guarded_but_erasable("contents")

    def __str__(self) -> str:
        return f"{self.kind} said by {self.said_by} of {self.said_by_area}"


class EntryAbout(models.Model):
    """That an entry is about the person whom an agency's description describes; erased with the content."""

    erasable = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="abouts")
    description = models.ForeignKey("identity.Description", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "chronology_entry_about"
        constraints = [
            models.UniqueConstraint(fields=["entry", "description"], name="an_entry_is_about_a_person_once")
        ]
        triggers = _guarded_but_erasable("abouts")

    def __str__(self) -> str:
        return f"{self.entry_id} is about {self.description_id}"


class EntryKnownTo(models.Model):
    """Since when an agency held an entry, or a person of it knew it. ``recorded_at`` is when Kith learnt that."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="known_tos")
    agency = models.CharField(max_length=40)
    agency_area = models.CharField(max_length=60)
    known_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    how = models.CharField(max_length=20)
    by = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "chronology_entry_known_to"
        indexes = [
            models.Index(
                fields=["agency_area", "agency", "recorded_at"],
                condition=Q(how="said"),
                name="when_each_agency_last_said",
            ),
            models.Index(
                fields=["agency_area", "agency", "recorded_at"],
                condition=Q(how__in=("told", "delivered")),
                name="what_each_agency_was_told",
            ),
        ]
        constraints = [
            _listed("how", HOWS, "an_agency_knows_in_a_listed_way"),
            models.CheckConstraint(
                name="what_was_opened_or_acknowledged_names_who",
                condition=~Q(how__in=PERSONAL) | Q(by__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_records_knowledge_before_it_was_known",
                condition=Q(recorded_at__gte=F("known_at")),
            ),
        ]
        triggers = _guarded("known_tos_are_append_only")

    def __str__(self) -> str:
        return f"{self.how} to {self.agency} of {self.agency_area}"


class EntryReference(models.Model):
    """What one entry is to another: status that changes later is another entry that refers back."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="references")
    to = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="referred_to_by")
    relation = models.CharField(max_length=20)

    class Meta:
        db_table = "chronology_entry_reference"
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "to", "relation"], name="an_entry_refers_to_another_once_in_a_way"
            ),
            models.UniqueConstraint(
                fields=["to"],
                condition=Q(relation__in=REPLACING),
                name="an_entry_is_corrected_or_withdrawn_once",
            ),
            models.CheckConstraint(name="an_entry_does_not_refer_to_itself", condition=~Q(entry=F("to"))),
            _listed("relation", RELATIONS, "a_reference_has_a_listed_relation"),
        ]
        triggers = _guarded("references_are_append_only")

    def __str__(self) -> str:
        return f"{self.entry_id} {self.relation} {self.to_id}"


class Disposal(models.Model):
    """The certificate of a lawful erasure: it says that, when, by whom and why, and nothing of what was erased."""

    append_only = True
    disposal_writes = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="disposal")
    basis = models.CharField(max_length=200)
    disposed_at = models.DateTimeField()
    disposed_by = models.UUIDField()
    commitment = models.BinaryField()

    class Meta:
        db_table = "chronology_disposal"
        constraints = [
            models.CheckConstraint(name="an_erasure_has_a_basis", condition=~Q(basis="")),
            models.CheckConstraint(
                name="a_certificate_names_32_bytes", condition=has_length("commitment", 32)
            ),
        ]
        triggers = [
            *_guarded("certificates_are_append_only"),
            Protect(name="certificates_are_written_by_disposal", operation=Insert, condition=NOT_BY_DISPOSAL),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} erased: {self.basis}"


class StoryChoice(models.Model):
    """That a person promoted or folded a line of a child's story, under their name; the latest choice stands."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=20)
    because = models.CharField(max_length=500, blank=True, default="")
    chosen_at = models.DateTimeField()
    chosen_by = models.UUIDField()

    class Meta:
        db_table = "chronology_story_choice"
        indexes = [models.Index(fields=["child", "entry", "chosen_at"], name="story_choices_by_child")]
        constraints = [_listed("choice", CHOICES, "a_line_is_promoted_folded_or_as_it_was")]
        triggers = _guarded("story_choices_are_append_only")

    def __str__(self) -> str:
        return f"{self.choice} {self.entry_id}"
