"""Two agencies step back because social care has it; social care closed three weeks before.

Shows: everyone rests on somebody else acting, and nobody has an open action.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="closed_because_somebody_has_it",
    ordinary_until=130,
    roles=(
        Role(
            key="child1",
            name="Charlotte Fennimore",
            called="Lottie",
            sex="female",
            relation="subject",
            days_old=2760,
        ),
        Role(key="mother", name="Dawn Fennimore", sex="female", relation="mother"),
        Role(key="father", name="Keith Fennimore", sex="male", relation="father, separated"),
    ),
)


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    (contact,) = story.tell(
        Happening(
            kind="contact_received",
            on=working_day(story.ago(72)),
            said_by=speakers.SAFEGUARDING_LEAD,
            details={"nature": "neglect", "informant": "safeguarding_lead"},
            known_to=("childrens_social_care",),
            voice="professional",
            text="Lottie came without breakfast four days out of five. Dawn says she cannot get up. We have rung social care.",
        )
    )
    _social_care_closes(story, contact)
    story.tell(
        Happening(
            kind="carer_concern",
            on=working_day(story.ago(29)),
            said_by=speakers.ADULT_MENTAL_HEALTH,
            details={"aspect": "mental_health", "who": "mother"},
            about=("child1", "mother"),
            text="Dawn in bed most of the day, not answering the door. Says social services help with Lottie.",
        ),
        Happening(
            kind="closed",
            on=working_day(story.ago(17)),
            said_by=speakers.VOLUNTARY,
            details={"reason": "social care has it", "stated_known_to_social_care": True},
            known_to=("school",),
            text="Befriending ended. Social care are involved so no longer needed from us.",
        ),
        Happening(
            kind="neglect_observed",
            on=working_day(story.ago(10)),
            said_by=speakers.TEACHER,
            details={"aspect": "food"},
            text="Took bread from the bin at lunch. Told our lead, who says social care have it.",
            words="I make toast if there's bread. I can reach now.",
        ),
        Happening(
            kind="closed",
            on=working_day(story.ago(6)),
            said_by=speakers.ADULT_MENTAL_HEALTH,
            details={
                "reason": "not engaging; family known to social care",
                "stated_known_to_social_care": True,
            },
            about=("child1", "mother"),
            text="Discharged for not engaging. Child known to social care.",
        ),
    )
    return story.the_end()


def _social_care_closes(story: Storyteller, contact: str) -> None:
    story.tell(
        Happening(
            kind="referral_decision",
            on=working_day(story.ago(71)),
            said_by=speakers.FRONT_DOOR,
            details={"outcome": "assessment"},
            references=((contact, "answers"),),
            text="For assessment.",
        ),
        Happening(
            kind="information_requested",
            on=working_day(story.ago(64)),
            said_by=speakers.SOCIAL_WORKER,
            details={"from": "childrens_social_care", "to": "adult_mental_health"},
            text="Asked the mental health team what help Dawn has.",
        ),
        Happening(
            kind="assessment",
            on=working_day(story.ago(41)),
            said_by=speakers.SOCIAL_WORKER,
            details={"stage": "completed", "outcome": "no_further_action"},
            text="Dawn says things are better. Support from befriender and mental health team.",
        ),
        Happening(
            kind="closed",
            on=working_day(story.ago(40)),
            said_by=speakers.SOCIAL_CARE_MANAGER,
            details={"reason": "other agencies are supporting", "information_outstanding": True},
            text="Closed. Others are supporting. Reply from mental health team still to come.",
        ),
    )
