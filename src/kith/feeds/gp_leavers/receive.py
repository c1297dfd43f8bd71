"""The feed of children who left a practice's list: a table (CSV) with a row for each."""

from kith.feeds.gp_leavers.mapping import COLUMNS, leaver_in
from kith.grammar.durations import days
from kith.journeys.feeding import tables
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each row."""
    return tables.read(letter, columns=COLUMNS, row=leaver_in)


FEED = Feed(
    code="gp_leavers",
    label="Leaving the GP list",
    agency="gp",
    every=days(7),
    formats=("text/csv",),
    receive=receive,
)
