"""Responsibility for the child passed, or was to pass, to another area."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, truth

transfer_between_areas = entry_kind(
    label="Transfer between areas",
    sentence=(
        by(
            "accepted",
            {
                True: "another area accepted responsibility for the child",
                False: "another area has not accepted responsibility for the child",
            },
            unknown="responsibility for the child was to pass to another area",
        ),
        by(
            "in_writing",
            {True: "; the other area was told in writing", False: "; the other area was not told in writing"},
        ),
        by(
            "for_good",
            {
                True: "; the child has moved there for good",
                False: "; the child is to be there for a time only",
            },
        ),
        "; {plan_type}",
    ),
    location_bearing=True,
    details={
        "accepted": truth(ask="Has the other area accepted in writing?"),
        "in_writing": truth(ask="Was the other area told in writing?", label="Told in writing"),
        "for_good": truth(ask="Has the child moved there for good?"),
        "plan_type": one_of(
            *("child_protection", "child_in_need", "looked_after"),
            ask="Under what plan is the child?",
            label="Sort of plan",
            words={
                "child_protection": "the child is on a child protection plan",
                "child_in_need": "the child is on a child in need plan",
                "looked_after": "the child is looked after",
            },
        ),
    },
)
