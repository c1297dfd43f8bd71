"""Closed while an answer was still awaited, whether or not it has come since."""

from kith.grammar.durations import days
from kith.grammar.patterns import manager_in, pattern
from kith.grammar.selections import unknown, where
from kith.rulebook.england.practice import social_care_started

# An answer that came after the closing leaves the question: what did it say? A closing that says that nothing was
# outstanding is believed; one that does not say is looked at.
answers_in_time = where("information_provided").before(where("closed"))
still_asked = where("information_requested").not_followed_by(answers_in_time, relation="answers")
closed_early = where("closed", information_outstanding=True) | where(
    "closed", information_outstanding=unknown
).preceded_by(still_asked, within=days(60), agency="same")
not_taken_up_again = closed_early.in_the_last(days(60)).not_followed_by(social_care_started)

WORDS = {
    still_asked: ("a request not answered by then", "requests not answered by then"),
    closed_early: ("a closing while an answer was awaited", "closings while an answer was awaited"),
}


@pattern(
    prompts="seek_information",
    owner=manager_in(not_taken_up_again),
    because="An agency closed its work while information was still awaited.",
    asks="What does the missing answer about {child} say, and does it change the decision?",
    wrong_if="It would be wrong if the answer came and was read before closing.",
    cited="National reviews on front doors: closed before the answers came; days are [P]",
    catalogue="P9",
    in_force_from="2026-04-01",
)
def closed_with_questions_open():
    return not_taken_up_again.exist()
