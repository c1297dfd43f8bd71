"""What a row of leavers says, in Kith's words."""

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.types import Letter, Part

COLUMNS = ("upn", "forename", "surname", "date_of_birth", "left_on", "reason")
REASONS = {
    "moved": "move",
    "home_education": "home_education",
    "excluded": "exclusion",
    "other": None,
    "not_known": None,
}
"""A school's reason to the entry's; for what is neither, the reason stays unknown and the words say it."""


def leaver_in(row: Fields, letter: Letter) -> Part:
    """One child who left."""
    child = ChildSaid(
        name=f"{row.text('forename')} {row.text('surname')}".strip(),
        born=row.day("date_of_birth"),
        sex=row.one_of("sex", SEX) or "",
        upn=row.text("upn"),
        key=row.text("upn"),
    )
    check_somebody(child, row, name="surname")
    left_on = row.when("left_on", needed="Say on which day the child left the roll.")
    reason = row.one_of("reason", REASONS)
    words = _words(row.text("next_school"), row.text("words"))
    row.pass_over("school")
    if left_on is None:
        return Part(body=b"", place="")
    entry = EntryKept(kind="left_school_roll", when=left_on, details={"reason": reason}, text=words)
    return Part(body=b"", place="", concern=concern_of(child, entry, letter=letter))


def _words(next_school: str, words: str) -> str:
    """Where the child is said to go to stands in the entry's words: nobody has checked it."""
    said = [f"Next school, as told: {next_school}."] if next_school else []
    return " ".join([*said, words]).strip()
