"""Says Kith's comparisons in Splink's words, and Splink's trained model in a file that Kith reads."""

from collections.abc import Sequence
from typing import Any

from kith.identity.comparisons import COMPARISONS, CompareBy
from kith.identity.levels import Dialect

BY_KEYS: dict[str, Any] = {"blocking_rule": "l.keys = r.keys", "arrays_to_explode": ["keys"]}
"""Splink's rule for pairing what shares one of Kith's keys."""


def settings(*, dialect: Dialect, blocking: Sequence[Any] = (), prior: float = 1e-6) -> dict[str, Any]:
    """Splink's settings with Kith's comparisons, not yet trained. ``blocking`` are Splink's rules for pairs."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": prior,
        "comparisons": [comparison_for(one, dialect) for one in COMPARISONS],
        "blocking_rules_to_generate_predictions": list(blocking),
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }


def trained_settings(model: dict[str, Any], *, dialect: Dialect, blocking: Sequence[Any]) -> dict[str, Any]:
    """A saved model's settings for another dialect: its probabilities, the conditions said anew."""
    made = settings(dialect=dialect, blocking=blocking, prior=model["probability_two_random_records_match"])
    held = {one["output_column_name"]: one for one in model["comparisons"]}
    for comparison in made["comparisons"]:
        trained = {
            level["label_for_charts"]: level
            for level in held[comparison["output_column_name"]]["comparison_levels"]
        }
        for level in comparison["comparison_levels"]:
            for name in ("m_probability", "u_probability"):
                if name in trained[level["label_for_charts"]]:
                    level[name] = trained[level["label_for_charts"]][name]
    return made


def comparison_for(comparison: CompareBy, dialect: Dialect) -> dict[str, Any]:
    """One comparison in Splink's words, its levels labelled by their names."""
    levels: list[dict[str, Any]] = [
        {
            "sql_condition": comparison.missing.sql(dialect),
            "label_for_charts": "missing",
            "is_null_level": True,
        }
    ]
    for level in comparison.levels:
        held: dict[str, Any] = {
            "sql_condition": level.test.sql(dialect) if level.test else "ELSE",
            "label_for_charts": level.name,
        }
        if level.frequency:
            held |= {
                "tf_adjustment_column": level.frequency,
                "tf_adjustment_weight": 1.0,
                "disable_tf_exact_match_detection": True,
            }
        levels.append(held)
    return {
        "output_column_name": comparison.name,
        "comparison_description": comparison.name.replace("_", " "),
        "comparison_levels": levels,
    }
