"""What goes wrong when a person is written down: one small function for each slip, each changing a draft."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import log1p
from random import Random

from kith.simulation.population.offices import CARES
from kith.simulation.population.people import YEAR, Someone
from kith.simulation.population.slip_shares import SHARES
from kith.simulation.population.spelling import called, half, joined_otherwise, plain, spelt_otherwise

NEIGHBOURS = dict(zip(
    "qwertyuiopasdfghjklzxcvbnm",
    "wa qes wrd etf ryg tuh yij uok ipl o qsz adw sfe dgr fht gjy hku jli ko asx zcd xvf cbg vnh bmj nk".split(),
    strict=True,
))  # fmt: skip
MISREAD = (
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("l", "1"),
    ("O", "0"),
    ("i", "l"),
    ("h", "b"),
    ("vv", "w"),
    ("B", "8"),
    ("S", "5"),
)
DIGITS_OF_BIRTH = (3, 5, 6, 8, 9, 9, 8, 2)
"""Places in 2026-03-01 where a digit goes wrong: in the day most."""
NOBODY = ("Unknown", "NK", "N/A", "Not known", "?", "Child", "XX")


@dataclass(slots=True)
class Draft:
    """A description while it is written. ``situation`` starts as the person's and may become what a slip made of it."""

    person: Someone
    day: int
    first: str
    last: str
    dob: str
    sex: str
    postcode: str
    address: str
    uprn: str
    nhs_number: str
    upn: str
    phone: str
    guardians: list[str]
    situation: str
    marks: bool = False


Slip = Callable[[Draft, Random], None]


def _place(chance: Random, length: int) -> int:
    return int(chance.random() * length)


def _in_a_name(change: Callable[[Random, str], str]) -> Slip:
    """A slip of one word: mostly of the longer of the two names, which has more letters to go wrong."""

    def slip(draft: Draft, chance: Random) -> None:
        if chance.random() * (len(draft.first) + len(draft.last)) < len(draft.first):
            draft.first = change(chance, draft.first)
        elif draft.last:
            draft.last = change(chance, draft.last)

    return slip


def _keyboard_neighbour(chance: Random, name: str) -> str:
    at = _place(chance, len(name))
    others = NEIGHBOURS.get(name[at].lower())
    if not others:
        return name
    other = others[_place(chance, len(others))]
    return name[:at] + (other.upper() if name[at].isupper() else other) + name[at + 1 :]


def _letter_missing(chance: Random, name: str) -> str:
    at = _place(chance, len(name))
    return name[:at] + name[at + 1 :] if len(name) > 2 else name


def _letter_doubled(chance: Random, name: str) -> str:
    at = _place(chance, len(name))
    return name[: at + 1] + name[at:].lower() if at else name[:1] + name[:1].lower() + name[1:]


