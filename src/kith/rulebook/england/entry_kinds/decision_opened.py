"""A joint decision was opened, and agencies were asked for their position."""

from kith.grammar.entry_kinds import either, entry_kind, having, key, prose
from kith.rulebook.england.agencies import agencies
from kith.rulebook.england.shared_details import step

decision_opened = entry_kind(
    label="Decision opened",
    sentence=(
        either("a joint decision on {step} was opened", "a joint decision was opened"),
        ": “{question}”",
        "; asked: {invited}",
    ),
    is_kiths_own=True,
    routine_when=(having(),),
    details={
        "step": step("What is to be decided on?"),
        "decision": key(ask="Which decision?"),
        "question": prose(ask="What is the question?"),
        "invited": agencies(ask="Which agencies were asked?", label="Asked"),
    },
)
