"""What a row of a practice's leavers says, in Kith's words."""

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.types import Letter, Part

COLUMNS = ("nhs_number", "name", "date_of_birth", "removed_on")
DIED = "died"
REASONS = {"moved": "moved away", "registered_elsewhere": "registered elsewhere", "no_reply": "did not answer letters",
           "by_practice": "removed by the practice", "by_family": "asked for by the family", "left_country": "left the country",
           DIED: DIED}  # fmt: skip


def leaver_in(row: Fields, letter: Letter) -> Part:
    """One child who is no longer on the list."""
    child = ChildSaid(
        name=row.text("name"),
        born=row.day("date_of_birth"),
        sex=row.one_of("sex", SEX) or "",
        nhs_number=row.text("nhs_number"),
        key=row.text("nhs_number"),
    )
    check_somebody(child, row, name="name")
    row.pass_over("practice", "practice_code")
    removed_on = row.when("removed_on", needed="Say on which day the child was taken off the list.")
    reason = row.one_of("reason", REASONS)
    if reason == DIED:
        row.say("reason", "A death is not told by this feed. Ring the duty desk.")
    if removed_on is None:
        return Part(body=b"", place="")
    text = f"Reason given: {reason}." if reason else ""
    entry = EntryKept(kind="left_health_register", when=removed_on, details={"register": "gp"}, text=text)
    return Part(body=b"", place="", concern=concern_of(child, entry, letter=letter))
