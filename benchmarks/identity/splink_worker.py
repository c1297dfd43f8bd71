"""Splink 4 or 5 by itself, as its documentation sets it up: learns a registry, then answers one record a line.

``beside_splink.py`` runs it in an environment that has Splink and nothing of Kith. It is given a CSV and the number of
threads; it writes one line when it is ready and one for each record: {"seconds", "found", "weight"}. Writing the record
into a table and learning the registry are not in the seconds.
"""

import json
import sys
import time
from typing import Any

import duckdb
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, block_on

NEW = splink.__version__.startswith("5")
BLOCKING = [
    block_on("nhs_number"),
    block_on("upn"),
    block_on("phone"),
    block_on("first_name", "last_name"),
    block_on("dob", "outward"),
    block_on("dob", "last_name"),
    block_on("dob", "first_name"),
    block_on("postcode", "first_name"),
]
NAMES = ("first_name", "last_name")
PAIRS = 5e6
LEAST = -20
"""Bits above which a pair is given back: the best of them is what counts."""


def settings() -> dict[str, Any]:
    """Comparisons from Splink's library, in its own words."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "record_id",
        "blocking_rules_to_generate_predictions": BLOCKING,
        "comparisons": [
            *(cl.NameComparison(name).configure(term_frequency_adjustments=True) for name in NAMES),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.NameComparison("guardian"),
            *(cl.ExactMatch(name) for name in ("sex", "nhs_number", "upn", "phone", "uprn")),
        ],
        "retain_intermediate_calculation_columns": False,
        "retain_matching_columns": False,
    }


def learnt(connection: duckdb.DuckDBPyConnection) -> tuple[Linker, Any]:
    """A linker trained on the table ``registry`` without labels, names counted; and that table as it wants it."""
    api = DuckDBAPI(connection)
    held = api.register("registry") if NEW else "registry"
    more = {"log_level": "ERROR"} if NEW else {"set_up_basic_logging": False}
    linker = Linker(held, settings(), **more) if NEW else Linker(held, settings(), api, **more)
    sure = [block_on("nhs_number"), block_on("first_name", "last_name", "dob")]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=1)
    for rule in (block_on("dob", "outward"), block_on("first_name", "last_name")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    for name in NAMES:
        linker.table_management.compute_tf_table(name)
    return linker, held


class Asked:
    """One linker that is asked record by record."""

    def __init__(self, path: str, threads: int) -> None:
        self.connection = duckdb.connect(config={"threads": threads})
        self.connection.execute(
            "CREATE TABLE registry AS SELECT * FROM read_csv(?, all_varchar=true, nullstr='')", [path]
        )
        self.linker, self.registry = learnt(self.connection)
        self.number = 0

    def answer(self, record: dict[str, str]) -> dict[str, Any]:
        """The record that fits best, and the seconds of finding it."""
        self.number += 1
        table = f"asked_{self.number}"
        self.connection.execute(f"CREATE TABLE {table} AS SELECT * FROM registry LIMIT 0")  # noqa: S608  names of our own
        marks = ", ".join("?" for _ in record)
        self.connection.execute(
            f"INSERT INTO {table} ({', '.join(record)}) VALUES ({marks})",  # noqa: S608  names of our own
            [value or None for value in record.values()],
        )
        began = time.perf_counter()
        found = self._found(table)
        best = self.connection.execute(
            f"SELECT record_id_l, match_weight FROM {found.physical_name} ORDER BY match_weight DESC LIMIT 1"  # noqa: S608  Splink's own name
        ).fetchall()
        seconds = time.perf_counter() - began
        found.drop_table_from_database_and_remove_from_cache()
        self.connection.execute(f"DROP TABLE {table}")
        first, weight = best[0] if best else ("", None)
        return {"seconds": seconds, "found": first, "weight": weight}

    def _found(self, table: str) -> Any:
        if not NEW:
            return self.linker.inference.find_matches_to_new_records(
                table, blocking_rules=BLOCKING, match_weight_threshold=LEAST
            )
        return self.linker.inference.predict_between(
            self.registry,
            self.linker._db_api.register(table),
            threshold_match_weight=LEAST,
            warning_mode="never",
        )


def serve(path: str, threads: int) -> None:
    """Answer every line of standard input until it ends."""
    out, sys.stdout = sys.stdout, sys.stderr
    began = time.perf_counter()
    asked = Asked(path, threads)
    ready = {"version": splink.__version__, "seconds": time.perf_counter() - began}
    print(json.dumps(ready), file=out, flush=True)
    for line in sys.stdin:
        print(json.dumps(asked.answer(json.loads(line))), file=out, flush=True)


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
