"""A child protection enquiry was started or completed (Children Act 1989, section 47)."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose
from kith.rulebook.england.shared_details import started_or

section_47_enquiry = entry_kind(
    label="Section 47 enquiry",
    sentence=(
        by(
            "stage",
            {
                "started": "a child protection enquiry (section 47) was started",
                "completed": "a child protection enquiry (section 47) was completed",
            },
            unknown="a child protection enquiry (section 47)",
        ),
        "; led by {led_by}",
        by(
            "outcome",
            {
                "not_substantiated": ": the worry was not borne out",
                "substantiated_not_continuing": ": the worry was borne out, and the risk does not go on",
                "substantiated_continuing": ": the worry was borne out, and the risk goes on",
            },
        ),
    ),
    details={
        "stage": started_or("completed", ask="Was it started or completed?"),
        "led_by": prose(ask="Which social worker leads it?", label="Led by", gives_away=()),
        "outcome": one_of(
            *("not_substantiated", "substantiated_not_continuing", "substantiated_continuing"),
            ask="What came of it?",
            words={
                "substantiated_not_continuing": "substantiated, risk not continuing",
                "substantiated_continuing": "substantiated, risk continuing",
            },
        ),
    },
)
