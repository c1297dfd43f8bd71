"""The placement plan of a looked-after child is made before the placement or, where it cannot be, within five working days of its start."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import no_longer_looked_after, placed

# A plan that was made before meets it where it refers to the placement: an earlier entry never closes a later one
# by its date.
placement_plan_made = clock(
    starts=placed,
    due=working_days(5),
    stops=where("looked_after", step="placement_plan"),
    ends=no_longer_looked_after,
    asks="Make {child}’s placement plan",
    owner="team_manager",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9: before, or within five working days [GK].",
    steps=("review_plan",),
    in_force_from="2011-04-01",
)
