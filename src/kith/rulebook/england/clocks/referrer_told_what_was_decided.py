"""Whoever told of a worry is told within one working day that it was received, and what was decided."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import unknown, where
from kith.rulebook.england.matters import assessment_over

# Every contact of every family starts it, so a miss asks for no step of its own: it stands on the page, and
# patterns ask.
referrer_told_what_was_decided = clock(
    starts=where("contact_received", said_by="childrens_social_care")
    | where("contact_opened", said_by="childrens_social_care", because="told")
    | where("contact_opened", said_by="childrens_social_care", because=unknown),
    due=working_days(1),
    stops=where("referrer_told"),
    ends=where("referral_decision", referrer_spoken_to="impossible") | assessment_over,
    asks="Tell whoever told of {child} what was decided",
    owner="service_manager",
    cited=(
        "Keeping Children Safe in Education: a social worker acknowledges within one working day and decides the next step "
        "(read in summaries); Working Together to Safeguard Children. Day of coming into force [GK]."
    ),
    in_force_from="2013-04-15",
)
