"""The first review of a looked-after child is held within 20 working days of the child becoming looked after."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import became_looked_after, no_longer_looked_after

first_looked_after_review = clock(
    starts=became_looked_after,
    due=working_days(20),
    stops=where("looked_after", step=one_of("first_review", "review")),
    ends=no_longer_looked_after,
    asks="Hold the first review for {child}",
    owner="reviewing_service_manager",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33 (read in procedures of North East Lincolnshire).",
    steps=("review_plan",),
    in_force_from="2011-04-01",
)
