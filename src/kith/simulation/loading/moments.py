"""The moments at which asking about a made-up family can be worth it: something telling was said, or a wait is over."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from kith.grammar.known import Known
from kith.grammar.patterns import Pattern
from kith.journeys.raise_prompts_for import Moment
from kith.journeys.receive_many import Arrival
from kith.kernel.clock import LONDON
from kith.kernel.ids import new_id
from kith.patterns import queries as prompts
from kith.patterns.needing import can_be_yes, can_turn
from kith.patterns.waiting import ask_again_at
from kith.simulation.loading.loading import Loading, moment

FROM = 11
"""The hour by which whoever was first described that day has a household."""
REPLACING = {"corrects", "withdraws"}


class Moments:
    """What is known of each family's children, as far as it says when to ask: kinds and times, nothing else."""

    def __init__(self, loading: Loading) -> None:
        self.loading = loading
        self._rows: dict[str, list[Known]] = {}
        self._always: dict[str, set[datetime]] = {}
        """Moments at which something was taken back: then any answer can turn."""

    def take_in(self, arrivals: Iterable[Arrival]) -> None:
        """What arrived about children is known from then on."""
        for arrival in arrivals:
            children = [
                one.key for one in arrival.concern.people if self.loading.people[one.key].kind != "adult"
            ]
            for said in arrival.concern.entries:
                if not children:
                    continue
                family = self.loading.people[children[0]].family
                self._know(family, said.kind, happened_to=said.happened_to, known_from=arrival.at)
                if REPLACING & {relation for relation, _ in said.references}:
                    self._always.setdefault(family, set()).add(arrival.at)

    def add(self, family: str, kinds: Iterable[str], *, at: datetime) -> None:
        """Entries of these kinds came to be known as people answered."""
        for kind in kinds:
            self._know(family, kind, happened_to=at, known_from=at)

    def _know(self, family: str, kind: str, *, happened_to: datetime, known_from: datetime) -> None:
        row = Known(
            entry=new_id(),
            kind=kind,
            said_by="",
            said_by_area="",
            happened_from=happened_to,
            happened_to=happened_to,
            known_from=known_from,
        )
        self._rows.setdefault(family, []).append(row)

    def between(
        self, after: datetime, until: datetime, *, families: Sequence[str] | None = None
    ) -> list[Moment]:
        """Every moment in (after, until] at which an answer about these families' children can turn to yes."""
        day = until.astimezone(LONDON).date()
        rules = [rule for rule in prompts.rulebook().patterns.values() if rule.in_force(day)]
        return [
            (child, instant)
            for family in (self._rows if families is None else families)
            for instant in self._instants(family, rules, after, until)
            for child in self._children_by(family, instant)
        ]

    def _instants(
        self, family: str, rules: Sequence[Pattern], after: datetime, until: datetime
    ) -> list[datetime]:
        rows = self._rows.get(family, [])
        possible = [rule for rule in rules if can_be_yes(rule, {row.kind for row in rows})]
        if not possible:
            return []
        telling = {
            row.known_from for row in rows if any(can_turn(rule, row.kind) for rule in possible)
        } | self._always.get(family, set())
        waits = ask_again_at(possible, rows, after=after, until=until)
        return sorted({instant for instant in telling if after < instant <= until}.union(waits))

    def _children_by(self, family: str, instant: datetime) -> list[UUID]:
        """The family's children of whom anybody had heard by then."""
        return [
            self.loading.persons[one.key]
            for one in self.loading.families[family].children
            if one.key in self.loading.met_on and moment(self.loading.met_on[one.key], hour=FROM) <= instant
        ]
