"""Who works with the child changed; a child held by a manager without a worker is a true state."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, truth

CHANGES = {
    "allocated": "a worker was allocated to the child",
    "changed": "the child’s worker changed",
    "absent": "the child’s worker is away",
    "left": "the child’s worker left",
}

allocation_change = entry_kind(
    label="Allocation",
    sentence=(
        by(
            "unallocated",
            {True: "no worker is allocated to the child"},
            unknown=by("change", CHANGES, unknown="who works with the child changed"),
            otherwise=by("change", CHANGES, unknown="a worker is allocated to the child"),
        ),
        by(
            "qualified",
            {True: "; a qualified social worker", False: "; not a qualified social worker"},
        ),
    ),
    details={
        "unallocated": truth(ask="Is the child without a worker now?"),
        "qualified": truth(ask="Is the worker a qualified social worker?"),
        "change": one_of(
            *("allocated", "changed", "absent", "left"),
            ask="What changed?",
            unchecked=True,
            words=CHANGES,
        ),
    },
)
