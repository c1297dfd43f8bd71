"""A man has begun to stay with a small child's mother; nursery, health visitor and police each know a part of it.

Shows: an adult in the home by two accounts whom whoever holds the child has not spoken to, and what police hold of him.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="new_partner",
    stratum="worked",
    ordinary_until=150,
    roles=(
        Role(key="child1", name="Marnie Quill", sex="female", relation="subject", days_old=560),
        Role(key="mother", name="Tasha Quill", sex="female", relation="mother"),
        Role(key="mother_partner", name="Dean Corrigan", sex="male", relation="mother's partner"),
    ),
)


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    story.tell(
        Happening(
            kind="criminality_or_risk_known",
            on=story.ago(700),
            said_by=speakers.OFFICER,
            details={"who": "mother_partner", "nature": "violence"},
            about=("mother_partner",),
            text="Conviction for assault on a former partner; her child was in the room.",
        ),
        Happening(
            kind="plan",
            on=working_day(story.ago(95)),
            said_by=speakers.SOCIAL_WORKER,
            details={"plan_type": "child_in_need", "stage": "started", "category": "neglect"},
            known_to=("early_years", "health_visiting"),
            text="Child in need plan agreed with Tasha: a bed that is not the sofa, and mornings at nursery.",
        ),
    )
    _what_each_heard(story)
    story.tell(
        Happening(
            kind="visit",
            on=working_day(story.ago(12)),
            said_by=speakers.SOCIAL_WORKER,
            details={
                "outcome": "completed",
                "announced": True,
                "seen": True,
                "by_role": "social_worker",
                "purpose": "assessment",
            },
            text="Tasha and Marnie at home. Plan going well. A man's work boots in the hall.",
        )
    )
    return story.the_end()


def _what_each_heard(story: Storyteller) -> None:
    story.tell(
        Happening(
            kind="adult_joined_household",
            on=story.ago(30),
            said_by=speakers.NURSERY,
            details={"who": "mother_partner"},
            about=("child1", "mother_partner"),
            text="Collected by a man called Dean, twice this week. Tasha says it is fine, put him on the list.",
        ),
        Happening(
            kind="adult_joined_household",
            on=story.ago(21),
            said_by=speakers.HEALTH_VISITOR,
            details={"who": "mother_partner", "lives_there": True},
            about=("child1", "mother_partner"),
            text="New partner stays most nights. Upstairs asleep when I called, so not met.",
        ),
        Happening(
            kind="behaviour_concern",
            on=story.ago(8),
            said_by=speakers.NURSERY,
            details={"aspect": "distress"},
            text="Clung to her key person at home time and would not be put down.",
        ),
    )
