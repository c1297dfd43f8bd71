"""A girl tells her teacher, goes home, and takes it back; the taking back is read as the truth.

Shows: a disclosure and its retraction with the person it was about in between, and an ending on the second alone.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="taken_back",
    ordinary_until=60,
    roles=(
        Role(
            key="child1",
            name="Elinor Ashby-Cole",
            called="Nell",
            sex="female",
            relation="subject",
            days_old=4580,
        ),
        Role(key="mother", name="Fran Ashby", sex="female", relation="mother"),
        Role(key="mother_partner", name="Martin Cole", sex="male", relation="mother's partner"),
    ),
)


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    (told, contact) = story.tell(
        Happening(
            kind="disclosure",
            on=working_day(story.ago(22)),
            said_by=speakers.TEACHER,
            details={"nature": "emotional", "to_whom": "form teacher", "carer_present": False},
            known_to=("childrens_social_care",),
            voice="child",
            text="Nell stayed behind. I wrote it down as she said it.",
            words="He comes and stands in my room at night and I don't like it. I pretend I'm asleep.",
        ),
        Happening(
            kind="contact_received",
            on=working_day(story.ago(22)),
            said_by=speakers.FRONT_DOOR,
            details={"nature": "welfare", "informant": "teacher"},
            known_to=("school",),
            voice="professional",
            text="School rang. Mother told by us that we would visit this week.",
        ),
    )
    _at_home(story, told, contact)
    return story.the_end()


def _at_home(story: Storyteller, told: str, contact: str) -> None:
    story.tell(
        Happening(
            kind="retraction",
            on=working_day(story.ago(16)),
            said_by=speakers.SOCIAL_WORKER,
            details={"carer_present": True, "others_present": ["mother", "mother_partner"]},
            references=((told, "about"),),
            voice="child",
            text="Visited at teatime. Nell says she made it up because she was cross about her phone. Martin laughed.",
            words="It was just a stupid thing I said.",
        ),
        Happening(
            kind="referral_decision",
            on=working_day(story.ago(14)),
            said_by=speakers.FRONT_DOOR,
            details={"outcome": "no_further_action"},
            references=((contact, "answers"),),
            text="Withdrawn by the young person. No further action.",
        ),
        Happening(
            kind="school_absence",
            on=working_day(story.ago(9)),
            said_by=speakers.SCHOOL_OFFICE,
            details={"authorised": False, "days": 4},
            lasts=3,
            text="Four days off, no reason. Used to be never away.",
        ),
    )
