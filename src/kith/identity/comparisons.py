"""How two descriptions are compared: each comparison's levels from the best agreement to none, with the words for it."""

from dataclasses import dataclass

from kith.identity.levels import (
    Test,
    a_year_apart,
    changes_places,
    crosses,
    either_has_none_of,
    either_is,
    either_lacks,
    equal,
    meets,
    near,
    part_of,
    same,
    shares,
    slip,
)

MISSING = -1
"""The level where one of the two does not say: it weighs nothing."""


@dataclass(frozen=True)
class Level:
    """One degree of agreement. ``frequency`` is the column whose commonness counts (a common name says less)."""

    name: str
    test: Test | None
    words: str
    frequency: str = ""


@dataclass(frozen=True)
class CompareBy:
    """One comparison: ``missing`` where it cannot be made, then the first level whose test holds; the last has none."""

    name: str
    missing: Test
    levels: tuple[Level, ...]

    def number_of(self, level: str) -> int:
        return next(number for number, one in enumerate(self.levels) if one.name == level)


def _same_or_not(column: str, agree: str, differ: str) -> CompareBy:
    """A comparison of two levels, called by its column."""
    levels = (Level("same", same(column), agree), Level("differ", None, differ))
    return CompareBy(column, either_lacks(column), levels)


_LATER_DIFFER = ~either_has_none_of("middles") & ~shares("middles")
_SWAPPED = changes_places("firsts", "lasts") & ~shares("firsts")

FIRST_NAME = CompareBy(
    "first_name",
    either_has_none_of("firsts"),
    (
        Level("same", same("first") & ~_LATER_DIFFER, "The first names are the same.", "first"),
        Level("also", shares("firsts") & ~_LATER_DIFFER, "They share a first name."),
        Level("spelt", shares("first_sounds") & ~_LATER_DIFFER, "The first names are two spellings of one."),
        Level(
            "later_differ",
            shares("firsts") | shares("first_sounds"),
            "The first names agree, but the names after them differ.",
        ),
        Level("called", shares("first_called"), "One first name is a way of saying the other."),
        Level("middle", crosses("firsts", "middles"), "One is called by the other’s middle name."),
        Level("swapped", _SWAPPED, "First and last names have changed places."),
        Level("part", part_of("first", least=3), "One first name is a part of the other."),
        Level(
            "slip", slip("first", least=3), "The first names are one letter apart: they may be two people’s."
        ),
        Level(
            "bones",
            shares("first_bones"),
            "The first names have the same consonants, but may be two people’s.",
        ),
        Level("initial", crosses("initials", "first_letters"), "Of one first name there is only a letter."),
        Level("near", near("first", 0.85), "The first names are somewhat alike."),
        Level("differ", None, "The first names differ."),
    ),
)

_OF_ITS_MOTHER = either_is("kind", "unborn") & ~same("kind") & ~shares("lasts") & ~shares("last_sounds")
"""An unborn child goes by its mother's name, and may be given another."""

LAST_NAME = CompareBy(
    "last_name",
    either_has_none_of("lasts") | _SWAPPED | _OF_ITS_MOTHER,
    (
        Level("same", same("last"), "The last names are the same.", "last"),
        Level("also", shares("lasts"), "The last names share a part."),
        Level("spelt", shares("last_sounds"), "The last names are two spellings of one."),
        Level("middle", crosses("lasts", "middles"), "One last name is among the other’s middle names."),
        Level("slip", slip("last", least=4), "The last names are one letter apart."),
        Level("bones", shares("last_bones"), "The last names have the same consonants."),
        Level("near", near("last", 0.88), "The last names are somewhat alike."),
        Level("differ", None, "The last names differ."),
    ),
)

BIRTH = CompareBy(
    "birth",
    either_lacks("born_from"),
    (
        Level("same", same("born_on"), "The dates of birth are the same."),
        Level(
            "new_year", same("written"), "Both are said to be born on 1 January, which may stand for any day."
        ),
        Level("turned", equal("born_on", "turned"), "Day and month of birth have changed places."),
        Level(
            "expected",
            either_is("kind", "unborn") & meets("born_from", "born_to"),
            "The baby was expected at about that time.",
        ),
        Level(
            "slip",
            ~either_lacks("born_on") & slip("born_on"),
            "The dates of birth differ by a slip of the pen.",
        ),
        Level(
            "year_apart",
            ~either_lacks("born_on") & same("month_day") & a_year_apart("year"),
            "The same birthday, a year apart.",
        ),
        Level(
            "rough",
            either_lacks("born_on") & meets("born_from", "born_to"),
            "The ages agree, as far as they are known.",
        ),
        Level("month", same("year_month"), "Born in the same month, on another day."),
        Level("year", same("year"), "Born in the same year, on another day."),
        Level("differ", None, "The dates of birth differ."),
    ),
)

SEX = _same_or_not("sex", "Both are said to be of the same sex.", "They are said to be of different sexes.")
NHS_NUMBER = _same_or_not("nhs_number", "The NHS numbers are the same.", "The NHS numbers differ.")
UPN = _same_or_not("upn", "The pupil numbers are the same.", "The pupil numbers differ.")

ADDRESS = CompareBy(
    "address",
    either_lacks("uprn") & either_lacks("postcode") & (either_lacks("number") | either_lacks("road")),
    (
        Level("door", same("uprn") | (same("postcode") & same("number")), "The same address."),
        Level("postcode", same("postcode"), "The same postcode."),
        Level("road", same("number") & same("road"), "The same house number and road."),
        Level("near", slip("postcode", least=5) | same("sector"), "Nearly the same postcode."),
        Level("outward", same("outward"), "The same part of the town."),
        Level("differ", None, "The addresses differ."),
    ),
)

PHONE = CompareBy(
    "phone",
    either_has_none_of("phones"),
    (
        Level("same", shares("phones"), "The same telephone number."),
        Level("differ", None, "The telephone numbers differ."),
    ),
)

GUARDIAN = CompareBy(
    "guardian",
    either_has_none_of("carers"),
    (
        Level("same", shares("guardians"), "The same parent or carer."),
        Level("first", shares("carers"), "A parent or carer of the same first name."),
        Level("differ", None, "Other parents or carers."),
    ),
)

COMPARISONS = (FIRST_NAME, LAST_NAME, BIRTH, SEX, NHS_NUMBER, UPN, ADDRESS, PHONE, GUARDIAN)
HOUSEHOLD = frozenset({"address", "phone", "guardian"})
"""These say one thing, *same household*, so that together they carry no more than a cap."""
