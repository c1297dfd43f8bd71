"""An action for a child’s safety was declined, and nobody took it further."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import one_of, where
from kith.rulebook.england.practice import examined, seen

no = one_of("declined", "no_capacity")
check_declined = where("action_answered", action=one_of("welfare_check", "joint_visit"), answer=no)
medical_declined = where("action_answered", action=one_of("medical", "x_ray"), answer=no)
place_declined = where("action_answered", action="place", answer=no)
declined = check_declined | medical_declined | place_declined

# Done by other means: somebody saw the child, a doctor did, or the child is living elsewhere.
not_done = (
    check_declined.not_followed_by(seen)
    | medical_declined.not_followed_by(examined)
    | place_declined.not_followed_by(where("placement_change"))
)
agreed_after_all = where("action_answered", answer="agreed")
climbed = where("escalation", "strategy_discussion")
left_there = (
    not_done.not_followed_by(agreed_after_all, same="action")
    .not_followed_by(climbed)
    .not_followed_by(climbed, within=days(1))
)

WORDS = {
    declined: ("an action for safety declined", "actions for safety declined"),
    not_done: (
        "an action for safety declined and not done by other means",
        "actions for safety declined and not done by other means",
    ),
}


@pattern(
    prompts="escalate",
    owner="mash_manager",
    because="An agency declined, or had nobody free for, an action asked for a child’s safety, and nobody has taken it up a level.",
    asks="Who will take this up a level for {child} today?",
    wrong_if="It would be wrong if the action was done by other means, or the disagreement was taken up and Kith was not told.",
    cited="Working Together 2023, paragraph 110, on resolving disagreement; one day is [P]",
    catalogue="I",
    in_force_from="2026-04-01",
    questions=declined,
)
def declined_and_nobody_climbed():
    return left_there.in_the_last(days(30)).exist()
