"""What the front door may decide on a contact, and the reasons on which one may be closed."""

from kith.grammar.closed_lists import SAME_DAY, ClosingReason, ContactOutcome, by_code, within
from kith.grammar.durations import days, hours, working_days

OUTCOMES = by_code(
    [
        ContactOutcome(code="no_further_action", label="No further action", closes=True),
        ContactOutcome(code="advice", label="Advice was given", closes=True),
        ContactOutcome(
            code="early_help",
            label="Family help",
            hint="With the family’s agreement. A named person there accepts it, or it comes back.",
            accepted_by="family_help_lead",
        ),
        ContactOutcome(
            code="assessment",
            label="An assessment (section 17)",
            hint="A social worker sees the child. At most 45 working days.",
        ),
        ContactOutcome(
            code="strategy_discussion",
            label="A strategy discussion",
            hint="Where there is reasonable cause to suspect significant harm. No agreement of the family is needed.",
        ),
    ]
)
"""In the words of local authorities' own lists of outcomes; which of them an area has is for it to set [P]."""

CLOSING_REASONS = by_code(
    [
        ClosingReason(
            code="no_evidence_found",
            label="No evidence found, after looking",
            asks="Where was it looked for, and who was asked?",
        ),
        ClosingReason(
            code="below_threshold",
            label="Below the area’s threshold for social care",
            asks="What would change that?",
        ),
        ClosingReason(
            code="known_to_social_care",
            label="Social care is working with the child already",
            asks="Who there was told of this, and what do they do with it?",
        ),
        ClosingReason(
            code="passed_to_another_area",
            label="The child lives in another area, which has it now",
            asks="Who there accepted it?",
        ),
        ClosingReason(code="other", label="Another reason", asks="Which?"),
    ]
)
"""[P]. That somebody meant harm by telling is not among them: a motive says nothing about a child."""

HOW_SOON = {
    "now": within(hours(1)),
    "today": SAME_DAY,
    "working_day": within(working_days(1)),
}
"""By when a decision is due: at the latest one working day (Working Together 2023, read in summaries [GK]); the others are [P]."""

HISTORY_AFTER = days(28)
"""What happened longer ago, and comes from another system, is history and opens no contact [P]."""

ASKED_WAITS_FOR = days(28)
"""What was asked longer ago and never answered no longer speaks against closing [P]."""

COMES_BACK = {
    "images_not_seen": within(working_days(1)),
    "known_to_social_care": within(working_days(1)),
    "information_outstanding": within(working_days(5)),
    "manager_disagrees": within(working_days(1)),
    "sender_disagrees": within(working_days(1)),
    "answer_came": within(working_days(1)),
    "family_help_not_taken": within(working_days(1)),
    "relied_on_social_care": within(working_days(1)),
    "closed_unanswered": within(working_days(5)),
}
"""By when somebody looks again at what was closed, by why it came back [P]. The last two are other agencies' closings."""

ACCEPTED_WITHIN = within(working_days(2))
"""By when whoever takes families on says yes or no [P]."""

REFERRER_SPOKEN_TO = {
    "done": "Yes, somebody spoke with them",
    "tried": "Tried, and not reached",
    "impossible": "It cannot be done",
}

ACTIONS_ASKED = {
    "welfare_check": "Go and see that the child is well",
    "joint_visit": "Visit together",
    "medical": "Examine the child",
    "x_ray": "X-ray the child",
    "bed": "A hospital bed",
    "place": "A place to stay",
}
"""What one agency may ask another to do, by code, as a form asks it."""
ACTIONS_AS_THINGS = {
    "welfare_check": "a welfare check",
    "joint_visit": "a joint visit",
    "medical": "a medical examination",
    "x_ray": "an X-ray",
    "bed": "a hospital bed",
    "place": "a place to stay",
    "family_help": "family help",
}
"""The same inside a sentence; and what the front door itself passes on by a decision, which no form offers."""

NOT_SHARED = {
    "not_held": "We hold nothing about this",
    "not_relevant": "What we hold is not relevant to what you do",
    "more_detrimental": "Telling it would harm this child more than not telling it",
    "legal_bar": "A law or a court forbids it",
}
"""Reasons not to share, of which one is chosen and kept (Children Act 2004, section 16LA, once it is in force; until then advice of 2024 [GK])."""

MAY_BE_TOLD = {
    "yes": "Yes, the parents may be told",
    "no": "No, not by anybody yet",
    "ask": "Ask us first",
}
