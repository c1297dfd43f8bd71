"""Links any table of people with Splink: Kith's normal form and comparisons, trained on the table itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from kith.identity.comparisons import CompareBy, Level
from kith.identity.keys import key, matching_keys
from kith.identity.levels import either_lacks, near, same, slip
from kith.identity.skeleton import skeleton
from kith.identity.traits import Traits, traits_of
from kith.linkage.columns import table_of
from kith.linkage.mapping import Mapped
from kith.linkage.splink_model import BY_KEYS, comparison_for, settings

AREA = "file"
MOST_OF_A_KEY = 100
"""A key that more rows share is left out: it would pair too many to be compared."""
SURE = 0.95
SURE_ARE = 0.5
"""So many of the true pairs are thought to agree on both names and the birth."""
MOST_ARE = 0.9
"""However few and alike the rows are, no more of all pairs are thought to be of one person: at all of them nothing can be learned."""
RANDOM_PAIRS = 400_000


@dataclass(frozen=True)
class FileLinks:
    """``pairs``: (place, place, probability) of those compared; ``person`` of each place, at ``SURE`` or more."""

    pairs: list[tuple[int, int, float]]
    person: list[int]


def link_file(rows: Sequence[Mapped], also: Sequence[str], *, sure: float = SURE) -> FileLinks:
    """Which rows are of one person. Nothing is known of the table but its columns.

    Where no two rows share enough to learn anything from, each is somebody of their own.
    """
    traits = [traits_of(row.said) for row in rows]
    rules = list(_training_rules(rows, traits))
    if not rules:
        return FileLinks([], list(range(len(rows))))
    connection = duckdb.connect()
    linker = _linker(rows, traits, [f"also_{number}" for number in range(len(also))], connection)
    linker.training.estimate_u_using_random_sampling(
        max_pairs=RANDOM_PAIRS, seed=1, min_count_per_level=None, num_chunks=1
    )
    for rule in rules:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, populate_probability_two_random_records_match_from_trained_values=False
        )
    found = linker.inference.predict(threshold_match_probability=0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        found, threshold_match_probability=sure
    )
    pairs = _rows_of(found, connection, "unique_id_l, unique_id_r, match_probability")
    person = dict(_rows_of(clusters, connection, "unique_id, cluster_id"))
    return FileLinks(pairs, [person[place] for place in range(len(rows))])


def _rows_of(frame: Any, connection: Any, columns: str) -> list[tuple[Any, ...]]:
    """The rows of one of Splink's tables."""
    statement = f"SELECT {columns} FROM {frame.physical_name}"  # noqa: S608  Splink's own name
    rows: list[tuple[Any, ...]] = connection.execute(statement).fetchall()
    return rows


def _training_rules(rows: Sequence[Mapped], traits: Sequence[Traits]) -> Iterator[str]:
    """Splink's rules for pairs to learn from: those by which two rows meet at all."""
    if _meet((one.first, one.last) for one in traits if one.first):
        yield "l.first = r.first AND l.last = r.last AND l.first <> ''"
    if _meet(one.born_on for one in traits if one.born_on):
        yield "l.born_on = r.born_on AND l.born_on <> ''"
    if any(one.postcode for one in traits):
        if _meet(one.postcode for one in traits if one.postcode):
            yield "l.postcode = r.postcode AND l.postcode <> ''"
    elif _meet(
        (row.also[0], one.last) for row, one in zip(rows, traits, strict=True) if row.also and row.also[0]
    ):
        yield "l.also_0 = r.also_0 AND l.also_0 <> '' AND l.last = r.last"


def _meet(values: Iterable[object]) -> bool:
    """Whether two are equal."""
    return any(count > 1 for count in Counter(values).values())


def _linker(
    rows: Sequence[Mapped], traits: Sequence[Traits], names: Sequence[str], connection: Any
) -> Linker:
    table = table_of(traits)
    for number, name in enumerate(names):
        table = table.append_column(name, pa.array([row.also[number] for row in rows], pa.string()))
    keys = _without_hot([sorted(_wide_keys(one, row.also)) for one, row in zip(traits, rows, strict=True)])
    table = table.append_column("keys", pa.array(keys, pa.list_(pa.int64())))
    made = settings(dialect="duckdb", blocking=[BY_KEYS], prior=_prior(traits))
    made["comparisons"] = [one for one in made["comparisons"] if _is_there(one["output_column_name"], traits)]
    made["comparisons"] += [comparison_for(_plain(name), "duckdb") for name in names]
    api = DuckDBAPI(connection)
    return Linker(api.register(table), made)


def _prior(traits: Sequence[Traits]) -> float:
    """How often two rows taken at random are of one person, from those that agree on both names and the birth."""
    every = len(traits) * (len(traits) - 1) / 2
    same = Counter((one.first, one.last, one.written) for one in traits if one.first and one.written)
    sure = sum(count * (count - 1) / 2 for count in same.values())
    return min(MOST_ARE, max(sure, 1.0) / SURE_ARE / max(every, 2.0))


def _is_there(comparison: str, traits: Sequence[Traits]) -> bool:
    """Whether the table says anything that this comparison asks."""
    held = {
        "first_name": "first", "last_name": "last", "birth": "born_from", "sex": "sex", "nhs_number": "nhs_number",
        "upn": "upn", "address": "postcode", "phone": "phones", "guardian": "carers",
    }  # fmt: skip
    asks = (held[comparison], "road") if comparison == "address" else (held[comparison],)
    return any(getattr(one, name) for one in traits for name in asks)


def _plain(name: str) -> CompareBy:
    return CompareBy(
        name,
        either_lacks(name),
        (
            Level("same", same(name), "The same.", name),
            Level("slip", slip(name, least=4), "One letter apart."),
            Level("near", near(name, 0.88), "Somewhat alike."),
            Level("far", near(name, 0.7), "A little alike."),
            Level("differ", None, "Different."),
        ),
    )


def _wide_keys(traits: Traits, also: Sequence[str]) -> Iterator[int]:
    """More keys than where people are looked for live: a table is linked once, and hot keys are left out."""
    yield from matching_keys(traits, area=AREA)
    firsts, lasts = ({skeleton(part) for part in parts} for parts in (traits.firsts, traits.lasts))
    year, words = traits.written[:4], [(str(place), word) for place, word in enumerate(also) if word]
    for what in (("day", traits.written), ("postcode", traits.postcode), ("road", traits.road)):
        if what[1]:
            yield key(AREA, *what)
    for first in firsts:
        for last in lasts:
            yield key(AREA, "names", *sorted((first, last)))
    for bones in firsts | lasts:
        for more in (year, traits.written[4:], traits.outward, traits.road):
            if more:
                yield key(AREA, "bones", bones, more)
        for place, word in words:
            yield key(AREA, "bones_word", bones, place, word)
    for place, word in words:
        yield key(AREA, "word", place, word)
        if year:
            yield key(AREA, "word_year", place, word, year)
        if traits.written:
            yield key(AREA, "word_day", place, word, traits.written[4:])


def _without_hot(keys: list[list[int]]) -> list[list[int]]:
    counts = Counter(one for some in keys for one in some)
    return [[one for one in dict.fromkeys(some) if 1 < counts[one] <= MOST_OF_A_KEY] for some in keys]
