"""Where words of agencies' descriptions stand in texts that would leave: the words themselves stay in this room."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from kith.identity import models
from kith.outgoing.types import ToldIn
from kith.people.address_forms import forms_of_address, forms_of_telephone
from kith.people.hidden_words import Hidden, Prepared, forms_found

_COLUMNS = (
    "person_id",
    "description__address_lines",
    "description__postcode",
    "description__uprn",
    "description__phone",
)


def told_in(
    *,
    views: Sequence[Sequence[Prepared]],
    hidden_since: Mapping[UUID, datetime],
    about: Sequence[UUID],
    at: datetime,
) -> tuple[ToldIn, ...]:
    """Where the address or telephone of somebody stands that an agency described since their home is hidden."""
    rows = models.Link.objects.filter(person__in=list(hidden_since), from_at__lte=at)
    found: dict[tuple[UUID, str, int], tuple[str, ...]] = {}
    for person, lines, postcode, uprn, phone, received_at in rows.values_list(
        *_COLUMNS, "description__received_at"
    ):
        if received_at < hidden_since[person]:
            continue
        for kind, hidden in _hidden((*lines, postcode, uprn), phone):
            for number, view in enumerate(views):
                if forms := forms_found(view, hidden):
                    found[person, kind, number] = forms
    return tuple(
        ToldIn(person=person, kind=kind, text=number, forms=forms)
        for (person, kind, number), forms in found.items()
    )


def _hidden(lines: Sequence[str], phone: str) -> Iterator[tuple[str, Hidden]]:
    if words := "\n".join(line for line in lines if line):
        yield "told_home", forms_of_address(words)
    if phone:
        yield "told_telephone", forms_of_telephone(phone)
