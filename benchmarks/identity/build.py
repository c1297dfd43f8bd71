"""Building what people are looked for in: seconds of each step, bytes a record, single inserts, and questions of it.

Each record is taken as a person of its own: nothing is linked. --records N (1,000,000), --queries M (2,000).
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice, tee
from operator import itemgetter
from pathlib import Path
from typing import Any

import psycopg
from ground import empty_database, registry, times
from setting import publish

SLICE = 100_000
INSERTS = 2_000


class Flow:
    """Reads a registry slice by slice, in normal form, and counts the seconds of each step as it goes by."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reading = self.normalising = self.counting = 0.0
        self.names: dict[str, Counter[str]] = {"first": Counter(), "last": Counter()}
        self.began = self.copied = 0.0

    def read(self) -> Iterator[tuple[str, list[int]]]:
        """(line of traits, keys) of every record, in order."""
        from kith.linkage.normalising import normalise
        from kith.linkage.people_file import Row, read_file

        rows = (row.said for row in read_file(self.path) if isinstance(row, Row))
        self.began = time.perf_counter()
        while True:
            started = time.perf_counter()
            some = list(islice(rows, SLICE))
            self.reading += (read := time.perf_counter()) - started
            if not some:
                break
            normal = normalise(some, area="file")
            self.normalising += (normalised := time.perf_counter()) - read
            self._count(normal.lines)
            self.counting += time.perf_counter() - normalised
            yield from zip(normal.lines, normal.keys, strict=True)
        self.copied = time.perf_counter()

    def _count(self, lines: list[str]) -> None:
        from kith.identity.traits import from_kept

        for traits in map(from_kept, lines):
            self.names["first"][traits.first] += 1
            self.names["last"][traits.last] += 1

    @property
    def copying(self) -> float:
        """What the flow took beside its own steps: handing rows to COPY and waiting for it."""
        return self.copied - self.began - self.reading - self.normalising - self.counting


def main() -> None:
    asked = _asked()
    folder = registry(asked.records, asked.queries)
    with empty_database(durable=True) as admin_url:
        flow, indexing, sizes = _built(folder / "registry.csv", admin_url, asked.records)
        lines = _steps(flow, indexing, sizes, asked.records) + _used(folder, flow, asked.records)
    given = f"--records {asked.records} --queries {asked.queries}"
    publish("identity/build", lines, given=given, kept_as=f"identity/build_{asked.records}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kith bench identity/build --", description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=INSERTS)
    return parser.parse_args()


def _built(path: Path, admin_url: str, records: int) -> tuple[Flow, float, dict[str, int]]:
    """Fill the table as one flow, so that no more than a slice is held; the seconds of its indexes, and its sizes."""
    from kith.linkage import loading

    flow = Flow(path)
    lines, keys = tee(flow.read())
    with psycopg.connect(admin_url, autocommit=True) as admin:
        loading.fill(
            admin, lines=map(itemgetter(0), lines), keys=map(itemgetter(1), keys), whose=range(records)
        )
        return flow, time.perf_counter() - flow.copied, loading.sizes()


def _steps(flow: Flow, indexing: float, sizes: dict[str, int], records: int) -> list[str]:
    building = flow.normalising + flow.copying + indexing
    parts = ", ".join(f"{name} {size / records:.0f}" for name, size in sizes.items())
    return [
        f"{records:,} records, each a person of its own (nothing is linked)",
        f"build {building:.1f} s: normal form {flow.normalising:.1f} s, COPY {flow.copying:.1f} s,"
        f" indexes and ANALYZE {indexing:.1f} s",
        f"beside it: reading the CSV {flow.reading:.1f} s, counting names {flow.counting:.1f} s",
        f"{sum(sizes.values()) / records:.0f} bytes a record: {parts}",
    ]


def _used(folder: Path, flow: Flow, records: int) -> list[str]:
    """What questions and inserts then take."""
    from django.db import connection

    from kith.identity.commonness import from_counts
    from kith.linkage.people_file import Row, read_file

    common = from_counts(flow.names, people=records)
    said = [row.said for row in read_file(folder / "queries.csv") if isinstance(row, Row)]
    connection.ensure_connection()
    once, again = _questions(said, common), _questions(said, common)
    inserts = _inserts(said[:INSERTS], records)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
        fsync, waits = cursor.fetchone()
    return [
        f"one question: {times(once)}, worst {max(once) * 1000:.1f} ms",
        f"the same ones again: {times(again)}, worst {max(again) * 1000:.1f} ms",
        f"one insert, normal form and commit included: {times(inserts)}, worst {max(inserts) * 1000:.1f} ms"
        f" (fsync {fsync}, synchronous_commit {waits})",
    ]


def _questions(said: list[Any], common: Any) -> list[float]:
    from kith.linkage.evaluate import ask

    return [ask(one, common=common).seconds for one in said]


def _inserts(said: list[Any], records: int) -> list[float]:
    from kith.identity import lookup
    from kith.identity.keys import matching_keys, searching_keys
    from kith.identity.lookup import Derived
    from kith.identity.traits import traits_of
    from kith.linkage.loading import place_id

    taken = []
    for place, one in enumerate(said, start=records):
        started = time.perf_counter()
        traits, id = traits_of(one), place_id(place)
        matching = matching_keys(traits, area="file")
        searching = searching_keys(traits, address=one.address_lines, area="file")
        lookup.add([Derived(id=id, person=id, traits=traits, matching=matching, searching=searching)])
        taken.append(time.perf_counter() - started)
    return taken


if __name__ == "__main__":
    main()
