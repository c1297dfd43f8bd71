"""Asks a file of queries of a file of people by the path that a concern takes, and writes what was decided of each."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection

from kith.identity import lookup
from kith.identity.choice import Ranked, decide, rank
from kith.identity.commonness import Commonness, warm
from kith.identity.keys import asking_keys
from kith.identity.traits import traits_of
from kith.identity.types import NewDescription
from kith.kernel.safe_table import SafeTable
from kith.linkage import loading
from kith.linkage.linking import link_all
from kith.linkage.people_file import Row, Trouble, read_file

AREA = "file"
HEAD = ("query_id", "decision", "rank", "record_id", "weight")
DECISIONS = {"linked": "link", "possible": "review", "new": "new"}
MOST_RETURNED = 100
"""So many candidate records are written for a query."""


@dataclass(frozen=True)
class Answer:
    """What was decided of one query: ``records`` are (place, weight), best first. ``seconds`` is how long it took."""

    decision: str
    records: tuple[tuple[int, float], ...]
    seconds: float


@dataclass(frozen=True)
class Evaluated:
    """Figures of one run: times in seconds, sizes in bytes."""

    records: int
    people: int
    queries: int
    loading: float
    p50: float
    p99: float
    sizes: dict[str, int]
    troubles: tuple[tuple[str, Trouble], ...]


def evaluate(folder: Path, out: Path, *, admin_url: str) -> Evaluated:
    """Load ``registry.csv``, ask ``queries.csv`` one by one in order, write the answers to ``out``.

    Queries are never stored. Run it in an empty scratch database, of which ``admin_url`` is its administrator's address.
    """
    started = time.perf_counter()
    queries, more = _read(folder / "queries.csv")
    registry, troubles = _read(folder / "registry.csv")
    linked = link_all([row.said for row in registry], area=AREA)
    with psycopg.connect(admin_url, autocommit=True) as admin:
        loading.fill(admin, lines=linked.normal.lines, keys=linked.normal.keys, whose=linked.whose)
    warm(linked.common)
    loaded = time.perf_counter() - started
    people = len(set(linked.whose))
    common = Commonness(people=people, shares=linked.common.shares)
    ids = [row.id for row in registry]
    del registry, linked
    took = sorted(_write(queries, ids, common, out))
    return Evaluated(
        records=len(ids),
        people=people,
        queries=len(queries),
        loading=loaded,
        p50=_at(took, 0.5),
        p99=_at(took, 0.99),
        sizes=loading.sizes(),
        troubles=tuple([("registry.csv", one) for one in troubles] + [("queries.csv", one) for one in more]),
    )


def _read(path: Path) -> tuple[list[Row], list[Trouble]]:
    rows: list[Row] = []
    troubles: list[Trouble] = []
    for one in read_file(path):
        if isinstance(one, Row):
            rows.append(one)
        else:
            troubles.append(one)
    return rows, troubles


def _write(queries: Sequence[Row], ids: Sequence[str], common: Commonness, out: Path) -> Iterator[float]:
    connection.ensure_connection()
    with out.open("w", encoding="utf-8", newline="") as file:
        table = SafeTable(file, head=HEAD)
        for query in queries:
            answer = ask(query.said, common=common)
            yield answer.seconds
            for number, (place, weight) in enumerate(answer.records, start=1):
                table.add((query.id, answer.decision, number, ids[place], f"{weight:.3f}"))
            if not answer.records:
                table.add((query.id, answer.decision, "", "", ""))


def ask(said: NewDescription, *, common: Commonness) -> Answer:
    """What the live path would decide of a description, and every record that it looked at. Nothing is kept."""
    started = time.perf_counter()
    traits = traits_of(said)
    people, truncated = lookup.alike(asking_keys(traits, area=AREA))
    ranked = rank(traits, people, common=common)
    choice = decide(ranked, truncated=truncated)
    seconds = time.perf_counter() - started
    records = _records(ranked, people)
    return Answer(DECISIONS[choice.outcome], records[:MOST_RETURNED], seconds)


def _records(ranked: Sequence[Ranked], people: dict[UUID, Any]) -> tuple[tuple[int, float], ...]:
    found = []
    for place, (person, _, standing) in enumerate(ranked):
        for (description, _), compared in zip(people[person], standing.every, strict=True):
            found.append((-compared.weight, place, loading.place_of(description)))
    return tuple((record, -weight) for weight, _, record in sorted(found))


def _at(took: Sequence[float], share: float) -> float:
    return took[min(len(took) - 1, int(len(took) * share))] if took else 0.0
