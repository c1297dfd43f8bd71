"""Who looked last: everybody went through their own children some evenings before the load."""

from kith.access import operations as access
from kith.access import policies
from kith.access import queries as who
from kith.simulation.calendar import days, working_day
from kith.simulation.loading.loading import Loading, moment

DAYS_AGO = days(5)
EVENING, MINUTES = 17, 4
PURPOSE = "Went through my children"


def look_in(loading: Loading) -> None:
    """So that a page after signing in tells what came since, and not three years."""
    day = working_day(loading.area.ending_on - DAYS_AGO)
    for place, by in enumerate(loading.cast.by_code.values()):
        at = moment(day, hour=EVENING, minutes=MINUTES + place % 20)
        for own in who.children_of(by=by, at=at):
            basis = policies.check_can_see(child=own.child, by=by, at=at)
            access.look(child=own.child, by=by, basis=basis, purpose=PURPOSE, at=at)
