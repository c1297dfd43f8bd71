"""Who may read what went back to a system and have it tried again: its own agency or school, and the front door's manager."""

from datetime import datetime

from kith.giving import models
from kith.journeys.feeding.senders import Reach, reach_of
from kith.kernel.errors import Refused
from kith.kernel.types import Actor

NOT_YOURS = "This system is for the agency that it belongs to, or for the manager of the front door."


def check_may_read(receiver: models.Receiver | None, *, by: Actor, at: datetime) -> None:
    """Raises Refused, alike for one of others and one that is not there."""
    if receiver is None or not reaches(receiver, reach_of(by=by, at=at)):
        raise Refused(NOT_YOURS)


def reaches(receiver: models.Receiver, reach: Reach) -> bool:
    """Whether a system is within somebody's reach."""
    if receiver.area != reach.area:
        return False
    if reach.agency is None:
        return True
    return receiver.agency.code == reach.agency and (
        receiver.team_id is None or receiver.team_id in reach.teams
    )
