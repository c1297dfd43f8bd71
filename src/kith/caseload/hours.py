"""When it is out of hours: from when the list for the night is open, and when the morning begins. London time."""

from datetime import date, datetime, time, timedelta

from kith.kernel.clock import LONDON
from kith.reference.working_days import is_working_day

MORNING = time(9)
"""When the day's workers have what the night left them [P]."""
EVENING = time(17)
"""From when the list is open on a working day that another follows [P]."""
BEFORE_DAYS_OFF = time(16)
"""From when it is open before a weekend or a bank holiday, so that the day can still be asked [P]."""
CLIMBS_AFTER = timedelta(hours=1)
"""A morning task that nobody took goes to the leader above so long after it was due, and again for each such time."""


def is_out_of_hours(at: datetime) -> bool:
    """Whether the list for the night is open: by night, on days off, and from 16:00 before them."""
    here = at.astimezone(LONDON)
    today = here.date()
    if not is_working_day(today) or here.time() < MORNING:
        return True
    opens = EVENING if is_working_day(today + timedelta(days=1)) else BEFORE_DAYS_OFF
    return here.time() >= opens


def next_morning(at: datetime) -> datetime:
    """09:00 of the next morning on which offices work: the same day's, where it is not 09:00 yet."""
    here = at.astimezone(LONDON)
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return _morning_of(day)


def end_of_weekend(at: datetime) -> datetime:
    """09:00 on the first working day from the coming Monday on: the end of a listing of which nobody says another."""
    here = at.astimezone(LONDON)
    ahead = (7 - here.weekday()) % 7 or (0 if here.time() < MORNING else 7)
    return _morning_of(here.date() + timedelta(days=ahead))


def _morning_of(day: date) -> datetime:
    while not is_working_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=LONDON)
