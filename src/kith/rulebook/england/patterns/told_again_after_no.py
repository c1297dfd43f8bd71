"""A relative or neighbour told us again after a decision of no further action."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.rulebook.england.practice import family_contacts, no_further_action, social_care_started

first = no_further_action.preceded_by(family_contacts, within=days(30)).in_the_last(days(90))
again = (
    family_contacts.preceded_by(first, within=days(90))
    .not_followed_by(social_care_started)
    .in_the_last(days(30))
)

WORDS = {
    first: (
        "a decision that no more would be done after such a contact",
        "decisions that no more would be done after such a contact",
    ),
}


@pattern(
    prompts="manager_review",
    owner="service_manager",
    because="A relative or neighbour told an agency of a worry, no further action was decided, another report came, and nobody has taken it up.",
    asks="Will a manager who did not decide the first time decide about {child} now?",
    wrong_if="It would be wrong if the later report told of something already answered.",
    cited="National review 2022: relatives’ reports taken for malice; 90 days is [P]",
    catalogue="P3",
    in_force_from="2026-04-01",
    questions=no_further_action,
)
def told_again_after_no():
    return again.exist() & first.exist()
