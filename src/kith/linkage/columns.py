"""Sets descriptions out as the columns that comparisons ask of, for SQL."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from kith.identity.traits import Traits

LISTS = (
    "firsts", "middles", "lasts", "initials", "first_letters", "phones", "guardians", "carers", "first_sounds",
    "first_called", "first_bones", "last_sounds", "last_bones",
)  # fmt: skip
WORDS = (
    "kind", "first", "last", "written", "born_on", "turned", "born_from", "born_to", "month_day", "year", "year_month",
    "sex", "nhs_number", "upn", "uprn", "postcode", "sector", "outward", "number", "road",
)  # fmt: skip


def table_of(traits: Iterable[Traits], **more: list[Any]) -> pa.Table:
    """One row for each description, ``unique_id`` its place; ``more`` are further columns, as long as it."""
    columns: dict[str, list[Any]] = {name: [] for name in (*WORDS, *LISTS)}
    count = 0
    for one in traits:
        for name in WORDS:
            columns[name].append(getattr(one, name))
        for name in LISTS:
            columns[name].append(sorted(getattr(one, name)))
        count += 1
    made = {name: pa.array(columns[name], pa.string()) for name in WORDS}
    made |= {name: pa.array(columns[name], pa.list_(pa.string())) for name in LISTS}
    made["unique_id"] = pa.array(range(count), pa.int64())
    return pa.table(made | {name: pa.array(values) for name, values in more.items()})
