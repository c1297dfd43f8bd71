"""The child went to live with somebody else, a return home included."""

from kith.grammar.choices import Choice
from kith.grammar.entry_kinds import by, either, entry_kind, one_of, truth

RELATIVES = ("grandparents", "grandmother", "grandfather", "aunt", "uncle", "great_aunt", "great_uncle")
SIDES = tuple(f"{side}_{relative}" for side in ("maternal", "paternal") for relative in RELATIVES)


def with_whom(*, ask: str, label: str) -> Choice:
    """With whom a child lives; older words for a relative are read as ``relatives``, and kept beside it."""
    return one_of(
        *("mother", "father", "parents", "relatives", "friends", "foster_care", "residential_care"),
        *("hospital", "adoption", "independent"),
        ask=ask,
        label=label,
        gives_away=("location",),
        unchecked=True,
        also=dict.fromkeys((*RELATIVES, *SIDES), "relatives") | {"foster_carers": "foster_care"},
        words={
            "mother": "the mother",
            "father": "the father",
            "parents": "the parents",
            "residential_care": "residential care",
            "adoption": "adopters",
            "independent": "a home of their own",
        },
    )


placement_change = entry_kind(
    label="Placement change",
    sentence=(
        either(
            "the child moved from {from} to {to}",
            "the child moved to {to}",
            "the child moved from {from}",
            "the child went to live with somebody else",
        ),
        by(
            "faster_than_assessed",
            {
                True: "; sooner than the assessment advised",
                False: "; no sooner than the assessment advised",
            },
        ),
    ),
    location_bearing=True,
    details={
        "from": with_whom(ask="With whom had the child lived?", label="From"),
        "to": with_whom(ask="With whom does the child live now?", label="To"),
        "faster_than_assessed": truth(ask="Was it sooner than the assessment advised?"),
    },
)
