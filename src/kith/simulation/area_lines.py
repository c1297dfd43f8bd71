"""A made-up area as lines of JSON, to be looked at: families first, then every entry in order."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from kith.simulation.area_types import SimulatedArea


def area_lines(area: SimulatedArea) -> Iterator[str]:
    """One line for each family and each entry, without the line's end; ``is`` says which it is."""
    for family in area.families:
        yield json.dumps({"is": "family", **asdict(family)}, ensure_ascii=False, default=_iso)
    for _, entries in area.days:
        for entry in entries:
            yield json.dumps({"is": "entry", **asdict(entry)}, ensure_ascii=False, default=_iso)


def _iso(day: date) -> str:
    return day.isoformat()
