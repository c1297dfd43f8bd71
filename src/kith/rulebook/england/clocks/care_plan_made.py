"""The care plan of a looked-after child is made before the first placement or, where it cannot be, within ten working days of its start."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import became_looked_after, no_longer_looked_after

# A plan that was made before meets it where it refers to the start: an earlier entry never closes a later one by
# its date.
care_plan_made = clock(
    starts=became_looked_after,
    due=working_days(10),
    stops=where("looked_after", step="care_plan"),
    ends=no_longer_looked_after,
    asks="Make {child}’s care plan",
    owner="team_manager",
    cited=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 4(2): before, or within ten working "
        "days of the start of the first placement. Under a care order a court has the plan before it (section 31A)."
    ),
    steps=("review_plan",),
    in_force_from="2011-04-01",
)
