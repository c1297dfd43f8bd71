"""Takes from a posted form the fields that were asked for, and no others."""

from collections.abc import Iterable, Mapping

from django.http import QueryDict

LONGEST = 20_000
"""Characters kept of any one field; more than anybody types and less than fills a disk."""


def answers_from(posted: QueryDict, names: Iterable[str]) -> Mapping[str, str]:
    """The named fields as typed, without outer blanks; several ticks of one name are joined by a space."""
    return {name: " ".join(posted.getlist(name)).strip()[:LONGEST] for name in names if name in posted}
