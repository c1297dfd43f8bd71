"""What the law lets somebody do, as it stands on the day that a page is read."""

from datetime import datetime

from django.conf import settings

from kith.grammar.closed_lists import LawfulStep
from kith.kernel.clock import LONDON
from kith.rulebook import Rulebook


def lawful_steps(book: Rulebook, *, at: datetime) -> dict[str, LawfulStep]:
    """The steps by code, in the rulebook's order; a duty that has begun by that day reads as it does since."""
    day = at.astimezone(LONDON).date()
    return {code: one.on(day, commenced=settings.KITH_COMMENCED) for code, one in book.lawful_steps.items()}
