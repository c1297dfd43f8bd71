"""A looked-after child has a health assessment in time for the first review, within 20 working days of becoming looked after."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.rulebook.england.matters import became_looked_after, health_assessments, no_longer_looked_after

first_health_assessment = clock(
    starts=became_looked_after,
    due=working_days(20),
    stops=health_assessments,
    ends=no_longer_looked_after,
    asks="Have {child}’s health assessed",
    owner="designated_doctor",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7: before the first review [GK].",
    steps=("request_action",),
    in_force_from="2011-04-01",
)
