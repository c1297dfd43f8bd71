"""One description through the whole application beside the bare lookup, on the demonstration's data.

--children N (as the demonstration has), --times M (200). The first four steps each do what the one before does, and more.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from ground import at as quantile
from ground import empty_database, times
from setting import SEED, publish

AGENCY, KIND, DETAILS = "police", "domestic_abuse_incident", {"child_present": True}
READER = "mash_manager"
PURPOSE = "look who a report is about"
STEPS = {
    "bare": "lookup: normal form, candidates, weights, decision",
    "resolve": "identity.resolve: kept, locked, linked or asked about",
    "opened": "the same, then the child opened: access checked, look or refusal kept",
    "concern": "a concern received: entry, chain, sight, clocks and every rule asked",
    "page": "the search box: signed-in page, access, audit, HTML",
}


def main() -> None:
    asked = _asked()
    with empty_database(durable=True):
        children = _load(asked.children)
        whole = Whole()
        found: dict[str, list[float]] = {name: [] for name in STEPS}
        for number, child in enumerate(_children(children, asked.times + 1)):
            for name in _in_turn(number):
                seconds = _timed(getattr(whole, name), child, f"bench-{name}-{number}")
                if number:
                    found[name].append(seconds)
        held = _held()
    given = f"--children {children} --times {asked.times}"
    publish("identity/through_the_application", [held, *_lines(found)], given=given)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./kith bench identity/through_the_application --", description=__doc__
    )
    parser.add_argument("--children", type=int, default=0)
    parser.add_argument("--times", type=int, default=200)
    return parser.parse_args()


def _in_turn(number: int) -> list[str]:
    """Every step, each first as often as the others: whoever comes first finds the description's neighbours cold."""
    names, first = list(STEPS), number % len(STEPS)
    return names[first:] + names[:first]


def _load(children: int) -> int:
    from kith.kernel.clock import now
    from kith.simulation.area import CHILDREN
    from kith.simulation.demo import load
    from kith.simulation.loading.progress import nothing

    load(at=now(), children=children or CHILDREN, progress=nothing)
    return children or CHILDREN


def _children(children: int, wanted: int) -> Iterator[Any]:
    """Descriptions by the police of the area's children, with the slips that they make."""
    from kith.kernel.clock import now
    from kith.simulation.area import make_area
    from kith.simulation.descriptions import described

    today = now().date()
    area = make_area(SEED, children, today, area="tolland-bay")
    people = [(family, one) for family in area.families for one in family.people if one.kind == "child"]
    for family, one in (people * (wanted // len(people) + 1))[:wanted]:
        yield described(family, one, agency=AGENCY, area=area.area, seed=area.seed, today=today)


@dataclass(frozen=True)
class Readers:
    """Who tells, and who looks."""

    teller: Any
    reader: Any


class Whole:
    """The steps, each of which takes one description that is new to it."""

    def __init__(self) -> None:
        from django.conf import settings
        from django.test import Client

        settings.ALLOWED_HOSTS, settings.KITH_SECOND_FACTOR = ["*"], False
        self.area = "tolland-bay"
        self.by = _readers(self.area)
        self.client = Client()
        self.client.force_login(_sign_in(self.by.reader.id))

    def bare(self, said: Any) -> None:
        from kith.identity import lookup
        from kith.identity.choice import decide, rank
        from kith.identity.commonness_held import commonness_of
        from kith.identity.keys import asking_keys
        from kith.identity.traits import traits_of

        traits = traits_of(said)
        people, truncated = lookup.alike(asking_keys(traits, area=self.area))
        decide(rank(traits, people, common=commonness_of(area=self.area)), truncated=truncated)

    def resolve(self, said: Any) -> Any:
        from kith.identity import operations as identity
        from kith.kernel.clock import now

        return identity.resolve(description=said, by=self.by.teller, at=now())

    def opened(self, said: Any) -> None:
        from kith.access import operations as access
        from kith.access.types import NotInvolved
        from kith.kernel.clock import now

        person = self.resolve(said).person
        try:
            access.open_child(child=person, purpose=PURPOSE, by=self.by.reader, at=now())
        except NotInvolved:
            """The refusal was kept."""

    def concern(self, said: Any) -> None:
        from kith.journeys.receive_concern import receive_concern
        from kith.journeys.types import Concern, EntrySaid, PersonSaid
        from kith.kernel.clock import now

        entry = EntrySaid(
            key="it", kind=KIND, happened_from=now(), happened_to=now(), about=("child",), details=DETAILS,
            text="Called to the address: shouting, a child on the stairs.",
        )  # fmt: skip
        people = (PersonSaid(key="child", description=said),)
        told = Concern(said_by=AGENCY, said_by_area=self.area, people=people, entries=(entry,))
        receive_concern(concern=told, by=self.by.teller, at=now())

    def page(self, said: Any) -> None:
        answer = self.client.post("/children/", {"name": said.full_name, **_born(said.born_from)})
        assert answer.status_code == 200, answer.status_code


def _born(born: date | None) -> dict[str, str]:
    if born is None:
        return {}
    return {"born": str(born.day), "born_month": str(born.month), "born_year": str(born.year)}


def _readers(area: str) -> Readers:
    from kith.agencies import queries as agencies
    from kith.kernel.clock import now
    from kith.patterns import queries as prompts

    at: datetime = now()
    manager = prompts.rulebook().agencies[AGENCY].manager
    teller, reader = (agencies.holder_of(role=role, area=area, at=at).id for role in (manager, READER))
    return Readers(*(agencies.actor(practitioner=one, at=at) for one in (teller, reader)))


def _sign_in(practitioner: Any) -> Any:
    from kith.agencies import operations as agencies
    from kith.agencies.models import SignIn
    from kith.journeys.kiths_own_hand import kith_itself
    from kith.kernel.clock import now

    if not SignIn.objects.filter(practitioner=practitioner).exists():
        agencies.give_sign_in(
            practitioner=practitioner,
            email="reader@example.org",
            by=kith_itself(area="tolland-bay"),
            at=now(),
        )
    return SignIn.objects.get(practitioner=practitioner)


def _timed(step: Callable[[Any], object], said: Any, key: str) -> float:
    """The sender's key is a new one each time, so that nothing is taken for a repeat."""
    said = replace(said, sender_key=key)
    began = time.perf_counter()
    step(said)
    return time.perf_counter() - began


def _held() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT person_id) FROM identity_lookup")
        descriptions, people = cursor.fetchone()
    return f"{descriptions:,} descriptions of {people:,} people at the end; the database waits for the disk"


def _lines(found: dict[str, list[float]]) -> list[str]:
    bare = quantile(found["bare"], 0.5)
    return [
        f"{STEPS[name]:<70} {times(taken)}"
        + (f"; + {(quantile(taken, 0.5) - bare) * 1000:.1f} ms at p50" if name != "bare" else "")
        for name, taken in found.items()
    ]


if __name__ == "__main__":
    main()
