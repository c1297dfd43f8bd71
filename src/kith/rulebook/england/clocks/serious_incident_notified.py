"""The national panel is told of a serious incident within five working days of the authority coming to know of it."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where

# Nothing makes it fall away: what happened to a child is owed an answer after a death, and after the work is
# closed.
serious_incident_notified = clock(
    starts=where("serious_incident", step="known"),
    due=working_days(5),
    stops=where("serious_incident", step="panel_told"),
    asks="Tell the national panel of the serious incident about {child}",
    owner="service_manager",
    cited="Children Act 2004, section 16C(1), and Working Together to Safeguard Children: within five working days (read in summaries). Day of coming into force [GK].",
    steps=("manager_review",),
    in_force_from="2018-06-29",
)
