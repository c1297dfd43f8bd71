"""The feed of appointments to which a child was not brought: a FHIR R4 bundle of appointments and patients."""

from kith.feeds.hospital_not_brought.mapping import appointments_in
from kith.grammar.durations import working_days
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each appointment."""
    return appointments_in(letter)


FEED = Feed(
    code="hospital_not_brought",
    label="Was not brought",
    agency="hospital",
    every=working_days(1),
    formats=("application/fhir+json", "application/json"),
    receive=receive,
)
