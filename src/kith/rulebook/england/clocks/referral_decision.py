"""A social worker decides within one working day what happens next, and tells whoever referred the child."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where

referral_decision = clock(
    starts=where("contact_received", "contact_opened", said_by="childrens_social_care"),
    due=working_days(1),
    stops=where("referral_decision", said_by="childrens_social_care"),
    asks="Decide what happens next for {child}",
    owner="mash_manager",
    cited=(
        "Working Together to Safeguard Children, 2013 and later editions: a decision on the next step within one working "
        "day of the referral; also Keeping Children Safe in Education. Read in summaries; day of coming into force [GK]."
    ),
    steps=("manager_review",),
    in_force_from="2013-04-15",
)
