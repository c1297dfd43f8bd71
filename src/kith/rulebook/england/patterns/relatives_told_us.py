"""More than one relative or neighbour told us, and nobody is shown to have rung them back."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import unknown, where
from kith.rulebook.england.practice import family_contacts

not_rung_back = family_contacts.not_followed_by(where("referrer_told"), same="informant").not_followed_by(
    where("referrer_told", informant=unknown)
)

WORDS = {
    not_rung_back: (
        "a contact from somebody who has not been rung back",
        "contacts from people who have not been rung back",
    ),
}


@pattern(
    prompts="speak_to_referrers",
    owner="mash_manager",
    because="Two or more relatives or neighbours told agencies of a worry in 90 days, and no entry shows that anyone spoke to them again.",
    asks="Will someone ring back each person who told us about {child}?",
    wrong_if="It would be wrong if each of them was spoken to and it was not written down.",
    cited="National review 2022: concerns of the wider family too often disregarded; 90 days is [P]",
    catalogue="P3",
    in_force_from="2026-04-01",
)
def relatives_told_us():
    return not_rung_back.in_the_last(days(90)).distinct("informant") >= 2
