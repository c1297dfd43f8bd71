"""The health of a looked-after child under five is reviewed at least every six months."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import where
from kith.rulebook.england.matters import health_assessments, no_longer_looked_after

# A clock reads entries and knows no age: which of the two limits runs is what the last assessment said of it.
next_health_assessment_under_five = clock(
    starts=where("looked_after", step="health_assessment_under_five"),
    due=calendar_months(6),
    stops=health_assessments,
    ends=no_longer_looked_after,
    asks="Have {child}’s health reviewed",
    owner="designated_doctor",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7: every six months until the fifth birthday [GK].",
    steps=("request_action",),
    in_force_from="2011-04-01",
)
