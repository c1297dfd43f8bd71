"""The second review of a looked-after child is held within three months of the first."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import where
from kith.rulebook.england.matters import no_longer_looked_after

second_looked_after_review = clock(
    starts=where("looked_after", step="first_review"),
    due=calendar_months(3),
    stops=where("looked_after", step="review"),
    ends=no_longer_looked_after,
    asks="Hold the second review for {child}",
    owner="reviewing_service_manager",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33: within three months [GK].",
    steps=("review_plan",),
    in_force_from="2011-04-01",
)
