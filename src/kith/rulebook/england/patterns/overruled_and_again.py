"""A step was lowered or declined, and then it happened again."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.rulebook.england.practice import overruled, worries

again = worries.preceded_by(overruled, within=days(60)).in_the_last(days(60))


@pattern(
    prompts="independent_review",
    owner="independent_reviewer",
    because="A proposed step was lowered or declined, and another worry came within 60 days.",
    asks="Will someone who did not make the earlier decision look at {child}’s situation again?",
    wrong_if="It would be wrong if the later worry is of another kind, or the decision has been looked at again since.",
    cited="National reviews 2022: managers overruled and nobody challenged; 60 days is [P]",
    catalogue="B",
    in_force_from="2026-04-01",
    questions=overruled,
)
def overruled_and_again():
    return again.exist() & overruled.followed_by(worries, within=days(60)).in_the_last(days(120)).exist()
