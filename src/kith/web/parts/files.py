"""Where somebody chooses files to send: what is taken in, and what must never be photographed."""

from dataclasses import dataclass

NEVER = (
    "Do not photograph or send pictures of a child’s private parts. Ring the police on 101, or 999 now if a child is in "
    "danger."
)
"""Stands wherever a file is chosen, before the field."""


@dataclass(frozen=True, kw_only=True)
class ChooseFiles:
    """One field for files."""

    name: str = "files"
    words: str = "Choose photographs"
    never: str = NEVER
    takes: str = (
        "JPEG, HEIC, PNG, WebP or PDF, ten at a time, 25 MB each and 50 MB together. The original is sealed as it came; people look at a "
        "copy that says nothing of where or with what it was taken."
    )
    accept: str = "image/jpeg,image/heic,image/heif,image/png,image/webp,application/pdf"
    """A help for the browser's own dialogue; what a file is, Kith reads from its bytes."""
