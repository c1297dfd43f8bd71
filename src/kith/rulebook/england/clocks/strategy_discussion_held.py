"""Once there is reasonable cause to suspect significant harm, a strategy discussion is held as soon as possible, and within a day."""

from kith.grammar.clocks import clock
from kith.grammar.durations import hours
from kith.grammar.selections import where

strategy_discussion_held = clock(
    starts=where("referral_decision", outcome="strategy_discussion"),
    due=hours(24),
    stops=where("strategy_discussion"),
    asks="Hold the strategy discussion about {child}",
    owner="team_manager",
    cited=(
        "Working Together to Safeguard Children 2023: as soon as possible, with no figure. 24 hours is a common local "
        "procedure (Blackburn with Darwen among them) and ours to begin with [P]."
    ),
    local=True,
    steps=("strategy_discussion",),
    in_force_from="2013-04-15",
)
