"""A small village of descriptions in which every degree of agreement occurs, from a fixed seed."""

from datetime import date
from random import Random

from kith.identity.traits import Traits, traits_of
from kith.identity.types import NewDescription

NAMES = (
    "Amira Rahman", "Amir Rahman", "Rahman Amira", "Ameera Rehman", "Amira Khan-Rahman", "Zoë May Cole", "Zoe Anne Cole",
    "Zoey Cole", "Katherine Jones", "Kate Jones", "K Jones", "Zoe Rose Coles", "Mohammed Ali Khan", "Ali Khan", "Mohammed Khan",
    "Jack Oliver Reed", "Oliver Reed", "Hassan Hussain", "Hussain Hassan", "Hasan Hussein", "Baby Cole", "Olivia Smythe",
    "Olivia Smith", "Ka-Yan Chan", "Kayan Chan", "Christopher Johnston", "Christofer Johnson", "Christabel Johnstone",
    "Cole May", "Reed Oliver", "", "Ann Rahmani", "Jayden Osei", "Hayden Osei", "Elizabeth Harrington", "Elisabet Harringten",
)  # fmt: skip
DAYS = (
    date(2019, 5, 3), date(2019, 3, 5), date(2019, 5, 13), date(2018, 5, 3), date(2019, 5, 28), date(2019, 11, 20),
    date(2019, 1, 1), date(2020, 5, 3), date(2012, 7, 30), None,
)  # fmt: skip
NUMBERS = ("", "", "9990000018", "9990000026")
UPNS = ("", "", "B801200005001", "H801200001001")
PLACES = (
    ("", "", ()), ("LS1 4PJ", "", ("12 High Street",)), ("LS1 4PJ", "", ("Flat 2, 14 High Street",)),
    ("LS1 4PD", "", ("12 High Street",)), ("LS1 9ZZ", "100012345", ()), ("M4 1AA", "100012345", ("7 Mill Lane",)),
    ("M4 1AB", "", ("12 High Road",)), ("", "", ("12 High Street",)),
)  # fmt: skip
PHONES = ("", "", "07700 900123", "01632 960 123")
CARERS = ((), ("Leila Rahman",), ("Rahman, Layla", "Omar Rahman"), ("Leila Cole",), ("Unknown",))


def village(count: int, *, seed: int = 7) -> list[Traits]:
    """So many descriptions; the same seed makes the same."""
    return [traits_of(one) for one in said_in_the_village(count, seed=seed)]


def said_in_the_village(count: int, *, seed: int = 7) -> list[NewDescription]:
    """The same, as agencies say them."""
    random = Random(seed)
    return [_one(random) for _ in range(count)]


def _one(random: Random) -> NewDescription:
    born = random.choice(DAYS)
    unborn = born is None and random.random() < 0.3
    postcode, uprn, lines = random.choice(PLACES)
    return NewDescription(
        said_by="school",
        said_by_area="brackley",
        kind="unborn" if unborn else "child",
        full_name=random.choice(NAMES),
        born_from=born,
        born_to=born,
        expected_on=date(2019, 5, 20) if unborn else None,
        sex=random.choice(("", "female", "male")),
        nhs_number=random.choice(NUMBERS),
        upn=random.choice(UPNS),
        phone=random.choice(PHONES),
        postcode=postcode,
        uprn=uprn,
        address_lines=lines,
        guardian_names=random.choice(CARERS),
    )
