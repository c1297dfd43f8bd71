"""The table of the pages: drafts, so that no typed word is ever lost."""

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
