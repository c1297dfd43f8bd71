"""A boy's injury is enquired into with care; his small sister in the same home is in nobody's decision.

Shows: a worry about one child of a household is a question about every other child there.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="sibling_nobody_decided_for",
    ordinary_until=60,
    roles=(
        Role(key="child1", name="Rafe Tansley", sex="male", relation="subject", days_old=2890),
        Role(
            key="child2",
            name="Philippa Tansley",
            called="Pip",
            sex="female",
            relation="sibling",
            days_old=800,
        ),
        Role(key="mother", name="Corinne Tansley", sex="female", relation="mother"),
        Role(key="father", name="Joel Tansley", sex="male", relation="father"),
    ),
)
THERE = ["childrens_social_care", "hospital", "police", "school"]


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    (injury, contact) = story.tell(
        Happening(
            kind="injury_seen",
            on=working_day(story.ago(11)),
            said_by=speakers.SAFEGUARDING_LEAD,
            details={
                "site": ["ear"],
                "appearance": "bruise",
                "carer_account": "not_asked",
                "child_asked_alone": True,
            },
            known_to=("childrens_social_care",),
            text="Rafe's ear is purple at the top. He told me on his own.",
            words="Dad was cross about the milk. Pip spilled it but I said it was me.",
        ),
        Happening(
            kind="contact_received",
            on=working_day(story.ago(11)),
            said_by=speakers.FRONT_DOOR,
            details={"nature": "physical", "informant": "safeguarding_lead"},
            known_to=("school",),
            voice="professional",
            text="School rang about Rafe. Injury to ear, clear account from him.",
        ),
    )
    _enquiry(story, injury, contact)
    return story.the_end()


def _enquiry(story: Storyteller, injury: str, contact: str) -> None:
    began = working_day(story.ago(11))
    about = ((contact, "about"),)
    story.tell(
        Happening(
            kind="referral_decision",
            on=began,
            said_by=speakers.FRONT_DOOR,
            details={"outcome": "strategy_discussion"},
            references=((contact, "answers"),),
            text="Strategy discussion this afternoon.",
        ),
        Happening(
            kind="strategy_discussion",
            on=began,
            said_by=speakers.SOCIAL_CARE_MANAGER,
            details={"attended": THERE, "absent": [], "outcome": "section_47_joint"},
            known_to=tuple(THERE),
            references=about,
            text="Held at three. Joint enquiry about Rafe. Medical today. Father to stay with his brother.",
        ),
        Happening(
            kind="section_47_enquiry",
            on=began,
            said_by=speakers.SOCIAL_WORKER,
            details={"stage": "started"},
            known_to=("police",),
            references=about,
            text="Section 47 enquiry about Rafe started.",
        ),
        Happening(
            kind="medical_examination",
            on=began,
            said_by=speakers.PAEDIATRICIAN,
            details={
                "examination": "child_protection_medical",
                "finding": "bruise in keeping with a pinch or pull",
            },
            known_to=("childrens_social_care", "police"),
            references=((injury, "about"),),
            text="Examined with Rafe's agreement. In keeping with a pinch or a pull. No other injury.",
        ),
        Happening(
            kind="visit",
            on=working_day(story.ago(7)),
            said_by=speakers.SOCIAL_WORKER,
            details={
                "outcome": "completed",
                "announced": False,
                "seen": True,
                "seen_alone": True,
                "by_role": "social_worker",
                "purpose": "assessment",
            },
            text="Saw Rafe alone in his room. Open, worried. Corinne downstairs with the little one.",
            words="I keep Pip in my room when there's banging.",
        ),
    )
