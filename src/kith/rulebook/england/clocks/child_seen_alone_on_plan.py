"""A child on a child protection plan is visited, and seen alone, at least every ten working days."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import child_died

# A visit by another agency, or one that does not say whether the child was seen alone, leaves it running.
seen_alone = where("visit", said_by=("childrens_social_care", "out_of_area_social_care"), seen_alone=True)

child_seen_alone_on_plan = clock(
    starts=where("plan", plan_type="child_protection", stage="started"),
    due=working_days(10),
    stops=seen_alone,
    ends=where("plan", plan_type="child_protection", stage="ended")
    | where("conference", outcome=one_of("no_plan", "plan_ends"))
    | child_died,
    repeats_from=seen_alone,
    asks="See {child} alone",
    owner="team_manager",
    cited="Local procedures, commonly every 10 working days, some every two or four weeks; no national figure [GK].",
    local=True,
    steps=("see_child_alone",),
    in_force_from="2013-04-15",
)
