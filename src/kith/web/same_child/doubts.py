"""Names the kind of doubt for which a person is asked, from the reasons that were kept with the question."""

from collections.abc import Iterable

from kith.identity.types import Evidence, OpenReview

KINDS = (
    ("unborn", "An unborn child: who did they become?"),
    ("twin", "Perhaps twins"),
    ("under this key", "A number of the agency’s own, given twice"),
    ("somebody else fits", "Somebody else fits as well"),
    ("a person decided", "Somebody decided otherwise before"),
    ("not the same person", "Somebody decided otherwise before"),
    ("one is said to be a child", "A child, or an adult"),
    ("numbers differ", "Numbers that differ"),
    ("different sexes", "A girl, or a boy"),
    ("first name", "First names that are not the same"),
    ("last name", "Last names that are not the same"),
    ("date of birth", "Birthdays that are not the same"),
    ("dates of birth", "Birthdays that are not the same"),
)
COPIED = "Perhaps a number that was copied"
POSSIBLE = "Possible, not certain"
NUMBERS = ("nhs_number", "upn")


def kind_of(asked: OpenReview) -> str:
    """``Perhaps twins``, ``Perhaps a number that was copied``: what weighs most on whoever must answer comes first."""
    said = " ".join(asked.reasons).lower()
    if "unborn" not in said and "twin" not in said and _copied(asked.evidence, said):
        return COPIED
    return next((words for mark, words in KINDS if mark in said), POSSIBLE)


def _copied(evidence: Iterable[Evidence], said: str) -> bool:
    """The same number beside first names that differ."""
    same = any(piece.comparison in NUMBERS and piece.bits > 0 for piece in evidence)
    return same and "first name" in said
