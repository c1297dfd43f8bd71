"""Three agencies each hold a worry, and nobody has put them together."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.rulebook.england.practice import looked_at_together, unsettled_worries

pieces = unsettled_worries.since(looked_at_together).in_the_last(days(90))


@pattern(
    prompts="multi_agency_discussion",
    owner="mash_manager",
    because="Three or more agencies each hold a worry from the last 90 days, and they have not been talked about together.",
    asks="Can everyone who knows something about {child} put it together?",
    wrong_if="It would be wrong if they are copies of one occurrence, or the agencies have met about them.",
    cited="National review 2022: each professional held one piece of the jigsaw; three, 90 and 14 days are [P]",
    catalogue="P17",
    in_force_from="2026-04-01",
)
def each_holds_a_piece():
    return (pieces.count_agencies() >= 3) & unsettled_worries.in_the_last(days(14)).exist()
