"""The feed of children who left a school's roll: a table (CSV) with a row for each."""

from kith.feeds.school_leaving.mapping import COLUMNS, leaver_in
from kith.grammar.durations import working_days
from kith.journeys.feeding import tables
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each row."""
    return tables.read(letter, columns=COLUMNS, row=leaver_in)


FEED = Feed(
    code="school_leaving",
    label="Leaving the school roll",
    agency="school",
    every=working_days(5),
    formats=("text/csv",),
    receive=receive,
)
