"""One family of a made-up area has moved to where it must not be found."""

from dataclasses import replace

from kith.simulation.area_types import SimulatedArea, SimulatedFamily
from kith.simulation.loading.homes import main_homes

DANGER = ("domestic_abuse_incident", "protective_order")


def with_one_confidential_home(area: SimulatedArea) -> SimulatedArea:
    """The same area, but that the last home of one family which moved after violence is confidential.

    Where no family did, one that moved; where nobody moved, nothing changes.
    """
    violent = {entry.family for _, entries in area.days for entry in entries if entry.kind in DANGER}
    moved = [family for family in area.families if len(main_homes(family)) > 1 and not family.storyline]
    chosen = next((family for family in moved if family.key in violent), next(iter(moved), None))
    if chosen is None:
        return area
    hidden = _hidden(chosen)
    families = tuple(hidden if family is chosen else family for family in area.families)
    return replace(area, families=families)


def _hidden(family: SimulatedFamily) -> SimulatedFamily:
    last = main_homes(family)[-1]
    homes = tuple(replace(home, confidential=True) if home is last else home for home in family.homes)
    return replace(family, homes=homes)
