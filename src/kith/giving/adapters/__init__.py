"""How each sector's systems take a child's file in: one file for each layout, found by being here.

No layout has been checked by a vendor [P]: these are plain tables and documents of our own, for a person or a mapping to
take in.
"""

import importlib
import pkgutil
from functools import cache

from kith.giving.types import Adapter

FORMS = ("csv", "fhir", "pdf")


@cache
def adapters() -> tuple[Adapter, ...]:
    """Every adapter, by its code; those that are for one sector before those for anybody."""
    found = [
        importlib.import_module(f"{__name__}.{one.name}").ADAPTER
        for one in pkgutil.iter_modules(__path__)
        if one.name not in ("table",)
    ]
    return tuple(sorted(found, key=lambda one: (not one.agencies, one.code)))


def adapter_for(*, form: str, agency: str) -> Adapter | None:
    """The layout of a form for an agency: its own sector's, else the one that is for anybody; None for no such form."""
    return next(
        (one for one in adapters() if one.form == form and (not one.agencies or agency in one.agencies)), None
    )
