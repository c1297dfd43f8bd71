"""How the grown-ups are: low mood after a birth, a drink too many, and the services that see them."""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import working_day
from kith.simulation.chance import weighted
from kith.simulation.life import Life
from kith.simulation.types import Happening

TROUBLES = {"low mood": 0.55, "mental_health": 0.2, "substance_use": 0.15, "learning_need": 0.1}
"""Parental mental health is the factor that assessments name most (2024-25), drink and drugs about one in
seven each [GK]; the shares here are assumptions of that order."""


def carer_struggles(life: Life, day: date) -> str:
    """One thing written about a carer by the service that sees them; known to few."""
    trouble = weighted(life.chance, TROUBLES)
    by = speakers.GP
    if trouble == "substance_use" and life.maybe(0.5):
        by = speakers.SUBSTANCE_WORKER
    if trouble == "mental_health" and life.maybe(0.6):
        by = speakers.ADULT_MENTAL_HEALTH
    who = "father" if life.family.has("father") and life.maybe(0.2) else "mother"
    return life.tell(
        Happening(
            kind="carer_concern",
            on=working_day(day),
            said_by=by,
            details={"aspect": trouble, "who": who},
            about=(*(life.children_at(day) or (life.child.key,)), who),
            known_to=("health_visiting",) if life.maybe(0.25) else (),
        )
    )
