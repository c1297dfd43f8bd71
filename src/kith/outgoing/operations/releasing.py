"""Two different people release what is held, one of them a guardian of information; or one guardian keeps it back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.outgoing import models, policies, queries
from kith.outgoing.operations import trail
from kith.people import operations as people_operations

LONGEST_REASON = 300
SHORTEST_REASON = 10


@transaction.atomic
def release_first(*, outgoing: UUID, because: str, by: Actor, at: datetime) -> None:
    """One of two says that it may go, and why. It does not go yet."""
    row, role = _open(outgoing, by, at)
    if row.first_by is not None:
        raise Refused("Somebody has released this already. A second person is needed.")
    said = _said(row, because, by, at)
    row.first_at, row.first_by, row.first_name, row.first_role, row.first_reason = (
        at,
        by.id,
        by.name,
        role,
        said,
    )
    row.save(update_fields=["first_at", "first_by", "first_name", "first_role", "first_reason"])
    trail.keep(
        what="released_first", sentence=f"Released, first of two: {said}", outgoing=outgoing, by=by, at=at
    )


@transaction.atomic
def release_second(*, outgoing: UUID, because: str, by: Actor, at: datetime) -> None:
    """Another person says so too, and one of the two guards information: now it may be handed over."""
    row, role = _open(outgoing, by, at)
    if row.first_by is None:
        raise Refused("Nobody has released this yet. Two people are needed.")
    if row.first_by == by.id:
        raise Refused("You have released this already. A second, different person is needed.")
    if models.GUARDIAN not in (row.first_role, role):
        raise Refused("One of the two must be a guardian of information. Ring them.")
    said = _said(row, because, by, at)
    row.second_at, row.second_by, row.second_name, row.second_role, row.second_reason = (
        at,
        by.id,
        by.name,
        role,
        said,
    )
    row.save(update_fields=["second_at", "second_by", "second_name", "second_role", "second_reason"])
    trail.keep(
        what="released_second", sentence=f"Released, second of two: {said}", outgoing=outgoing, by=by, at=at
    )


@transaction.atomic
def keep_back(*, outgoing: UUID, because: str, by: Actor, at: datetime) -> None:
    """A guardian of information says that it never goes, and why; somebody compiles another."""
    row, role = _open(outgoing, by, at, frozen_too=True)
    if role != models.GUARDIAN:
        raise Refused("Only a guardian of information keeps a document back. Ring them.")
    said = _said(row, because, by, at)
    row.kept_back_at, row.kept_back_by, row.kept_back_name, row.kept_back_reason = at, by.id, by.name, said
    row.save(update_fields=["kept_back_at", "kept_back_by", "kept_back_name", "kept_back_reason"])
    trail.keep(what="kept_back", sentence=f"Kept back: {said}", outgoing=outgoing, by=by, at=at)


def _open(outgoing: UUID, by: Actor, at: datetime, *, frozen_too: bool = False) -> tuple[models.Hold, str]:
    """The hold, locked, and as what this person acts on it. Refused where it is decided, or frozen by a change of home."""
    row = models.Hold.objects.select_for_update().filter(pk=outgoing).first()
    view = queries.held(id=outgoing) if row else None
    if row is None or view is None:
        raise Refused(policies.NOT_HERE)
    role = policies.check_can_see_hold(
        area=view.area, about=view.about, compiled_by=view.compiled_by, by=by, at=at
    )
    if not view.waits:
        raise Refused("This was decided already.")
    if row.stored_file_id is None:
        raise Refused("This was too large to be read or kept. Compile it again, in parts.")
    if view.frozen_by and not frozen_too:
        raise Refused(
            "A home has changed since this was compiled, so it is frozen. Compile it again for where they are now."
        )
    return row, role


@sensitive_variables("because", "said")
def _said(row: models.Hold, because: str, by: Actor, at: datetime) -> str:
    """A reason of a sentence that says nowhere where somebody is: reasons stand on pages."""
    said = because.strip()
    if len(said) < SHORTEST_REASON:
        raise BadInput("because", "Say why, in a sentence")
    if len(said) > LONGEST_REASON:
        raise BadInput("because", f"Say it in at most {LONGEST_REASON} characters")
    everyone = models.OutgoingAbout.objects.filter(outgoing=row.pk).values_list("person_id", flat=True)
    if people_operations.search_for_hidden(
        texts=[said], persons=everyone, because="a reason that was typed", by=by, at=at
    ):
        raise BadInput("because", "Your reason says where somebody is. Say it without")
    return said
