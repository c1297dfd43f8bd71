"""Splink 5 on the public sets, set up as its own examples have it (docs/demos/examples/duckdb), without labels.

febrl4 and historical have the rules and comparisons of febrl4.nb.py and deduplicate_50k_synthetic.nb.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, block_on

LEAST = 0.01
PAIRS = 1e7


@dataclass(frozen=True)
class Setup:
    """What Splink is told of one set. ``sure`` are rules that hardly ever pair two people."""

    id: str
    comparisons: Sequence[Any]
    blocking: Sequence[Any]
    sure: Sequence[Any]
    train_by: Sequence[Any]
    recall: float = 0.7
    link_type: str = "dedupe_only"


def _counted(name: str) -> Any:
    """An exact match that counts more for a rare word."""
    return cl.ExactMatch(name).configure(term_frequency_adjustments=True)


SETUPS = {
    "fake_1000": Setup(
        id="unique_id",
        comparisons=(
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            _counted("city"),
            cl.EmailComparison("email"),
        ),
        blocking=(block_on("first_name", "city"), block_on("surname"), block_on("dob"), block_on("email")),
        sure=(block_on("first_name", "dob"), block_on("surname", "dob"), block_on("email")),
        train_by=(block_on("first_name", "surname"), block_on("dob")),
    ),
    "febrl4": Setup(
        id="rec_id",
        comparisons=(
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
            _counted("street_number"),
        ),
        blocking=(
            block_on("given_name", "surname"),
            "l.given_name = r.surname AND l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ),
        sure=(block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")),
        train_by=(block_on("date_of_birth"), block_on("postcode")),
        recall=0.8,
        link_type="link_only",
    ),
    "historical": Setup(
        id="unique_id",
        comparisons=(
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="both_names"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            _counted("birth_place"),
            _counted("occupation"),
        ),
        blocking=(
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            *(block_on("substr(postcode_fake,1,3)", name) for name in ("dob", "first_name", "surname")),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ),
        sure=(
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ),
        train_by=(block_on("first_name", "surname"), block_on("dob")),
        recall=0.6,
    ),
}


def plain_pairs(name: str, files: Sequence[Path]) -> list[tuple[str, str, float]]:
    """(id, other id, chance) of every pair that Splink weighs at ``LEAST`` or more."""
    setup, connection = SETUPS[name], duckdb.connect()
    linker = Linker(_tables(connection, files), _settings(setup), log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match(list(setup.sure), recall=setup.recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=1)
    for rule in setup.train_by:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    found = linker.inference.predict(threshold_match_probability=LEAST)
    asked = f"SELECT CAST({setup.id}_l AS VARCHAR), CAST({setup.id}_r AS VARCHAR), match_probability FROM {found.physical_name}"  # noqa: S608  Splink's own names
    return connection.execute(asked).fetchall()


def _tables(connection: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> Any:
    """Each file as a table of words, columns and words trimmed; empty is not known."""
    api = DuckDBAPI(connection)
    tables = []
    for number, path in enumerate(files):
        is_parquet = path.suffix == ".parquet"
        rows = (
            connection.from_parquet(str(path)) if is_parquet else connection.read_csv(path, all_varchar=True)
        )
        trimmed = [f"""nullif(trim("{name}"), '') AS "{name.strip()}" """ for name in rows.columns]
        if {"first_name", "surname"} <= set(rows.columns):
            trimmed.append("first_name || ' ' || surname AS both_names")
        rows.project(", ".join(trimmed)).create(f"set_{number}")
        tables.append(api.register(f"set_{number}"))
    return tables[0] if len(tables) == 1 else tables


def _settings(setup: Setup) -> dict[str, Any]:
    return {
        "link_type": setup.link_type,
        "unique_id_column_name": setup.id,
        "comparisons": list(setup.comparisons),
        "blocking_rules_to_generate_predictions": list(setup.blocking),
        "retain_intermediate_calculation_columns": False,
        "retain_matching_columns": False,
    }
