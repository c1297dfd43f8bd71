"""Who may be behind the door, who must not be, and what a worker should know before it opens; each with what it rests on."""

import re
from collections.abc import Iterator, Mapping
from uuid import UUID

from kith.access.types import HomeSeen, StaySeen
from kith.chronology.types import EntryView
from kith.grammar.words import initial
from kith.web.child.guard import InForce
from kith.web.child.reading import Reading
from kith.web.child.resting import in_its_words, resting, since_day
from kith.web.child.right_now import ring_first
from kith.web.child.telling import cut, day_of, typed, who
from kith.web.home.tellers import tellers_of, told_words
from kith.web.parts.resting import Resting, RestingLine

OF_CONCERN = {
    "domestic_abuse_incident": ("caused_by", "caused domestic abuse"),
    "criminality_or_risk_known": ("who", "is a known risk"),
    "protective_order": ("of_whom", "has an order against them"),
    "arrest_or_bail": ("who", "was arrested or bailed"),
    "threat_to_worker": ("who", "threatened a worker"),
    "carer_concern": ("who", "worries somebody as a carer"),
}
"""The typed detail that names an adult of concern in each kind, and what is said of them; the newest entry speaks."""
DANGERS = re.compile(
    r"\b(dogs?|knife|knives|guns?|firearms?|shotgun|machete|weapons?|crossbow|acid)\b", re.IGNORECASE
)
"""There is no typed detail for a dog or a weapon in a home, so the words of entries are looked through and quoted [P]."""
YEARS_BACK = 3


def must_not_be_there(reading: Reading, guards: tuple[InForce, ...]) -> RestingLine:
    """Orders and conditions in force, each as its entry says it; then that more may be hidden from this reader."""
    return RestingLine(
        question="Must not be there",
        said=tuple(_guarded(guard, reading) for guard in guards),
        silence=f"Nobody has told us of an order, of bail conditions or of an agreement about who may be with {reading.name}. That is not the same as nobody.",
        ring=ring_first(reading),
    )


def _guarded(guard: InForce, reading: Reading) -> Resting:
    row = reading.by_id.get(guard.entry)
    words = f"{initial(guard.person)}. {_without_its_teller(guard.order)} If they are there, ring 999."
    if row is None:
        return Resting(words=words, rests_on="An entry of today", is_danger=True)
    apart = row.details.get("excluded_from")
    away = f" Must stay away from “{cut(str(apart)).rstrip('.')}”." if apart else ""
    return resting(row, words.replace(" If they", f"{away} If they"), reading, is_danger=True)


def _without_its_teller(order: str) -> str:
    """``A non-molestation order stands until 24 January 2027.``: who said it stands below the line."""
    return re.sub(r" \([^()]*\)\.$", ".", order)


def lives_there(reading: Reading, seen: HomeSeen, guards: tuple[InForce, ...]) -> RestingLine:
    """Everybody of the home today, adults of concern first and in red; then adults of whom entries say that they came."""
    concerns = concerns_of(reading)
    home = [one for one in _at_home(reading, seen)]
    ordered = sorted(
        home, key=lambda one: (one.person not in concerns, one.who.kind != "adult", one.who.name)
    )
    tellers = tellers_of(seen)
    said = [_lives(one, concerns, reading, told_words(one.stay.spell, tellers, by_whom=reading.may.places)) for one in ordered]  # fmt: skip
    came = list(_came(reading, {str(one.person) for one in home}))
    no_adult = home and not came and all(one.who.kind != "adult" for one in home)
    return RestingLine(
        question="Who lives there",
        said=(*said, *came),
        silence=f"Nobody has told us who lives with {reading.name}.",
        shown=3,
        ring="Nobody has told us of an adult at home." if no_adult else "",
    )


def _at_home(reading: Reading, seen: HomeSeen) -> Iterator[StaySeen]:
    """Those who live today in a household in which the child lives today."""
    now = [one for one in seen.stays if one.stay.lives_there and one.stay.spell.holds(reading.today)]
    homes = {one.stay.household for one in now if one.person == reading.child.id}
    return (one for one in now if one.stay.household in homes and one.person != reading.child.id)


