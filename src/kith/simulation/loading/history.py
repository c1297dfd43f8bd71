"""Years of history: everything that was said is received, the rules are asked as of then, and people answer."""

import heapq
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from kith.journeys.catch_up import ASK_AGAIN, ENTRY_APPENDED
from kith.journeys.raise_prompts import keep_what_fired
from kith.journeys.raise_prompts_for import Fired, Moment, fired_over_time
from kith.journeys.receive_many import Arrival
from kith.kernel import outbox
from kith.patterns import queries as asking
from kith.simulation.area_types import Day
from kith.simulation.loading.loading import Loading, moment
from kith.simulation.loading.told import receive_days

PERIOD = 28
"""Days that are received together, and asked about in one statement."""
FAR_AHEAD = timedelta(days=3660)
