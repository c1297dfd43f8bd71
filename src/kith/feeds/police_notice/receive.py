"""The feed of police notices: a document (JSON) with one incident and each child whom it concerns."""

from kith.feeds.police_notice.mapping import HEAD, notice_about
from kith.grammar.durations import days
from kith.journeys.feeding import documents
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each child of the notice."""
    return documents.read(letter, items="children", item=notice_about, head=HEAD)


FEED = Feed(
    code="police_notice",
    label="Police notices",
    agency="police",
    every=days(1),
    formats=("application/json",),
    receive=receive,
    tells_schools=frozenset({"domestic_abuse_incident"}),
)