def _letters_transposed(chance: Random, name: str) -> str:
    if len(name) < 3:
        return name
    at = 1 + _place(chance, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _misread(chance: Random, name: str) -> str:
    begin = _place(chance, len(MISREAD))
    for true, seen in (*MISREAD[begin:], *MISREAD[:begin]):
        if true in name:
            return name.replace(true, seen, 1)
    return name


def _first_name_spelt(draft: Draft, chance: Random) -> None:
    draft.first = spelt_otherwise(chance, draft.first)


def _last_name_spelt(draft: Draft, chance: Random) -> None:
    draft.last = spelt_otherwise(chance, draft.last)


def _short_form(draft: Draft, chance: Random) -> None:
    draft.first = called(chance, draft.first)


def _middle_name_used(draft: Draft, chance: Random) -> None:
    draft.first = draft.person.middle or draft.first


def _middle_name_added(draft: Draft, chance: Random) -> None:
    if draft.person.middle and draft.first:
        draft.first = f"{draft.first} {draft.person.middle}"


def _joined_otherwise(draft: Draft, chance: Random) -> None:
    draft.first, draft.last = joined_otherwise(chance, draft.first), joined_otherwise(chance, draft.last)


def _part_of_a_surname(draft: Draft, chance: Random) -> None:
    draft.last = half(chance, draft.last)


def _swapped(draft: Draft, chance: Random) -> None:
    draft.first, draft.last = draft.last, draft.first


def _initial_only(draft: Draft, chance: Random) -> None:
    draft.first = draft.first[:1]


def _marks_kept(draft: Draft, chance: Random) -> None:
    draft.marks = True


def _placeholder(draft: Draft, chance: Random) -> None:
    if chance.random() < 0.7:
        draft.first = NOBODY[_place(chance, len(NOBODY))]
    else:
        draft.last = NOBODY[_place(chance, len(NOBODY) - 2)]


def _empty(field: str) -> Slip:
    def slip(draft: Draft, chance: Random) -> None:
        setattr(draft, field, "")

    return slip


def _write_birth(draft: Draft, wrong: str) -> bool:
    """Write the wrong birthday, if it is a day and an office would take it: nobody who is born is born tomorrow."""
    try:
        day = date.fromisoformat(wrong).toordinal()
    except ValueError:
        return False
    if wrong == draft.dob or (day > draft.day and draft.person.kind != "unborn"):
        return False
    draft.dob = wrong
    return True


def _day_and_month_swapped(draft: Draft, chance: Random) -> None:
    _write_birth(draft, f"{draft.dob[:5]}{draft.dob[8:]}-{draft.dob[5:7]}")


def _digit_of_birth_wrong(draft: Draft, chance: Random) -> None:
    for _ in range(6):
        at = DIGITS_OF_BIRTH[_place(chance, len(DIGITS_OF_BIRTH))]
        if _write_birth(draft, f"{draft.dob[:at]}{_place(chance, 10)}{draft.dob[at + 1 :]}"):
            return


def _year_off_by_one(draft: Draft, chance: Random) -> None:
    if draft.dob:
        _write_birth(draft, f"{int(draft.dob[:4]) + (1 if chance.random() < 0.5 else -1)}{draft.dob[4:]}")


def _first_of_january(draft: Draft, chance: Random) -> None:
    _write_birth(draft, f"{draft.dob[:4]}-01-01")


def _only_an_age(draft: Draft, chance: Random) -> None:
    """Somebody guessed the age: the year is near and the day is nobody's."""
    spread = 3 if draft.person.kind == "adult" else 1
    age = max(0, (draft.day - draft.person.born) / YEAR + chance.uniform(-spread, spread))
    draft.dob = f"{date.fromordinal(draft.day - int(age * YEAR)).year}-01-01"


def _sex_wrong(draft: Draft, chance: Random) -> None:
    draft.sex = {"female": "male", "male": "female"}.get(draft.sex, "")


def _siblings_number(draft: Draft, chance: Random) -> None:
    others = [one.nhs_number for one in _others(draft) if one.nhs_number]
    if draft.nhs_number and others:
        draft.nhs_number = others[_place(chance, len(others))]
        draft.situation = "copied_nhs"


def _siblings_pupil_number(draft: Draft, chance: Random) -> None:
    others = [one.upn for one in _others(draft) if one.upn]
    if draft.upn and others:
        draft.upn = others[_place(chance, len(others))]
        draft.situation = "copied_upn"


def _others(draft: Draft) -> list[Someone]:
    here = [one for one in draft.person.household if one.person_id != draft.person.person_id]
    return [one for one in here if one.kind == draft.person.kind] or here


def _digit_of_a_number_wrong(draft: Draft, chance: Random) -> None:
    number = draft.nhs_number
    if number:
        at = 3 + _place(chance, 6)
        draft.nhs_number = f"{number[:at]}{(int(number[at]) + 1 + _place(chance, 9)) % 10}{number[at + 1 :]}"


def _old_address(draft: Draft, chance: Random) -> None:
    if draft.person.moved_on:
        _, before = draft.person.homes[-1], draft.person.homes[0]
        draft.address, draft.postcode = before.line, before.postcode
        draft.uprn = before.uprn if draft.uprn else ""


def _postcode_mistyped(draft: Draft, chance: Random) -> None:
    code = draft.postcode
    if code:
        at = len(code) - 1 - _place(chance, 2)
        draft.postcode = f"{code[:at]}{'ABDEFGHJLNPQRSTUWXYZ'[_place(chance, 20)]}{code[at + 1 :]}"


def _address_missing(draft: Draft, chance: Random) -> None:
    draft.address = draft.uprn = ""


def _phone_of_another(draft: Draft, chance: Random) -> None:
    """Of another grown-up of the family: children's are their mother's in the first place."""
    others = [one.phone for one in draft.person.household if one.kind == "adult" and one.phone != draft.phone]
    if draft.phone and others:
        draft.phone = others[_place(chance, len(others))]


def _guardian_missing(draft: Draft, chance: Random) -> None:
    if draft.guardians:
        draft.guardians.pop(_place(chance, len(draft.guardians)))


def _guardian_first_name_only(draft: Draft, chance: Random) -> None:
    draft.guardians = [name.partition(" ")[0] for name in draft.guardians]


def _guardian_maiden_name(draft: Draft, chance: Random) -> None:
    mother = draft.person.parents[0] if draft.person.parents else None
    if draft.guardians and mother is not None and mother.maiden:
        draft.guardians[0] = f"{mother.first} {mother.maiden}"


def _guardian_spelt(draft: Draft, chance: Random) -> None:
    draft.guardians = [spelt_otherwise(chance, name) for name in draft.guardians]


def plainly(draft: Draft) -> None:
    """Every name in the letters of an English keyboard."""
    draft.first, draft.last = plain(draft.first), plain(draft.last)
    if draft.guardians:
        draft.guardians = [plain(name) for name in draft.guardians]


SLIPS: dict[str, Slip] = {
    "first_name_spelt_otherwise": _first_name_spelt, "last_name_spelt_otherwise": _last_name_spelt,
    "short_form": _short_form, "middle_name_used": _middle_name_used, "middle_name_added": _middle_name_added,
    "joined_otherwise": _joined_otherwise, "part_of_a_surname": _part_of_a_surname, "first_and_last_swapped": _swapped,
    "keyboard_neighbour": _in_a_name(_keyboard_neighbour), "letter_missing": _in_a_name(_letter_missing),
    "letter_doubled": _in_a_name(_letter_doubled), "letters_transposed": _in_a_name(_letters_transposed),
    "misread_by_a_scanner": _in_a_name(_misread), "initial_only": _initial_only, "marks_kept": _marks_kept,
    "placeholder_for_a_name": _placeholder, "first_name_missing": _empty("first"), "last_name_missing": _empty("last"),
    "day_and_month_swapped": _day_and_month_swapped, "one_digit_of_birth_wrong": _digit_of_birth_wrong,
    "year_off_by_one": _year_off_by_one, "first_of_january": _first_of_january, "only_an_age_known": _only_an_age,
    "birth_missing": _empty("dob"), "sex_wrong": _sex_wrong, "sex_missing": _empty("sex"),
    "number_of_a_sibling": _siblings_number, "digit_of_a_number_wrong": _digit_of_a_number_wrong,
    "pupil_number_of_a_sibling": _siblings_pupil_number, "old_address": _old_address,
    "postcode_mistyped": _postcode_mistyped, "postcode_missing": _empty("postcode"), "address_missing": _address_missing,
    "phone_of_another": _phone_of_another, "guardian_missing": _guardian_missing,
    "guardian_first_name_only": _guardian_first_name_only, "guardian_maiden_name": _guardian_maiden_name,
    "guardian_spelt_otherwise": _guardian_spelt,
}  # fmt: skip
_BY_CARE: dict[str, tuple[list[float], list[Slip]]] = {
    care: (
        list(accumulate(-log1p(-shares[column]) for shares in SHARES.values())),
        [SLIPS[name] for name in SHARES],
    )
    for column, care in enumerate(CARES)
}


def slip_up(draft: Draft, chance: Random, care: str) -> None:
    """Make the slips that an office of this care makes, each by its own share.

    One draw jumps to the next slip that happens (the shares are laid end to end as hazards), since most do not.
    """
    heights, slips = _BY_CARE[care]
    reached = 0.0
    while True:
        reached -= log1p(-chance.random())
        place = bisect(heights, reached)
        if place == len(slips):
            return
        slips[place](draft, chance)
        reached = heights[place]
