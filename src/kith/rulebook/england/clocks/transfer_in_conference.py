"""A conference is held within 15 working days of written word that a child on a child protection plan has moved into the area for good."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import unknown, where
from kith.rulebook.england.matters import child_died

transfer_in_conference = clock(
    starts=where("transfer_between_areas", plan_type="child_protection", in_writing=True, for_good=True)
    | where("transfer_between_areas", plan_type="child_protection", in_writing=True, for_good=unknown),
    due=working_days(15),
    stops=where("conference", conference_type="transfer_in"),
    ends=where("plan", plan_type="child_protection", stage="ended")
    | where("conference", outcome="plan_ends")
    | where("transfer_between_areas", for_good=False)
    | child_died,
    asks="Hold the transfer-in conference for {child}",
    owner="conference_chair",
    cited=(
        "Procedures of Norfolk and of Tees, after Working Together to Safeguard Children: 15 working days from written "
        "notification; until then the area that made the plan keeps it. Day of coming into force [GK]."
    ),
    steps=("transfer_acceptance",),
    in_force_from="2013-04-15",
)
