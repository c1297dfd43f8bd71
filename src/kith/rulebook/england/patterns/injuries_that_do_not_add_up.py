"""Repeated injuries whose account is not settled, or in places that tell."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import includes, one_of, where
from kith.rulebook.england.body_map import TELLING_SITES
from kith.rulebook.england.practice import protective_enquiry, unsettled_injuries

doubtful = where(
    "injury_seen", "injury_reported", carer_account=one_of("inconsistent", "changed", "none_given")
) | where("injury_seen", "injury_reported", delay_in_seeking_help=True)
in_a_telling_place = where("injury_seen", "injury_reported", site=includes(*TELLING_SITES))
broken = where("injury_seen", "injury_reported", appearance=one_of("fracture", "burn", "bite", "head_injury"))
telling = doubtful | in_a_telling_place | broken
unsettled = unsettled_injuries.in_the_last(days(365)).since(protective_enquiry)


@pattern(
    prompts="strategy_discussion",
    owner="mash_manager",
    because="Two or more injuries in 12 months, at least one with an account that does not settle it or in a place that children seldom hurt by themselves.",
    asks="Can police, a paediatrician and social care look at all of {child}’s injuries together?",
    wrong_if="It would be wrong if a paediatrician has looked at all of them together, or each was seen to happen.",
    cited="National reviews of injured infants; telling places and 12 months are [P]",
    catalogue="P2",
    in_force_from="2026-04-01",
)
def injuries_that_do_not_add_up():
    return (unsettled.count() >= 2) & (unsettled & telling).exist()
