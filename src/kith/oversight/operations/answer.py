"""A guardian answers a finding."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.oversight import models, policies
from kith.oversight.operations.words import check_said


def answer(*, finding: UUID, answer: str, because: str, by: Actor, at: datetime) -> None:
    """``acceptable`` and ``refer`` close a finding, with a reason; ``ask_the_person`` says that it waits for their answer.

    Refused to whoever was found, to their manager by way of the owner, and where it is closed already.
    """
    policies.check_reviews(finding=finding, by=by, at=at)
    if answer not in models.ANSWERS:
        raise BadInput("answer", "Choose what you found.")
    said = check_said(because, field="because")
    if models.Answer.objects.filter(finding=finding, answer__in=models.CLOSING).exists():
        raise Refused("It was closed already. Read what was found.")
    row = models.Finding.objects.get(pk=finding)
    try:
        with transaction.atomic():
            models.Answer.objects.create(
                area=row.area,
                finding=row,
                answer=answer,
                because=said,
                reviewed_at=at,
                reviewed_by=by.id,
            )
    except IntegrityError as clash:
        if "a_finding_is_closed_once" not in str(clash):
            raise
        raise Refused("It was closed already. Read what was found.") from clash
