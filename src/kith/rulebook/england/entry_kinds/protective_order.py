"""An order, bail condition or other step that says who must not come near whom."""

from kith.grammar.entry_kinds import by, day, either, entry_kind, one_of, people, person, prose, truth

protective_order = entry_kind(
    label="Who must not",
    sentence=(
        either(
            "{order_type} against {of_whom}",
            "{order_type}",
            "an order against {of_whom}",
            "an order",
        ),
        by("breached", {True: "was broken", False: "was made and kept to"}, unknown="was made"),
        "; no contact with {no_contact_with}",
        "; must stay away from “{excluded_from}”",
        "; from {from}",
        "; until {to}",
    ),
    visible_to="decision_or_visit",
    details={
        "order_type": one_of(
            *("non_molestation", "bail", "domestic_abuse_protection", "prohibited_steps", "restraining"),
            *("sexual_harm_prevention", "other"),
            ask="What sort of order?",
            label="Order",
            unchecked=True,
            words={
                "non_molestation": "a non-molestation order",
                "bail": "bail with conditions",
                "domestic_abuse_protection": "a domestic abuse protection order or notice",
                "prohibited_steps": "a prohibited steps order",
                "restraining": "a restraining order",
                "sexual_harm_prevention": "a sexual harm prevention order",
                "other": "an order",
            },
        ),
        "of_whom": person(ask="Who must not?", label="Who must not"),
        "no_contact_with": people(ask="With whom must there be no contact?"),
        # Nearly always the child's own door, so it is kept from whoever must not learn where that is.
        "excluded_from": prose(
            ask="From where must they stay away?",
            label="Must stay away from",
            gives_away=("location", "third_party"),
        ),
        "from": day(ask="From what day?", label="From"),
        "to": day(ask="Until what day?", label="Until"),
        "breached": truth(ask="Was it broken?", label="Broken"),
    },
)
