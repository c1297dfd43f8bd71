"""What a strategy discussion found and decided is with all who were asked within one working day."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where

# It never falls away: a child who died, or whose case was closed, was still talked about, and those who were
# there must know.
strategy_discussion_minutes_sent = clock(
    starts=where("strategy_discussion"),
    due=working_days(1),
    stops=where("minutes_sent", meeting="strategy_discussion"),
    asks="Send out the minutes of the strategy discussion about {child}",
    owner="service_manager",
    cited="Local procedures (West Yorkshire): one working day; no national figure. Ours to begin with [P].",
    local=True,
    steps=("share_information",),
    in_force_from="2013-04-15",
)
