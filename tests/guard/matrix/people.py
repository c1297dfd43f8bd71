"""Who asks in the matrix: somebody for every role that the area file knows, and those who should get nowhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.support.world import AREA_FILE

WITHOUT_A_ROLE = ("hamish-orde", "martha-hale", "bukola-stannard", "tunde-alabi")
ALSO = ("nadia-rahman", "folasade-adeyemi")
"""A second front door manager, whom no question names; a second social worker of the same team."""
ELSEWHERE = "the-other-bay"
OF_ELSEWHERE = ("dana-ferris", "joel-prewett", "philippa-venn")


@dataclass(frozen=True, kw_only=True)
class Person:
    """As the area file has them: read here from the file itself, not from what Kith made of it."""

    key: str
    code: str = ""
    area: str = ""
    agency: str = ""
    team: str = ""
    roles: frozenset[str] = frozenset()

    @property
    def works_here(self) -> bool:
        return bool(self.code)


ANONYMOUS, NOBODY = Person(key="anonymous"), Person(key="signs in and works nowhere")


def in_file(path: Path = AREA_FILE) -> dict[str, Person]:
    """Everybody of the area by their code."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        one["code"]: Person(
            key=one["code"],
            code=one["code"],
            area=said["area"],
            agency=agency["code"],
            team=one.get("team", ""),
            roles=frozenset(_role(role) for role in one.get("roles", [])),
        )
        for agency in said["agencies"]
        for one in agency.get("practitioners", [])
    }


def _role(held: Any) -> str:
    return str(held["role"] if isinstance(held, dict) else held)


def who_asks() -> tuple[Person, ...]:
    """One for each role that somebody holds, those without one, another area's, and those who work nowhere."""
    everybody = in_file()
    first: dict[str, Person] = {}
    for person in everybody.values():
        for role in sorted(person.roles):
            first.setdefault(role, person)
    codes = dict.fromkeys([*(one.code for one in first.values()), *WITHOUT_A_ROLE, *ALSO])
    elsewhere = (
        Person(**{**vars(everybody[code]), "key": f"{code} of {ELSEWHERE}", "area": ELSEWHERE})
        for code in OF_ELSEWHERE
    )
    return (*(everybody[code] for code in codes), *elsewhere, ANONYMOUS, NOBODY)


def other_area_file(folder: Path) -> Path:
    """The same area once more under another name: its people are other people."""
    path = folder / f"{ELSEWHERE}.yaml"
    path.write_text(AREA_FILE.read_text(encoding="utf-8").replace("tolland-bay", ELSEWHERE), encoding="utf-8")
    return path
