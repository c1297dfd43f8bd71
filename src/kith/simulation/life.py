"""One family's history in the making: strands of life tell it happenings, chance blurs them as records are."""

from datetime import date
from random import Random

from kith.simulation.calendar import days, last_of_month
from kith.simulation.chance import between, happens
from kith.simulation.types import Details, Family, Happening, Member, Speaker, Told

WRITTEN = 0.4
"""How often a practitioner writes a detail that nobody made them write. [assumption]"""
ONLY_A_MONTH = 0.03
"""Share of tellings whose day was lost, so that only the month is known. [assumption]"""


MINUTED = frozenset(
    [
        "birth",
        "strategy_discussion",
        "section_47_enquiry",
        "conference",
        "plan",
        "core_group",
        "legal_step",
        "protective_order",
        "closed",
        "referral_decision",
        "medical_examination",
    ]
)
"""Kinds that are minuted or certified: their day is never lost."""


class Life:
    """The years of one family between ``begins`` and ``ends`` (exclusive), told one happening at a time.

    ``untidy=False`` writes every detail and keeps every day: for storylines that must be exact. ``room_to_end`` is
    how many days before ``ends`` the last plan may begin, so that ordinary families see theirs through;
    ``plans_from`` is the first day on which one may (the window's first, unless said).
    """

    def __init__(
        self,
        *,
        family: Family,
        chance: Random,
        begins: date,
        ends: date,
        untidy: bool = True,
        room_to_end: int = 540,
        plans_from: date | None = None,
    ) -> None:
        self.family = family
        self.chance = chance
        self.begins = begins
        self.ends = ends
        self.untidy = untidy
        self.room_to_end = room_to_end
        self.plans_from = plans_from or begins
        self.open_until = begins
        """The day until which social care has work open: other strands keep out of its way."""
        self._told: list[Told] = []

    def maybe(self, share: float) -> bool:
        """Yes, in this share of times."""
        return happens(self.chance, share)

    def knows(self, day: date) -> bool:
        """Whether this day lies in the years that are told."""
        return self.begins <= day < self.ends

    def late(self, share: float, longest: int) -> int:
        """Days until a thing is told: mostly none, in this share of times up to ``longest``."""
        return self.chance.randint(1, longest) if self.maybe(share) else 0

    @property
    def child(self) -> Member:
        """The child at the centre."""
        return self.family.children[0]

    @property
    def from_birth(self) -> date:
        """The first day of the window on which the child at the centre had been born."""
        return max(self.begins, self.child.born_to or self.begins)

    def some_day(self, *, keep: int = 30) -> date:
        """A day of the child's life in the window, at least ``keep`` days before its end where there is room."""
        return between(self.chance, self.from_birth, self.ends - days(keep))

    def children_at(self, day: date) -> tuple[str, ...]:
        """Keys of the children who had been born by then."""
        return tuple(child.key for child in self.family.children if child.born_by(day))

    def tell(self, happening: Happening) -> str:
        """Add one happening; returns its key, for references to it."""
        return self._add(happening, together=None)

    def tell_together(self, *happenings: Happening) -> list[str]:
        """Add several sides of one occurrence; returns their keys."""
        together = f"t{len(self._told):04d}"
        return [self._add(happening, together=together) for happening in happenings]

    def finish(self, *, before: date | None = None) -> tuple[Told, ...]:
        """Everything told in the window (known ``before`` a day, or before it ends), as it became known."""
        last = before or self.ends
        kept = [told for told in self._told if self.begins <= told.happened_from and told.known_on < last]
        keys = {told.key for told in kept}
        kept.sort(key=lambda told: (told.known_on, told.key))
        return tuple(self._without_dangling(told, keys) for told in kept)

    def _add(self, happening: Happening, *, together: str | None) -> str:
        key = f"t{len(self._told):04d}"
        first, last, known, precision = self._when(happening, exact=together is not None)
        self._told.append(
            Told(
                key=key,
                kind=happening.kind,
                happened_from=first,
                happened_to=last,
                precision=precision,
                known_on=known,
                said_by=happening.said_by.agency,
                actor_role=happening.said_by.role,
                details=self._written(happening),
                about=happening.about or (self.child.key,),
                known_to=_all_who_know(happening.said_by, happening.known_to),
                voice=happening.voice,
                references=happening.references,
                together=together,
                words=happening.words,
                text=happening.text,
            )
        )
        return key

    def _when(self, happening: Happening, *, exact: bool) -> tuple[date, date, date, str]:
        first, last = happening.on, happening.on + days(happening.lasts)
        known = last + days(happening.late)
        blurred = self.untidy and not exact and not happening.references and happening.lasts == 0
        if blurred and happening.precision == "day" and self._day_is_lost(happening):
            return max(first.replace(day=1), self.begins), min(last_of_month(first), known), known, "month"
        return first, last, known, happening.precision

    def _day_is_lost(self, happening: Happening) -> bool:
        in_the_window = happening.on >= self.begins
        return in_the_window and happening.kind not in MINUTED and self.maybe(ONLY_A_MONTH)

    def _written(self, happening: Happening) -> Details:
        share = WRITTEN if self.untidy else 1.0
        remembered = {name: value for name, value in happening.maybe.items() if self.maybe(share)}
        return {**happening.details, **remembered}

    @staticmethod
    def _without_dangling(told: Told, keys: set[str]) -> Told:
        kept = tuple(pair for pair in told.references if pair[0] in keys)
        return told if kept == told.references else Told(**{**told.__dict__, "references": kept})


def _all_who_know(speaker: Speaker, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({speaker.agency, *others}))
