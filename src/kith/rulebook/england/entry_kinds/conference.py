"""A child protection conference was held."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose
from kith.rulebook.england.shared_details import absent, attended

conference = entry_kind(
    label="Conference",
    sentence=(
        by(
            "conference_type",
            {
                "initial": "an initial child protection conference was held",
                "review": "a review conference was held",
                "transfer_in": "a conference was held to take over from another area",
                "pre_birth": "a conference was held before the birth",
            },
            unknown="a child protection conference was held",
        ),
        by(
            "outcome",
            {
                "plan": ": a child protection plan was made",
                "no_plan": ": no plan was made",
                "plan_continues": ": the plan goes on",
                "plan_ends": ": the plan ends",
            },
        ),
        "; there: {attended}",
        "; asked and not there: {absent}",
        "; dissent: “{dissent}”",
    ),
    details={
        "conference_type": one_of(
            *("initial", "review", "transfer_in", "pre_birth"),
            ask="What sort of conference?",
            label="Sort of conference",
            words={"transfer_in": "transfer in", "pre_birth": "before birth"},
        ),
        "attended": attended(),
        "absent": absent(),
        "outcome": one_of(
            *("plan", "no_plan", "plan_continues", "plan_ends"),
            ask="What was decided?",
            words={"plan": "a plan was made", "no_plan": "no plan was made"},
        ),
        "dissent": prose(ask="Who dissented, and why?"),
    },
)
