"""The tables of the kernel: chains, work to be done after a commit, letters that could not be delivered."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from kith.kernel.conditions import has_length
from kith.kernel.ids import new_id

HOW_SETTLED = ("", "resent", "set_aside")
LETTER_STEPS = ("opened", "mended", "resent", "set_aside", "settled")


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


class ReceivedMessage(models.Model):
    """One message of a feed, known by its bytes: the same bytes of the same sender are one message.

    The bytes are in the envelope of the same id. ``team`` is the sender's own, where teams of its agency are bodies
    apart, such as schools. ``heard_at`` is when it came last, where it says that there is nothing to report.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    agency = models.CharField(max_length=40)
    team = models.UUIDField(null=True, blank=True)
    feed = models.CharField(max_length=60)
    media_type = models.CharField(max_length=100)
    digest = models.BinaryField()
    received_at = models.DateTimeField()
    received_by = models.UUIDField()
    heard_at = models.DateTimeField()
    says_nothing = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "kernel_received_message"
        indexes = [models.Index(fields=["area", "feed", "heard_at"], name="messages_by_feed")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "agency", "team", "feed", "digest"],
                nulls_distinct=False,
                name="the_same_message_is_kept_once",
            ),
            models.CheckConstraint(name="a_message_is_known_by_32_bytes", condition=has_length("digest", 32)),
            models.CheckConstraint(
                name="a_message_is_done_no_sooner_than_received",
                condition=Q(done_at__isnull=True) | Q(done_at__gte=F("received_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.feed} {self.id}"


class MessagePart(models.Model):
    """What became of one part of a message: taken, or a letter. Written with it, so that neither happens twice."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    message = models.ForeignKey(ReceivedMessage, on_delete=models.PROTECT, related_name="parts")
    number = models.PositiveIntegerField()
    letter = models.UUIDField(null=True, blank=True)
    done_at = models.DateTimeField()

    class Meta:
        db_table = "kernel_message_part"
        constraints = [
            models.UniqueConstraint(fields=["message", "number"], name="a_part_of_a_message_is_done_once")
        ]
        triggers = [Protect(name="message_parts_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"part {self.number}: {'a letter' if self.letter else 'taken'}"


class DeadLetter(models.Model):
    """Something received or sent that could not be taken: kept whole until a person has settled it.

    ``body`` stays as it came; what a person made of it is ``mended``. ``problems`` are of (field, place, words), and
    repeat nothing that the message says.
    """

    removable = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    agency = models.CharField(max_length=40, blank=True, default="")
    team = models.UUIDField(null=True, blank=True)
    came_by = models.CharField(max_length=60)
    message = models.UUIDField(null=True, blank=True)
    sent_by = models.UUIDField(null=True, blank=True)
    media_type = models.CharField(max_length=100)
    body = models.BinaryField()
    place = models.CharField(max_length=200, blank=True, default="")
    problem = models.CharField(max_length=500)
    problems = models.JSONField(default=list, blank=True)
    kept_at = models.DateTimeField()
    mended = models.BinaryField(null=True, blank=True)
    mended_at = models.DateTimeField(null=True, blank=True)
    mended_by = models.UUIDField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.UUIDField(null=True, blank=True)
    settled_how = models.CharField(max_length=20, blank=True, default="")
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
            models.CheckConstraint(
                name="a_dead_letter_is_mended_by_somebody",
                condition=Q(mended_at__isnull=True, mended_by__isnull=True, mended__isnull=True)
                | Q(mended_at__isnull=False, mended_by__isnull=False, mended__isnull=False),
            ),
            models.CheckConstraint(
                name="a_dead_letter_is_settled_in_a_listed_way", condition=Q(settled_how__in=HOW_SETTLED)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.came_by}: {self.problem}"


class LetterStep(models.Model):
    """What was done about a dead letter, by whom and when. It says nothing of what the letter says."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    letter = models.UUIDField()
    what = models.CharField(max_length=20)
    because = models.CharField(max_length=500, blank=True, default="")
    done_at = models.DateTimeField()
    done_by = models.UUIDField()
    done_by_name = models.CharField(max_length=200)

    class Meta:
        db_table = "kernel_letter_step"
        indexes = [models.Index(fields=["letter", "done_at"], name="letter_steps_by_letter")]
        constraints = [
            models.CheckConstraint(name="a_letter_has_a_listed_step", condition=Q(what__in=LETTER_STEPS))
        ]
        triggers = [Protect(name="letter_steps_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.what} by {self.done_by_name}"


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
