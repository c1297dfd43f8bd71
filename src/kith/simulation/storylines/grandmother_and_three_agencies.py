"""A grandmother tells three agencies the same worry; each writes it down, thanks her, and waits for the others.

Shows: one informant is one informant however often she rings; three agencies each hold a third of it, nothing has
settled it, and nobody has rung her back.
"""

from datetime import date

from kith.simulation import speakers
from kith.simulation.storylines.telling import Opening, Role, Story, Storyteller
from kith.simulation.types import Happening

OPENING = Opening(
    name="grandmother_and_three_agencies",
    ordinary_until=90,
    roles=(
        Role(key="child1", name="Orla Penhallow", sex="female", relation="subject", days_old=1990),
        Role(key="mother", name="Steph Penhallow", sex="female", relation="mother"),
        Role(key="mother_partner", name="Gavin Strode", sex="male", relation="mother's partner"),
        Role(key="maternal_grandmother", name="Jean Penhallow", sex="female", relation="grandmother"),
    ),
)
SHE_SAYS = {"informant": "maternal_grandmother", "referrer_role": "grandmother"}


def tell(*, seed: int, ending_on: date) -> Story:
    """The storyline, ending the day before ``ending_on``."""
    story = Storyteller(OPENING, seed=seed, ending_on=ending_on)
    story.tell(
        Happening(
            kind="contact_received",
            on=story.ago(47),
            said_by=speakers.SAFEGUARDING_LEAD,
            details={**SHE_SAYS, "nature": "neglect"},
            voice="family",
            text="Grandmother stopped me at the gate. Says Orla is left in her room from tea until morning. Will watch.",
        ),
        Happening(
            kind="behaviour_concern",
            on=story.ago(38),
            said_by=speakers.TEACHER,
            details={"aspect": "tiredness"},
            text="Asleep on the carpet at story time, third time since half-term.",
            words="Nana's house has a light on the stairs. Ours doesn't.",
        ),
        Happening(
            kind="contact_received",
            on=story.ago(33),
            said_by=speakers.GP,
            details={**SHE_SAYS, "nature": "emotional"},
            voice="family",
            text="Mrs Penhallow, in for her own blood pressure, is worried about how her granddaughter is spoken to by "
            "her daughter's partner. Advised to ring social care.",
        ),
    )
    _social_care(story)
    return story.the_end()


def _social_care(story: Storyteller) -> None:
    (contact,) = story.tell(
        Happening(
            kind="contact_received",
            on=story.ago(19),
            said_by=speakers.FRONT_DOOR,
            details={**SHE_SAYS, "nature": "physical"},
            voice="family",
            text="Grandmother rang. Orla has a sore arm and says Gavin pulled her up by it. Grandmother says she has "
            "told the school and the doctor. Upset that nobody rings back.",
        )
    )
    story.tell(
        Happening(
            kind="referral_decision",
            on=story.ago(18),
            said_by=speakers.FRONT_DOOR,
            details={"outcome": "advice", "reason": "family disagreement, grandmother advised"},
            references=((contact, "answers"),),
            text="Family disagreement. Grandmother advised to talk to her daughter. No further contact needed.",
        ),
        Happening(
            kind="contact_received",
            on=story.ago(4),
            said_by=speakers.SAFEGUARDING_LEAD,
            details={**SHE_SAYS, "nature": "physical"},
            voice="family",
            text="Grandmother again, in tears at the office. A mark on Orla's arm on Sunday. We told her social care know.",
        ),
    )
