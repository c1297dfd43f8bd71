"""What one area file says, read and checked against the rulebook before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

import yaml

from kith.agencies.challenge_stages import Stages, stages_in
from kith.agencies.local_bounds import Limits, Thresholds, limits_in, thresholds_in
from kith.agencies.rulebook_lists import ALWAYS_STAFFED, rulebook
from kith.agencies.yaml_reading import Place, read_yaml
from kith.grammar.words import in_full
from kith.kernel.clock import LONDON

T = TypeVar("T")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, kw_only=True)
class Reachable:
    """A name with the telephones that reach it."""

    code: str
    name: str
    phone: str = ""
    out_of_hours_phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """One practitioner of the file: ``roles`` are (role, team code or "")."""

    code: str
    name: str
    title: str
    phone: str
    email: str
    agency: str
    team: str
    roles: tuple[tuple[str, str], ...]
    expertise: tuple[tuple[str, date | None], ...] = ()
    """What they are authorised for or bring, and the last day of it."""


@dataclass(frozen=True, kw_only=True)
class RotaLine:
    """One weekday of one person's duty."""

    role: str
    practitioner: str
    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, kw_only=True)
class AreaFile:
    """One area, complete and checked. ``staffed_from`` is since when its people are taken to hold their roles."""

    code: str
    name: str
    desk_phone: str
    staffed_from: datetime
    agencies: tuple[Reachable, ...]
    teams: tuple[tuple[str, Reachable], ...]
    people: tuple[Person, ...]
    rota: tuple[RotaLine, ...]
    front_door: tuple[tuple[int, str, str], ...]
    """When the front door reads what the public tells: weekday from 0, and from when until when."""
    limits: Limits
    thresholds: Thresholds
    threshold_document: tuple[str, ...]
    """What the area published about when social care acts: the title and date, then its lines."""
    challenge_stages: Stages
    """Who answers a professional disagreement at each stage, and by when; empty where the rulebook's stages hold."""
    feeds: tuple[str, ...]


def read_area(path: Path) -> AreaFile:
    """The file at ``path``. BadInput names the field and line of the first fault."""
    whole = read_yaml(path)
    fields = whole.fields(
        "area", "name", "desk", "staffed_from", "front_door", "threshold_document", "clocks", "thresholds", "challenges", "feeds", "agencies", "rota",
        required=("area", "name", "desk", "staffed_from", "agencies"),
    )  # fmt: skip
    agencies = _agencies(fields["agencies"])
    people = _once(person for agency in agencies for person in _people(agency))
    _once((place, place) for agency in agencies for place in _emails(agency))
    _check_somebody_is_on_call(fields["agencies"], people)
    return AreaFile(
        code=fields["area"].text(),
        name=fields["name"].text(),
        desk_phone=fields["desk"].text(),
        staffed_from=_noon(fields["staffed_from"]),
        agencies=tuple(_reachable(agency) for agency in agencies),
        teams=_once(team for agency in agencies for team in _teams(agency)),
        people=people,
        rota=tuple(_rota(fields["rota"], {person.code for person in people})) if "rota" in fields else (),
        front_door=tuple(_front_door(fields["front_door"])) if "front_door" in fields else (),
        limits=limits_in(fields["clocks"]) if "clocks" in fields else {},
        thresholds=thresholds_in(fields["thresholds"]) if "thresholds" in fields else {},
        threshold_document=_document(fields["threshold_document"]) if "threshold_document" in fields else (),
        challenge_stages=stages_in(fields["challenges"]) if "challenges" in fields else {},
        feeds=tuple(feed.text() for feed in fields["feeds"].items()) if "feeds" in fields else (),
    )


def _document(place: Place) -> tuple[str, ...]:
    """A published document: its title, with since when it holds, and what it says, line by line."""
    parts = place.fields("title", "from", "says", required=("title", "from", "says"))
    since = parts["from"].read(date.fromisoformat, as_what="a day, such as 2020-01-01")
    title = f"{parts['title'].text()}, from {in_full(since)}"
    return (title, *(line.text() for line in parts["says"].items()))


def _once(coded: Iterable[tuple[Place, T]]) -> tuple[T, ...]:
    """The values, whose codes stand at the places beside them; a code that comes twice in the area is refused."""
    found: dict[str, T] = {}
    for place, value in coded:
        if place.text() in found:
            place.refuse(f"{place.text()} comes twice in the area.")
        found[place.text()] = value
    return tuple(found.values())


def _noon(place: Place) -> datetime:
    """A day without a time stands at 12:00 in England."""
    day = place.read(date.fromisoformat, as_what="a day, such as 2020-01-01")
    return datetime.combine(day, time(12), tzinfo=LONDON)


def _agencies(place: Place) -> list[dict[str, Place]]:
    """The fields of each agency; its code is in the rulebook's closed list, and comes once."""
    found: dict[str, dict[str, Place]] = {}
    for one in place.items():
        parts = one.fields(
            "code",
            "name",
            "phone",
            "out_of_hours_phone",
            "teams",
            "practitioners",
            required=("code", "name", "phone"),
        )
        code = parts["code"].text()
        if code not in rulebook().agencies:
            parts["code"].refuse(f"There is no agency {code}. There are: {', '.join(rulebook().agencies)}.")
        if code in found:
            parts["code"].refuse(f"{code} comes twice. A second one of the same sort is a team of the first.")
        found[code] = parts
    return list(found.values())


