"""Three public sets of people, linked by the bulk path and by a plain Splink 5 in one run: precision, recall, F1, seconds.

[FOLDER, ../shared/data/linkage] [--only NAME]. They come with Splink (MIT): fake_1000, febrl4, and half of historical_50k.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from ground import django_alone, shown
from plain_splink import plain_pairs
from setting import ROOT, publish

MAPS = Path(__file__).with_name("maps")
STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)


@dataclass(frozen=True)
class Set:
    """A public set: its files, and SQL for whose each row is."""

    name: str
    files: tuple[str, ...]
    id: str
    person: str


SETS = (
    Set("fake_1000", ("fake_1000.csv",), "unique_id", "cluster"),
    Set("febrl4", ("febrl4a.csv", "febrl4b.csv"), "rec_id", "split_part(rec_id, '-', 2)"),
    Set("historical", ("historical_half.parquet",), "unique_id", "cluster"),
)


def main() -> None:
    asked = _asked()
    django_alone()
    lines = []
    for one in SETS:
        if asked.only in ("", one.name):
            lines += _measured(one, asked.folder)
    kept_as = f"identity/public_sets{'_' + asked.only if asked.only else ''}"
    given = " ".join([shown(asked.folder), *(["--only", asked.only] if asked.only else [])])
    publish("identity/public_sets", lines, given=given, kept_as=kept_as)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kith bench identity/public_sets --", description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", metavar="FOLDER", default=ROOT.parent / "shared/data/linkage"
    )
    parser.add_argument("--only", choices=[one.name for one in SETS], default="")
    return parser.parse_args()


def _measured(one: Set, folder: Path) -> list[str]:
    truth = _truth(one, folder)
    pairs = _pairs_within(truth.values())
    seconds, ours = _timed(lambda: _by_kith(one, folder))
    score = _score(_within(truth, ours), _pairs_within(ours.values()), pairs)
    lines = [
        f"{one.name}: {len(truth):,} rows, {pairs:,} pairs of one person",
        f"  Kith by the bulk path, people at .95:      {score}; {seconds:.1f} s",
    ]
    seconds, found = _timed(lambda: plain_pairs(one.name, [folder / file for file in one.files]))
    kept = {least: _pairs_and_people(found, least, truth, pairs) for least in STEPS}
    best, how, least = max(
        ((score, how, least) for least, both in kept.items() for how, score in both.items()),
        key=lambda tried: tried[0].f1,
    )
    weighed = sum(truth[a] == truth[b] for a, b, _ in found) / pairs
    return [
        *lines,
        f"  Splink 5 plainly set up, people at .95:    {kept[0.95]['people']}; {seconds:.1f} s",
        f"  the same, pairs at .95:                    {kept[0.95]['pairs']}",
        f"  the same, as suits it best:                {best}; {how} at {least} (chosen with the truth in hand)",
        f"  the same, true pairs that it weighed:      {weighed:.4f}",
    ]


def _pairs_and_people(
    found: Sequence[tuple[str, str, float]], least: float, truth: dict[str, str], true: int
) -> dict[str, "Score"]:
    """What Splink's pairs come to from a chance on: as they are, and when what hangs together is one person."""
    taken = [(a, b) for a, b, chance in found if chance >= least]
    right = sum(truth[a] == truth[b] for a, b in taken)
    whose = _joined(taken)
    together = _score(_within(truth, whose), _pairs_within(whose.values()), true)
    return {"pairs": _score(right, len(taken), true), "people": together}


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, Hashable]:
    """Whose each row is, when everybody who hangs together is one person."""
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            above[one] = one = above[above[one]]
        return one

    for a, b in pairs:
        above[top(a)] = top(b)
    return {one: top(one) for one in list(above)}


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    done = work()
    return time.perf_counter() - began, done


def _truth(one: Set, folder: Path) -> dict[str, str]:
    """Whose each row is, by the row's id."""
    held: dict[str, str] = {}
    for file in one.files:
        source = folder / file
        rows = duckdb.sql(f"SELECT CAST({one.id} AS VARCHAR), CAST({one.person} AS VARCHAR) FROM '{source}'")  # noqa: S608  files that the operator names
        held |= dict(rows.fetchall())
    return held


def _by_kith(one: Set, folder: Path) -> dict[str, Hashable]:
    """Whose each row is, as ``./kith identity link`` has it."""
    from kith.linkage.link_file import link_file
    from kith.linkage.mapping import read_mapping, read_table

    mapping = read_mapping(MAPS / f"{one.name}.yaml")
    rows = [row for file in one.files for row in read_table(folder / file, mapping)]
    found = link_file(rows, mapping.also)
    return {row.id: person for row, person in zip(rows, found.person, strict=True)}


@dataclass(frozen=True)
class Score:
    """Pairwise precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"precision {self.precision:.4f}, recall {self.recall:.4f}, F1 {self.f1:.4f}"


def _score(right: int, said: int, true: int) -> Score:
    return Score(right / said if said else 1.0, right / true)


def _pairs_within(whose: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(whose).values())


def _within(truth: dict[str, str], ours: dict[str, Hashable]) -> int:
    """The pairs that both put together."""
    return _pairs_within((truth[id], person) for id, person in ours.items())


if __name__ == "__main__":
    main()
