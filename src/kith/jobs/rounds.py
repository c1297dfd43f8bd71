"""One round of everything that waits: entries to ask about, waits that are over, files to scan."""

import time
from collections.abc import Callable
from datetime import datetime

import structlog
from django.db import close_old_connections

from kith.journeys.add_photographs import scan_waiting
from kith.journeys.catch_up import catch_up
from kith.kernel.clock import now

EVERY = 5.0
"""Seconds between rounds."""
AT_ONCE = 200
logger = structlog.get_logger(__name__)


def one_round(*, at: datetime) -> int:
    """Do what waits; returns how many things were done."""
    done = scan_waiting(at=at)
    while step := catch_up(at=at, limit=AT_ONCE):
        done += step
        if step < AT_ONCE:
            break
    return done


def rounds(*, until: Callable[[], bool] = lambda: False) -> None:
    """Rounds until told to stop. A round that fails is logged, and the next one tries again."""
    while not until():
        try:
            one_round(at=now())
        except Exception as error:  # the database may be away for a while; nothing is lost meanwhile
            logger.error("round_failed", error=type(error).__name__)
        finally:
            close_old_connections()
        time.sleep(EVERY)
