"""Further child protection review conferences are held at intervals of not more than six months while the plan lasts."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import child_died

reviews = where("conference", conference_type="review")

# A review whose outcome nobody gave starts the next: only a recorded end of the plan means that no more are due.
next_review_conference = clock(
    starts=reviews,
    due=calendar_months(6),
    stops=reviews,
    ends=where("conference", outcome=one_of("no_plan", "plan_ends"))
    | where("plan", plan_type="child_protection", stage="ended")
    | child_died,
    repeats_from=reviews,
    asks="Hold the next review conference for {child}",
    owner="conference_chair",
    cited=(
        "Working Together to Safeguard Children 2023: at most six months between review conferences [GK]; the census "
        "publishes plans reviewed within the required timescales."
    ),
    steps=("review_plan",),
    in_force_from="2013-04-15",
)
