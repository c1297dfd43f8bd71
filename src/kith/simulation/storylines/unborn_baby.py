"""A baby is on the way to a mother whose first child was taken into care in another area; she booked late.

Shows: an unborn child has a chronology too, and what one area knew is news to the next.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening, Speaker

OPENING = Opening(
    name="unborn_baby",
    ordinary_until=400,
    roles=(
        Role(key="child1", name="Baby Hartnoll", sex="not_known", relation="subject", days_old=-88),
        Role(key="sibling1", name="Alfie Hartnoll", sex="male", relation="placed elsewhere", days_old=1830),
        Role(key="mother", name="Jodie Hartnoll", sex="female", relation="mother"),
        Role(key="father", name="Kyle Brand", sex="male", relation="father"),
    ),
)
OTHER_AREA = Speaker(agency="out_of_area_social_care", role="social_worker")


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    story.tell(
        Happening(
            kind="legal_step",
            on=story.ago(1020),
            said_by=OTHER_AREA,
            details={"legal_action": "order", "outcome": "granted"},
            about=("sibling1", "mother"),
            text="Care order made. Alfie to stay with foster carers. Injuries found to be inflicted, person not identified.",
        ),
        Happening(
            kind="placement_change",
            on=story.ago(1010),
            said_by=OTHER_AREA,
            details={"from": "mother", "to": "foster_care"},
            about=("sibling1",),
            text="Settled with carers.",
        ),
    )
    _pregnancy(story)
    return story.the_end()


def _pregnancy(story: Storyteller) -> None:
    about = ("child1", "mother")
    story.tell(
        Happening(
            kind="pregnancy_booked",
            on=working_day(story.ago(47)),
            said_by=speakers.MIDWIFE,
            details={"weeks": 21, "late_booking": True},
            about=about,
            known_to=("gp",),
            text="Booked at 21 weeks. First baby, she says. Moved here in spring. Kyle answered for her.",
        ),
        Happening(
            kind="appointment",
            on=working_day(story.ago(31)),
            said_by=speakers.MIDWIFE,
            details={"service": "antenatal", "needed": True, "outcome": "was_not_brought"},
            about=about,
            text="Did not come. Text sent.",
        ),
        Happening(
            kind="domestic_abuse_incident",
            on=story.ago(22),
            said_by=speakers.OFFICER,
            details={"severity": "medium", "caused_by": "father"},
            about=("child1", "mother", "father"),
            known_to=("childrens_social_care", "midwifery"),
            text="Argument in the street. Jodie pushed against a wall. She is about six months pregnant.",
        ),
        Happening(
            kind="information_provided",
            on=working_day(story.ago(6)),
            said_by=OTHER_AREA,
            details={"from": "out_of_area_social_care", "to": "midwifery"},
            about=about,
            known_to=("midwifery",),
            text="In answer to the midwife: there was an older child, removed. Papers can be asked for.",
        ),
    )
