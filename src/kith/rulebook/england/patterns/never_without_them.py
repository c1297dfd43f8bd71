"""Across all agencies the child is only ever seen with a carer there."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import where
from kith.rulebook.england.practice import seen_alone, seen_with_carer, unsettled_worries

# A child who cannot yet speak is handled, undressed and weighed, not spoken to alone.
too_young = seen_with_carer.at_age_under(24) | where("visit", reason_not_alone="too_young")
with_carer = (seen_with_carer & ~too_young).in_the_last(days(42))

WORDS = {
    too_young: ("one at an age too young to speak", "ones at an age too young to speak"),
}


@pattern(
    prompts="see_child_alone",
    owner="team_manager",
    because="In 42 days the child was seen twice or more, and only with a carer there, and a worry stands.",
    asks="Who will see {child} alone, and where can {child} speak freely?",
    wrong_if="It would be wrong if someone has been alone with the child and it has not reached Kith, or the child is too young to speak and was handled, undressed or weighed by someone.",
    cited="National reviews 2022: visits saw the carer, not the child; 42 and 90 days are [P]",
    catalogue="D",
    in_force_from="2026-04-01",
)
def never_without_them():
    return (
        (with_carer.count() >= 2)
        & seen_alone.in_the_last(days(42)).none()
        & unsettled_worries.in_the_last(days(90)).exist()
    )
