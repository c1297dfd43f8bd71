"""Somebody handed over a picture, film or recording."""

from kith.grammar.entry_kinds import either, entry_kind, prose

# A worry: somebody brought proof of what they saw; until it is opened nobody has weighed it.
image_supplied = entry_kind(
    label="Picture supplied",
    sentence=(either("a picture of “{of}” was supplied", "a picture was supplied"), "({by_role})"),
    is_a_worry=True,
    redaction=("informant", "third_party"),
    details={
        "of": prose(ask="What does it show?", label="Of"),
        "by_role": prose(ask="Who supplied it, to the child or in what post?", label="Supplied by"),
    },
)
