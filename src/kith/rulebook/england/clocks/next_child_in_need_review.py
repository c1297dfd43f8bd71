"""A child in need plan is reviewed at intervals of not more than three months while it lasts."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import where
from kith.rulebook.england.matters import child_in_need_plan_over

reviews = where("plan", plan_type="child_in_need", stage="reviewed")

next_child_in_need_review = clock(
    starts=reviews,
    due=calendar_months(3),
    stops=reviews,
    ends=child_in_need_plan_over,
    repeats_from=reviews,
    asks="Review {child}’s child in need plan",
    owner="service_manager",
    cited="Local procedures, commonly every three months; no national figure [GK].",
    local=True,
    steps=("review_plan",),
    in_force_from="2013-04-15",
)
