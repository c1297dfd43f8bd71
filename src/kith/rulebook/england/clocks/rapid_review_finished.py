"""The rapid review of a serious incident is finished within 15 working days of the national panel being told."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where

rapid_review_finished = clock(
    starts=where("serious_incident", step="panel_told"),
    due=working_days(15),
    stops=where("serious_incident", step="rapid_review"),
    asks="Finish the rapid review about {child}",
    owner="service_manager",
    cited="Working Together to Safeguard Children: 15 working days, counted from the day on which the notification was sent (read in a partnership’s page). Day of coming into force [GK].",
    steps=("independent_review",),
    in_force_from="2018-06-29",
)
