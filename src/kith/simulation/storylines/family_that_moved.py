"""A girl on a child protection plan moves away in the night; her school place and her GP lapse, and nobody has said yes.

Shows: a plan that nobody holds while one area writes and the other has not answered.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="family_that_moved",
    stratum="worked",
    ordinary_until=200,
    roles=(
        Role(key="child1", name="Dara Quinlivan", sex="female", relation="subject", days_old=3800),
        Role(key="mother", name="Maeve Quinlivan", sex="female", relation="mother"),
    ),
)
NETWORK = ("childrens_social_care", "gp", "school")


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    started = working_day(story.ago(118))
    story.tell(
        Happening(
            kind="conference",
            on=started,
            said_by=speakers.CONFERENCE_CHAIR,
            details={
                "conference_type": "initial",
                "attended": ["childrens_social_care", "police", "school"],
                "absent": [],
                "outcome": "plan",
            },
            known_to=(*NETWORK, "police"),
            text="Initial conference. Plan for neglect.",
        ),
        Happening(
            kind="plan",
            on=started,
            said_by=speakers.SOCIAL_WORKER,
            details={"plan_type": "child_protection", "stage": "started", "category": "neglect"},
            known_to=NETWORK,
            text="Child protection plan started.",
        ),
        *(_visit(story, ago) for ago in (110, 96, 82, 68, 54, 40, 26)),
        Happening(
            kind="visit",
            on=working_day(story.ago(14)),
            said_by=speakers.SOCIAL_WORKER,
            details={
                "outcome": "no_reply",
                "announced": True,
                "seen": False,
                "by_role": "social_worker",
                "purpose": "statutory",
            },
            text="No reply. Curtains gone.",
        ),
    )
    _gone(story)
    return story.the_end()


def _visit(story: Storyteller, ago: int) -> Happening:
    return Happening(
        kind="visit",
        on=working_day(story.ago(ago)),
        said_by=speakers.SOCIAL_WORKER,
        details={
            "outcome": "completed",
            "announced": ago % 4 == 0,
            "seen": True,
            "seen_alone": True,
            "by_role": "social_worker",
            "purpose": "statutory",
        },
        text="Dara showed me her drawings on her own upstairs. Cupboards thin again.",
        words="When we lived in the other other house I had a cat." if ago == 54 else "",
    )


def _gone(story: Storyteller) -> None:
    story.tell(
        Happening(
            kind="moved_home",
            on=story.ago(12),
            said_by=speakers.HOUSING,
            details={"new_area": True, "destination_known": False},
            about=("child1", "mother"),
            late=1,
            text="Keys put through the office door. Neighbour says a van, late on Sunday, to the coast somewhere.",
        ),
        Happening(
            kind="left_school_roll",
            on=working_day(story.ago(9)),
            said_by=speakers.SCHOOL_OFFICE,
            details={"reason": "move"},
            text="Mother emailed that they have moved. Asked which school: no answer. Taken off roll.",
        ),
        Happening(
            kind="left_health_register",
            on=working_day(story.ago(8)),
            said_by=speakers.GP,
            details={"register": "gp"},
            text="Patient moved away. No request for notes yet.",
        ),
        Happening(
            kind="information_requested",
            on=working_day(story.ago(7)),
            said_by=speakers.SOCIAL_WORKER,
            details={"from": "childrens_social_care", "to": "out_of_area_social_care"},
            text="Wrote to two coastal authorities asking whether they know of them. No answer so far.",
        ),
    )
