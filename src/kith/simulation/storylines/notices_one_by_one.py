"""Four police notices about one home in eleven weeks, each read by somebody else, each answered with advice.

Shows: incidents that are only a pattern when they are looked at together, with the child nowhere in the answers.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="notices_one_by_one",
    ordinary_until=120,
    language="Urdu",
    roles=(
        Role(key="child1", name="Safiya Noor", sex="female", relation="subject", days_old=1580),
        Role(key="mother", name="Amina Noor", sex="female", relation="mother"),
        Role(key="father", name="Faisal Noor", sex="male", relation="father"),
    ),
)
NOTICES = (
    (79, "standard", False, "Shouting heard by neighbours. Faisal left for the night. Standard."),
    (51, "standard", True, "Amina rang, line cut. All calm on arrival. Safiya awake on the stairs."),
    (
        24,
        "medium",
        True,
        "Door kicked. Faisal arrested and released without charge. Safiya in the back bedroom.",
    ),
    (2, "high", True, "Amina held by the throat. Safiya rang 999 on the tablet. Faisal not found tonight."),
)
ANSWERS = (
    "First incident. Advice letter sent to mother.",
    "Letter sent. Mother known to have support from a sister.",
    "Mother says she has ended it. Advice given by phone.",
)


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    for place, (ago, severity, present, text) in enumerate(NOTICES):
        contact = _notice(
            story, ago, {"severity": severity, "child_present": present, "caused_by": "father"}, text
        )
        if place < len(ANSWERS):
            story.tell(
                Happening(
                    kind="referral_decision",
                    on=working_day(story.ago(ago - 2)),
                    said_by=speakers.FRONT_DOOR,
                    details={"outcome": "advice"},
                    references=((contact, "answers"),),
                    text=ANSWERS[place],
                )
            )
    return story.the_end()


def _notice(story: Storyteller, ago: int, details: dict, text: str) -> str:
    copied = ("childrens_social_care", "school") if ago < 60 else ("childrens_social_care",)
    (incident,) = story.tell(
        Happening(
            kind="domestic_abuse_incident",
            on=story.ago(ago),
            said_by=speakers.OFFICER,
            details=details,
            about=("child1", "mother", "father"),
            known_to=copied,
            late=1 if ago > 2 else 0,
            text=text,
        )
    )
    (contact,) = story.tell(
        Happening(
            kind="contact_received",
            on=story.ago(ago - 1),
            said_by=speakers.FRONT_DOOR,
            details={"nature": "domestic_abuse", "informant": "police_officer"},
            known_to=("police",),
            voice="professional",
            references=((incident, "same_occurrence_as"),),
            text="Police notice read at triage.",
        )
    )
    return contact
