"""Closed because social care was thought to have it, when it had not."""

from kith.grammar.durations import days
from kith.grammar.patterns import manager_in, pattern
from kith.grammar.selections import where
from kith.rulebook.england.practice import SOCIAL_CARE, social_care_ended, social_care_is_working

taken_up = where("contact_received", "referral_decision", said_by=SOCIAL_CARE)
# Said after social care's work had ended, or where there never was any; work that ended later was there to be relied on.
assumed = (
    where("closed", stated_known_to_social_care=True)
    .since(social_care_ended)
    .in_the_last(days(30))
    .not_followed_by(taken_up)
)

WORDS = {
    assumed: ("a closing that relied on social care", "closings that relied on social care"),
}


@pattern(
    prompts="refer",
    owner=manager_in(assumed),
    because="An agency closed its work because social care was said to be dealing with it, and no open work by social care is known.",
    asks="Will your agency tell social care about {child} now, as a contact that a named person takes?",
    wrong_if="It would be wrong if social care has open work with the child that has not reached Kith.",
    cited="Audits of police and health closing decisions [GK]; 30 days is [P]",
    catalogue="P23",
    in_force_from="2026-04-01",
)
def social_care_has_it():
    return assumed.exist() & ~social_care_is_working
