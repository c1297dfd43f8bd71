"""Domestic abuse while bail or an order forbids contact."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import where
from kith.rulebook.england.practice import protective_enquiry

broken = where("domestic_abuse_incident", order_active=True) | where("protective_order", breached=True)


@pattern(
    prompts="strategy_discussion",
    owner="police_supervisor",
    because="There was domestic abuse, or an order was broken, while bail or an order forbids contact.",
    asks="Can police, health and social care talk today about {child}, when the order did not hold?",
    wrong_if="It would be wrong if the order had ended, or was about somebody else.",
    cited="Child Safeguarding Practice Review Panel briefing on domestic abuse 2022 [GK]",
    catalogue="P21",
    in_force_from="2026-04-01",
)
def abuse_despite_an_order():
    return broken.in_the_last(days(30)).not_followed_by(protective_enquiry).exist()
