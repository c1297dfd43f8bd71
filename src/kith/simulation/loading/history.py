"""Years of history: what was said is received, the rules are asked as of then, and people answer."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count, groupby
from uuid import UUID

from django.db import transaction

from kith.journeys.catch_up import ASK_AGAIN, ENTRY_APPENDED
from kith.journeys.raise_prompts import keep_what_fired
from kith.journeys.raise_prompts_for import Fired, Moment, ask_again_later, fired_over_time
from kith.journeys.receive_many import Arrival
from kith.kernel import outbox
from kith.kernel.rows import count_rows
from kith.patterns import queries as prompts
from kith.simulation.area_types import Day
from kith.simulation.loading.answering import Task, do, planned
from kith.simulation.loading.loading import Loading, moment
from kith.simulation.loading.moments import Moments
from kith.simulation.loading.told import receive_days

PERIOD = 28
"""Days that are received together, and asked about in one statement."""
MORE_BY = 3
FAR_AHEAD = timedelta(days=3660)
FOREVER = datetime.max.replace(tzinfo=UTC)


class History:
    """The time of a load: it moves from period to period, and what people will do waits in order of time."""

    def __init__(self, loading: Loading) -> None:
        self.loading = loading
        self.moments = Moments(loading)
        self._now = moment(loading.begins)
        self._tasks: list[tuple[datetime, int, Task]] = []
        self._fired: list[tuple[datetime, int, int, Fired]] = []
        self._numbers = count()
        self._askings: dict[UUID, int] = {}
        self._planned: set[UUID] = set()
        self._arrived = self._counted = 0

    def periods(self) -> Iterator[tuple[date, list[Day]]]:
        """The days on which something was said, some together, each with the day after its last."""
        begins = self.loading.begins

        def number(day: Day) -> int:
            return (day[0] - begins).days // PERIOD

        for place, days in groupby(self.loading.area.days, key=number):
            until = begins + timedelta(days=(place + 1) * PERIOD)
            yield min(until, self.loading.area.ending_on), list(days)

    def live_through(self, days: Sequence[Day], *, until: datetime) -> list[Arrival]:
        """One period: receive it, ask about it, and let people answer until it is over."""
        arrivals = receive_days(days, self.loading)
        self._count_rows(len(arrivals))
        self._no_more_waits(ENTRY_APPENDED, until)
        self.moments.take_in(arrivals)
        self._ask(self.moments.between(self._now, until))
        self._go_on(until)
        self._now = until
        return arrivals

    def _count_rows(self, arrived: int) -> None:
        """Again whenever there is three times as many as at the last count."""
        self._arrived += arrived
        if self._arrived >= self._counted * MORE_BY:
            count_rows()
            self._counted = self._arrived

    def end(self, *, at: datetime) -> None:
        """From the last period until the moment of the load; then what still waits is put for whoever asks next."""
        self._ask(self.moments.between(self._now, at))
        self._go_on(at)
        children = [child for family in self.loading.families for child in self.loading.children_of(family)]
        ask_again_later(children=children, area=self.loading.area.area, at=at)

    def _ask(self, moments: Sequence[Moment]) -> None:
        for fired in fired_over_time(moments=moments) if moments else ():
            asking = self._askings.setdefault(fired.household, 0)
            heapq.heappush(self._fired, (fired.at, next(self._numbers), asking, fired))

    def _go_on(self, until: datetime) -> None:
        """What fired and what people do, in order of time."""
        while True:
            fires = self._fired[0][0] if self._fired else FOREVER
            acts = self._tasks[0][0] if self._tasks else FOREVER
            if min(fires, acts) >= until:
                return
            if fires <= acts:
                _, _, asking, fired = heapq.heappop(self._fired)
                if asking == self._askings[fired.household]:
                    self._keep(fired)
            else:
                self._do(heapq.heappop(self._tasks)[2], until)

    def _keep(self, fired: Fired) -> None:
        keep_what_fired(list(fired.firings), fired.household, area=self.loading.area.area, at=fired.at)
        self._plan(fired.household)

    def _plan(self, household: UUID) -> None:
        """Whoever owns a new prompt of the household will answer it."""
        for prompt, standing in prompts.standing_in(household=household).values():
            if standing.answered_at is None and prompt not in self._planned:
                self._planned.add(prompt)
                held = prompts.prompt(id=prompt)
                self._will_do(planned(held, self.loading) if held else ())

    def _will_do(self, tasks: Iterable[Task]) -> None:
        for task in tasks:
            heapq.heappush(self._tasks, (task.at, next(self._numbers), task))

    def _do(self, task: Task, until: datetime) -> None:
        """Do it; what it adds to the ledger is seen by every later asking about the household."""
        done = do(task, self.loading)
        self._will_do(done.tasks)
        if done.kinds:
            self._no_more_waits(ASK_AGAIN, task.at)
            family = self.loading.key_of(done.household)
            self.moments.add(family, done.kinds, at=task.at)
            self._askings[done.household] = self._askings.get(done.household, 0) + 1
            self._ask(self.moments.between(task.at, until, families=[family]))
            self._plan(done.household)

    def _no_more_waits(self, topic: str, at: datetime) -> None:
        """The load asks at every moment itself: what the journeys put into the outbox for it has been done."""
        with transaction.atomic():
            items = outbox.take(topic=topic, at=at + FAR_AHEAD, limit=1_000_000)
            outbox.all_done(items, at=at)
