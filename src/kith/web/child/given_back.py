"""Says where the reader's own agency finds a child's entries in the system that it must also keep."""

from kith.giving import queries as giving
from kith.web.child.reading import Reading
from kith.web.dates import lately


def goes_back_in(reading: Reading) -> str:
    """``Goes back to CPOMS: 3 entries, last fetched 10:40 today.``; empty where the agency has no such system here."""
    found = giving.goes_to(child=reading.child.id, by=reading.by, at=reading.at)
    if found is None:
        return ""
    if not found.entries:
        return f"Nothing goes back to {found.system}: it has no reference of its own for this child, or nothing was told."
    number = "1 entry" if found.entries == 1 else f"{found.entries} entries"
    last = (
        f"last fetched {lately(found.fetched_at, now=reading.at).words}"
        if found.fetched_at
        else "not fetched yet"
    )
    return f"Goes back to {found.system}: {number}, {last}."
