"""What a row of a school's register says, in Kith's words."""

from kith.chronology.when import When
from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.types import Letter, Part

COLUMNS = ("upn", "forename", "surname", "date_of_birth", "from", "code")
"""Columns that a file must have; ``to``, ``days``, ``sex``, ``school``, ``year_group`` and ``words`` may be there too."""
PRESENT = "present"
LEAVE, NO_LEAVE, NOT_KNOWN = "leave", "no leave", "not known"
CODES = {
    **dict.fromkeys(("C", "C1", "C2", "E", "I", "J1", "M", "R", "S", "T"), LEAVE),
    **dict.fromkeys(("G", "O", "U"), NO_LEAVE),
    "N": NOT_KNOWN,
    **dict.fromkeys(("/", "\\", "L", "B", "K", "P", "V", "W"), PRESENT),
}
"""Attendance codes of England, in force from August 2024, to whether the school gave leave [GK]."""
MOST_DAYS = 400


def absence_in(row: Fields, letter: Letter) -> Part:
    """One spell away."""
    child = ChildSaid(
        name=f"{row.text('forename')} {row.text('surname')}".strip(),
        born=row.day("date_of_birth"),
        sex=row.one_of("sex", SEX) or "",
        upn=row.text("upn"),
        key=row.text("upn"),
    )
    check_somebody(child, row, name="surname")
    row.pass_over("school", "year_group")
    began = row.when("from", needed="Say on which day the child was first away.")
    ended = row.when("to")
    days = row.whole("days", low=0, high=MOST_DAYS)
    code = row.one_of("code", CODES, needed="Give the attendance code.")
    if code == PRESENT:
        row.say("code", "This code says that the child was there.")
    if began and ended and ended.happened_to < began.happened_from:
        row.say("to", "This is before the first day away.")
    words = row.text("words")
    if began is None:
        return Part(body=b"", place="")
    when = When(happened_from=began.happened_from, happened_to=(ended or began).happened_to, precision="day")
    authorised = {LEAVE: True, NO_LEAVE: False}.get(code or "")
    details = {"authorised": authorised, "days": days}
    entry = EntryKept(kind="school_absence", when=when, details=details, text=words)
    return Part(body=b"", place="", concern=concern_of(child, entry, letter=letter))
