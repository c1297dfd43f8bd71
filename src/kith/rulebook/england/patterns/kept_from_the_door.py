"""Visits are turned away or cancelled by the carer, and nobody has seen the child."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.rulebook.england.practice import seen, visits_kept_out

turned_away = visits_kept_out.in_the_last(days(28))


@pattern(
    prompts="manager_review",
    owner="team_manager",
    because="Two or more visits in 28 days were turned away, unanswered or cancelled by the carer, and nobody has seen the child in that time.",
    asks="Will a manager decide today how {child} is to be seen?",
    wrong_if="It would be wrong if any agency has seen the child since, or the visits were missed for a reason that was checked.",
    cited="National review 2022: a pattern of avoidance was not seen as one; two and 28 days are [P]",
    catalogue="P7",
    in_force_from="2026-04-01",
)
def kept_from_the_door():
    return (turned_away.count() >= 2) & seen.in_the_last(days(28)).none()
