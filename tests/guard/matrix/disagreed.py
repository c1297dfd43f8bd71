"""What professionals of the matrix disagree about: a challenge, a request for a conference, an override."""

from typing import Any

from kith.agencies.types import SOCIAL_CARE
from kith.decisions.challenges import queries as challenges
from kith.decisions.challenges import reviewing
from kith.journeys.ask_for_a_conference import ConferenceAsked, ask_for_a_conference
from kith.journeys.challenge import Disagreement, Thing, disagree
from kith.journeys.override import Overriding, override_a_worker
from tests.guard.standing_still import NOW


def disagreed(world: Any, held: Any) -> None:
    """The hospital disagrees, and asks for a conference; a team manager decided otherwise than a worker."""
    doctor, manager = world.area.agency("hospital").actor, world.area.holder("team_manager").actor
    said = Disagreement(
        about="other", words=f"{held.canary} again.", would_settle="See her.", to_agency=SOCIAL_CARE
    )
    held.challenge = disagree(thing=Thing(children=(held.id,)), said=said, by=doctor, at=NOW)
    asked = ConferenceAsked(why=f"{held.canary} again.")
    held.conference = ask_for_a_conference(children=(held.id,), asked=asked, by=doctor, at=NOW)
    otherwise = Overriding(
        their_view=f"{held.canary} stays.", decided="Home.", why="Her aunt.", would_change="No aunt."
    )
    held.override = override_a_worker(children=(held.id,), said=otherwise, by=manager, at=NOW)
    challenged = challenges.challenge(id=held.challenge)
    conference, overridden = (
        reviewing.conference_request(id=held.conference),
        reviewing.override_of(id=held.override),
    )
    assert challenged and conference and overridden
    held.answers = {
        "challenge": challenged.waits_for, "conference": conference.owner, "override": overridden.reviewer
    }  # fmt: skip
