"""An injury was described, and no professional saw it the same day."""

from kith.grammar.durations import days, hours
from kith.grammar.patterns import pattern
from kith.grammar.selections import where
from kith.rulebook.england.practice import protective_enquiry, seen

looked = seen | protective_enquiry
# The hour before counts too: who described it may have had the child in front of them.
unseen = (
    where("injury_reported")
    .not_preceded_by(looked, within=hours(1))
    .not_followed_by(looked)
    .not_followed_by(looked, within=days(1))
)


@pattern(
    prompts="immediate_safety_action",
    owner="mash_manager",
    because="An injury was described, a day has passed, and no professional has seen the child; bruises fade in hours.",
    asks="Who will see {child} now, and what keeps {child} safe until then?",
    wrong_if="It would be wrong if someone has seen the injury since and it has not reached Kith.",
    cited="National reviews 2022; the hours are [P]",
    catalogue="H",
    in_force_from="2026-04-01",
)
def reported_injury_unseen():
    return unseen.in_the_last(days(14)).exist()
