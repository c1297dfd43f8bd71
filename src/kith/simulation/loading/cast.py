"""Who speaks and acts in a made-up area: the named practitioners of its area file, one for each part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.kernel.types import Actor
from kith.simulation.area_types import SimulatedFamily
from kith.simulation.chance import chance_for

NAMES = UUID("6b697468-0000-5000-8000-000000000001")
SOCIAL_CARE = "childrens_social_care"
PLAYED_BY = {
    (SOCIAL_CARE, "social_worker"): "folasade-adeyemi joel-prewett siobhan-keane imran-hussain",
    (SOCIAL_CARE, "duty_social_worker"): "tomasz-wilk nadia-rahman",
    (SOCIAL_CARE, "team_manager"): "gareth-pugh ruth-abara",
    (SOCIAL_CARE, "emergency_duty_worker"): "ravi-chandran lorna-tyndall",
    (SOCIAL_CARE, "conference_chair"): "maureen-tully prakash-nair",
    (SOCIAL_CARE, "family_help_worker"): "tomasz-wilk",
    ("police", "officer"): "marcus-delroy ellie-thorne hodan-warsame",
    ("police", "detective"): "hamish-orde",
    ("midwifery", "midwife"): "ines-roskilly",
    ("health_visiting", "health_visitor"): "bukola-stannard penny-hallett",
    ("hospital", "consultant_paediatrician"): "selma-quist",
    ("hospital", "emergency_doctor"): "tunde-alabi",
    ("hospital", "clinic_nurse"): "tunde-alabi",
    ("community_health", "community_nurse"): "jean-paul-morin",
    ("community_health", "therapist"): "jean-paul-morin",
    ("community_health", "dentist"): "jean-paul-morin",
}
"""Who of the area file plays which part; where nobody is named, anybody of the agency does."""
SCHOOLS = {
    "primary": ("fernmoor-primary", "brackley-road-primary", "quay-infants", "st-brannocks-primary"),
    "secondary": ("harbour-academy",),
    "nursery": ("little-limpets",),
}
"""The area file's schools, by the phase of the made-up ones that they stand for."""
WORKERS_IN_STORYLINES = {
    "never_seen_alone": "folasade-adeyemi",
    "new_partner": "folasade-adeyemi",
    "photograph_nobody_saw": "folasade-adeyemi",
    "sibling_nobody_decided_for": "siobhan-keane",
    "family_that_moved": "imran-hussain",
}
SCHOOL_IN_STORYLINES = ("fernmoor-primary", "primary")
"""Storylines' children of that age go to one school, so that whoever signs in there finds them."""


@dataclass(frozen=True)
class Cast:
    """Everybody who works in the area. An actor's roles are those held at the moment of ``of``."""

    area: str
    by_code: Mapping[str, Actor]
    by_agency: Mapping[str, tuple[str, ...]]
    """Codes of practitioners by agency."""
    by_team: Mapping[str, tuple[str, ...]]
    """Codes of practitioners by team, whoever holds a role there first."""
    team_of: Mapping[str, str]
    """The team of each practitioner's code; empty for those who have none."""
    teams: Mapping[str, UUID]
    seed: int

    @classmethod
    def of(cls, *, area: str, at: datetime, seed: int) -> "Cast":
        """The people of an area as at a moment."""
        people = sorted(agencies.practitioners_in(area=area), key=lambda one: one.code)
        teams = {team.code: team.id for team in agencies.teams_in(area=area)}
        codes = {team: code for code, team in teams.items()}
        by_code = {one.code: _actor(one, at) for one in people}
        joined = [
            (codes[team], one.code)
            for one in people
            for team in agencies.teams_of(practitioner=one.id, at=at)
        ]
        joined.sort(key=lambda pair: (not by_code[pair[1]].roles, pair[1]))
        return cls(
            area=area,
            by_code=by_code,
            by_agency=_grouped((one.agency, one.code) for one in people),
            by_team=_grouped(joined),
            team_of={code: team for team, code in joined},
            teams=teams,
            seed=seed,
        )

    def speaker(self, *, agency: str, role: str, family: str, team: str = "") -> Actor:
        """Whoever says a thing for an agency about a family: the same person each time.

        Somebody of ``team`` where it is given (a school's); a poster without a name where the agency has nobody.
        """
        codes = self.by_team.get(team) or PLAYED_BY.get((agency, role), "").split()
        return self._one_of(codes or self.by_agency.get(agency, ()), agency, family)

    def holder(self, role: str, *, family: str) -> Actor:
        """One of those who hold a role, the same each time for a family."""
        codes = [code for code, actor in self.by_code.items() if role in actor.roles]
        return self._one_of(codes, role, family)

    def by_id(self, practitioner: UUID) -> Actor:
        """The actor of an id; ``KeyError`` for somebody who does not work here."""
        for actor in self.by_code.values():
            if actor.id == practitioner:
                return actor
        raise KeyError(practitioner)

    def _one_of(self, codes: Iterable[str], why: str, family: str) -> Actor:
        known = [code for code in codes if code in self.by_code]
        if not known:
            return Actor(id=uuid5(NAMES, f"{self.area}/{why}"), area=self.area, agency=why, name=why)
        return self.by_code[chance_for(self.seed, "cast", why, family).choice(known)]

    def worker_of(self, family: SimulatedFamily) -> Actor:
        """The social worker who works, or would work, with a family."""
        code = WORKERS_IN_STORYLINES.get(family.storyline)
        return (
            self.by_code[code]
            if code in self.by_code
            else self.speaker(agency=SOCIAL_CARE, role="social_worker", family=family.key)
        )

    def manager_of(self, worker: Actor) -> Actor:
        """The manager of a social worker's team; the worker's own name where the area file gives them none."""
        code = next((code for code, actor in self.by_code.items() if actor.id == worker.id), "")
        others = self.by_team.get(self.team_of.get(code, ""), ())
        managers = [self.by_code[one] for one in others if "team_manager" in self.by_code[one].roles]
        return managers[0] if managers else worker

    def school_team(self, family: SimulatedFamily, school: str) -> str:
        """The area file's school for a made-up school's code (``primary-2``), or empty where it has none."""
        phase, _, number = school.partition("-")
        own, age = SCHOOL_IN_STORYLINES
        if family.storyline and phase == age and own in self.teams:
            return own
        teams = [team for team in SCHOOLS.get(phase, ()) if team in self.teams]
        return teams[int(number) % len(teams)] if teams else ""


def _actor(one: Practitioner, at: datetime) -> Actor:
    return agencies.actor(practitioner=one.id, at=at)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group, code in pairs:
        found[group] = (*found.get(group, ()), code)
    return found
