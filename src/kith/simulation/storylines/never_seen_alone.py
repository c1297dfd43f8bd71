"""A plan that looks well kept: every visit made, every review on time, and the boy never seen without the same man.

Shows: visits that are all green and a child whom nobody has heard alone.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="never_seen_alone",
    stratum="worked",
    ordinary_until=220,
    roles=(
        Role(key="child1", name="Idris Larkspur", sex="male", relation="subject", days_old=3420),
        Role(key="mother", name="Hayley Larkspur", sex="female", relation="mother"),
        Role(key="mother_partner", name="Warren Tull", sex="male", relation="mother's partner"),
    ),
)
NETWORK = ("childrens_social_care", "gp", "police", "school")
REASONS = (
    "Idris by the door, Warren answered most questions for him.",
    "Asked to see the bedroom; Warren showed me. Idris did not come up.",
    "Idris says school is fine. Looked at Warren before he said it.",
    "Warren home from work early again. Tea made for me. Idris on his tablet.",
    "Good visit. Warren had the paperwork ready.",
)


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    _beginning(story)
    for place, ago in enumerate(range(124, 2, -14)):
        story.tell(_visit(story, ago, REASONS[place % len(REASONS)]))
    for ago in (126, 84, 42):
        story.tell(_core_group(story, ago))
    story.tell(
        Happening(
            kind="conference",
            on=working_day(story.ago(48)),
            said_by=speakers.CONFERENCE_CHAIR,
            details={
                "conference_type": "review",
                "attended": list(NETWORK),
                "absent": [],
                "outcome": "plan_continues",
            },
            known_to=NETWORK,
            text="Review conference. Visits all in time. Warren spoke warmly about routines. Idris's wishes: not recorded.",
        ),
        Happening(
            kind="behaviour_concern",
            on=story.ago(17),
            said_by=speakers.TEACHER,
            details={"aspect": "fear"},
            text="Hid under the coats when the office said Warren was collecting. Came out when I said I would walk with him.",
            words="Is it Mum or is it him?",
        ),
    )
    return story.the_end()


def _beginning(story: Storyteller) -> None:
    started = working_day(story.ago(134))
    story.tell(
        Happening(
            kind="contact_received",
            on=story.ago(163),
            said_by=speakers.SAFEGUARDING_LEAD,
            details={"nature": "physical", "informant": "safeguarding_lead"},
            known_to=("childrens_social_care",),
            voice="professional",
            text="Idris would not change for PE. Bruise on his upper arm, four small marks in a row.",
        ),
        Happening(
            kind="strategy_discussion",
            on=story.ago(162),
            said_by=speakers.SOCIAL_CARE_MANAGER,
            details={"attended": list(NETWORK), "absent": [], "outcome": "section_47_joint"},
            known_to=NETWORK,
            text="Held today. Enquiry to start.",
        ),
        Happening(
            kind="section_47_enquiry",
            on=story.ago(151),
            said_by=speakers.SOCIAL_WORKER,
            details={"stage": "completed", "outcome": "substantiated_continuing"},
            known_to=("police",),
            text="Enquiry complete. Conference requested.",
        ),
        Happening(
            kind="conference",
            on=started,
            said_by=speakers.CONFERENCE_CHAIR,
            details={
                "conference_type": "initial",
                "attended": list(NETWORK),
                "absent": [],
                "outcome": "plan",
            },
            known_to=NETWORK,
            text="Initial conference. Child protection plan, physical harm.",
        ),
        Happening(
            kind="plan",
            on=started,
            said_by=speakers.SOCIAL_WORKER,
            details={"plan_type": "child_protection", "stage": "started", "category": "physical"},
            known_to=NETWORK,
            text="Plan started. Aim one: Idris can say how things are, to somebody he trusts.",
        ),
    )


def _visit(story: Storyteller, ago: int, text: str) -> Happening:
    return Happening(
        kind="visit",
        on=working_day(story.ago(ago)),
        said_by=speakers.SOCIAL_WORKER,
        details={
            "outcome": "completed",
            "announced": True,
            "seen": True,
            "seen_alone": False,
            "others_present": ["mother_partner"],
            "reason_not_alone": "carer_stayed",
            "by_role": "social_worker",
            "purpose": "statutory",
        },
        text=text,
    )


def _core_group(story: Storyteller, ago: int) -> Happening:
    return Happening(
        kind="core_group",
        on=working_day(story.ago(ago)),
        said_by=speakers.SOCIAL_WORKER,
        details={"attended": ["childrens_social_care", "school"], "absent": []},
        known_to=("school",),
        text="Core group. Mother and Warren came. Plan on track.",
    )
