"""Responsibility for the child passed, or was to pass, to another area."""

from kith.grammar.entry_kinds import by, entry_kind, truth

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
    ),
    location_bearing=True,
    details={"accepted": truth(ask="Has the other area accepted in writing?")},
)
