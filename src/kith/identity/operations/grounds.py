"""What an operation by a person stands on: rows that exist, of the actor's own area, that nobody said apart."""

from collections.abc import Iterable
from uuid import UUID

from kith.identity import models
from kith.identity.apart import said_apart
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import queries as people

ELSEWHERE = "This is held by another area. Ring their duty desk."


def person_here(person: UUID, *, by: Actor, at_field: str = "person") -> None:
    """BadInput where there is no such person, Refused where another area holds them."""
    held = people.person(id=person)
    if held is None:
        raise BadInput(at_field, "No such person is held.")
    if held.area != by.area:
        raise Refused(ELSEWHERE)


def not_merged_away(person: UUID, *, at_field: str = "person") -> None:
    """BadInput where the person was merged into another, who carries on for them."""
    if is_merged_away(person):
        raise BadInput(
            at_field, "They were merged into somebody else. Choose that person, or undo the merge."
        )


def is_merged_away(person: UUID) -> bool:
    """Whether somebody else carries on for this person now."""
    merges = models.IdentityStep.objects.filter(kind="merge", other=person, undone_by__isnull=True)
    return merges.exists()


def standing_link(description: UUID, *, by: Actor) -> models.Link:
    """The link of a description now. BadInput where there is none, Refused where another area holds it."""
    link = models.Link.objects.filter(description=description, to_at__isnull=True).first()
    if link is None:
        raise BadInput("description", "No such description is held.")
    if link.area != by.area:
        raise Refused(ELSEWHERE)
    return link


def standing_descriptions(person: UUID) -> list[UUID]:
    """The descriptions of a person now, in the order in which they were linked."""
    links = models.Link.objects.filter(person=person, to_at__isnull=True).order_by("from_at", "id")
    return list(links.values_list("description_id", flat=True))


def nobody_said_apart(descriptions: Iterable[UUID], *, person: UUID) -> None:
    """Refused where somebody said that one of these and one of the person's are not the same."""
    if wall := said_apart(descriptions=descriptions, person=person):
        raise Refused(words_of(wall))


def words_of(wall: models.NonLink) -> str:
    """Who said not the same, when and why."""
    said_at = wall.said_at.astimezone(LONDON)
    return (
        f"{wall.said_by_name} said on {said_at.day} {said_at:%B %Y} that these are not the same person:"
        f" {wall.because} That must be withdrawn first."
    )
