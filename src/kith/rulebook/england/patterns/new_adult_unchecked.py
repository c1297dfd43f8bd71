"""An adult has come to live with or look after the child, and nobody has checked or spoken to them."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.questions import age_under, state_open
from kith.grammar.selections import unknown, where
from kith.rulebook.england.practice import social_care_ended, social_care_started, unsettled_worries

joined = where("adult_joined_household", checks_done=False) | where(
    "adult_joined_household", checks_done=unknown
)
checked = where("assessment", stage="completed") | where("adult_joined_household", checks_done=True)
unchecked = joined.in_the_last(days(180)).not_followed_by(checked)
open_work = state_open(social_care_started, social_care_ended)


@pattern(
    prompts="household_check",
    owner="team_manager",
    because="An adult has come to live with or look after the child, and no check is recorded.",
    asks="Who is at home with {child}, and what do police and other areas know of them?",
    wrong_if="It would be wrong if the adult was spoken to and checked, or does not look after the child.",
    cited="Child Safeguarding Practice Review Panel 2021 on men who are not seen; a check needs a lawful basis; days are [P]",
    catalogue="P5",
    in_force_from="2026-04-01",
)
def new_adult_unchecked():
    return unchecked.exist() & (
        age_under(months=24) | open_work | unsettled_worries.in_the_last(days(90)).exist()
    )
