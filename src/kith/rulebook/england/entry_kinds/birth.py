"""A child was born."""

from kith.grammar.entry_kinds import by, either, entry_kind, number, truth

birth = entry_kind(
    label="Birth",
    sentence=(
        either("a child was born at {weeks} weeks", "a child was born"),
        by(
            "late_booking",
            {True: "; the pregnancy had been booked late", False: "; the pregnancy had been booked in time"},
        ),
    ),
    details={
        "weeks": number(low=0, high=45, ask="At how many weeks of pregnancy?", unit="weeks"),
        "late_booking": truth(ask="Had the pregnancy been booked late?"),
    },
)
