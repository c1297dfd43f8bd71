"""None of the other kinds; what happened is in the entry’s own words."""

from kith.grammar.entry_kinds import entry_kind

other = entry_kind(
    label="Something else",
    sentence=("something else, told in the entry’s own words",),
)
