"""After the unexpected death of a child the agencies hold the first discussion of a joint agency response at once, and within a day."""

from kith.grammar.clocks import clock
from kith.grammar.durations import hours
from kith.grammar.selections import where

# A death of which nobody said whether it was expected starts nothing: most are, and whoever certifies it says so.
joint_agency_response_begun = clock(
    starts=where("death", who_died="child", expected=False),
    due=hours(24),
    stops=where("serious_incident", step="joint_response"),
    asks="Hold the first discussion about the death of {child}",
    owner="service_manager",
    cited="Child death review guidance 2018: the response at once, the first discussion the same or the next day. 24 hours [GK].",
    steps=("multi_agency_discussion",),
    in_force_from="2018-06-29",
)
