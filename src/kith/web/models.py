"""The tables of the pages: drafts, so that no typed word is ever lost; and up to when each person has seen what came in."""

from django.db import models
from django.db.models import Q

from kith.kernel.ids import new_id

TASKS = ("concern", "visit_note")


class Draft(models.Model):
    """What one practitioner has typed into a form that is not sent. It is nobody else's, and it is not history."""

    removable = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    task = models.CharField(max_length=40)
    child = models.UUIDField(null=True)
    """Whom it is about, where the form was begun on a child's page; not a key, so that a draft keeps no child."""
    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey("agencies.Practitioner", on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["saved_by", "task"], name="draft_of_its_writer")]
        constraints = [
            models.CheckConstraint(name="a_draft_is_of_a_task_we_know", condition=Q(task__in=TASKS)),
        ]

    def __str__(self) -> str:
        return f"{self.task} draft {self.id}"


class LastHere(models.Model):
    """Up to when somebody has seen what came in: the end of the sitting before the one in which they read now."""

    kept_from_rules = True

    practitioner = models.OneToOneField(
        "agencies.Practitioner", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    area = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    """When they last opened the page of what needs them."""
    seen_until = models.DateTimeField(null=True)
    """Empty in their first sitting."""

    def __str__(self) -> str:
        return f"{self.practitioner_id} had seen what came in until {self.seen_until}"
