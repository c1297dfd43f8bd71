"""A mark or injury on a baby or child who cannot move about needs a paediatrician the same day."""

from kith.grammar.durations import days, hours
from kith.grammar.patterns import pattern
from kith.grammar.selections import unknown, where
from kith.rulebook.england.practice import INJURY_KINDS, examined, injury_settled

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
    prompts="obtain_paediatric_opinion",
    owner="named_doctor",
    because="A mark or injury was seen or described on a baby or child who cannot move about, whatever explanation was given.",
    asks="What does a paediatrician say today about the mark on {child}, whatever explanation was given?",
    wrong_if="It would be wrong if the mark is a birthmark that someone has confirmed, or the baby can already roll or crawl.",
    cited="Child Safeguarding Practice Review Panel, briefing on bruising in non-mobile infants, September 2022; six months is [P]",
    catalogue="P1",
    in_force_from="2026-04-01",
)
def mark_on_a_baby():
    """The hour before counts too: a mark that is found at an examination may be written down after it."""
    return unsettled.not_followed_by(examined).not_preceded_by(examined, within=hours(1)).exist()
