"""Steps: all that a prompt can ask a person to decide on, with strength and the time by which it is due."""

from collections.abc import Mapping

from kith.grammar.closed_lists import NOW, SAME_DAY, Due, Step, Strength, by_code, within
from kith.grammar.durations import hours, working_days

OURS = "[P] for a partnership to set"
_ONE_DAY = within(working_days(1))


def _step(
    strength: Strength,
    code: str,
    label: str,
    due: Due,
    asks: str,
    does: str,
    *,
    cited: str = OURS,
    answers: tuple[str, ...] = (),
) -> Step:
    return Step(
        code=code, label=label, strength=strength, due=due, cited=cited, asks=asks, does=does, answers=answers
    )


STRONG = (
    _step(
        "strong",
        "immediate_safety_action",
        "action now to keep the child safe",
        NOW,
        "What will keep {child} safe now, and before going home?",
        "Act to keep the child safe",
    ),
    _step(
        "strong",
        "strategy_discussion",
        "strategy discussion",
        within(hours(24)),
        "Can police, health and social care talk about {child} today?",
        "Start a strategy discussion",
        cited="Working Together 2023: as soon as there is reasonable cause; 24 hours at the latest is local "
        "procedure (Blackburn with Darwen), [P] elsewhere",
        answers=("multi_agency_discussion",),
    ),
    _step(
        "strong",
        "section_47_enquiry",
        "child protection enquiry (section 47)",
        SAME_DAY,
        "Does what is known about {child} need a child protection enquiry to start today?",
        "Start a section 47 enquiry",
        cited="Children Act 1989, section 47; same day is [P]",
        answers=("strategy_discussion", "multi_agency_discussion"),
    ),
    _step(
        "strong",
        "child_protection_medical",
        "child protection medical",
        SAME_DAY,
        "Does {child} need a child protection medical today, and if not, why not?",
        "Arrange a child protection medical",
        cited="Local procedure: same day for physical injury or severe neglect; [P] elsewhere",
    ),
    _step(
        "strong",
        "obtain_paediatric_opinion",
        "opinion of a paediatrician",
        SAME_DAY,
        "What does a paediatrician say about {child}’s injury, and about all the others?",
        "Ask a paediatrician",
    ),
    _step(
        "strong",
        "initial_conference",
        "initial child protection conference",
        within(working_days(15)),
        "Should a child protection conference be held for {child}?",
        "Call a conference",
        cited="Working Together 2023: 15 working days from the strategy discussion that started the enquiry",
    ),
    _step(
        "strong",
        "legal_planning",
        "legal planning",
        within(working_days(2)),
        "Should a lawyer and the legal gateway look at {child}’s situation?",
        "Ask for a legal planning meeting",
    ),
)

FIRM = (
    _step(
        "firm",
        "multi_agency_discussion",
        "discussion between the agencies",
        within(working_days(2)),
        "Can everyone who knows something about {child} put it together?",
        "Arrange a discussion",
    ),
    _step(
        "firm",
        "see_child_alone",
        "seeing the child alone",
        _ONE_DAY,
        "Who will see {child} alone, and where can {child} speak freely?",
        "Arrange to see the child alone",
    ),
    _step(
        "firm",
        "manager_review",
        "review by a manager",
        _ONE_DAY,
        "Will a manager look at what has and has not been done for {child}?",
        "Review it",
    ),
    _step(
        "firm",
        "independent_review",
        "review by someone not involved",
        within(working_days(2)),
        "Will someone who was not part of the decision about {child} look at it again?",
        "Review it independently",
    ),
    _step(
        "firm",
        "review_plan",
        "review of the plan",
        within(working_days(5)),
        "Is the plan for {child} working, and what must change?",
        "Review the plan",
    ),
    _step(
        "firm",
        "pre_birth_assessment",
        "pre-birth assessment",
        within(working_days(5)),
        "What does {child} need before the birth, and who will assess it with the midwife?",
        "Start a pre-birth assessment",
    ),
    _step(
        "firm",
        "household_check",
        "check of who lives with the child",
        within(working_days(2)),
        "Who is at home with {child}, and what do police and other areas know of them?",
        "Ask for the checks",
    ),
    _step(
        "firm",
        "transfer_acceptance",
        "another area’s acceptance",
        within(working_days(5)),
        "Has the other area accepted responsibility for {child} in writing?",
        "Ask the other area to accept",
    ),
    _step(
        "firm",
        "missing_child_action",
        "action to find the child",
        NOW,
        "Where is {child}, and who is looking?",
        "Act to find the child",
    ),
)

PLAIN = (
    _step(
        "plain",
        "seek_information",
        "asking for information",
        _ONE_DAY,
        "Who else knows {child}, and what would they say if asked?",
        "Ask for information",
    ),
    _step(
        "plain",
        "share_information",
        "sharing information",
        _ONE_DAY,
        "Who needs to be told this about {child}?",
        "Share it",
    ),
    _step(
        "plain",
        "speak_to_referrers",
        "speaking to those who told us",
        _ONE_DAY,
        "Will someone ring back the people who told us about {child}?",
        "Ring them back",
    ),
    _step(
        "plain",
        "answer_the_worry",
        "an answer to the worry",
        _ONE_DAY,
        "What has settled the worries about {child}, or what will?",
        "Say what settles it",
    ),
    _step(
        "plain",
        "request_action",
        "asking another agency to act",
        _ONE_DAY,
        "Which agency should be asked to act for {child}?",
        "Ask an agency to act",
    ),
    _step(
        "plain",
        "refer",
        "referral",
        _ONE_DAY,
        "Should {child} be referred to social care?",
        "Make a referral",
    ),
    _step(
        "plain",
        "escalate",
        "taking it up a level",
        _ONE_DAY,
        "Who will take this disagreement about {child} up a level?",
        "Take it up a level",
    ),
    _step(
        "plain",
        "cover_named",
        "naming who covers",
        _ONE_DAY,
        "Who is responsible for {child} today, by name?",
        "Name who covers",
    ),
    _step(
        "plain",
        "early_help",
        "early help",
        within(working_days(5)),
        "Would {child}’s family welcome help early, and who will offer it?",
        "Offer early help",
    ),
)

STEPS: Mapping[str, Step] = by_code([*STRONG, *FIRM, *PLAIN])


def is_met_by(wanted: str, done: str) -> bool:
    """Whether doing the step ``done`` also meets a wish for the step ``wanted``."""
    return done == wanted or wanted in STEPS[done].answers
