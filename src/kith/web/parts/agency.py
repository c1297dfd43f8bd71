"""An agency as a page shows it: a shape, its word beside it, and colour last."""

from dataclasses import dataclass

from django.conf import settings

from kith import rulebook

GROUPS = ("police", "school", "social", "health", "family", "child")
"""The shapes: square, triangle, diamond, circle, hexagon, speech mark."""


@dataclass(frozen=True, kw_only=True)
class Agency:
    """Who said or holds something."""

    code: str
    """The code of the rulebook's closed list, such as ``police``; ``family`` and ``child`` for voices."""
    group: str
    """Which shape and colour: one of ``GROUPS``."""
    label: str
    """The word beside the shape, such as ``Health visitor, midwife``."""

    @property
    def inside(self) -> str:
        """The label inside a sentence: ``GP`` stays, ``Police`` does not."""
        return self.label if self.label[:2].isupper() else self.label[:1].lower() + self.label[1:]


FAMILY = Agency(code="family", group="family", label="Family, neighbours")
HEALTH = Agency(code="health", group="health", label="Health")
"""All health agencies as one lane; their own codes stay on the entries."""


def agency(code: str, label: str = "") -> Agency:
    """The agency of this code, with the rulebook's shape and short word; ``label`` where a page says it otherwise.

    Raises KeyError for a code that is not listed.
    """
    listed = rulebook.load(settings.KITH_RULEBOOK).agencies[code]
    return Agency(code=code, group=listed.look, label=label or listed.short[0].upper() + listed.short[1:])


def childs_words(name: str) -> Agency:
    """The child's own voice as a lane: a speech mark."""
    return Agency(code="child", group="child", label=f"{name}’s own words")
