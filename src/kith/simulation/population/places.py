"""Front doors by place: districts of ZZ postcodes, streets, hostels and caravan sites."""

from functools import lru_cache
from random import Random
from typing import NamedTuple

from kith.simulation.identifiers import STREETS, UNITS

DISTRICTS, SECTORS, UNITS_A_SECTOR = 99, 10, 100
FAMILIES_A_DISTRICT, FAMILIES_A_SECTOR, FAMILIES_A_HOSTEL = 4000, 400, 1200
DOORS, FROM_HERE_A_FLAT = 90, 64
_FIRSTS = (
    "Ash Alder Beech Birch Cedar Elm Hazel Holly Larch Lime Maple Oak Poplar Rowan Sycamore Willow Abbey Albert Albion Alma Bath Beacon "
    "Bridge Broad Brook Burton Canal Castle Chapel Church Clarence Clifton Cobden College Cross Derby Duke Durham Earl East Edward Fairfield "
    "Farm Field Garden George Gladstone Glebe Gordon Grange Green Grove Hall Harbour Heath High Hill Hope Howard Jubilee King Lake Lancaster "
    "Lansdowne Laurel Lodge London Lower Manor Market Mayfield Meadow Mill Milton Moor Mount Nelson New North Old Orchard Oxford Park Pearl "
    "Pine Priory Prospect Quarry Queen Railway Raglan Rectory Regent Richmond River Rose Russell School Shakespeare South Spring Stanley Star "
    "Station Sunny Tennyson Trinity Union Upper Vicarage Victoria Walnut Warwick Waterloo Wellington West Windsor Wood Woodland York Zetland"
).split()
_KINDS = "Road Street Lane Avenue Close Drive Way Terrace Grove Gardens Crescent Place Court Walk Rise Mews".split()
_TOWNS = (
    "Marrowby Thornleigh Saltersford Wexcombe Dunholme Ashwater Birkenshaw-on-Lea Castlewick Ravensmoor Oldbarrow Netherby Haddersley "
    "Coldbrook Fernham Greywell Kilnthorpe Lowstead Millhampton Northolme Pennwick Quernford Rushbridge Stokemere Tollerby"
).split()


class Home(NamedTuple):
    """One front door. ``line`` is the address without its postcode."""

    line: str
    postcode: str
    uprn: str


def district_of(family: int) -> int:
    """Which district a family lives in: neighbours have numbers near each other."""
    return family // FAMILIES_A_DISTRICT % DISTRICTS


def front_door(chance: Random, *, family: int, far: bool = False) -> Home:
    """A door in the family's own district, or in any at all when ``far``."""
    if far:
        district, sector = int(chance.random() * DISTRICTS), int(chance.random() * SECTORS)
    else:
        district, sector = district_of(family), family // FAMILIES_A_SECTOR % SECTORS
        if chance.random() < 0.3:
            sector = int(chance.random() * SECTORS)
    unit = int(chance.random() * UNITS_A_SECTOR)
    return _home((district * SECTORS + sector) * UNITS_A_SECTOR + unit, int(chance.random() * DOORS))


def _home(unit: int, door: int) -> Home:
    postcode, street, first, town = _street(unit)
    uprn = f"9999{unit * 100 + door:08d}"
    if door < FROM_HERE_A_FLAT:
        return Home(f"{first + door} {street}, {town}", postcode, uprn)
    return Home(
        f"Flat {1 + door - FROM_HERE_A_FLAT}, {first + FROM_HERE_A_FLAT} {street}, {town}", postcode, uprn
    )


@lru_cache(maxsize=200_000)
def _street(unit: int) -> tuple[str, str, int, str]:
    """A postcode's own street, the number where its doors begin, and the town."""
    sector, within = divmod(unit, UNITS_A_SECTOR)
    district, sector_digit = divmod(sector, SECTORS)
    postcode = f"ZZ{1 + district} {sector_digit}{UNITS[within // 5]}{UNITS[(within % 5) * 4 + sector % 4]}"
    street = unit * 7919 // 2 % (len(_FIRSTS) * len(_KINDS) + len(STREETS))
    named = len(_FIRSTS) * len(_KINDS)
    name = (
        f"{_FIRSTS[street // len(_KINDS)]} {_KINDS[street % len(_KINDS)]}"
        if street < named
        else STREETS[street - named]
    )
    return postcode, name, 1 + unit % 2 * 70, _TOWNS[district % len(_TOWNS)]


def hostel(*, family: int) -> Home:
    """The hostel or hotel of the neighbourhood, where many families have one address."""
    place = family // FAMILIES_A_HOSTEL
    unit = district_of(family) * SECTORS * UNITS_A_SECTOR + place * 37 % (SECTORS * UNITS_A_SECTOR)
    postcode, street, first, town = _street(unit)
    return Home(
        f"{('Harbour House', 'Lantern Lodge', 'The Willows Hotel')[place % 3]}, {first} {street}, {town}",
        postcode,
        f"9999{unit * 100 + 95:08d}",
    )


def caravan_site(chance: Random, *, family: int) -> Home:
    """A pitch on the district's site: one postcode, and often no UPRN of a pitch's own."""
    district = district_of(family)
    unit = district * SECTORS * UNITS_A_SECTOR + 501
    postcode, street, _, town = _street(unit)
    pitch = 1 + int(chance.random() * 24)
    line = (
        f"Pitch {pitch}, Fallow Field Caravan Site, {street}, {town}"
        if pitch < 20
        else f"Fallow Field Caravan Site, {street}, {town}"
    )
    return Home(line, postcode, f"9999{unit * 100 + 96:08d}")
