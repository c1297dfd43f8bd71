"""An allegation that somebody who works with children may have harmed a child is with the designated officer within one working day."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where

designated_officer_told = clock(
    starts=where("allegation_about_worker", step="known"),
    due=working_days(1),
    stops=where("allegation_about_worker", step="officer_told"),
    ends=where("allegation_about_worker", step="closed"),
    asks="Tell the designated officer of the allegation that concerns {child}",
    owner="service_manager",
    cited="Keeping Children Safe in Education and Working Together to Safeguard Children: within one working day [GK].",
    steps=("share_information",),
    in_force_from="2013-04-15",
)
