"""The running head of one print job: initials, recipient, copy and time stand on every printed page."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PrintHead:
    """What stands in the margins of each sheet, so that mixed-up pages can be told apart."""

    initials: str
    """``T.O.``: never the full name, since paper is left on printers."""
    recipient: str
    """``Dana Ferris, duty social worker``"""
    copy: str
    """``copy 1 of 1``"""
    printed: str
    """``17 November 2026, 10:40``"""
    foot: str
    """``Addresses withheld.``"""


def _css_string(words: str) -> str:
    """A CSS string: everything but letters, figures and plain marks is escaped, so that no name can end it."""
    safe = (c if c.isascii() and (c.isalnum() or c in " .,:;-") else f"\\{ord(c):x} " for c in words)
    return f'"{"".join(safe)}"'


def style_sheet(head: PrintHead) -> str:
    """The ``@page`` rule of this job; the page count stands in the ordinary style sheet."""
    font = 'font: 9pt "Atkinson Hyperlegible", sans-serif'
    left = _css_string(f"{head.initials} • for {head.recipient} • {head.copy}")
    boxes = (
        ("top-left", left),
        ("top-right", _css_string(head.printed)),
        ("bottom-left", _css_string(head.foot)),
    )
    inside = " ".join(f"@{where} {{ content: {words}; {font}; }}" for where, words in boxes)
    return f"@page {{ {inside} }}\n"
