"""Somebody threatened or hurt a worker, for those who will knock next."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, person

# A worry: what frightens a grown worker away also keeps eyes off the child.
threat_to_worker = entry_kind(
    label="Threat to a worker",
    sentence=(
        by(
            "severity",
            {
                "verbal": "a worker was shouted at or abused",
                "threat": "a worker was threatened",
                "assault": "a worker was assaulted",
                "weapon": "a worker was threatened with a weapon",
            },
            unknown="a worker was threatened",
        ),
        "by {who}",
    ),
    is_a_worry=True,
    visible_to="decision_or_visit",
    redaction=("worker", "third_party"),
    details={
        "severity": one_of(
            *("verbal", "threat", "assault", "weapon"),
            ask="What was done?",
            in_order=True,
            unchecked=True,
            words={"verbal": "words", "threat": "a threat", "assault": "an assault", "weapon": "a weapon"},
        ),
        "who": person(ask="Who threatened?"),
    },
)
