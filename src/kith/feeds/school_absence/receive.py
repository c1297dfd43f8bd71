"""The feed of school absence: a table (CSV) with a row for each spell away."""

from kith.feeds.school_absence.mapping import COLUMNS, absence_in
from kith.grammar.durations import working_days
from kith.journeys.feeding import tables
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each row."""
    return tables.read(letter, columns=COLUMNS, row=absence_in)


FEED = Feed(
    code="school_absence",
    label="School absence",
    agency="school",
    every=working_days(1),
    formats=("text/csv",),
    receive=receive,
)
