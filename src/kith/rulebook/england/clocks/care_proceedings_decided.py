"""Care proceedings end within 26 weeks, the day on which the application was issued being the first day."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import care_proceedings_begun, child_died

# An application of which nobody said for what is most often one between parents, and starts nothing.
care_proceedings_decided = clock(
    starts=care_proceedings_begun,
    due=days(182),
    first_day_counts=True,
    stops=where(
        "legal_step",
        legal_action="order",
        order=one_of("care", "supervision", "special_guardianship", "child_arrangements", "placement"),
        outcome=one_of("granted", "refused"),
    ),
    ends=where(
        "legal_step",
        legal_action="application",
        order=one_of("care", "supervision"),
        outcome=one_of("withdrawn", "refused", "ended"),
    )
    | child_died,
    asks="See that the court decides about {child}",
    owner="legal_gateway_chair",
    cited=(
        "Children Act 1989, section 32(1)(a), as amended by the Children and Families Act 2014: within twenty-six weeks beginning "
        "with the day on which the application was issued; a court may extend it. Day of coming into force [GK]."
    ),
    steps=("legal_planning",),
    in_force_from="2014-04-22",
)
