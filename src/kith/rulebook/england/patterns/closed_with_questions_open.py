"""Closed while an answer was still awaited."""

from kith.grammar.durations import days
from kith.grammar.patterns import manager_in, pattern
from kith.grammar.selections import where

asked = where("information_requested").not_followed_by(where("information_provided"), relation="answers")
closed_early = where("closed", information_outstanding=True) | where("closed").preceded_by(
    asked, within=days(60), agency="same"
)


@pattern(
    prompts="seek_information",
    owner=manager_in(closed_early),
    because="An agency closed its work while information was still awaited.",
    asks="What did the missing answer about {child} say, and does it change the decision?",
    wrong_if="It would be wrong if the answer came and was read before closing.",
    cited="National reviews on front doors: closed before the answers came; days are [P]",
    catalogue="P9",
    in_force_from="2026-04-01",
)
def closed_with_questions_open():
    return closed_early.in_the_last(days(60)).exist()
