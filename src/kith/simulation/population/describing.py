"""How one office has one person on its books: what it holds of the truth, and the slips that it makes."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from random import Random

from kith.simulation.population.offices import Office, office_for
from kith.simulation.population.people import DRAWN_ON, YEAR, Someone
from kith.simulation.population.places import Home
from kith.simulation.population.slips import Draft, plainly, slip_up

KEPT_FOR = int(8 * YEAR)
NAME_ORDER_MISTAKEN, ENGLISH_NAME_USED, ALSO_USED = 0.12, 0.3, 0.4
BABY_FOR, BABY_SHARE = 60, 0.25
NO_EXPECTED_DATE, UNBORN_UNNAMED = 0.12, 0.25
WORDS_FOR_UNBORN = ("Unborn", "Baby", "Unborn Baby", "UNBORN", "UBB")
Row = tuple[str, ...]
COLUMNS = (
    "record_id", "agency", "received", "first_name", "last_name", "dob", "sex", "postcode",
    "address", "uprn", "nhs_number", "upn", "phone", "guardian_names",
)  # fmt: skip


def descriptions(chance: Random, person: Someone) -> Iterator[tuple[Row, str]]:
    """Every description that agencies hold of the person, without its id, and the situation of each."""
    seen: set[str] = set()
    for which in range(person.held):
        day = _received(chance, person, which)
        known = person.as_on(day)
        office = office_for(chance, known.kind, day - known.born)
        for _ in range(3):
            if office.agency not in seen:
                break
            office = office_for(chance, known.kind, day - known.born)
        seen.add(office.agency)
        draft = written(chance, known, office, day, care=office.care)
        yield row(office, draft), draft.situation


def _received(chance: Random, person: Someone, which: int) -> int:
    """When it came. Of somebody who changed, the first description is from before and the second from after."""
    if person.kind == "unborn" and (which == 0 or person.later_from > DRAWN_ON):
        return min(DRAWN_ON, person.born, person.later_from - 1) - 7 - int(chance.random() * 180)
    first, last = max(person.born, DRAWN_ON - KEPT_FOR), DRAWN_ON
    if person.later is not None and person.held > 1 and which < 2:
        first, last = (first, person.later_from - 1) if which == 0 else (person.later_from, last)
    elif person.kind == "unborn":
        first = person.later_from
    return min(last, first + int(chance.random() * max(1, last - first + 1)))


def written(chance: Random, person: Someone, office: Office, day: int, *, care: str) -> Draft:
    """The office's description of the person on this day, with its slips."""
    if person.also is not None and chance.random() < ALSO_USED:
        person = person.also
    draft = _true(chance, person, office, day)
    if person.kind == "unborn":
        _unborn(draft, chance)
    else:
        _by_custom(draft, chance)
    slip_up(draft, chance, care)
    if not draft.marks:
        plainly(draft)
    return draft


def _true(chance: Random, person: Someone, office: Office, day: int) -> Draft:
    draw, home = chance.random, _home(chance, person, day)
    child = person.kind != "adult"
    phone = person.parents[0].phone if child and person.parents else person.phone
    return Draft(
        person=person, day=day, first=person.first, last=person.last, dob=iso(person.born), sex=person.sex,
        postcode=home.postcode, address=home.line,
        uprn=home.uprn if draw() < office.uprn else "",
        nhs_number=person.nhs_number if draw() < office.nhs_number else "",
        upn=person.upn if draw() < office.upn else "",
        phone=phone if draw() < office.phone else "",
        guardians=_guardians(person) if child and draw() < office.guardians else [],
        situation=person.situation,
    )  # fmt: skip


def _home(chance: Random, person: Someone, day: int) -> Home:
    homes = person.homes
    if len(homes) == 1:
        return homes[0]
    if not person.moved_on:
        return homes[int(chance.random() * len(homes))]
    return homes[-1] if day >= person.moved_on else homes[0]


def _guardians(person: Someone) -> list[str]:
    """The mother, and a father if any office knows him."""
    known = (parent for place, parent in enumerate(person.parents) if place == 0 or parent.held)
    return [f"{parent.first} {parent.last}".strip() for parent in known]


def _unborn(draft: Draft, chance: Random) -> None:
    draft.first = WORDS_FOR_UNBORN[int(chance.random() * 5)] if chance.random() < 0.6 else ""
    if chance.random() < UNBORN_UNNAMED:
        draft.last = ""
    if chance.random() < NO_EXPECTED_DATE:
        draft.dob = ""
    draft.guardians = draft.guardians or _guardians(draft.person)[:1]


def _by_custom(draft: Draft, chance: Random) -> None:
    """What offices make of names whose order or number they do not expect, and of a baby just born."""
    stock = draft.person.stock
    if stock.habit == "family_name_first":
        if draft.person.middle and chance.random() < ENGLISH_NAME_USED:
            draft.first = draft.person.middle
        if chance.random() < NAME_ORDER_MISTAKEN:
            draft.first, draft.last = draft.last, draft.first
    elif not draft.last and chance.random() < 0.4:
        draft.first, draft.last = "", draft.first
    if (
        draft.person.kind == "child"
        and draft.day - draft.person.born < BABY_FOR
        and chance.random() < BABY_SHARE
    ):
        draft.first = "Baby"


def row(office: Office, draft: Draft) -> Row:
    """The description as its columns, the id apart."""
    return (
        office.agency, iso(draft.day), draft.first, draft.last, draft.dob, draft.sex, draft.postcode,
        draft.address, draft.uprn, draft.nhs_number, draft.upn, draft.phone, ";".join(filter(None, draft.guardians)),
    )  # fmt: skip


@lru_cache(maxsize=60_000)
def iso(day: int) -> str:
    """The day as 2026-03-01."""
    return date.fromordinal(day).isoformat()
