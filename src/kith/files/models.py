"""The tables of the files room: what came in, whose it is, what may be looked at, what was scanned, who opened it."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from kith.files.types import CLEAN, FOUND, NOT_SCANNED, WAITING
from kith.files.what_it_is import HEIC, JPEG, PDF, PNG, WEBP
from kith.kernel.conditions import has_length
from kith.kernel.ids import new_id

OUTCOMES = (CLEAN, FOUND, NOT_SCANNED, WAITING)
MEDIA_TYPES = (JPEG, PNG, WEBP, HEIC, PDF)


class SealedOriginal(models.Model):
    """A file as it came: its digest, its size, who took it in and when. The bytes are sealed outside the database."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=40)
    given_name = models.CharField(max_length=120)
    taken_at = models.DateTimeField()
    taken_by = models.UUIDField()
    taken_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["digest"], name="sealed_originals_by_digest")]
        constraints = [
            models.CheckConstraint(
                name="an_original_is_known_by_a_sha_256", condition=has_length("digest", 64)
            ),
            models.CheckConstraint(name="an_original_has_bytes", condition=Q(size__gt=0)),
            models.CheckConstraint(
                name="an_original_is_of_a_kind_that_is_taken_in", condition=Q(media_type__in=MEDIA_TYPES)
            ),
        ]
        triggers = [Protect(name="sealed_originals_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.media_type} of {self.size} bytes"


class FileOf(models.Model):
    """Whose a file is: a child, and the entry that it belongs to. Plain ids: this room is below those that hold them."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    original = models.OneToOneField(SealedOriginal, on_delete=models.PROTECT, related_name="file_of")
    child = models.UUIDField()
    entry = models.UUIDField(null=True, blank=True)
    shows = models.CharField(max_length=300, blank=True, default="")
    added_at = models.DateTimeField()
    added_by = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["child", "added_at"], name="files_by_child"),
            models.Index(fields=["entry"], name="files_by_entry"),
        ]
        triggers = [Protect(name="whose_a_file_is_is_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.original} of {self.child}"


class Copy(models.Model):
    """One page of a file, drawn anew: a clear picture and a blurred one, each kept by the kernel under its digest."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    original = models.ForeignKey(SealedOriginal, on_delete=models.PROTECT, related_name="copies")
    page = models.PositiveSmallIntegerField()
    clear = models.OneToOneField("kernel.StoredFile", on_delete=models.PROTECT, related_name="+")
    blurred = models.OneToOneField("kernel.StoredFile", on_delete=models.PROTECT, related_name="+")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "copies"
        constraints = [
            models.UniqueConstraint(fields=["original", "page"], name="each_page_is_drawn_once"),
            models.CheckConstraint(name="pages_are_counted_from_one", condition=Q(page__gte=1)),
            models.CheckConstraint(
                name="a_clear_copy_is_not_its_blurred_one", condition=~Q(clear=F("blurred"))
            ),
        ]
        triggers = [Protect(name="copies_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"page {self.page} of {self.original}"


class Scan(models.Model):
    """What a scanner said of an original, each time that it was asked; the last one counts."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    original = models.ForeignKey(SealedOriginal, on_delete=models.PROTECT, related_name="scans")
    outcome = models.CharField(max_length=20)
    scanner = models.CharField(max_length=100)
    said = models.CharField(max_length=200, blank=True, default="")
    scanned_at = models.DateTimeField()
    scanned_by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["original", "scanned_at", "id"], name="scans_by_original")]
        constraints = [
            models.CheckConstraint(name="a_scan_has_a_listed_outcome", condition=Q(outcome__in=OUTCOMES))
        ]
        triggers = [Protect(name="scans_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.scanner}: {self.outcome}"


class Opening(models.Model):
    """Somebody asked for the clear copy of a file. Written before it is handed out."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    original = models.ForeignKey(SealedOriginal, on_delete=models.PROTECT, related_name="openings")
    page = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    opened_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["original", "opened_at"], name="openings_by_original")]
        triggers = [Protect(name="openings_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.opened_by_name} opened {self.original}"
