"""On a plan or in an enquiry, and not seen alone on two visits."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.questions import state_open
from kith.grammar.selections import unknown, where
from kith.rulebook.england.practice import SOCIAL_CARE, on_a_plan, plan_started, seen_alone

# A child who cannot yet speak is handled, undressed and weighed, not spoken to alone; but must be seen all the same.
not_seen = where("visit", said_by=SOCIAL_CARE, seen=False)
not_alone = where("visit", said_by=SOCIAL_CARE, seen_alone=False)
too_young = not_alone.at_age_under(24) | where("visit", reason_not_alone="too_young")
failed = not_seen | (not_alone & ~too_young)
visits = failed.since(seen_alone | plan_started).in_the_last(days(60))
nothing_arranged = visits.last() & where("visit", next_attempt=unknown)
enquiry = state_open(
    where("section_47_enquiry", stage="started"), where("section_47_enquiry", stage="completed")
)

WORDS = {
    too_young: ("one to a child too young to speak", "ones to a child too young to speak"),
    failed: ("a visit on which the child was not seen alone", "visits on which the child was not seen alone"),
    enquiry: ("a child protection enquiry is open", "no child protection enquiry is open"),
}


@pattern(
    prompts="see_child_alone",
    owner="team_manager",
    because="The child is on a child protection plan or in an enquiry, was not seen alone on two visits running, and no other attempt is arranged; or on three.",
    asks="Who will see {child} alone, and where can {child} speak freely?",
    wrong_if="It would be wrong if the child was seen alone and it was not written down, or is a baby who was handled, undressed and weighed.",
    cited="Local procedures, commonly every 10 working days [GK]; two visits is [P]",
    catalogue="P8",
    in_force_from="2026-04-01",
    questions=failed,
)
def not_alone_on_a_plan():
    return (on_a_plan | enquiry) & (
        ((visits.count() >= 2) & nothing_arranged.exist()) | (visits.count() >= 3)
    )
