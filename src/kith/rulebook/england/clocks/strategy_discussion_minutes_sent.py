"""What a strategy discussion found and decided is with all who were asked within one working day."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import social_care_closed

# A death does not end it: those who were there must know. What came of the discussion does, since by then they do.
strategy_discussion_minutes_sent = clock(
    starts=where("strategy_discussion"),
    due=working_days(1),
    stops=where("minutes_sent", meeting="strategy_discussion"),
    ends=where("section_47_enquiry", stage="completed") | where("conference") | social_care_closed,
    asks="Send out the minutes of the strategy discussion about {child}",
    owner="service_manager",
    cited="Local procedures (West Yorkshire): one working day; no national figure. Ours to begin with [P].",
    local=True,
    steps=("share_information",),
    in_force_from="2013-04-15",
)
