"""Somebody was abused by a partner, former partner or relative in the child’s life."""

from kith.grammar.entry_kinds import by, either, entry_kind, one_of, person, truth

# A worry: a child who lives with it is harmed by it, in the room or not.
domestic_abuse_incident = entry_kind(
    label="Domestic abuse",
    sentence=(
        either(
            "a domestic abuse incident in which {caused_by} caused harm",
            "a domestic abuse incident",
        ),
        by("child_present", {True: "; the child was there", False: "; the child was not there"}),
        by("order_active", {True: "; an order or bail was in force", False: "; no order was in force"}),
        "; graded {severity}",
    ),
    is_a_worry=True,
    details={
        "caused_by": person(ask="Who caused the harm?", hint="Name the person, not “the family”."),
        "child_present": truth(ask="Was the child there, or within hearing?"),
        "order_active": truth(ask="Was an order or bail in force against the person who caused harm?"),
        "severity": one_of(
            *("standard", "medium", "high"),
            ask="How was the risk graded?",
            in_order=True,
            unchecked=True,
            words={"standard": "standard risk", "medium": "medium risk", "high": "high risk"},
        ),
    },
)
