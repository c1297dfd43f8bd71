"""Each agency rests on another acting, and nobody has the action."""

from kith.grammar.durations import days
from kith.grammar.patterns import manager_in, pattern
from kith.grammar.questions import state_open
from kith.grammar.selections import where
from kith.rulebook.england.practice import answered_no, looked_at_together

answers = where("action_answered", "information_provided")
resting = (
    where("closed", stated_known_to_social_care=True)
    | where("action_requested", "information_requested")
    .not_followed_by(answers, relation="answers")
    .not_followed_by(answers, within=days(3), relation="answers")
    | answered_no
).in_the_last(days(60))
plan_is_open = state_open(where("plan", stage="started"), where("plan", stage="ended"))
acting = where("assessment", stage="started") | where("plan", stage="started") | where("section_47_enquiry")
nobody_acts = acting.in_the_last(days(60)).none() & ~plan_is_open

WORDS = {
    resting: ("an entry that rests on another agency", "entries that rest on another agency"),
    plan_is_open: ("a plan is open", "no plan is open"),
}


@pattern(
    prompts="manager_review",
    owner=manager_in(resting),
    because="Two or more agencies rest on another to act, and no entry shows who has the action.",
    asks="Who has the action for {child}, by name?",
    wrong_if="It would be wrong if one agency has an open action with an owner and Kith was not told.",
    cited="National reviews 2022: nobody was clearly responsible; days are [P]",
    catalogue="C",
    in_force_from="2026-04-01",
)
def each_waits_for_another():
    return (resting.since(looked_at_together | acting).count_agencies() >= 2) & nobody_acts
