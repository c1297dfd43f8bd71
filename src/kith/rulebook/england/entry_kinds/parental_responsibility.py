"""Who has parental responsibility, from when and by what."""

from kith.grammar.entry_kinds import day, either, entry_kind, one_of, person

parental_responsibility = entry_kind(
    label="Parental responsibility",
    sentence=(
        either("{person} has parental responsibility", "somebody has parental responsibility"),
        "by {by_what}",
        "from {from}",
    ),
    details={
        "person": person(ask="Who has it?"),
        "by_what": one_of(
            *("birth", "marriage", "registration", "agreement", "court_order", "adoption"),
            ask="By what?",
            unchecked=True,
            words={"registration": "registration of the birth", "court_order": "a court’s order"},
        ),
        "from": day(ask="From what day?", label="From"),
    },
)