def _reachable(parts: dict[str, Place]) -> Reachable:
    return Reachable(
        code=parts["code"].text(),
        name=parts["name"].text(),
        phone=_or_blank(parts, "phone"),
        out_of_hours_phone=_or_blank(parts, "out_of_hours_phone"),
    )


def _or_blank(parts: dict[str, Place], name: str) -> str:
    return parts[name].text() if name in parts else ""


def _teams(agency: dict[str, Place]) -> Iterator[tuple[Place, tuple[str, Reachable]]]:
    """Each team with the code of its agency."""
    for one in agency["teams"].items() if "teams" in agency else ():
        parts = one.fields("code", "name", "phone", "out_of_hours_phone", required=("code", "name"))
        yield parts["code"], (agency["code"].text(), _reachable(parts))


def _people(agency: dict[str, Place]) -> Iterator[tuple[Place, Person]]:
    teams = {place.text() for place, _ in _teams(agency)}
    for one in agency["practitioners"].items() if "practitioners" in agency else ():
        parts = one.fields(
            "code",
            "name",
            "title",
            "phone",
            "email",
            "team",
            "roles",
            "expertise",
            required=("code", "name", "title", "phone"),
        )
        yield (
            parts["code"],
            Person(
                code=parts["code"].text(),
                name=parts["name"].text(),
                title=parts["title"].text(),
                phone=parts["phone"].text(),
                email=_or_blank(parts, "email").lower(),
                agency=agency["code"].text(),
                team=_team(parts["team"], teams) if "team" in parts else "",
                roles=tuple(_roles(parts["roles"], teams)) if "roles" in parts else (),
                expertise=tuple(_expertise(parts["expertise"])) if "expertise" in parts else (),
            ),
        )


def _emails(agency: dict[str, Place]) -> Iterator[Place]:
    for one in agency["practitioners"].items() if "practitioners" in agency else ():
        parts = one.fields()
        if "email" in parts:
            yield parts["email"]


def _team(place: Place, teams: set[str]) -> str:
    code = place.text()
    if code not in teams:
        place.refuse(f"The agency has no team {code}. It has: {', '.join(sorted(teams)) or 'none'}.")
    return code


def _expertise(place: Place) -> Iterator[tuple[str, date | None]]:
    """Each is a word, or ``{what: ..., until: 2027-03-31}``."""
    for one in place.items():
        if isinstance(one.node, yaml.ScalarNode):
            yield _listed(one), None
        else:
            parts = one.fields("what", "until", required=("what", "until"))
            yield (
                _listed(parts["what"]),
                parts["until"].read(date.fromisoformat, as_what="a day, such as 2027-03-31"),
            )


def _listed(place: Place) -> str:
    what = place.text()
    if what not in rulebook().expertise:
        place.refuse(f"There is no expertise {what}. There are: {', '.join(rulebook().expertise)}.")
    return what


def _roles(place: Place, teams: set[str]) -> Iterator[tuple[str, str]]:
    """Each role is a word, held in the whole area, or ``{role: ..., team: ...}``."""
    for one in place.items():
        if isinstance(one.node, yaml.ScalarNode):
            yield _role(one), ""
        else:
            parts = one.fields("role", "team", required=("role", "team"))
            yield _role(parts["role"]), _team(parts["team"], teams)


def _role(place: Place) -> str:
    code = place.text()
    if code not in rulebook().roles:
        place.refuse(f"There is no role {code}. There are: {', '.join(rulebook().roles)}.")
    return code


def _rota(place: Place, people: set[str]) -> Iterator[RotaLine]:
    for one in place.items():
        parts = one.fields(
            "role",
            "practitioner",
            "days",
            "from",
            "to",
            required=("role", "practitioner", "days", "from", "to"),
        )
        if parts["practitioner"].text() not in people:
            parts["practitioner"].refuse("Nobody of that code is in the file.")
        for day in parts["days"].items():
            yield RotaLine(
                role=_role(parts["role"]),
                practitioner=parts["practitioner"].text(),
                weekday=_weekday(day),
                starts=parts["from"].read(time.fromisoformat, as_what="a time, such as 17:30"),
                ends=parts["to"].read(time.fromisoformat, as_what="a time, such as 08:30"),
            )


def _weekday(place: Place) -> int:
    if place.text() not in WEEK:
        place.refuse(f"It is one of {', '.join(WEEK)}.")
    return WEEK.index(place.text())


def _front_door(place: Place) -> Iterator[tuple[int, str, str]]:
    """Each day on which the public's words are read, within one day: ``{days: [mon, tue], from: "08:30", to: "18:00"}``."""
    for one in place.items():
        parts = one.fields("days", "from", "to", required=("days", "from", "to"))
        starts = parts["from"].read(time.fromisoformat, as_what="a time, such as 08:30")
        ends = parts["to"].read(time.fromisoformat, as_what="a time, such as 18:00")
        if ends <= starts:
            parts["to"].refuse("It is later than when the front door opens, on the same day.")
        for day in parts["days"].items():
            yield _weekday(day), f"{starts:%H:%M}", f"{ends:%H:%M}"


def _check_somebody_is_on_call(place: Place, people: Iterable[Person]) -> None:
    """Every chain of stand-ins ends here, so an area without one would leave prompts with nobody."""
    if not any(role == ALWAYS_STAFFED for person in people for role, _ in person.roles):
        place.refuse(f"Nobody holds {ALWAYS_STAFFED}: every area has somebody on call, day and night.")
