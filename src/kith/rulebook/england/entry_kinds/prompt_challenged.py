"""A person challenged a prompt, its owner, or what was answered."""

from kith.grammar.entry_kinds import either, entry_kind, key, prose
from kith.rulebook.england.shared_details import step

prompt_challenged = entry_kind(
    label="Prompt challenged",
    sentence=(
        either("what became of a prompt for {step} was challenged", "what became of a prompt was challenged"),
        "({by_role})",
        "; the reason given: “{reason}”",
    ),
    is_kiths_own=True,
    details={
        "step": step("What had been asked for?"),
        "prompt": key(ask="Which prompt?"),
        "reason": prose(ask="Why should it be looked at again?"),
    },
)
