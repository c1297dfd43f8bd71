"""The clock at the door: the only place that reads the system's time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The moment, once, at the door: aware, UTC. Pass it down as ``at``."""
    return datetime.now(UTC)
