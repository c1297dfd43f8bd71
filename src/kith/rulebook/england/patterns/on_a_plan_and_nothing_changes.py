"""Worries go on while the child is on a protection plan, and the plan stays as it was."""

from kith.grammar.durations import days
from kith.grammar.patterns import Stage, pattern
from kith.grammar.selections import one_of, where
from kith.rulebook.england.practice import on_a_plan, unsettled_worries

# A plan that was broken has not been changed.
changed = where("plan", stage=one_of("started", "reviewed", "ended")) | where("conference")
telling = unsettled_worries.in_the_last(days(90)).since(changed)

WORDS = {
    changed: (
        "a review or change of the plan",
        "reviews or changes of the plan",
        "since the plan was last reviewed or changed",
    ),
}


@pattern(
    prompts="review_plan",
    owner="conference_chair",
    because="Four or more worries in 90 days while on a child protection plan, and the plan has not changed.",
    asks="Is the plan for {child} working, when the worries go on?",
    wrong_if="It would be wrong if the plan was changed after these worries and Kith was not told.",
    cited="Working Together 2023 on reviewing plans; threshold and days are [P]",
    catalogue="A",
    in_force_from="2026-04-01",
    stages=(
        Stage(4, "conference_chair"),
        Stage(8, "service_manager", prompts="strategy_discussion"),
        Stage(16, "reviewing_service_manager", prompts="strategy_discussion"),
        Stage(32, "area_on_call_manager", prompts="legal_planning"),
    ),
    measures=telling.count(),
)
def on_a_plan_and_nothing_changes():
    return on_a_plan & (telling.count() >= 4)
