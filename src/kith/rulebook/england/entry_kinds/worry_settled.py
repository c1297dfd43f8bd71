"""What settled a worry and by whom; or that nothing has, and it is carried forward."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose

# Not a worry: the answer to one. It refers to the worry that it settles.
worry_settled = entry_kind(
    label="What settled a worry",
    sentence=(
        by(
            "by",
            {
                "independent_opinion": "a worry was settled by an independent opinion",
                "seen_alone": "a worry was settled by seeing the child alone",
                "evidence": "a worry was settled by evidence",
                "section_47_outcome": "a worry was settled by the outcome of a child protection enquiry",
                "order": "a worry was settled by a court’s order",
                "explanation_only": "a worry rests on an explanation alone, and is not settled",
                "not_settled": "a worry was looked at and is not settled",
                "carried": "a worry is carried forward, and is not settled",
            },
            unknown="a worry was said to be settled; by what is not said",
        ),
        "; in words: “{how}”",
    ),
    details={
        "by": one_of(
            *("independent_opinion", "seen_alone", "evidence", "section_47_outcome", "order"),
            *("explanation_only", "not_settled", "carried"),
            ask="What settled it, if anything did?",
            label="Settled by",
            hint="“Play fighting”, “clumsy” and “the house was clean” are an explanation only.",
            words={
                "section_47_outcome": "outcome of a section 47 enquiry",
                "explanation_only": "an explanation only",
                "not_settled": "not settled",
                "carried": "carried forward",
            },
        ),
        "how": prose(ask="In a sentence, how does that settle it?", label="How"),
    },
)
