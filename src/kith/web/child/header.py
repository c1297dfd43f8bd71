"""The top of every page about a child: who this is, who holds them, what must not be told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.access.types import Kin, Responsible
from kith.agencies.types import Practitioner
from kith.chronology.types import EntryView
from kith.identity import queries as identity
from kith.people import queries as people
from kith.web.child.expected import is_lost
from kith.web.child.guard import InForce
from kith.web.child.reading import Reading
from kith.web.child.telling import day_of
from kith.web.dates import long_day
from kith.web.parts import header as parts

LIVING_WITH = {"female": "girl", "male": "boy"}
SEEN_BY_THEM = ("visit", "child_seen")


def header_of(
    reading: Reading, *, guards: Sequence[InForce], others: Sequence[Kin], responsible: Responsible
) -> parts.ChildHeader:
    """The full header. Who holds the child, the numbers and the guards are today's, whatever moment is read."""
    child = reading.child
    return parts.ChildHeader(
        name=child.display_name,
        known_as=reading.name,
        age=people.age_words(born=child.birth, as_at=reading.as_at),
        facts=_facts(reading),
        nhs_number=_nhs_number(reading),
        plan=plan_of(reading),
        responsible=_responsible(reading, responsible),
        other_children=tuple(_chip(kin) for kin in others),
        must_not=tuple(_must_not(guard, reading.name) for guard in guards),
        withheld=_withheld(reading),
        tabs=tabs_of(reading.child.id, reading.name, current="now", kind=child.kind),
    )


def identity_of(
    reading: Reading, *, guards: Sequence[InForce], responsible: Responsible, current: str
) -> parts.Identity:
    """The narrow header of the child's other pages. ``current`` is the tab: ``now``, ``tonight``, ``chronology`` or ``who``."""
    child, worker = reading.child, responsible.worker
    known = f", known as {child.known_as}" if child.known_as not in ("", child.display_name) else ""
    return parts.Identity(
        name=f"{child.display_name}{known}",
        age=people.age_words(born=child.birth, as_at=reading.as_at),
        plan=plan_of(reading).partition(", since")[0],
        nobody="" if worker or is_lost(reading) else "Nobody is allocated",
        held_by=f"{worker.name}, {_role(reading, responsible.worker_role)}, {worker.phone}" if worker else "",
        must_not=tuple(dict.fromkeys(guard.person for guard in guards)),
        tabs=tabs_of(child.id, reading.name, current=current, kind=child.kind),
    )


def tabs_of(child: UUID, name: str, *, current: str, kind: str = "child") -> tuple[parts.Tab, ...]:
    """The pages about a child that there are; one who is not born yet has one more."""
    pages = [
        ("now", f"{name} now", ""),
        ("tonight", "Tonight", "tonight/"),
        ("chronology", "Chronology", "chronology/"),
        ("home", "Home and family", "home/"),
        ("decide", "Decide together", "decisions/new"),
        ("who", "Who it is", "who/"),
    ]
    if kind == "unborn":
        pages.insert(4, ("birth", "The birth", "birth/"))
    return tuple(
        parts.Tab(words=words, href=f"/children/{child}/{path}", current=code == current)
        for code, words, path in pages
    )


def for_the_night(child: UUID) -> tuple[parts.Tab, ...]:
    """What is read or written before a visit and out of hours, and when a part is ended."""
    pages = (
        ("Before you knock", "before-you-knock/"),
        ("Note from the night", "note-from-the-night/"),
        ("Put on the list for the night", "weekend/"),
        ("End our part", "closing/"),
    )
    return tuple(parts.Tab(words=words, href=f"/children/{child}/{path}") for words, path in pages)


def responsible_now(reading: Reading) -> Responsible:
    """Who is responsible today."""
    return access.responsible_for(child=reading.child.id, at=reading.at)


def _facts(reading: Reading) -> tuple[str, ...]:
    child = reading.child
    who = ", ".join(part for part in (LIVING_WITH.get(child.sex, ""), child.pronouns) if part)
    language = f"speaks {child.language}" if child.language else "language not written down"
    died = f"died {long_day(child.died_on)}" if child.died_on else ""
    return tuple(part for part in (who, _born(reading), language, died) if part)


def _born(reading: Reading) -> str:
    birth = reading.child.birth
    if birth.born_from is None or birth.born_to is None:
        return "" if birth.expected_on else "birthday not known"
    if birth.born_from == birth.born_to:
        return f"born {long_day(birth.born_from)}"
    return f"born between {long_day(birth.born_from)} and {long_day(birth.born_to)}"


