"""A looked-after child is visited by the authority within one week of the start of any placement."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.rulebook.england.matters import no_longer_looked_after, placed, seen_by_social_care

first_visit_in_placement = clock(
    starts=placed,
    due=days(7),
    stops=seen_by_social_care,
    ends=no_longer_looked_after,
    asks="Visit {child} in the new placement",
    owner="team_manager",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(2)(a): within one week of the start of any placement.",
    steps=("see_child_alone",),
    in_force_from="2011-04-01",
)
