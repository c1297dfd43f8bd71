"""Asks the vault whether texts hold what it keeps: the answer names an address by its id and a form, never by its words."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from django.views.decorators.debug import sensitive_variables

from kith.kernel.types import Actor
from kith.people import models
from kith.people.address_forms import forms_of_address
from kith.people.hidden_words import forms_found, prepared
from kith.people.operations import trail
from kith.people.operations.trail import Done
from kith.people.types import HiddenFound


@sensitive_variables("texts", "views")
@transaction.atomic
def search_for_hidden(
    *,
    texts: Sequence[str],
    persons: Iterable[UUID],
    but_not: Iterable[UUID] = (),
    because: str,
    by: Actor,
    at: datetime,
) -> tuple[HiddenFound, ...]:
    """Which confidential addresses of these people's homes, past and withdrawn ones too, stand in which text, in which form.

    ``but_not`` are households whose address the reader may learn. For each other household that it looks for, a row of
    the trail says first who searched and why; the database shows the words to no search without it. Addresses of all
    areas are looked for: a leak is one wherever it is held.
    """
    said = trail.check_said(because)
    held = _addresses(set(persons), set(but_not))
    if not held:
        return ()
    views = [prepared(text) for text in texts]
    found: list[HiddenFound] = []
    for household, addresses in held.items():
        done = _searched(household, addresses, said, by, at)
        for address, words in _words_for(addresses, done):
            forms = forms_of_address(words)
            found += [
                HiddenFound(address=address, household=household, text=number, forms=stands)
                for number, view in enumerate(views)
                if (stands := forms_found(view, forms))
            ]
    return tuple(found)


def _addresses(persons: set[UUID], but_not: set[UUID]) -> dict[UUID, list[UUID]]:
    """The confidential addresses of every household in which any of them was ever said to live."""
    homes = (
        models.Residency.objects.filter(person__in=persons).exclude(household__in=but_not).values("household")
    )
    rows = models.ConfidentialAddress.objects.filter(household__in=homes).order_by(
        "household", "known_at", "pk"
    )
    held: dict[UUID, list[UUID]] = {}
    for household, address in rows.values_list("household_id", "pk"):
        held.setdefault(household, []).append(address)
    return held


def _searched(household: UUID, addresses: list[UUID], said: str, by: Actor, at: datetime) -> UUID:
    done = Done(
        what="address_searched_for",
        sentence=f"Searched for a confidential address, for: {said}",
        household=household,
        details={"confidential_addresses": [str(address) for address in addresses]},
    )
    return trail.keep(done, by=by, at=at)


@sensitive_variables()
def _words_for(addresses: list[UUID], done: UUID) -> list[tuple[UUID, str]]:
    """The words, which the database shows while ``kith.revealing`` names the row of the trail that says who searches."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(done)])
        rows = models.Whereabouts.objects.filter(pk__in=addresses).order_by("pk")
        words = list(rows.values_list("pk", Cast("words", TextField())))
        cursor.execute("SELECT set_config('kith.revealing', '', true)")
    if len(words) != len(addresses):
        raise LookupError("The vault did not show every address that was to be searched for.")
    return words
