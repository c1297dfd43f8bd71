"""A person challenged that a prompt was declined."""

from kith.grammar.entry_kinds import either, entry_kind, key, prose
from kith.rulebook.england.shared_details import step

prompt_challenged = entry_kind(
    label="Declining challenged",
    sentence=(
        either(
            "the declining of a prompt for {step} was challenged", "the declining of a prompt was challenged"
        ),
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
