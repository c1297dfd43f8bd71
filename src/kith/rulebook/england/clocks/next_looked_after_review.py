"""Later reviews of a looked-after child are held at intervals of not more than six months."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import where
from kith.rulebook.england.matters import no_longer_looked_after

reviews = where("looked_after", step="review")

next_looked_after_review = clock(
    starts=reviews,
    due=calendar_months(6),
    stops=reviews,
    ends=no_longer_looked_after,
    repeats_from=reviews,
    asks="Hold the next review for {child}",
    owner="reviewing_service_manager",
    cited="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33: at most six months [GK].",
    steps=("review_plan",),
    in_force_from="2011-04-01",
)
