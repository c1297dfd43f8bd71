"""A pregnancy was booked with a midwife."""

from kith.grammar.entry_kinds import by, either, entry_kind, number, truth

pregnancy_booked = entry_kind(
    label="Pregnancy booked",
    sentence=(
        either("a pregnancy was booked at {weeks} weeks", "a pregnancy was booked"),
        by("late_booking", {True: "; that is late", False: "; that is not late"}),
    ),
    details={
        "weeks": number(low=0, high=45, ask="At how many weeks?", unit="weeks"),
        "late_booking": truth(ask="Is that late by local practice?"),
    },
)
