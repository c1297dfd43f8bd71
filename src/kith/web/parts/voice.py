"""The child's own words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Said:
    """Something the child said, quoted as it was said."""

    words: str
    """Without quotation marks; grammar is never tidied."""
    heard: str
    """When, by whom, where, who else was there."""
    href: str = ""
    """The entry it stands in."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """The newest or strongest of what the child has said."""

    of: str
    """``Tam``"""
    said: tuple[Said, ...]
    """The first is drawn large."""
    all_words: str = ""
    """``All 6``: the link to the rest."""
    all_href: str = ""
    silence: str = ""
    """Said instead of nothing: ``Nobody has written down anything that Tam said since 14 August.``"""
