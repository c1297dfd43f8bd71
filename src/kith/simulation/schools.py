"""The schools and nurseries of a made-up area, and which of them a child goes to."""

from datetime import date
from random import Random

from kith.simulation.area_types import SimulatedPerson, SimulatedSchool
from kith.simulation.chance import shuffled
from kith.simulation.identifiers import office_phone

PRIMARY_FROM, SECONDARY_FROM, SCHOOL_UNTIL = 4.6, 11.5, 16.6
NURSERY_FROM = 2.0
CHILDREN_A_PRIMARY, CHILDREN_A_SECONDARY = 160, 450
NAMES = (
    "Larkhill,St Oswin's,Weir Lane,Tanner's Field,Beacon Street,Glebe,Heronsgate,Saltersgate,Quarry Hill,Teasel Bank,"
    "Nettlefold,Orchard View,Plover Rise,Holy Cross,Millbank,Kingfisher"
).split(",")


def schools_for(*, children: int, chance: Random) -> tuple[SimulatedSchool, ...]:
    """Enough nurseries, primaries and secondaries for so many children: at least two, two and one."""
    primaries = max(2, children // CHILDREN_A_PRIMARY)
    secondaries = max(1, children // CHILDREN_A_SECONDARY)
    names = shuffled(chance, NAMES)
    wanted = [
        ("nursery", "Nursery", 2),
        ("primary", "Primary School", primaries),
        ("secondary", "High School", secondaries),
    ]
    made: list[SimulatedSchool] = []
    for phase, ending, count in wanted:
        for place in range(count):
            name = names[len(made) % len(names)] + (
                "" if len(made) < len(names) else f" {len(made) // len(names) + 1}"
            )
            code = f"{phase}-{place + 1}"
            made.append(
                SimulatedSchool(
                    code=code, name=f"{name} {ending}", phase=phase, phone=office_phone(len(made))
                )
            )
    return tuple(made)


def school_of(
    child: SimulatedPerson, *, schools: tuple[SimulatedSchool, ...], today: date, chance: Random
) -> str | None:
    """The code of the child's school today; None for babies, those past sixteen and the unborn."""
    if child.kind != "child" or child.born_to is None:
        return None
    phase = _phase((today - child.born_to).days / 365.25)
    there = [school.code for school in schools if school.phase == phase]
    return chance.choice(there) if there else None


def _phase(years: float) -> str:
    if years < NURSERY_FROM or years >= SCHOOL_UNTIL:
        return ""
    return "nursery" if years < PRIMARY_FROM else "primary" if years < SECONDARY_FROM else "secondary"
