"""How far a load has come: a bar on standard error."""

import sys
from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Takes what is being done, and the share of the whole that is done (0 to 1)."""
WIDTH = 30


def nothing(what: str, share: float) -> None:
    """Says nothing, for tests."""


def bar(what: str, share: float) -> None:
    """Draws a bar with its percentage over itself on a terminal; elsewhere says every tenth part on a line."""
    percent = int(share * 100)
    if sys.stderr.isatty():
        filled = "#" * int(share * WIDTH)
        end = "\n" if share >= 1 else ""
        print(f"\r  [{filled:<{WIDTH}}] {percent:3d}%  {what:<32}", end=end, file=sys.stderr, flush=True)
    elif percent >= _told[0] + 10 or percent < _told[0]:
        _told[0] = percent - percent % 10
        print(f"  {percent:3d}%  {what}", file=sys.stderr, flush=True)


_told = [-10]
