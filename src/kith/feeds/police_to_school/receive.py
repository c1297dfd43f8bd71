"""The feed by which the police have schools told of domestic abuse: a document (JSON) with each school child of an incident."""

from kith.feeds.police_to_school.mapping import HEAD, told_about
from kith.grammar.durations import days
from kith.journeys.feeding import documents
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each child."""
    return documents.read(letter, items="children", item=told_about, head=HEAD)


FEED = Feed(
    code="police_to_school",
    label="Police, for schools",
    agency="police",
    every=days(1),
    formats=("application/json",),
    receive=receive,
    tells_schools=frozenset({"domestic_abuse_incident"}),
)
