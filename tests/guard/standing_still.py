"""A world is made once for a module: time stands still in it, and what a request writes is taken back."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from kith.config.routes import every_route
from kith.kernel import clock

NOW = datetime(2026, 11, 17, 10, 40, tzinfo=clock.LONDON)
"""A Tuesday morning."""
_READ_THE_CLOCK = clock.now


@contextmanager
def time_stands_still(at: datetime = NOW) -> Iterator[None]:
    """Every door reads this moment, whoever imported the clock: all doors are imported first, so that none keeps the real one."""
    assert every_route()

    def stopped() -> datetime:
        return at

    readers = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith("kith.") and getattr(module, "now", None) is _READ_THE_CLOCK
    ]
    _put(stopped, readers)
    try:
        yield
    finally:
        _put(_READ_THE_CLOCK, readers)


def _put(clock_of: Callable[[], datetime], readers: list[object]) -> None:
    for module in readers:
        module.now = clock_of  # type: ignore[attr-defined]


@contextmanager
def taken_back() -> Iterator[None]:
    """What is written inside is gone afterwards: a whole world, or one request in it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
