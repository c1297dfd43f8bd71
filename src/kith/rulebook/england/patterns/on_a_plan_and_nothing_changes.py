"""Worries go on while the child is on a protection plan, and the plan stays as it was."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.questions import state_open
from kith.grammar.selections import where
from kith.rulebook.england.practice import plan_ended, plan_started, unsettled_worries

changed = where("plan", "conference")
telling = unsettled_worries.in_the_last(days(90)).since(changed)


@pattern(
    prompts="review_plan",
    owner="conference_chair",
    because="Four or more worries in 90 days while on a child protection plan, and the plan has not changed.",
    asks="Is the plan for {child} working, when the worries go on?",
    wrong_if="It would be wrong if the plan was changed after these worries and Kith was not told.",
    cited="Working Together 2023 on reviewing plans; threshold and days are [P]",
    catalogue="A",
    in_force_from="2026-04-01",
)
def on_a_plan_and_nothing_changes():
    return state_open(plan_started, plan_ended) & (telling.count() >= 4)
