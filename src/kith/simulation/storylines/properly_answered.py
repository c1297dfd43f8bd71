"""A bruise, a call, and everything done as it should be: seen alone the same day, examined, settled, everyone told.

Shows: what a settled worry looks like, and that nothing is asked of anybody.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, working_day
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="properly_answered",
    ordinary_until=60,
    language="Urdu",
    roles=(
        Role(key="child1", name="Hamza Iqbal-Reed", sex="male", relation="subject", days_old=3010),
        Role(key="mother", name="Nadia Iqbal", sex="female", relation="mother"),
        Role(key="father", name="Tom Reed", sex="male", relation="father"),
    ),
)
EVERYONE = ("childrens_social_care", "hospital", "police", "school")


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    began = working_day(story.ago(24))
    (injury,) = story.tell(
        Happening(
            kind="injury_seen",
            on=began,
            said_by=speakers.SAFEGUARDING_LEAD,
            details={
                "site": ["upper_arm"],
                "appearance": "bruise",
                "carer_account": "consistent",
                "child_asked_alone": True,
            },
            known_to=("childrens_social_care",),
            text="Large bruise on upper arm. Hamza says goalkeeping. We rang social care and told Nadia that we had.",
            words="I saved a penalty but I landed on the post. Ask Mr Dunn, he was there.",
        )
    )
    (contact,) = story.tell(
        Happening(
            kind="contact_received",
            on=began,
            said_by=speakers.FRONT_DOOR,
            details={"nature": "physical", "informant": "safeguarding_lead", "where_now": "school"},
            known_to=("school",),
            voice="professional",
            text="School rang before lunch. Hamza there until half past three.",
        )
    )
    _looked_into(story, began, injury, contact)
    _settled(story, after_working_days(began, 3), injury, contact)
    return story.the_end()


def _looked_into(story: Storyteller, began: date, injury: str, contact: str) -> None:
    story.tell(
        _step(
            "referral_decision",
            began,
            speakers.FRONT_DOOR,
            {"outcome": "assessment"},
            "See him at school today.",
            contact,
        ),
        Happening(
            kind="child_seen",
            on=began,
            said_by=speakers.SOCIAL_WORKER,
            details={"seen_alone": True, "where": "school"},
            known_to=("school",),
            references=((injury, "about"),),
            text="Saw Hamza by himself in the library. Same account, told with actions. Coach, rung separately, was there.",
            words="You can come to the next match if you want.",
        ),
        Happening(
            kind="medical_examination",
            on=began,
            said_by=speakers.PAEDIATRICIAN,
            details={
                "examination": "child_protection_medical",
                "finding": "in keeping with the fall described",
                "cause_settled": True,
                "full_injury_history_available": True,
            },
            known_to=EVERYONE,
            references=((injury, "about"),),
            text="Examined with parents' consent. In keeping with the fall described. Earlier attendances read: none of note.",
        ),
    )


def _settled(story: Storyteller, settled: date, injury: str, contact: str) -> None:
    story.tell(
        Happening(
            kind="assessment",
            on=settled,
            said_by=speakers.SOCIAL_WORKER,
            details={"stage": "completed", "outcome": "no_further_action"},
            known_to=("school",),
            text="Finished. Account checked with three people who do not live with him.",
        ),
        Happening(
            kind="worry_settled",
            on=settled,
            said_by=speakers.SOCIAL_WORKER,
            details={"by": "independent_opinion"},
            known_to=EVERYONE,
            references=((contact, "settles"), (injury, "settles")),
            text="Settled by the paediatrician's opinion and by what Hamza and his coach said apart.",
        ),
        _step(
            "referrer_told",
            settled,
            speakers.FRONT_DOOR,
            {},
            "Rang school back: what we did, and what would change it.",
            contact,
        ),
        Happening(
            kind="closed",
            on=settled,
            said_by=speakers.SOCIAL_CARE_MANAGER,
            details={"reason": "worry settled, family content", "information_outstanding": False},
            known_to=("school", "gp"),
            text="Closed. Letter to the family in plain English, copy to Hamza, who asked for one.",
        ),
    )


def _step(kind, day, by, details, text, answers) -> Happening:
    return Happening(
        kind=kind,
        on=day,
        said_by=by,
        details=details,
        text=text,
        known_to=("school",),
        references=((answers, "answers"),),
    )
