"""The first child protection review conference is held within three months of the initial conference."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import child_died

first_review_conference = clock(
    starts=where("conference", conference_type=one_of("initial", "pre_birth", "transfer_in")),
    due=calendar_months(3),
    stops=where("conference", conference_type="review"),
    ends=where("conference", outcome=one_of("no_plan", "plan_ends"))
    | where("plan", plan_type="child_protection", stage="ended")
    | child_died,
    asks="Hold the first review conference for {child}",
    owner="conference_chair",
    cited="Working Together to Safeguard Children 2023: within three months of the initial conference [GK].",
    steps=("review_plan",),
    in_force_from="2013-04-15",
)
