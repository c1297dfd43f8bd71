"""A plan for the child was started, reviewed, ended or broken."""

from kith.grammar.entry_kinds import by, either, entry_kind, one_of
from kith.rulebook.england.shared_details import started_or

plan = entry_kind(
    label="Plan",
    sentence=(
        by(
            "stage",
            {
                "started": either("{plan_type} was started", "a plan was started"),
                "reviewed": either("{plan_type} was reviewed", "a plan was reviewed"),
                "ended": either("{plan_type} was ended", "a plan was ended"),
                "breached": either("{plan_type} was broken", "a plan was broken"),
            },
            unknown=either("{plan_type}", "a plan"),
        ),
        "; category: {category}",
    ),
    details={
        "plan_type": one_of(
            *("child_protection", "child_in_need", "early_help", "safety"),
            ask="What sort of plan?",
            label="Sort of plan",
            words={
                "child_protection": "a child protection plan",
                "child_in_need": "a child in need plan",
                "early_help": "an early help plan",
                "safety": "a safety plan",
            },
        ),
        "stage": started_or(
            "reviewed",
            "ended",
            "breached",
            ask="Was it started, reviewed, ended or broken?",
            words={"breached": "broken"},
        ),
        "category": one_of(
            *("neglect", "physical", "sexual", "emotional", "multiple"),
            ask="Under which category?",
            hint="Those of the children in need census.",
            words={
                "physical": "physical abuse",
                "sexual": "sexual abuse",
                "emotional": "emotional abuse",
                "multiple": "more than one category",
            },
        ),
    },
)
