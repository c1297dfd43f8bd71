"""The Secretary of State and Ofsted are told of the death of a looked-after child without delay, and within five working days."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where

looked_after_death_notified = clock(
    starts=where("death", who_died="child", was_looked_after=True),
    due=working_days(5),
    stops=where("serious_incident", step="ministers_told"),
    asks="Tell the Secretary of State and Ofsted of the death of {child}",
    owner="service_manager",
    cited="Working Together to Safeguard Children, also where no abuse or neglect is suspected: without delay, within five working days (read in summaries). Day of coming into force [GK].",
    steps=("manager_review",),
    in_force_from="2018-06-29",
)
