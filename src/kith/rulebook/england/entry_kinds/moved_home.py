"""A child moved home."""

from kith.grammar.entry_kinds import by, entry_kind, prose, truth

moved_home = entry_kind(
    label="Moved home",
    sentence=(
        "the child moved home",
        by("new_area", {True: ", to another area", False: ", within the area"}),
        ": “{to}”",
        by("destination_known", {True: "; where to is known", False: "; where to is not known"}),
    ),
    location_bearing=True,
    details={
        "new_area": truth(ask="Is the new home in another authority’s area?", gives_away=("location",)),
        "destination_known": truth(ask="Is it known where the child went?"),
        "to": prose(
            ask="To whom or where, in a few words?",
            hint="Never a confidential address: that has its own place.",
            label="Moved to",
        ),
    },
)