def _nhs_number(reading: Reading) -> str:
    """The number that an agency gave last, in its groups."""
    described = identity.descriptions_of(person=reading.child.id, as_at=reading.at)
    digits = next((one.nhs_number for one in reversed(described) if one.nhs_number), "").replace(" ", "")
    return " ".join(part for part in (digits[:3], digits[3:6], digits[6:]) if part)


PLANS = {
    "child_protection": "Child protection plan",
    "child_in_need": "Child in need plan",
    "early_help": "Early help plan",
    "safety": "Safety plan",
}


def plan_of(reading: Reading) -> str:
    """The plan that stands, the strongest first: ``Child protection plan: physical abuse, since 1 July 2026``."""
    for sort, words in PLANS.items():
        rows = [row for row in reading.of_kind("plan") if row.details.get("plan_type") == sort]
        starts = [row for row in rows if row.details.get("stage") == "started"]
        if starts and not _ended_since(starts[-1], rows, sort, reading):
            return f"{words}{_category(rows, reading)}, since {_since(starts[-1], reading)}"
    return ""


def _ended_since(start: EntryView, rows: Sequence[EntryView], sort: str, reading: Reading) -> bool:
    ended = [row for row in rows if row.details.get("stage") == "ended"]
    if sort == "child_protection":
        ended += [row for row in reading.of_kind("conference") if row.details.get("outcome") == "plan_ends"]
    return any(row.place >= start.place for row in ended)


def _category(rows: Sequence[EntryView], reading: Reading) -> str:
    given = [row.details for row in rows if row.details.get("category")]
    if not given:
        return ""
    shown = dict(reading.book.entry_kind("plan").facts({"category": given[-1]["category"]}))
    return f": {next(iter(shown.values())).lower()}"


def _since(row: EntryView, reading: Reading) -> str:
    return row.when_in_words() if row.when.precision != "day" else long_day(day_of(row.when.happened_to))


def _responsible(reading: Reading, held: Responsible) -> parts.Responsible:
    """The worker where one is allocated; else nobody, loudly, and whoever holds the child meanwhile."""
    name = reading.name
    if is_lost(reading) and not held.worker:
        words = ("The pregnancy ended, and what was written is kept.",)
        return parts.Responsible(of=name, name="Nobody needs to be", words=words, ring="")
    if held.worker:
        words = f"Since {_day_since(held.worker_since)}. {_has_met(held.worker, reading)}"
        title = f"{held.worker.name}, {_role(reading, held.worker_role)}"
        return parts.Responsible(of=name, name=title, words=(words,), ring=_ring(held.worker, reading))
    if held.held_by:
        role, since = _role(reading, held.held_role), _day_since(held.held_since)
        words = (
            f"{held.held_by.name}, {role}, has held {name} since {since}. {_has_met(held.held_by, reading)}"
        )
        return parts.Responsible(of=name, words=(words,), ring=_ring(held.held_by, reading))
    return parts.Responsible(
        of=name,
        words=(f"No manager holds {name} either.",),
        ring=f"Ring the duty desk, day and night: {reading.desk}",
    )


def _day_since(at: datetime | None) -> str:
    return long_day(day_of(at)) if at else "a day that nobody has written down"


def _role(reading: Reading, role: str | None) -> str:
    found = reading.book.roles.get(role or "")
    return found.label if found else "responsible"


def _has_met(one: Practitioner, reading: Reading) -> str:
    met = [row for row in reading.of_kind(*SEEN_BY_THEM) if row.recorded_by == one.id]
    first = one.name.partition(" ")[0]
    if not met:
        return f"No entry shows that {first} has met {reading.name}."
    return f"{first} last wrote that they saw {reading.name} on {met[-1].when_in_words(as_at=reading.as_at)}."


def _ring(one: Practitioner, reading: Reading) -> str:
    first = one.name.partition(" ")[0]
    return f"Ring {first}: {one.phone}" if one.phone else f"Ring the duty desk: {reading.desk}"


def _chip(kin: Kin) -> parts.OtherChildChip:
    words = ", ".join(part for part in (kin.name, kin.relation, kin.age) if part)
    return parts.OtherChildChip(words=words, kind="unborn" if kin.kind == "unborn" else "child")


def _must_not(guard: InForce, child: str) -> parts.MustNot:
    words = f"where {child} is, or that anyone has rung. {guard.order}"
    return parts.MustNot(name=guard.person, words=words)


def _withheld(reading: Reading) -> parts.Withheld | None:
    """Said where a confidential address is held; it stands on no page."""
    if not reading.may.home_is_hidden:
        return None
    places = (
        "Words that could say where are shown to you because you work with this child; print from “Print, addresses withheld” alone."
        if reading.may.places
        else "Words that could say where are left out."
    )
    return parts.Withheld(
        what="Home withheld.", words=f"{places} If you need it now, ring the desk: {reading.desk}"
    )
