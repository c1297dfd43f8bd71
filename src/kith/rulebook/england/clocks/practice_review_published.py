"""A local child safeguarding practice review is published within six months of the decision to hold it."""

from kith.grammar.clocks import clock
from kith.grammar.durations import calendar_months
from kith.grammar.selections import where

practice_review_published = clock(
    starts=where("serious_incident", step="review_decided"),
    due=calendar_months(6),
    stops=where("serious_incident", step="review_published"),
    ends=where("serious_incident", step="no_review"),
    asks="Publish the practice review about {child}",
    owner="service_manager",
    cited="Working Together to Safeguard Children 2023: six months from the decision (read in a summary). Day of coming into force [GK].",
    steps=("independent_review",),
    in_force_from="2018-06-29",
)
