"""One question to Kith's live path and to Splink 4 and 5, in turn, of one made-up registry: times and recall at 1.

--records N (100,000), --queries M that Splink answers too (200), --more K that Kith answers in all (4,000).
"""

import argparse
import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from ground import at, empty_database, registry, share, times
from setting import publish
from splinks import Splink, running, written

V4, V5 = "4.0.17", "5.0.0"
CALLED = {
    "kith": "Kith, live path",
    V4: f"Splink {V4} find_matches_to_new_records",
    V5: f"Splink {V5} predict_between",
}


@dataclass
class Asked:
    """What one of the three found: seconds of each question, and the record that it put first."""

    seconds: list[float] = field(default_factory=list)
    first: list[str] = field(default_factory=list)


def main() -> None:
    asked = _asked()
    folder = registry(asked.records, asked.more)
    with empty_database() as admin_url:
        kith = Kith(folder, admin_url)
        threads, plain = os.cpu_count() or 1, written(folder / "registry.csv")
        with running(V4, plain, threads=threads) as four, running(V5, plain, threads=threads) as five:
            found = _in_turn(kith, {V4: four, V5: five}, folder / "queries.csv", asked.queries)
    lines = [
        f"{asked.records:,} records, {threads} threads for each Splink; in turn: each Splink one question, Kith its share",
        *_figures(found, folder, asked.queries),
    ]
    given = f"--records {asked.records} --queries {asked.queries} --more {asked.more}"
    publish("identity/beside_splink", lines, given=given, kept_as=f"identity/beside_splink_{asked.records}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kith bench identity/beside_splink --", description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--more", type=int, default=4_000)
    return parser.parse_args()


class Kith:
    """The registry linked and loaded as ``./kith identity evaluate`` does, asked by the path of a concern."""

    def __init__(self, folder: Path, admin_url: str) -> None:
        from django.db import connection

        from kith.identity.commonness import Commonness
        from kith.linkage import loading
        from kith.linkage.linking import link_all
        from kith.linkage.people_file import Row, read_file

        rows = [row for row in read_file(folder / "registry.csv") if isinstance(row, Row)]
        self.ids = [row.id for row in rows]
        linked = link_all([row.said for row in rows], area="file")
        with psycopg.connect(admin_url, autocommit=True) as admin:
            loading.fill(admin, lines=linked.normal.lines, keys=linked.normal.keys, whose=linked.whose)
        self.common = Commonness(people=len(set(linked.whose)), shares=linked.common.shares)
        queries = (row for row in read_file(folder / "queries.csv") if isinstance(row, Row))
        self.said = {row.id: row.said for row in queries}
        connection.ensure_connection()

    def ask(self, id: str) -> tuple[float, str]:
        """Seconds, and the record that fits best."""
        from kith.linkage.evaluate import ask

        answer = ask(self.said[id], common=self.common)
        return answer.seconds, self.ids[answer.records[0][0]] if answer.records else ""


def _in_turn(kith: Kith, splinks: dict[str, Splink], path: Path, queries: int) -> dict[str, Asked]:
    """Each Splink answers one question, then Kith that one and as many more as keep it in step to the end.

    A question before the first lets each Splink make its tables; it counts for nothing.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {name: Asked() for name in CALLED}
    step = max(1, len(rows) // queries)
    for one in splinks.values():
        one.ask(rows[-1])
    for start in range(0, step * queries, step):
        for version, one in splinks.items():
            said = one.ask(rows[start])
            found[version].seconds.append(said["seconds"])
            found[version].first.append(said["found"])
        for row in rows[start : start + step]:
            seconds, first = kith.ask(row["record_id"])
            found["kith"].seconds.append(seconds)
            found["kith"].first.append(first)
    return found


def _figures(found: dict[str, Asked], folder: Path, queries: int) -> list[str]:
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        truth = {row["record_id"]: row["person_id"] for row in csv.DictReader(file)}
    with (folder / "queries.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["record_id"] for row in csv.DictReader(file)]
    every = found["kith"]
    step = len(every.seconds) // queries
    same = {
        name: one if name != "kith" else Asked(every.seconds[::step], every.first[::step])
        for name, one in found.items()
    }
    asked, known = ids[: step * queries], {truth[id] for id in truth.keys() - set(ids)}
    lines = [f"the same {queries} questions:"]
    lines += [_line(name, one, asked[::step], truth, known) for name, one in same.items()]
    lines.append(f"all {len(every.seconds):,} questions:")
    lines.append(_line("kith", every, asked, truth, known))
    return lines + [_ratio(version, same, every) for version in (V4, V5)]


def _ratio(version: str, same: dict[str, Asked], every: Asked) -> str:
    """How many times Kith's time Splink takes at p50; the first question after a Splink finds the processor's caches cold."""
    theirs = at(same[version].seconds, 0.5)
    of_the_same, of_all = (theirs / at(one.seconds, 0.5) for one in (same["kith"], every))
    return f"at p50 Splink {version} takes {of_the_same:,.0f} times as long as Kith on the same questions ({of_all:,.0f} by all of Kith's)"


def _line(name: str, one: Asked, ids: Sequence[str], truth: dict[str, str], known: set[str]) -> str:
    of = [(id, first) for id, first in zip(ids, one.first, strict=True) if truth[id] in known]
    right = sum(truth.get(first) == truth[id] for id, first in of)
    return f"  {CALLED[name]:<42} {times(one.seconds)}; recall at 1 {share(right, len(of))}"


if __name__ == "__main__":
    main()
