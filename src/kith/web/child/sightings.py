"""Who saw the child: what each entry says about seen, seen alone, not there, and who else was in the room."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kith.chronology.types import EntryView
from kith.grammar.words import Naming
from kith.web.child.reading import Reading
from kith.web.child.telling import FAMILY_VOICES, day_of

SEEN_KINDS = ("child_seen", "injury_seen", "medical_examination", "hospital_attendance", "return_interview")
OBSERVED_KINDS = (
    "behaviour_concern",
    "development_concern",
    "growth_or_hunger_concern",
    "neglect_observed",
)
"""What somebody sees in the child itself, where they say that they observed it."""
NOT_MADE = ("refused", "no_reply", "cancelled", "cancelled_by_carer", "cancelled_by_worker")
NOT_ATTENDED = ("was_not_brought", "cancelled_by_carer", "left_before_seen")
LONGEST_SPELL = 28
"""Days of an absence that are drawn one by one."""


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """One entry by which somebody outside the home saw the child."""

    entry: EntryView
    alone: bool | None
    """None where nobody said."""


def sightings(reading: Reading) -> list[Sighting]:
    """Every time that an agency says that it saw the child, oldest first."""
    return [Sighting(entry=row, alone=was_alone(row)) for row in reading.counting if was_seen(row)]


def was_seen(row: EntryView) -> bool:
    """Whether the agency that says it had the child before it. What relatives tell is not an agency's own eyes."""
    details = row.details
    if row.voice in FAMILY_VOICES:
        return False
    if row.kind == "visit":
        return details.get("seen") is True or details.get("seen_alone") is True
    if row.kind == "appointment":
        return details.get("outcome") == "attended"
    if row.kind in OBSERVED_KINDS:
        return row.claim == "observed"
    return row.kind in SEEN_KINDS or (row.kind == "disclosure" and row.claim != "hypothesis")


def was_alone(row: EntryView) -> bool | None:
    """Whether the child was with them without a carer, as far as the entry says."""
    details = row.details
    for name in ("seen_alone", "child_asked_alone"):
        if name in details:
            return bool(details[name])
    if "carer_present" in details:
        return not details["carer_present"]
    return True if details.get("others_present") == [] else None


def was_absent(row: EntryView) -> bool:
    """Whether an agency says that the child was not there, or could not be seen."""
    details = row.details
    if row.kind == "visit":
        return details.get("seen") is False or details.get("outcome") in NOT_MADE
    if row.kind == "appointment":
        return details.get("outcome") in NOT_ATTENDED
    return row.kind in ("school_absence", "missing_episode")


def days_of(row: EntryView) -> Iterable[date]:
    """The days on which it happened, where they are known to the day."""
    if row.when.precision not in ("time", "day"):
        return ()
    first, last = day_of(row.when.happened_from), day_of(row.when.happened_to)
    spell = min((last - first).days, LONGEST_SPELL)
    return tuple(last - timedelta(days=number) for number in range(spell + 1))


def others_in_the_room(row: EntryView, reading: Reading) -> str:
    """``Keren and Jory``, ``nobody else``, or an empty string where nobody said."""
    present = row.details.get("others_present")
    if present is not None:
        people = Naming(reading.names)
        return people.listed([people.person(str(key)) for key in present], none="nobody else")
    if "carer_present" not in row.details:
        return ""
    return "a parent or carer" if row.details["carer_present"] else "no parent or carer"
