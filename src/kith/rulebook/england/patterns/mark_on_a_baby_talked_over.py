"""A mark or injury on a baby or child who cannot move about needs the agencies to talk the same day."""

from kith.grammar.durations import days, hours
from kith.grammar.patterns import pattern
from kith.grammar.selections import unknown, where
from kith.rulebook.england.practice import INJURY_KINDS, injury_settled, protective_enquiry

cannot_move = where(*INJURY_KINDS, child_mobile=False)
too_young_to_move = where(*INJURY_KINDS, child_mobile=unknown).at_age_under(6)
cannot_move_about = cannot_move | too_young_to_move
unsettled = cannot_move_about.in_the_last(days(14)).not_followed_by(injury_settled, relation="settles")

WORDS = {
    cannot_move_about: (
        "an injury to a baby or child who cannot move about",
        "injuries to a baby or child who cannot move about",
    ),
}


@pattern(
    prompts="strategy_discussion",
    owner="mash_manager",
    because="A mark or injury was seen or described on a baby or child who cannot move about, whatever explanation was given.",
    asks="Can police, health and social care talk today about the mark on {child}?",
    wrong_if="It would be wrong if the mark is a birthmark that someone has confirmed, or the baby can already roll or crawl.",
    cited="Child Safeguarding Practice Review Panel, briefing on bruising in non-mobile infants, September 2022; six months is [P]",
    catalogue="P1",
    in_force_from="2026-04-01",
)
def mark_on_a_baby_talked_over():
    """The hour before counts too: what the agencies talked about may be written down after they did."""
    return (
        unsettled.not_followed_by(protective_enquiry)
        .not_preceded_by(protective_enquiry, within=hours(1))
        .exist()
    )
