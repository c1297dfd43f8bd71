"""A small bruise on a baby who does not roll yet, with a likely account, written down and left at that.

Shows: in a baby who does not move, any bruise needs a paediatrician the same day, whatever the account.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="bruise_before_rolling",
    ordinary_until=20,
    roles=(
        Role(
            key="child1",
            name="Christopher Adeyemi-Thorne",
            called="Kit",
            sex="male",
            relation="subject",
            days_old=78,
        ),
        Role(key="mother", name="Bisi Adeyemi", sex="female", relation="mother"),
        Role(key="father", name="Luke Thorne", sex="male", relation="father"),
    ),
)


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    story.tell(
        Happening(
            kind="carer_concern",
            on=story.ago(34),
            said_by=speakers.HEALTH_VISITOR,
            details={"aspect": "mental_health", "who": "mother"},
            about=("child1", "mother"),
            text="Bisi tearful, sleeping little. Kit cries from four until nine. Listening visits offered.",
        ),
        Happening(
            kind="injury_seen",
            on=story.ago(1),
            said_by=speakers.HEALTH_VISITOR,
            details={
                "site": ["cheek"],
                "appearance": "bruise",
                "carer_account": "consistent",
                "explained_by": "father",
                "explanation_text": "lay on his dummy",
                "child_mobile": False,
                "age_months": 2,
            },
            text="Weighed at clinic. Small round bruise on the left cheek. Dad says he lay on his dummy in the night. "
            "Not rolling yet. Lovely interaction. To be looked at again at next clinic.",
        ),
    )
    return story.the_end()
