"""Closed because social care was thought to have it, when it had not."""

from kith.grammar.durations import days
from kith.grammar.patterns import manager_in, pattern
from kith.grammar.questions import state_open
from kith.grammar.selections import where
from kith.rulebook.england.practice import social_care_ended, social_care_started

assumed = where("closed", stated_known_to_social_care=True).in_the_last(days(30))


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
    return assumed.exist() & ~state_open(social_care_started, social_care_ended)
