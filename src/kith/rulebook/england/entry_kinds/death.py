"""A person died."""

from kith.grammar.entry_kinds import either, entry_kind, prose

death = entry_kind(
    label="Death",
    sentence=(either("a death: “{circumstances}”", "a death"),),
    details={"circumstances": prose(ask="What is known of how it came about?")},
)
