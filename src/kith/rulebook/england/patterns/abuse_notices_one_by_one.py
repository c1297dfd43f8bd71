"""Repeated or worsening domestic abuse incidents, each looked at alone and none with the child in mind."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.questions import age_under
from kith.grammar.selections import one_of, where
from kith.rulebook.england.practice import (
    SOCIAL_CARE,
    incidents,
    looked_at_together,
    protective_enquiry,
    seen_alone,
)

# A health visitor's or school's routine sight of the child is no look at what the abuse does to the child.
looked = (
    where("assessment", stage="completed")
    | looked_at_together
    | protective_enquiry
    | where("visit", said_by=SOCIAL_CARE, seen=True)
    | seen_alone
)
not_looked_at = incidents.since(looked).in_the_last(days(365))
graded_standard = not_looked_at & where("domestic_abuse_incident", severity="standard")
graded_medium = not_looked_at & where("domestic_abuse_incident", severity="medium")
graded_higher = not_looked_at & where("domestic_abuse_incident", severity=one_of("medium", "high"))
graded_high = not_looked_at & where("domestic_abuse_incident", severity="high")
worse = graded_standard.followed_by(graded_higher) | graded_medium.followed_by(graded_high)

WORDS = {
    looked: (
        "a look at what the abuse does to the child",
        "looks at what the abuse does to the child",
        "since anybody last looked at what the abuse does to the child",
    ),
    not_looked_at: ("an incident that waits for a look", "incidents that wait for a look"),
    worse: ("an incident followed by one graded higher", "incidents followed by ones graded higher"),
}


@pattern(
    prompts="multi_agency_discussion",
    owner="mash_manager",
    because="Three or more domestic abuse incidents in 12 months, or two with a baby, in pregnancy or getting worse, with no look at the child since the first.",
    asks="Can everyone who knows something about {child} look at these incidents together, and name who causes the harm?",
    wrong_if="It would be wrong if the notices are copies of fewer incidents, or the child was assessed since the first.",
    cited="National reviews: domestic abuse among the commonest factors; three and 12 months are [P]",
    catalogue="P22",
    in_force_from="2026-04-01",
)
def abuse_notices_one_by_one():
    return (not_looked_at.count() >= 3) | (
        (age_under(months=12) | worse.exist()) & (not_looked_at.count() >= 2)
    )
