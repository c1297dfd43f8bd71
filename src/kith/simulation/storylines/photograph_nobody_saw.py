"""A photograph of a bruise lies with the police; social care decided without having seen it.

Shows: evidence that one agency holds and the one who decided has not opened, and a worry settled by a story.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="photograph_nobody_saw",
    ordinary_until=75,
    language="Polish",
    roles=(
        Role(
            key="child1", name="Zofia Wrona", called="Zosia", sex="female", relation="subject", days_old=2380
        ),
        Role(key="mother", name="Renata Wrona", sex="female", relation="mother"),
        Role(key="mother_partner", name="Craig Dunmore", sex="male", relation="mother's partner"),
        Role(key="father", name="Marek Wrona", sex="male", relation="father, separated"),
    ),
)


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    (image, contact) = story.tell(
        Happening(
            kind="image_supplied",
            on=story.ago(13),
            said_by=speakers.OFFICER,
            details={"of": "bruising to the child's back"},
            text="Father came to the desk with two photographs on his phone, dated Saturday. Uploaded to evidence store.",
        ),
        Happening(
            kind="contact_received",
            on=story.ago(13),
            said_by=speakers.FRONT_DOOR,
            details={"nature": "physical", "informant": "father", "referrer_role": "father"},
            voice="family",
            text="Police rang: father reports bruising to Zosia's back, seen when she was with him at the weekend.",
        ),
    )
    story.tell(
        Happening(
            kind="injury_reported",
            on=story.ago(13),
            said_by=speakers.FRONT_DOOR,
            details={"site": ["back"], "appearance": "bruise"},
            known_to=("police",),
            references=((image, "about"),),
            text="Bruising to the back as described by father.",
        )
    )
    _looked_at(story, contact)
    return story.the_end()


def _looked_at(story: Storyteller, contact: str) -> None:
    story.tell(
        Happening(
            kind="referral_decision",
            on=story.ago(12),
            said_by=speakers.FRONT_DOOR,
            details={"outcome": "assessment"},
            references=((contact, "answers"),),
            text="To be visited. Parents separated, father unhappy about weekends.",
        ),
        Happening(
            kind="visit",
            on=story.ago(11),
            said_by=speakers.SOCIAL_WORKER,
            details={
                "outcome": "completed",
                "announced": True,
                "seen": True,
                "seen_alone": False,
                "others_present": ["mother", "mother_partner"],
                "by_role": "social_worker",
                "purpose": "assessment",
            },
            text="Visited by arrangement. Zosia in her uniform, quiet, on the sofa between Renata and Craig. House very "
            "clean. Craig says they play-fight. Back not looked at as she was dressed for school.",
            words="We were playing.",
        ),
        Happening(
            kind="worry_settled",
            on=story.ago(9),
            said_by=speakers.SOCIAL_WORKER,
            details={"by": "explanation_only"},
            references=((contact, "settles"),),
            text="Play-fighting. House clean, child appropriately dressed.",
        ),
        Happening(
            kind="assessment",
            on=story.ago(9),
            said_by=speakers.SOCIAL_WORKER,
            details={"stage": "completed", "outcome": "no_further_action"},
            text="Assessment finished. No further action. Parents to agree weekends between them.",
        ),
    )
