"""Three agencies each hold a worry, and nobody has put them together."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import where
from kith.rulebook.england.practice import SOCIAL_CARE, talked_about_together, unsettled_worries

# What a professional told social care is that professional's piece, not a second one of social care's.
passed_on = where("contact_received", said_by=SOCIAL_CARE, voice="professional")
pieces = (unsettled_worries & ~passed_on).since(talked_about_together).in_the_last(days(90))

WORDS = {
    pieces: ("a piece", "pieces"),
    passed_on: (
        "a professional’s worry passed on to social care",
        "professionals’ worries passed on to social care",
    ),
}


@pattern(
    prompts="multi_agency_discussion",
    owner="mash_manager",
    because="Three or more agencies each hold a worry from the last 90 days, one of them from the last 14, and nobody has put them together.",
    asks="Can everyone who knows something about {child} put it together?",
    wrong_if="It would be wrong if they are copies of one occurrence, or the agencies have met about them.",
    cited="National review 2022: each professional held one piece of the jigsaw; three, 90 and 14 days are [P]",
    catalogue="P17",
    in_force_from="2026-04-01",
)
def each_holds_a_piece():
    """Three agencies that tell of one occurrence hold one piece between them."""
    return (pieces.count_agencies() >= 3) & pieces.in_the_last(days(14)).exist()
