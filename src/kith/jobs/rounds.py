"""One round of everything that waits: entries to ask about, waits that are over, looks, searches, files, and what is forgotten."""

import time
from collections.abc import Callable
from datetime import datetime

import structlog
from django.conf import settings
from django.db import close_old_connections
from django.utils.module_loading import import_string

from kith.access import operations as access
from kith.giving.booking import put_ready_in_turn
from kith.giving.knocking import knock
from kith.journeys.add_photographs import scan_waiting
from kith.journeys.ask_an_agency import climb_requests
from kith.journeys.catch_up import catch_up
from kith.journeys.climb_challenges import climb_challenges, follow_those_who_left
from kith.journeys.feeding.receiving import finish_received
from kith.journeys.feeding.schools import tell_schools
from kith.journeys.from_the_night import climb_untaken
from kith.journeys.over_the_weekend import let_in_by_night
from kith.kernel.clock import now
from kith.oversight import operations as oversight

EVERY = 5.0
"""Seconds between rounds."""
AT_ONCE = 200
STEPS = (
    finish_received,
    catch_up,
    tell_schools,
    access.seal_looks,
    access.task_the_desk,
    climb_requests,
    climb_challenges,
    follow_those_who_left,
    let_in_by_night,
    climb_untaken,
    scan_waiting,
    put_ready_in_turn,
    knock,
    access.look_for_own_family,
    oversight.ask_about_looks,
    oversight.draw_lots,
)
"""The last three have something to do once a day, once a day, and once a week."""
logger = structlog.get_logger(__name__)


def one_round(*, at: datetime) -> int:
    """Do what waits, what cannot wait first; returns how many things were done."""
    return sum(_all(step, at) for step in STEPS) + _forgotten(at)


def _all(step: Callable[..., int], at: datetime) -> int:
    """The step again and again, some at once, until less waits than it may take."""
    done = 0
    while took := step(at=at, limit=AT_ONCE):
        done += took
        if took < AT_ONCE:
            break
    return done


def _forgotten(at: datetime) -> int:
    """Drafts that nobody touched and sessions that are over: rooms beside this one, so by their names in the settings."""
    return sum(import_string(name)(at=at) for name in settings.KITH_FORGETS)


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
