"""A small boy with fits is not brought to the same clinic twice; the clinic writes a letter and lets him go.

Shows: two missed appointments for one needed treatment, coded as if he had chosen not to come, and a closing letter.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="was_not_brought_twice",
    ordinary_until=200,
    roles=(
        Role(key="child1", name="Emeka Okoro-Bell", sex="male", relation="subject", days_old=1270),
        Role(key="mother", name="Ngozi Okoro", sex="female", relation="mother"),
    ),
)
CLINIC = {"service": "epilepsy clinic", "needed": True}


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    story.tell(
        _clinic(story, 131, "attended", "Two long fits since spring. New medicine, blood test in six weeks."),
        _clinic(story, 66, "was_not_brought", "Not brought. Letter to mother, copy to GP."),
        Happening(
            kind="hospital_attendance",
            on=story.ago(40),
            said_by=speakers.EMERGENCY_DOCTOR,
            details={"reason": "fit lasting nine minutes", "admitted": False},
            text="Fit lasting nine minutes, stopped in the ambulance. Mother could not say when the last dose was.",
        ),
        Happening(
            kind="neglect_observed",
            on=working_day(story.ago(32)),
            said_by=speakers.NURSERY,
            details={"aspect": "missed_care"},
            text="His medicine at nursery ran out on Monday. Asked twice for more.",
        ),
        _clinic(story, 20, "was_not_brought", "Did not attend. Second time."),
        Happening(
            kind="closed",
            on=working_day(story.ago(13)),
            said_by=speakers.OUTPATIENTS,
            details={"reason": "did not attend twice, discharged to GP"},
            known_to=("gp",),
            text="Discharged to GP after two missed appointments, in line with access policy.",
        ),
    )
    return story.the_end()


def _clinic(story: Storyteller, ago: int, outcome: str, text: str) -> Happening:
    return Happening(
        kind="appointment",
        on=working_day(story.ago(ago)),
        said_by=speakers.OUTPATIENTS,
        details={**CLINIC, "outcome": outcome},
        known_to=("gp",),
        text=text,
    )
