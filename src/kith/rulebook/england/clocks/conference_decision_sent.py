"""What a child protection conference decided is sent to all who were asked within one working day."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import social_care_closed

# A conference that made no plan starts it too: its decision is owed to the family and the agencies all the same.
# A core group that met knows what was decided.
conference_decision_sent = clock(
    starts=where("conference"),
    due=working_days(1),
    stops=where("minutes_sent", meeting="conference"),
    ends=where("core_group")
    | where("plan", plan_type="child_protection", stage="ended")
    | social_care_closed,
    asks="Send out what the conference about {child} decided",
    owner="reviewing_service_manager",
    cited="Local procedures, commonly one working day; no national figure [GK].",
    local=True,
    steps=("share_information",),
    in_force_from="2013-04-15",
)
