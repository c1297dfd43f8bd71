"""An action for a child’s safety was declined, and nobody took it further."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import one_of, where

safety = ("welfare_check", "joint_visit", "medical", "x_ray", "place")
answered_no = where("action_answered", action=one_of(*safety), answer=one_of("declined", "no_capacity"))
climbed = where("escalation") | where("action_answered", answer="agreed") | where("strategy_discussion")


@pattern(
    prompts="escalate",
    owner="mash_manager",
    because="An agency declined, or had nobody free for, an action asked for a child’s safety, and nobody has taken it up a level.",
    asks="Who will take this up a level for {child} today?",
    wrong_if="It would be wrong if the action was done by other means, or the disagreement was taken up and Kith was not told.",
    cited="Working Together 2023, paragraph 110, on resolving disagreement; one day is [P]",
    catalogue="I",
    in_force_from="2026-04-01",
    questions=answered_no,
)
def declined_and_nobody_climbed():
    return answered_no.not_followed_by(climbed, within=days(1)).in_the_last(days(30)).exist()
