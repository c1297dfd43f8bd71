"""Reads one item as far as can be seen from the item alone: its form, then what it says."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from kith.api import findings
from kith.api.desk import OWN, Desk
from kith.api.findings import Finding
from kith.api.item import Born, EntryItem, PersonItem
from kith.api.paths import strings_in
from kith.chronology.when import CLOCKS_MAY_DIFFER, When, made, midday, possible
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput

NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of characters: no text needs them, and a database cannot keep some of them."""
LATEST_EXPECTED = timedelta(weeks=42)


def read(raw: Any, *, desk: Desk) -> tuple[EntryItem | None, list[Finding]]:
    """The item in its form, and everything that is to be mended; nothing is to be where there is nothing to mend."""
    if found := list(_not_text(raw)):
        return None, found
    try:
        item = EntryItem.model_validate(raw)
    except ValidationError as problem:
        return None, findings.of_form(problem)
    return item, [*_codes(item, desk), *_details(item, desk), *_people(item, desk), *_times(item, desk)]


def when_of(item: EntryItem, *, at: datetime) -> When:
    """When it happened, as a span. Raises BadInput."""
    happened = item.happened
    return made(on=happened.first, to=happened.last, precision=happened.precision, at=at)


def captured_at(item: EntryItem) -> datetime | None:
    """When it was written down; a day stands at noon."""
    given = item.captured_at
    return given if given is None or isinstance(given, datetime) else midday(given)


def born(given: Born | None) -> tuple[date | None, date | None]:
    """The first and the last day on which somebody can have been born."""
    return (given.first, given.last or given.first) if given else (None, None)


def _not_text(raw: Any) -> Iterator[Finding]:
    for place, text in strings_in(raw):
        if NOT_TEXT.search(text):
            yield place, "This holds a control character, or half of a character, that no text needs."


def _codes(item: EntryItem, desk: Desk) -> Iterator[Finding]:
    if item.kind not in desk.kinds:
        yield ("kind",), f"There is no such kind of entry to send. There are: {', '.join(desk.kinds)}."
    yield from of_agency(item.agency, desk)
    for number, code in enumerate(item.told):
        if code not in desk.agencies:
            yield (
                ("told", number),
                f"There is no such agency here. There are: {', '.join(sorted(desk.agencies))}.",
            )
    if (item.sender_reference or "").startswith(OWN):
        yield ("sender_reference",), f"A reference that begins with {OWN} is given by Kith."


def of_agency(given: Any, desk: Desk) -> Iterator[Finding]:
    """The agency is the token's. Naming it is needless; naming another is refused."""
    if given is None or given == desk.caller.by.agency:
        return
    known = isinstance(given, str) and given in desk.agencies
    words = "This token is another agency's." if known else "There is no such agency here."
    yield ("agency",), f"{words} The agency is taken from the token: leave this out."


def _details(item: EntryItem, desk: Desk) -> Iterator[Finding]:
    """Each detail by itself, so that all that is wrong is told at once."""
    kind = desk.kinds.get(item.kind)
    if kind is None:
        return
    for name, given in item.details.items():
        try:
            kind.validate({name: given})
        except BadInput as problem:
            yield findings.of_detail(problem, name=name, given=given)


def _people(item: EntryItem, desk: Desk) -> Iterator[Finding]:
    keys = [person.key for person in item.people]
    for number, person in enumerate(item.people):
        if person.key in keys[:number]:
            yield ("people", number, "key"), "Another person of this item has this key."
        for place, words in _person(person, desk.caller.at.astimezone(LONDON).date()):
            yield ("people", number, *place), words
    for number, key in enumerate(item.about):
        if key not in keys:
            yield ("about", number), "Nobody among the people of this item has this key."


def _person(person: PersonItem, today: date) -> Iterator[Finding]:
    if person.born and person.kind == "unborn":
        yield ("born",), "An unborn child has no birth yet: give expected_on."
    if person.expected_on and person.kind == "adult":
        yield ("expected_on",), "An adult is not expected."
    if person.expected_on and person.expected_on > today + LATEST_EXPECTED:
        yield ("expected_on",), "This is more than a pregnancy away."
    first, last = born(person.born)
    if first and last and last < first:
        yield ("born", "to"), "This is before the first day that is possible."
    if first and first > today:
        yield (
            ("born", "from"),
            "This is in the future. For a child who is not born, give kind unborn and expected_on.",
        )


def _times(item: EntryItem, desk: Desk) -> Iterator[Finding]:
    at = desk.caller.at
    try:
        possible(when_of(item, at=at), at=at, earliest_birth=_earliest_birth(item))
    except BadInput as problem:
        yield findings.of_room(problem, item=None)
    captured = captured_at(item)
    if captured and captured > at + CLOCKS_MAY_DIFFER:
        yield ("captured_at",), "This was written down in the future."


def _earliest_birth(item: EntryItem) -> date | None:
    """Where all whom it is about are children whose births the sender gives: nothing happened to them long before."""
    about = [person for person in item.people if person.key in item.about]
    births = [person.born.first for person in about if person.kind == "child" and person.born]
    return min(births) if about and len(births) == len(about) else None
