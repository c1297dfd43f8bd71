"""A reason is a sentence."""

from kith.kernel.errors import BadInput


def check_said(words: str, *, field: str) -> str:
    """The words without blanks around them. BadInput where there are none, or more than are read."""
    said = words.strip()
    if not said:
        raise BadInput(field, "Say why, in a sentence.")
    if len(said) > 300:
        raise BadInput(field, "Say it in at most 300 characters.")
    return said
