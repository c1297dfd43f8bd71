"""A child who was missing is offered a return interview within 72 hours of being found, with somebody who does not care for the child."""

from kith.grammar.clocks import clock
from kith.grammar.durations import hours
from kith.grammar.selections import at_least, where
from kith.rulebook.england.matters import child_died, social_care_closed

return_interview_held = clock(
    starts=where("missing_episode", trace_result="found"),
    due=hours(72),
    from_the_end=True,
    stops=where("return_interview", outcome="held") | where("return_interview", hours=at_least(0)),
    ends=where("return_interview", outcome="declined") | social_care_closed | child_died,
    asks="Speak with {child} about being missing",
    owner="team_manager",
    cited=(
        "Statutory guidance on children who run away or go missing, 2014: within 72 hours, by somebody who does not care for "
        "the child (read in summaries). Day of coming into force [GK]."
    ),
    steps=("see_child_alone",),
    in_force_from="2014-01-01",
)
