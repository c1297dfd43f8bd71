"""A step was lowered or declined, and then it happened again."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import Selection, one_of, where
from kith.rulebook.england.practice import (
    overruled,
    perhaps_domestic_abuse,
    perhaps_emotional_harm,
    perhaps_neglect,
    perhaps_physical_harm,
    perhaps_sexual_harm,
    protective_enquiry,
)


def came_again(sort: Selection) -> Selection:
    """Worries of one sort after an overruling that itself came after a worry of that sort."""
    overruled_about_it = overruled.preceded_by(sort, within=days(60))
    return sort.preceded_by(overruled_about_it, within=days(60))


again = (
    came_again(perhaps_physical_harm)
    | came_again(perhaps_sexual_harm)
    | came_again(perhaps_neglect)
    | came_again(perhaps_domestic_abuse)
    | came_again(perhaps_emotional_harm)
)
looked_at_again = (
    protective_enquiry
    | where("conference")
    | where("management_decision", decision=one_of("raised", "will_refer"))
)
not_looked_at_again = again.not_followed_by(looked_at_again).in_the_last(days(60))

WORDS = {
    again: ("a worry of the same sort that came again", "worries of the same sort that came again"),
}


@pattern(
    prompts="independent_review",
    owner="independent_reviewer",
    because="A proposed step was lowered or declined, and another worry of the same sort came within 60 days.",
    asks="Will someone who did not make the earlier decision look at {child}’s situation again?",
    wrong_if="It would be wrong if the later worry is of another kind, or the decision has been looked at again since.",
    cited="National reviews 2022: managers overruled and nobody challenged; 60 days is [P]",
    catalogue="B",
    in_force_from="2026-04-01",
    questions=overruled,
)
def overruled_and_again():
    return not_looked_at_again.exist() & overruled.followed_by(not_looked_at_again, within=days(60)).exist()
