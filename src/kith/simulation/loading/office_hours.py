"""When made-up practitioners are at work: most by day and on working days, some posts around the clock."""

from datetime import datetime, time, timedelta

from kith.kernel.clock import LONDON
from kith.simulation.calendar import after_working_days, is_working_day

STARTS, ENDS = time(8, 50), time(17, 20)
AROUND_THE_CLOCK = {
    "mash_manager",
    "emergency_duty_worker",
    "area_on_call_manager",
    "police_supervisor",
    "force_duty_officer",
}
"""Posts for which the area file has a rota by night."""


def at_work(moment: datetime, *, role: str) -> datetime:
    """This moment, or the first minutes of the next working day where nobody of the role is at work then."""
    here = moment.astimezone(LONDON)
    if role in AROUND_THE_CLOCK or (is_working_day(here.date()) and STARTS <= here.time() <= ENDS):
        return moment
    early = is_working_day(here.date()) and here.time() < STARTS
    day = here.date() if early else after_working_days(here.date() + timedelta(days=1), 0)
    return datetime.combine(day, STARTS, LONDON) + timedelta(minutes=here.minute % 50)
