"""The health of a looked-after child of five or over is reviewed at least every twelve months."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import where
from kith.rulebook.england.matters import health_assessments, no_longer_looked_after

# A clock reads entries and knows no age: which of the two limits runs is what the last assessment said of it.
next_health_assessment = clock(
    starts=where("looked_after", step="health_assessment"),
    due=calendar_months(12),
    stops=health_assessments,
    ends=no_longer_looked_after,
    asks="Have {child}’s health reviewed",
    owner="designated_doctor",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7: every twelve months from the fifth birthday [GK].",
    steps=("request_action",),
    in_force_from="2011-04-01",
)
