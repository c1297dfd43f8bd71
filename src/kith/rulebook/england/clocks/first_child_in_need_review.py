"""A child in need plan is first reviewed within four weeks of its start."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import where
from kith.rulebook.england.matters import child_in_need_plan_over

first_child_in_need_review = clock(
    starts=where("plan", plan_type="child_in_need", stage="started"),
    due=days(28),
    stops=where("plan", plan_type="child_in_need", stage="reviewed"),
    ends=child_in_need_plan_over,
    asks="Review {child}’s child in need plan",
    owner="service_manager",
    cited="Local procedures, commonly four to six weeks; no national figure [GK]. Four is ours to begin with [P].",
    local=True,
    steps=("review_plan",),
    in_force_from="2013-04-15",
)
