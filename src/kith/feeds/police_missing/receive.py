"""The feed of missing episodes: a document (JSON) with each child who is missing, or was found."""

from kith.feeds.police_missing.mapping import HEAD, episode_of
from kith.grammar.durations import days
from kith.journeys.feeding import documents
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each child."""
    return documents.read(letter, items="children", item=episode_of, head=HEAD)


FEED = Feed(
    code="police_missing",
    label="Missing children",
    agency="police",
    every=days(1),
    formats=("application/json",),
    receive=receive,
)
