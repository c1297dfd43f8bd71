"""Who may change what counts in the chronology, and why not."""

from kith.chronology.types import EntryView
from kith.kernel.errors import Refused
from kith.kernel.types import Actor


def check_can_replace(entry: EntryView, *, by: Actor) -> None:
    """Only the agency that said a thing, or whoever recorded it, corrects or withdraws it. Raises Refused.

    Another agency that disagrees says so in an entry of its own: dissent is kept, nobody unsays for somebody else.
    """
    if not entry.counts:
        raise Refused("This entry has been corrected or withdrawn already.")
    if (by.agency, by.area) != (entry.said_by, entry.said_by_area) and by.id != entry.recorded_by:
        raise Refused(
            "Only the agency that said this can correct or withdraw it."
            " If you know otherwise, add what you know as an entry of your own."
        )
