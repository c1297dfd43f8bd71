"""The full minutes of a child protection conference are sent to all who were asked within ten working days."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import social_care_closed

conference_minutes_sent = clock(
    starts=where("conference"),
    due=working_days(10),
    stops=where("minutes_sent", meeting="conference", what="minutes"),
    ends=where("plan", plan_type="child_protection", stage="ended") | social_care_closed,
    asks="Send out the minutes of the conference about {child}",
    owner="reviewing_service_manager",
    cited="Local procedures, commonly 10 to 20 working days; no national figure [GK]. 10 is ours to begin with [P].",
    local=True,
    steps=("share_information",),
    in_force_from="2013-04-15",
)
