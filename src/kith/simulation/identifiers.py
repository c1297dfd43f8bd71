"""Numbers that can belong to nobody: NHS numbers of the 999 range, telephone numbers kept for fiction, invented places."""

from dataclasses import dataclass
from random import Random

from kith.simulation.chance import shuffled

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
MOBILE, LANDLINE = "07700 900", "01632 960"
"""Ofcom's ranges for drama: a thousand of each, so an area of more than about a thousand homes reuses numbers."""
FOR_OFFICES = 100
"""The first landlines are kept for schools and practices."""
STEP, SPACE = 387_613, 1_000_000


class NhsNumbers:
    """Hands out valid numbers beginning 999, one after another and none twice."""

    def __init__(self, seed: int) -> None:
        self._index = seed % SPACE

    def next(self) -> str:
        """The next number."""
        while True:
            digits = f"999{self._index:06d}"
            self._index = (self._index + STEP) % SPACE
            check = _check_digit(digits)
            if check < 10:
                return f"{digits}{check}"


class PhoneNumbers:
    """Hands out numbers kept for fiction in a seeded order, and starts again when all are used."""

    def __init__(self, chance: Random) -> None:
        self._mobiles = shuffled(chance, range(1000))
        self._landlines = shuffled(chance, range(FOR_OFFICES, 1000))
        self._mobiles_given = self._landlines_given = 0

    def mobile(self) -> str:
        """A mobile number."""
        number = self._mobiles[self._mobiles_given % len(self._mobiles)]
        self._mobiles_given += 1
        return f"{MOBILE}{number:03d}"

    def landline(self) -> str:
        """A landline number."""
        number = self._landlines[self._landlines_given % len(self._landlines)]
        self._landlines_given += 1
        return f"{LANDLINE}{number:03d}"


def office_phone(place: int) -> str:
    """The telephone of the ``place``-th school or practice."""
    return f"{LANDLINE}{place % FOR_OFFICES:03d}"


def upn(place: int) -> str:
    """A Unique Pupil Number of the authority 999, which is none, with its check letter."""
    digits = f"999{place:09d}"
    total = sum(weight * int(digit) for weight, digit in enumerate(digits, start=2))
    return UPN_LETTERS[total % 23] + digits


@dataclass(frozen=True, kw_only=True)
class Place:
    """One front door of the made-up town; the postcode area ZZ is nobody's."""

    lines: tuple[str, ...]
    postcode: str
    uprn: str


STREETS = tuple(
    "Weir Lane,Tannery Row,Bobbin Street,Larkhill Road,Canal Terrace,Cooper's Yard,Fallow Close,Heron Way,Ash Grove,"
    "Mill Bank,Station Parade,Sorrel Drive,Glebe Avenue,Quarry Hill,Hawthorn Crescent,Pound Lane,Skylark Court,"
    "Dyer's Wharf,Orchard Gardens,Winding House Lane,Beacon Street,Coronation Road,Teasel Walk,Saltersgate,"
    "Ropewalk,Friar's Mead,Plover Rise,Ironbridge Street,Bluebell Lane,Gasworks Road,St Oswin's Place,Nettlefold Street,"
    "Kingfisher Close,Market Row,Elm Tree Avenue,Lime Kiln Lane,Chapel Fields,Victoria Terrace,Cinder Path,Wharf View".split(
        ","
    )
)
TOWN = "Marrowby"
UNITS = "ABDEFGHJLNPQRSTUWXYZ"


class Places:
    """Hands out front doors, no two the same."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._given: set[tuple[str, int, str]] = set()

    def next(self) -> Place:
        """A front door where nobody of this area lives yet."""
        while True:
            street = self._chance.randrange(len(STREETS))
            number = self._chance.randint(1, 220)
            flat = f"Flat {self._chance.randint(1, 12)}" if self._chance.random() < 0.2 else ""
            if (STREETS[street], number, flat) not in self._given:
                self._given.add((STREETS[street], number, flat))
                return self._place(street, number, flat)

    def _place(self, street: int, number: int, flat: str) -> Place:
        part = number // 45
        postcode = f"ZZ{1 + street // 10} {street % 10}{UNITS[(street * 7 + part) % 20]}{UNITS[(street * 3 + part * 2) % 20]}"
        house = f"{number} {STREETS[street]}"
        return Place(
            lines=(*((flat,) if flat else ()), house, TOWN),
            postcode=postcode,
            uprn=f"9999{len(self._given):08d}",
        )


def _check_digit(digits: str) -> int:
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11
