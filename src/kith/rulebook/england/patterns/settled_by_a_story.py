"""An injury or disclosure was closed on an account, and then came another report."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import one_of, where
from kith.rulebook.england.practice import (
    SOCIAL_CARE,
    examined,
    injuries,
    injury_settled,
    no_further_action,
    protective_enquiry,
)

weighty = (
    injuries
    | where("disclosure", "image_supplied")
    | where("contact_received", nature=one_of("physical", "sexual"))
)
closings = (
    no_further_action
    | where("closed", said_by=(*SOCIAL_CARE, "police"))
    | where("worry_settled", by="explanation_only")
)
closed_on_account = closings.preceded_by(weighty, within=days(30)).not_preceded_by(
    examined | protective_enquiry | injury_settled, within=days(30)
)
again = (
    weighty.preceded_by(closed_on_account, within=days(180))
    .in_the_last(days(30))
    .not_followed_by(protective_enquiry)
)

WORDS = {
    weighty: ("a report of weight", "reports of weight"),
    closed_on_account: ("a closing on an account alone", "closings on an account alone"),
}


@pattern(
    prompts="strategy_discussion",
    owner="mash_manager",
    because="An injury or disclosure was closed on an account alone, and another report came within 180 days.",
    asks="Can police, health and social care look together at what was closed about {child}, and what came after?",
    wrong_if="It would be wrong if an independent opinion settled the first, or both are the same occurrence told twice.",
    cited="National reviews 2022: closed on an explanation, the child not spoken to alone; 180 days is [P]",
    catalogue="E",
    in_force_from="2026-04-01",
    questions=closed_on_account,
)
def settled_by_a_story():
    return again.exist() & closed_on_account.followed_by(weighty, within=days(180)).exist()