def _lives(one: StaySeen, concerns: Mapping[UUID, EntryView], reading: Reading, told: str) -> Resting:
    known = (one.who.relation.replace("in the same household", ""), one.who.age.replace("age not known", ""))
    more = ", ".join(part for part in known if part)
    name = f"{one.who.name} ({more})" if more else one.who.name
    row = concerns.get(one.person)
    if row is None:
        written = since_day(day_of(one.stay.spell.told.at), reading)
        return Resting(
            words=f"{name}.", rests_on=f"{told}, {written}", href=f"/children/{reading.child.id}/home/"
        )
    return resting(row, f"{name}: an adult of concern, {OF_CONCERN[row.kind][1]}.", reading, is_danger=True)


def concerns_of(reading: Reading) -> Mapping[UUID, EntryView]:
    """The newest entry that makes each adult one of concern, by person; those whom no entry names by id are in none."""
    found: dict[UUID, EntryView] = {}
    for row in reading.of_kind(*OF_CONCERN):
        try:
            found[UUID(str(row.details.get(OF_CONCERN[row.kind][0])))] = row
        except ValueError:
            continue
    return found


def _came(reading: Reading, at_home: set[str]) -> Iterator[Resting]:
    """Adults of whom an entry says that they joined, and none that they left: they may be there tonight."""
    left = {str(row.details.get("who")): row.place for row in reading.of_kind("adult_left_household")}
    latest = {str(row.details.get("who") or row.id): row for row in reading.of_kind("adult_joined_household")}
    for person, row in latest.items():
        if left.get(person, row.place) <= row.place and person not in at_home:
            unchecked = row.details.get("checks_done") is not True
            name = who(row.details["who"], reading) if row.details.get("who") else "an adult nobody has named"
            around = "is around" if row.details.get("lives_there") is False else "joined the household"
            checks = "; no checks are written down" if unchecked else ""
            yield resting(row, f"{initial(name)} {around}{checks}.", reading, is_danger=unchecked)


def before_the_door(reading: Reading) -> RestingLine:
    """Threats to workers, the newest first; then what entries say of dogs and weapons, in their words."""
    threats = list(reversed(reading.of_kind("threat_to_worker")))
    said = [resting(row, _threat(row, reading), reading, is_danger=True) for row in threats]
    return RestingLine(
        question="Before you knock",
        said=(*said, *_dangers(reading)),
        silence="Nobody has told us of a threat to a worker, of a dog or of a weapon. That is not the same as safe.",
        ring=ring_first(reading),
    )


def _threat(row: EntryView, reading: Reading) -> str:
    told = initial(typed(row, reading))
    own = in_its_words(row)
    return f"{told}. {own}" if own else f"{told}."


def _dangers(reading: Reading) -> Iterator[Resting]:
    oldest = reading.today.replace(year=reading.today.year - YEARS_BACK, day=1)
    for row in reversed(reading.counting):
        if row.kind == "threat_to_worker" or day_of(row.when.happened_to) < oldest:
            continue
        if sentence := _sentence_with(row.text):
            yield resting(row, f"“{cut(sentence)}”", reading, is_danger=True)


def _sentence_with(text: str) -> str:
    """The first sentence of a text that names a dog or a weapon."""
    sentences = re.split(r"(?<=[.!?])\s+|\n", text)
    found = next((one for one in sentences if DANGERS.search(one)), "")
    return found.strip().replace("“", "‘").replace("”", "’")


def _standing(rows: list[EntryView]) -> list[EntryView]:
    """Agreements that were given and not withdrawn: the newest word on each of what was agreed to."""
    standing = {(str(row.details.get("by_whom")), str(row.details.get("scope"))): row for row in rows}
    return [
        row
        for row in standing.values()
        if row.details.get("given") is True
        and row.details.get("withdrawn") is not True
        and not any(reference.relation == "ends" for reference in row.referred_to_by)
    ]


def agreements(reading: Reading) -> Iterator[Resting]:
    """What somebody agreed to for the child, and which nobody has withdrawn, the newest first."""
    for row in sorted(_standing(reading.of_kind("consent_or_agreement")), key=lambda one: one.place, reverse=True):  # fmt: skip
        by = f" by {who(row.details['by_whom'], reading)}" if row.details.get("by_whom") else ""
        scope = row.details.get("scope")
        words = (
            f"Agreed{by}: “{cut(str(scope)).rstrip('.')}”." if scope else f"Agreed{by}. {in_its_words(row)}"
        )
        yield resting(row, words.strip(), reading)
