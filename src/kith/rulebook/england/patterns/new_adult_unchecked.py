"""An adult has come to live with or look after the child, and nobody has checked or spoken to them."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.questions import age_under
from kith.grammar.selections import unknown, where
from kith.rulebook.england.practice import social_care_is_working, unsettled_worries

joined = where("adult_joined_household", checks_done=False) | where(
    "adult_joined_household", checks_done=unknown
)
assessed = where("assessment", stage="completed")
checked = where("adult_joined_household", checks_done=True)
checked_unnamed = where("adult_joined_household", checks_done=True, who=unknown)
unchecked = (
    joined.not_followed_by(assessed)
    .not_followed_by(checked, same="who")
    .not_followed_by(checked_unnamed)
    .not_followed_by(where("adult_left_household"), same="who")
    .in_the_last(days(180))
)
# Said by two agencies, or by one and a fortnight on.
not_passing_through = (unchecked.count_agencies() >= 2) | unchecked.not_followed_by(
    assessed, within=days(14)
).exist()

WORDS = {
    joined: ("an adult joining without known checks", "adults joining without known checks"),
    unchecked: ("an adult who joined and is still unchecked", "adults who joined and are still unchecked"),
}


@pattern(
    prompts="household_check",
    owner="team_manager",
    because="An adult has come to live with or look after the child, two agencies say so or 14 days have passed, and no check is recorded.",
    asks="Who is at home with {child}, what do police and other areas know of them, and how can they be assessed safely?",
    wrong_if="It would be wrong if the adult was spoken to and checked, or does not look after the child.",
    cited="Child Safeguarding Practice Review Panel 2021 on men who are not seen; a check needs a lawful basis; days are [P]",
    catalogue="P5",
    in_force_from="2026-04-01",
)
def new_adult_unchecked():
    return not_passing_through & (
        age_under(months=24) | social_care_is_working | unsettled_worries.in_the_last(days(90)).exist()
    )
