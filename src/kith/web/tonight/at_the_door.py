"""Who may be behind the door, who must not be, and what a worker should know before it opens; each with what it rests on."""

import re
from collections.abc import Iterator, Mapping
from uuid import UUID

from kith.access.kin import A_RECORD_EXISTS
from kith.access.types import HomeSeen, StaySeen
from kith.chronology.types import EntryView
from kith.grammar.words import initial
from kith.web.child.guard import InForce
from kith.web.child.reading import Reading
from kith.web.child.resting import in_its_words, resting, since_day
from kith.web.child.right_now import ring_first
from kith.web.child.telling import cut, day_of, typed, who
from kith.web.dates import short_day
from kith.web.home.tellers import tellers_of
from kith.web.parts.agency import agency
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
KEEPS_AWAY = re.compile(r"\b(not|no|never|away|leaves?|elsewhere|supervised)\b", re.IGNORECASE)
"""An agreement with one of these words stands with who must not be there, every other with what keeps the child safe [P]."""


def must_not_be_there(reading: Reading, guards: tuple[InForce, ...]) -> RestingLine:
    """Orders, conditions and agreements in force, each as its entry says it; then that more may be hidden from this reader."""
    ordered = (_guarded(guard, reading, is_first=not index) for index, guard in enumerate(guards))
    return RestingLine(
        question="Must not be there",
        said=(*ordered, *agreements(reading, keeping_away=True)),
        shown=2,
        silence=f"Nobody has told us of an order, of bail conditions or of an agreement about who may be with {reading.name}. That is not the same as nobody.",
        ring=ring_first(reading),
    )


def _guarded(guard: InForce, reading: Reading, *, is_first: bool) -> Resting:
    """The first says what to do; where somebody must stay away from is said where the entry says it and this reader may."""
    row = reading.by_id.get(guard.entry)
    apart = row.details.get("excluded_from") if row and reading.may.places else None
    away = f"Must stay away from “{cut(str(apart)).rstrip('.')}”." if apart else ""
    ring = "If they are there, ring 999." if is_first else ""
    said = (f"{initial(guard.person)}.", _without_its_teller(guard.order), away, ring)
    words = " ".join(part for part in said if part)
    if row is None:
        return Resting(words=words, rests_on="An entry that you may not see", is_danger=True)
    return resting(row, words, reading, is_danger=True)


def _without_its_teller(order: str) -> str:
    """``A non-molestation order stands until 24 January 2027.``: who said it stands below the line."""
    return re.sub(r" \([^()]*\)\.$", ".", order)


def lives_there(reading: Reading, seen: HomeSeen) -> RestingLine:
    """Adults of concern in red, each on the entry that makes them so; everybody else of the home in one statement."""
    concerns = concerns_of(reading)
    home = list(_at_home(reading, seen))
    feared = [one for one in home if one.person in concerns]
    others = sorted(
        (one for one in home if one.person not in concerns),
        key=lambda one: (one.who.kind != "adult", one.who.name),
    )
    came = list(_came(reading, {str(one.person) for one in home}))
    no_adult = home and not came and all(one.who.kind != "adult" for one in home)
    return RestingLine(
        question="Who lives there",
        said=(
            *(_feared(one, concerns[one.person], reading) for one in feared),
            *([_others(others, seen, reading)] if others else []),
            *came,
        ),
        shown=2,
        silence=f"Nobody has told us who lives with {reading.name}.",
        ring=" ".join(
            part
            for part in (
                "Nobody has told us of an adult at home." if no_adult else "",
                _held_closely(reading, seen),
            )
            if part
        ),
    )


def _held_closely(reading: Reading, seen: HomeSeen) -> str:
    """Somebody of the home or family is kept from this reader: that is said, and not whether they live there."""
    around = (*(one.who for one in seen.adults), *seen.children)
    if all(kin.name != A_RECORD_EXISTS for kin in around):
        return ""
    return (
        f"There is somebody around {reading.name} whose record you may not see. Ring the desk: {reading.desk}"
    )


def _at_home(reading: Reading, seen: HomeSeen) -> Iterator[StaySeen]:
    """Those who live today in a household in which the child lives today."""
    now = [one for one in seen.stays if one.stay.lives_there and one.stay.spell.holds(reading.today)]
    homes = {one.stay.household for one in now if one.person == reading.child.id}
    return (one for one in now if one.stay.household in homes and one.person != reading.child.id)


def _named(one: StaySeen) -> str:
    known = (one.who.relation.replace("in the same household", ""), one.who.age.replace("age not known", ""))
    more = ", ".join(part for part in known if part)
    return f"{one.who.name} ({more})" if more else one.who.name


def _feared(one: StaySeen, row: EntryView, reading: Reading) -> Resting:
    words = f"{_named(one)}: an adult of concern, {OF_CONCERN[row.kind][1]}."
    return resting(row, words, reading, is_danger=True)


def _others(home: list[StaySeen], seen: HomeSeen, reading: Reading) -> Resting:
    """Everybody else in one statement, by whoever wrote of them last; who that was is left out where a home is hidden."""
    told = max((one.stay.spell.told for one in home), key=lambda one: one.at)
    wrote = tellers_of(seen).get(told.by) if reading.may.places else None
    by = f"{agency(wrote.agency).label}, {wrote.name}, " if wrote else ""
    day = day_of(told.at)
    return Resting(
        words=f"{'; '.join(map(_named, home))}.",
        rests_on=f"{by}{short_day(day)}, {since_day(day, reading)}",
        href=f"/children/{reading.child.id}/home/",
    )


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


def before_the_door(reading: Reading, *, question: str = "Before you knock") -> RestingLine:
    """Threats to workers, the newest first; then what entries say of dogs and weapons, in their words."""
    threats = list(reversed(reading.of_kind("threat_to_worker")))
    said = [resting(row, _threat(row, reading), reading, is_danger=True) for row in threats]
    return RestingLine(
        question=question,
        said=(*said, *_dangers(reading)),
        silence="Nobody has told us of a threat to a worker, of a dog or of a weapon. That is not the same as safe.",
        ring=ring_first(reading),
    )


def _threat(row: EntryView, reading: Reading) -> str:
    told = initial(typed(row, reading)).rstrip(".")
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


def agreements(reading: Reading, *, keeping_away: bool) -> Iterator[Resting]:
    """What somebody agreed to and nobody has withdrawn, the newest first: those by whose words somebody stays away, or the others."""
    standing = _standing(reading.of_kind("consent_or_agreement"))
    for row in sorted(standing, key=lambda one: one.place, reverse=True):
        scope = str(row.details.get("scope") or "")
        if bool(KEEPS_AWAY.search(scope or row.text)) is keeping_away:
            by = f" by {who(row.details['by_whom'], reading)}" if row.details.get("by_whom") else ""
            agreed = f": “{cut(scope).rstrip('.')}”." if scope else f". {in_its_words(row)}"
            yield resting(row, f"Agreed{by}{agreed}".strip(), reading)
