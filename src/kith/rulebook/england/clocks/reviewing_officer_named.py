"""An independent reviewing officer is named within 48 hours of a child becoming looked after."""

from kith.grammar.clocks import clock
from kith.grammar.durations import hours
from kith.grammar.selections import where
from kith.rulebook.england.matters import became_looked_after, no_longer_looked_after

reviewing_officer_named = clock(
    starts=became_looked_after,
    due=hours(48),
    stops=where("looked_after", step="reviewer_named"),
    ends=no_longer_looked_after,
    asks="Name the independent reviewing officer for {child}",
    owner="reviewing_service_manager",
    cited="Local procedures: 48 hours (North East Lincolnshire), elsewhere five working days; no national figure. Ours to begin with [P].",
    local=True,
    steps=("cover_named",),
    in_force_from="2011-04-01",
)
