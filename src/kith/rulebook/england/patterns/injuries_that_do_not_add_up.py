"""Repeated injuries whose account is not settled, or in places that tell."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import one_of, where
from kith.rulebook.england.practice import (
    INJURY_KINDS,
    doubtful_injuries,
    injuries_in_telling_places,
    protective_enquiry,
    unsettled_injuries,
)

# A child at school breaks an arm in the playground; a child under two seldom does.
grave = where(*INJURY_KINDS, appearance=one_of("fracture", "burn", "bite", "head_injury")).at_age_under(24)
telling = doubtful_injuries | injuries_in_telling_places | grave
unsettled = unsettled_injuries.in_the_last(days(365)).since(protective_enquiry)

WORDS = {
    telling: ("an injury that tells more", "injuries that tell more"),
}


@pattern(
    prompts="strategy_discussion",
    owner="mash_manager",
    because="Two or more injuries in 12 months that nothing has settled, at least one with an account that does not fit, in a place that children seldom hurt by themselves, or grave in a child under two.",
    asks="Can police, a paediatrician and social care look at all of {child}’s injuries together?",
    wrong_if="It would be wrong if a paediatrician has looked at all of them together, or each was seen to happen.",
    cited="National reviews of injured infants; telling places and 12 months are [P]",
    catalogue="P2",
    in_force_from="2026-04-01",
)
def injuries_that_do_not_add_up():
    return (unsettled.count() >= 2) & (unsettled & telling).exist()
