"""Each household of a child's: its people, its addresses, and what was once said of it and is no longer believed."""

from uuid import UUID

from kith.access.types import HomeSeen, Kin, StaySeen
from kith.people.types import WITHHELD, Address, ConfidentialAddress, Housed, Spell
from kith.web.child.reading import Reading
from kith.web.dates import long_day
from kith.web.home.page import AddressRow, Home, PersonRow, Said
from kith.web.home.tellers import Tellers, since_words, told_words, until_words, withdrawn_words
from kith.web.pictures.stays import Bar, Stays

NO_ADDRESS = "No address is written down. That is not the same as no home: ask, and write it down."


def homes_of(reading: Reading, seen: HomeSeen, tellers: Tellers) -> tuple[Home, ...]:
    """Where the child lives stands before where they lived; a home that was only ever a mistake is not one of them."""
    homes = [_home(household, reading, seen, tellers) for household in seen.households]
    held = [home for home in homes if home is not None]
    return tuple(sorted(held, key=lambda home: home.title != _title(reading, is_now=True)))


def _home(household: UUID, reading: Reading, seen: HomeSeen, tellers: Tellers) -> Home | None:
    stays = [one for one in seen.stays if _is_believed(one, household) and one.stay.lives_there]
    own = [one.stay.spell for one in stays if one.person == reading.child.id]
    if not own:
        return None
    is_now = any(spell.holds(reading.today) for spell in own)
    others = sorted(
        (one for one in stays if one.person != reading.child.id),
        key=lambda one: (not one.stay.spell.holds(reading.today), one.who.kind != "adult"),
    )
    return Home(
        id=f"home-{seen.households.index(household) + 1}",
        title=_title(reading, is_now=is_now),
        period=_period(reading, own[-1]),
        addresses=_addresses(household, reading, seen, tellers),
        no_address=NO_ADDRESS,
        people=tuple(person_row(one.who, one.stay.spell, reading, tellers) for one in others),
        picture=_picture(reading, own, others),
    )


def _is_believed(one: StaySeen, household: UUID) -> bool:
    return one.stay.household == household and one.stay.spell.withdrawn is None


def _title(reading: Reading, *, is_now: bool) -> str:
    return f"Where {reading.name} lives" if is_now else f"Where {reading.name} lived before"


def _period(reading: Reading, own: Spell) -> str:
    since = f"since {long_day(own.from_on)}" if own.from_on else "since when is not known"
    return f"{reading.name}: {since}" + (f", until {long_day(own.to_on)}" if own.to_on else "")


def person_row(
    who: Kin, spell: Spell | None, reading: Reading, tellers: Tellers, *, more: str = ""
) -> PersonRow:
    """One person for one period; without a period for whoever is kin, and since when nobody said.

    Who told it is left out where a home is hidden from this reader: who works with a family can say where it is.
    """
    age = "" if who.age == "age not known" else who.age
    return PersonRow(
        name=who.name,
        href=f"/children/{who.id}/" if who.id else "",
        who=", ".join(part for part in (who.relation, age, more) if part),
        since="not born yet" if who.kind == "unborn" else since_words(spell) if spell else "not known",
        until=until_words(spell, is_past=reading.is_past) if spell else "",
        told=told_words(spell, tellers, by_whom=reading.may.places) if spell else "",
        is_now=spell is None or spell.holds(reading.today),
    )


def _addresses(household: UUID, reading: Reading, seen: HomeSeen, tellers: Tellers) -> tuple[AddressRow, ...]:
    held = [one for one in seen.addresses if one.household == household and one.spell.withdrawn is None]
    return tuple(_address(one, reading, tellers) for one in held)


def _address(one: Housed, reading: Reading, tellers: Tellers) -> AddressRow:
    """Who told of a withheld address is not said: which agency holds it can say where it is. Paper says no address."""
    words = address_words(one.address, reading)
    return AddressRow(
        words=words,
        since=since_words(one.spell),
        until=until_words(one.spell, is_past=reading.is_past),
        told="" if words == WITHHELD else told_words(one.spell, tellers),
        on_screen_only=words != WITHHELD,
    )


def address_words(address: Address | ConfidentialAddress, reading: Reading) -> str:
    """The address on one line, where this reader may read words that say where the child is."""
    if isinstance(address, ConfidentialAddress) or not reading.may.places:
        return WITHHELD
    return ", ".join(part for part in (*address.lines, address.postcode) if part)


def _picture(reading: Reading, own: list[Spell], others: list[StaySeen]) -> Stays | None:
    others = [one for one in others if one.who.kind != "unborn"]
    if not others:
        return None
    bars: dict[UUID, list[Spell]] = {}
    for one in others:
        bars.setdefault(one.person, []).append(one.stay.spell)
    names = {one.person: one.who.name for one in others}
    return Stays(
        of=reading.name,
        last_day=reading.today,
        bars=(
            Bar(name=reading.name, periods=_periods(own), is_child=True),
            *(Bar(name=names[person], periods=_periods(spells)) for person, spells in bars.items()),
        ),
    )


def _periods(spells: list[Spell]) -> tuple:
    return tuple((spell.from_on, spell.to_on) for spell in spells)


def taken_back(reading: Reading, seen: HomeSeen, tellers: Tellers) -> tuple[Said, ...]:
    """What was said once, by whom, and by whom it was withdrawn, the latest withdrawal first."""
    addresses = [
        (one.spell, f"“{words}” was said to be the address.", True)
        for one in seen.addresses
        if (words := address_words(one.address, reading)) != WITHHELD
    ]
    people = [(one.stay.spell, _said_of(one, reading), False) for one in seen.stays]
    found = [
        (spell.withdrawn.at, spell, words, is_place)
        for spell, words, is_place in (*addresses, *people)
        if spell.withdrawn
    ]
    return tuple(
        Said(
            words=words,
            told=withdrawn_words(spell, tellers) if reading.may.places else "",
            on_screen_only=is_place,
        )
        for _, spell, words, is_place in sorted(found, key=lambda one: one[0], reverse=True)
    )


def _said_of(one: StaySeen, reading: Reading) -> str:
    name = reading.name if one.person == reading.child.id else one.who.name
    what = "to live there" if one.stay.lives_there else "to be around the home"
    since = f" since {long_day(one.stay.spell.from_on)}" if one.stay.spell.from_on else ""
    return f"{name} was said {what}{since}."
