"""A person declined what a prompt asked, with a reason."""

from kith.grammar.entry_kinds import either, entry_kind, key, prose
from kith.rulebook.england.shared_details import step

prompt_declined = entry_kind(
    label="Prompt declined",
    sentence=(
        either("a prompt for {step} was declined", "a prompt was declined"),
        "({by_role})",
        "; the reason given: “{reason}”",
    ),
    is_kiths_own=True,
    details={
        "step": step("What had been asked for?"),
        "prompt": key(ask="Which prompt?"),
        "reason": prose(ask="Why not?"),
    },
)
