"""Runs Splink on DuckDB."""

import duckdb
from splink import DuckDBAPI, Linker

from kith.linkage.engines import Question, Weighed, table_to_weigh
from kith.linkage.splink_model import BY_KEYS, trained_settings

CHUNKS_OF = 200_000
"""So many descriptions on either side are paired at once, so that memory does not grow with the square."""


def weigh(question: Question) -> Weighed:
    """Every pair that shares a key and weighs enough."""
    table = table_to_weigh(question)
    connection = duckdb.connect()
    made = trained_settings(question.splink, dialect="duckdb", blocking=[BY_KEYS])
    linker = Linker(DuckDBAPI(connection).register(table), made, log_level="ERROR", validate_settings=False)
    chunks = len(question.traits) // CHUNKS_OF + 1
    found = linker.inference.predict(
        threshold_match_weight=question.least, num_chunks_left=chunks, num_chunks_right=chunks
    )
    pairs = f"SELECT unique_id_l, unique_id_r, match_weight FROM {found.physical_name}"  # noqa: S608  Splink's own name
    return sorted(
        (min(one, other), max(one, other), bits) for one, other, bits in connection.execute(pairs).fetchall()
    )
