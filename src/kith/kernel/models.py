"""The tables of the kernel: chains, work to be done after a commit, letters that could not be delivered."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.conditions import has_length
from kith.kernel.ids import new_id


class ChainLink(models.Model):
    """One link of a chain: it seals its payload and every link before it."""

    append_only = True
    disposal_writes = True

    pk = models.CompositePrimaryKey("chain", "seq")
    chain = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    subject = models.UUIDField()
    payload = models.BinaryField()
    previous = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        db_table = "kernel_chain_link"
        indexes = [models.Index(fields=["subject"], name="chain_links_by_subject")]
        constraints = [
            models.UniqueConstraint(fields=["chain", "digest"], name="no_two_links_of_a_chain_are_equal"),
            models.CheckConstraint(name="links_are_counted_from_one", condition=Q(seq__gte=1)),
            models.CheckConstraint(
                name="a_link_names_the_one_before_by_32_bytes", condition=has_length("previous", 32)
            ),
            models.CheckConstraint(name="a_link_is_sealed_with_32_bytes", condition=has_length("digest", 32)),
        ]
        triggers = [Protect(name="chain_links_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.chain} {self.seq}: {self.kind} {self.subject}"


class OutboxItem(models.Model):
    """Something to do once the transaction that wrote it has committed; doing it twice must be harmless."""

    disposal_writes = True
    removable = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    topic = models.CharField(max_length=60)
    payload = models.JSONField()
    put_at = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        db_table = "kernel_outbox_item"
        indexes = [
            models.Index(
                fields=["topic", "due_at", "put_at", "id"],
                condition=Q(done_at__isnull=True, given_up_at__isnull=True),
                name="outbox_items_still_to_do",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="an_outbox_item_is_done_or_given_up_not_both",
                condition=Q(done_at__isnull=True) | Q(given_up_at__isnull=True),
            ),
            models.CheckConstraint(
                name="an_outbox_item_is_due_no_sooner_than_put", condition=Q(due_at__gte=F("put_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.id}"


class DeadLetter(models.Model):
    """Something received or sent that could not be taken: kept whole until a person has settled it."""

    removable = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    came_by = models.CharField(max_length=60)
    media_type = models.CharField(max_length=100)
    body = models.BinaryField()
    problem = models.CharField(max_length=500)
    kept_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.UUIDField(null=True, blank=True)
    settled_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        db_table = "kernel_dead_letter"
        indexes = [
            models.Index(
                fields=["area", "kept_at"],
                condition=Q(settled_at__isnull=True),
                name="dead_letters_that_wait",
            )
        ]
        constraints = [
            models.CheckConstraint(name="a_dead_letter_says_what_was_wrong", condition=~Q(problem="")),
            models.CheckConstraint(
                name="a_dead_letter_is_settled_by_somebody_with_a_reason",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, settled_because="")
                | Q(settled_at__gte=F("kept_at"), settled_by__isnull=False) & ~Q(settled_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.came_by}: {self.problem}"


class StoredFile(models.Model):
    """One keeping of a file; the bytes are outside the database, under their digest."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    kept_by = models.UUIDField()

    class Meta:
        db_table = "kernel_stored_file"
        indexes = [models.Index(fields=["digest"], name="stored_files_by_digest")]
        triggers = [Protect(name="stored_files_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.media_type} of {self.size} bytes"
