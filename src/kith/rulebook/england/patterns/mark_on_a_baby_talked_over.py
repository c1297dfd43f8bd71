"""A mark or injury on a baby who cannot yet move about needs the agencies to talk the same day."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import one_of, where
from kith.rulebook.england.practice import protective_enquiry

marks = where(
    "injury_seen",
    "injury_reported",
    appearance=one_of("bruise", "mark", "burn", "bite", "fracture", "head_injury"),
)
cannot_move = where(
    "injury_seen",
    "injury_reported",
    appearance=one_of("bruise", "mark", "burn", "bite", "fracture", "head_injury"),
    child_mobile=False,
)
on_a_baby = (cannot_move | marks.at_age_under(6)).in_the_last(days(14))


@pattern(
    prompts="strategy_discussion",
    owner="mash_manager",
    because="A mark or injury was seen or described on a baby who cannot yet move about, whatever explanation was given.",
    asks="Can police, health and social care talk today about the mark on {child}?",
    wrong_if="It would be wrong if the mark is a birthmark that someone has confirmed, or the baby can already roll or crawl.",
    cited="Child Safeguarding Practice Review Panel, briefing on bruising in non-mobile infants, September 2022; six months is [P]",
    catalogue="P1",
    in_force_from="2026-04-01",
)
def mark_on_a_baby_talked_over():
    return on_a_baby.not_followed_by(protective_enquiry).exist()
