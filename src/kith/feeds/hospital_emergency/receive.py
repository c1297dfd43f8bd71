"""The feed of attendances at an emergency department: HL7 version 2 messages (ADT), one or several in a file."""

from kith.feeds.hospital_emergency.mapping import attendance_in
from kith.grammar.durations import days
from kith.journeys.feeding import segments
from kith.journeys.feeding.types import Feed, Letter, Reading


def receive(letter: Letter) -> Reading:
    """A part for each message."""
    return segments.read(letter, one=attendance_in)


FEED = Feed(
    code="hospital_emergency",
    label="Emergency department",
    agency="hospital",
    every=days(1),
    formats=("x-application/hl7-v2+er7", "text/plain"),
    receive=receive,
)
