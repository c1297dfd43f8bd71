"""The core group first meets, and makes the outline plan a detailed one, within 10 working days of the initial conference."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import child_died

# A conference whose outcome nobody gave starts it too: only a recorded "no plan" means that no core group is needed.
# That a transfer-in conference starts it is practice [GK].
core_group = clock(
    starts=where("conference", conference_type=one_of("initial", "pre_birth", "transfer_in")),
    due=working_days(10),
    stops=where("core_group"),
    ends=where("conference", outcome=one_of("no_plan", "plan_ends"))
    | where("plan", plan_type="child_protection", stage="ended")
    | child_died,
    asks="Hold the core group for {child}",
    owner="team_manager",
    cited=(
        "Working Together to Safeguard Children 2023: within 10 working days of the initial conference (procedures of "
        "Medway, Sefton and Newcastle). Day of coming into force [GK]."
    ),
    steps=("review_plan",),
    in_force_from="2013-04-15",
)
