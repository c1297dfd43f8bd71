"""A looked-after child is visited by the authority at intervals of not more than six weeks."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.rulebook.england.matters import no_longer_looked_after, placed, seen_by_social_care

next_visit_in_placement = clock(
    starts=placed,
    due=days(42),
    stops=seen_by_social_care,
    ends=no_longer_looked_after,
    repeats_from=seen_by_social_care,
    asks="Visit {child} where they live",
    owner="team_manager",
    cited=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28(2)(b) and (c): at most six weeks. It "
        "is three months after a year where the placement is to last until 18, and one week or four in some placements "
        "with a parent (28(3) to (5)): those this limit does not know, and the plan says them."
    ),
    steps=("see_child_alone",),
    in_force_from="2011-04-01",
)
