"""The child and the family are told within one working day what will be done, unless that would put somebody in danger."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import assessment_over

# Every referral that goes on starts it, so a miss asks for no step. Who was visited by social care has been told
# who they are.
family_told_what_was_decided = clock(
    starts=where(
        "referral_decision",
        said_by="childrens_social_care",
        outcome=one_of("early_help", "assessment", "strategy_discussion"),
    ),
    due=working_days(1),
    stops=where("family_told", told=True)
    | where("family_told", not_told_because=one_of("danger", "enquiry", "court"))
    | where("visit", said_by="childrens_social_care", outcome="completed"),
    ends=assessment_over,
    asks="Tell {child}’s family what was decided, or say why not yet",
    owner="mash_manager",
    cited=(
        "Working Together to Safeguard Children: the child and family are told of the action to be taken within the time of "
        "the decision, unless that may put the child at risk (read in summaries). Day of coming into force [GK]."
    ),
    in_force_from="2013-04-15",
)
