"""The narrow header of a page about one or several children."""

from collections.abc import Iterable, Sequence

from kith.access import queries as access
from kith.access.types import Responsible
from kith.grammar.words import named
from kith.people import queries as people
from kith.web.child.guard import in_force
from kith.web.child.header import identity_of, plan_of
from kith.web.child.reading import Reading
from kith.web.parts.header import Identity, Tab
from kith.web.together.seen import names_of


def identity_of_all(readings: Sequence[Reading], *, current: str = "none") -> Identity:
    """Who it is about: the child's own narrow header with its ``current`` tab, or all of them with a way to each."""
    held = access.responsible_for_each(children=[one.child.id for one in readings], at=readings[0].at)
    if len(readings) == 1:
        (reading,) = readings
        return identity_of(
            reading, guards=in_force(reading), responsible=held[reading.child.id], current=current
        )
    nobody = [one.name for one in readings if held[one.child.id].worker is None]
    return Identity(
        name=names_of(readings),
        age="; ".join(people.age_words(born=one.child.birth, as_at=one.as_at) for one in readings),
        plan=_plans(readings),
        nobody=_nobody(nobody, len(readings)),
        held_by="" if nobody else _held_by(held.values()),
        must_not=tuple(dict.fromkeys(guard.person for one in readings for guard in in_force(one))),
        tabs=tuple(Tab(words=one.name, href=f"/children/{one.child.id}/") for one in readings),
    )


def _plans(readings: Sequence[Reading]) -> str:
    """The strongest plan first named, once where it is the same for all of them."""
    plans = dict.fromkeys(plan_of(one).partition(", since")[0] for one in readings)
    return "; ".join(plan for plan in plans if plan)


def _nobody(names: Sequence[str], of: int) -> str:
    if not names:
        return ""
    return "Nobody is allocated" if len(names) == of else f"Nobody is allocated to {named(names)}"


def _held_by(held: Iterable[Responsible]) -> str:
    workers = {one.worker.id: one.worker for one in held if one.worker}
    return "; ".join(f"{worker.name}, {worker.phone}" for worker in workers.values())
