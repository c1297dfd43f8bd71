"""Many worries from several agencies, and nothing has settled them."""

from kith.grammar.durations import days
from kith.grammar.patterns import Stage, pattern
from kith.rulebook.england.practice import looked_at_together, on_a_plan, unsettled_worries

telling = unsettled_worries.in_the_last(days(90)).since(looked_at_together)


@pattern(
    prompts="answer_the_worry",
    owner="team_manager",
    because="Several worries from more than one agency in 90 days have not been looked at together, and nothing has settled them.",
    asks="What has settled the worries about {child}, or who will look at them together?",
    wrong_if="It would be wrong if the agencies have met about these worries, or one was settled, and Kith was not told.",
    cited="Working Together 2023 and national reviews 2022: each agency held a piece; threshold and days are [P]",
    catalogue="A",
    in_force_from="2026-04-01",
    stages=(
        Stage(4, "team_manager"),
        Stage(8, "service_manager", prompts="strategy_discussion"),
        Stage(16, "service_manager", prompts="strategy_discussion"),
        Stage(32, "area_on_call_manager", prompts="legal_planning"),
    ),
    measures=telling.count(),
)
def contacts_pile_up():
    """While a child is on a protection plan, on_a_plan_and_nothing_changes asks instead."""
    return (telling.count() >= 4) & (telling.count_agencies() >= 2) & ~on_a_plan
