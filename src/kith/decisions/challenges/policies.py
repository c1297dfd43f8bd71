"""Who may answer a challenge, who may press on or settle it, and why not. Whoever sees the child reads it."""

from kith.decisions.challenges.types import ChallengeView, ConferenceRequestView, OverrideView
from kith.kernel.errors import Refused
from kith.kernel.types import Actor

SCRUTINEER = "independent_scrutineer"


def check_can_answer(*, challenge: ChallengeView, by: Actor) -> None:
    """One named person answers each stage, once. Raises Refused with the reason."""
    if not challenge.is_open:
        raise Refused("Whoever disagreed has said that this is settled. Record what is new as an entry.")
    if not challenge.last.waits:
        raise Refused("This was answered already. Read the answer, and add to it if you know more.")
    if challenge.last.answerer != by.id:
        raise Refused(
            "One named person answers at each stage. Ring them if you hold something they should know."
        )


def check_can_add(*, challenge: ChallengeView, by: Actor) -> None:
    """Whoever was named to answer at some stage may add to what was answered. Raises Refused."""
    if by.id not in challenge.answerers:
        raise Refused("Those who were named to answer may add to their answer.")


def is_of_the_challenging_side(*, challenge: ChallengeView, by: Actor) -> bool:
    """Whether somebody is of the agency that disagrees. Inside one agency it is those who said so themselves."""
    if by.id in challenge.challengers:
        return True
    same_agency = (
        challenge.agency == challenge.to_agency and challenge.agency_area == challenge.to_agency_area
    )
    ours = (by.agency, by.area) == (challenge.agency, challenge.agency_area)
    return ours and not same_agency and by.id not in challenge.answerers


def check_can_go_on(*, challenge: ChallengeView, by: Actor) -> None:
    """The agency that disagrees presses on or says that it is settled, nobody for it. Raises Refused."""
    if not challenge.is_open:
        raise Refused("This is settled. Something new is a new challenge; what was said here stands.")
    if not is_of_the_challenging_side(challenge=challenge, by=by):
        raise Refused("Whoever disagreed says whether it is settled. You may say what you think in words.")


def check_can_press(*, challenge: ChallengeView, by: Actor, desk: str) -> None:
    """The same, while there is a stage left. Raises Refused with what to do after the last."""
    check_can_go_on(challenge=challenge, by=by)
    if challenge.last.is_last:
        raise Refused(
            "This was the last stage: all that was said stands, and stays open until you say that it is settled. "
            f"Where a child is not safe now, ring the duty desk, {desk}, or the police. "
            "Ask for a new joint decision where there is something new."
        )


def check_can_answer_conference(*, asked: ConferenceRequestView, by: Actor) -> None:
    """The chair who was named answers, once. Raises Refused."""
    if not asked.is_open:
        raise Refused("This was answered already. Read the answer.")
    if asked.owner != by.id:
        raise Refused(
            "One named conference chair answers this. Ring them if you hold something they should know."
        )


def check_can_review(*, override: OverrideView, by: Actor) -> None:
    """The reviewer who was named, and never whoever overrode. Raises Refused."""
    if not override.is_open:
        raise Refused("This was reviewed already. Read what was found.")
    if override.overridden_by == by.id:
        raise Refused("Nobody reviews their own decision.")
    if override.reviewer != by.id:
        raise Refused("One named person who did not decide reviews this.")
