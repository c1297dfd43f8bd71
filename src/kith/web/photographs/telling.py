"""Files in words: how many an entry has, who added them, and who opened them."""

from collections.abc import Sequence
from datetime import datetime

from kith.files.types import FOUND, NOT_SCANNED, WAITING, File, Opened
from kith.kernel.clock import LONDON
from kith.web.dates import clock_time, long_day

WAITS = "Waiting to be scanned for viruses: it is kept, and shown to nobody yet."
NOBODY_SCANNED = "Not scanned for viruses: no scanner is set up here. What you see was drawn anew."
INFECTED = "A virus was found in it: the original stays sealed, and nothing of it is shown."
MOST_NAMES = 3


def moment(at: datetime) -> str:
    """``4 November 2026, 09:05``"""
    return f"{long_day(at.astimezone(LONDON).date())}, {clock_time(at)}"


def scanned(file: File) -> str:
    """Said unless a scanner found it clean."""
    return {WAITING: WAITS, FOUND: INFECTED, NOT_SCANNED: NOBODY_SCANNED}.get(file.state, "")


def counted(files: Sequence[File]) -> str:
    """``One photograph``, ``3 photographs``."""
    return "One photograph" if len(files) == 1 else f"{len(files)} photographs"


def opened(files: Sequence[File]) -> str:
    """``Opened by Ruth Abara, 4 November 2026, 09:05; and two others.`` Each person once, when they opened the first."""
    firsts: dict[object, Opened] = {}
    for one in sorted((one for file in files for one in file.opened), key=lambda one: one.at):
        firsts.setdefault(one.by, one)
    if not firsts:
        return f"Nobody has opened {'it' if len(files) == 1 else 'any of them'}."
    named = [f"{one.by_name}, {moment(one.at)}" for one in list(firsts.values())[:MOST_NAMES]]
    others = len(firsts) - len(named)
    more = f"; and {others} more" if others else ""
    return f"Opened by {'; '.join(named)}{more}."
