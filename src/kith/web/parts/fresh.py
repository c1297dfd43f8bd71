"""How recent each agency's data is: silence, a broken line and "nothing to report" look different from each other."""

from dataclasses import dataclass

from kith.web.dates import Moment
from kith.web.parts.agency import Agency

RECEIVED, NOTHING_TO_REPORT, SILENT, NEVER, LINE_DOWN, DOES_NOT_SEND = (
    "received",
    "nothing_to_report",
    "silent",
    "never",
    "line_down",
    "does_not_send",
)


@dataclass(frozen=True, kw_only=True)
class Freshness:
    """One agency's data about this child."""

    agency: Agency
    state: str
    """``received``: something has come, up to ``when``. ``nothing_to_report``: the agency itself told us at ``when`` that it
    has nothing new. ``silent``: it was expected and has not come since ``when``. ``never``: nothing has ever come. ``line_down``: our side or theirs is broken
    since ``when``, so things may have been sent that nobody here has. ``does_not_send``: it is not joined to Kith."""
    when: Moment
    ring: str = ""
    """The number to ring instead; needed for silent, never, line_down and does_not_send."""
    about: str = ""
    """What it last said of this child, where it is heard about others: ``last about Tam 3 Feb``."""


_LOUDEST_FIRST = (LINE_DOWN, SILENT, NEVER, DOES_NOT_SEND, NOTHING_TO_REPORT, RECEIVED)


def loudest_first(lines: tuple[Freshness, ...]) -> tuple[Freshness, ...]:
    """Agencies that we cannot hear come first; the rest keep the order they were given in."""
    return tuple(sorted(lines, key=lambda line: min(_LOUDEST_FIRST.index(line.state), 4)))
