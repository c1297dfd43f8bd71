"""What was found where, of what must not be there."""

from tests.guard.canary.crawl import Seen
from tests.guard.canary.families import Secrets
from tests.guard.normal_forms import needles, said_in

NO_PLACE_EITHER = (
    "log lines", "sessions", "table kernel_outbox_item", "table kernel_dead_letter", "table people_peoplechange",
    "table access_accesschange", "table access_look", "table access_refusal", "table access_deskcall",
)  # fmt: skip
"""Where what entries say of a place has no business: entries themselves keep it, for those who go there."""


def found_in(seen: Seen, secrets: Secrets) -> dict[str, set[str]]:
    """Where something was said that was not to be said there; empty where all is well."""
    to_readers = needles(secrets.every)
    in_traces = needles(secrets.of_the_vault)
    closer = needles((*secrets.of_the_vault, *secrets.of_places))
    found: dict[str, set[str]] = {}
    for where, sent in seen.answers.items():
        found[where] = said_in(sent, to_readers)
    for where, kept in seen.traces.items():
        close = where in NO_PLACE_EITHER
        found[where] = said_in(kept, closer if close else in_traces)
    return {where: said for where, said in found.items() if said}


def samples(seen: Seen, secrets: Secrets) -> int:
    """One sample is one secret sought in one place."""
    return len(seen.answers) * len(secrets.every) + len(seen.traces) * len(secrets.of_the_vault)
