"""A named social worker has the child within 24 hours of a referral that is to be assessed."""

from kith.grammar.clocks import clock
from kith.grammar.durations import hours
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import child_died

social_worker_allocated = clock(
    starts=where(
        "referral_decision",
        said_by="childrens_social_care",
        outcome=one_of("assessment", "strategy_discussion"),
    ),
    due=hours(24),
    stops=where("allocation_change", change=one_of("allocated", "changed"))
    | where("allocation_change", unallocated=False)
    | where("assessment", said_by="childrens_social_care", stage="started")
    | where("visit", said_by="childrens_social_care"),
    ends=where("closed", said_by="childrens_social_care") | child_died,
    asks="Name the social worker for {child}",
    owner="service_manager",
    cited="Local procedure: within 24 hours (Liverpool); no national figure. Ours to begin with [P].",
    local=True,
    steps=("cover_named",),
    in_force_from="2013-04-15",
)
