"""Numbers by place, so that any family's can be found without making the families before it."""

from kith.simulation.identifiers import upn

NHS_NUMBERS = 9 * 99_999
"""So many valid numbers begin 999 here, ten nines left out; 224,000 families have four each, then numbers come again."""
NHS_A_FAMILY, PEOPLE_A_FAMILY = 4, 20
_STEP = 387_613
DRAMA_PHONES = 1000


def nhs_number(seed: int, family: int, place: int) -> str:
    """The NHS number of the family's ``place``-th person; a family has only four, and the rest are not known."""
    if place >= NHS_A_FAMILY:
        return ""
    number = ((family * NHS_A_FAMILY + place) * _STEP + seed) % NHS_NUMBERS
    first, last = divmod(number, 9)
    return f"999{first:05d}" + _last_two(_weighted_sum(first), last)


def _weighted_sum(five: int) -> int:
    """Of 999 and five digits, with the weights of the NHS Data Dictionary: 10, 9, 8 for the nines, then 7 to 3."""
    return (
        243
        + five // 10_000 * 7
        + five // 1000 % 10 * 6
        + five // 100 % 10 * 5
        + five // 10 % 10 * 4
        + five % 10 * 3
    )


def _last_two(total: int, which: int) -> str:
    """The ninth digit and the check digit: at most one of the ten ninth digits would need a check digit of ten."""
    for ninth in range(10):
        check = (11 - (total + 2 * ninth) % 11) % 11
        if check == 10:
            continue
        if which == 0:
            return f"{ninth}{check}"
        which -= 1
    raise AssertionError("nine of ten ninth digits have a check digit")


def pupil_number(family: int, place: int) -> str:
    """The UPN of the family's ``place``-th person."""
    return upn(family * PEOPLE_A_FAMILY + place)


def phone(family: int, place: int) -> str:
    """A telephone of one household. Ofcom has opened no number that begins 06, and drama has only 2,000."""
    number = (family * 6 + place) * 7_368_787 % 1_000_000_000
    return f"06{number:09d}"


def shared_phone(place: int) -> str:
    """A telephone that many people give, as of a hostel: from Ofcom's range for drama."""
    return f"07700900{place % DRAMA_PHONES:03d}"
