"""Last names in their normal form, and which are so common that sharing one says nothing."""

from collections.abc import Callable, Mapping

from kith.identity.names import name_in_parts

COMMON_ANYWHERE = frozenset(
    "smith jones taylor brown williams wilson johnson davies davis patel robinson wright thompson evans walker white roberts"
    " green hall wood jackson clarke clark khan ali hussain ahmed begum singh kaur lewis harris martin cooper king lee"
    " baker turner hill ward hughes edwards morris moore allen scott shah islam miah akhtar malik chen wang nowak".split()
)
"""Where nobody has counted names yet, these at least say nothing [GK]."""


def surnames(full: str) -> frozenset[str]:
    """Every part of a last name in small ASCII letters, short parts left out: ``Smith-Jones`` is three of them."""
    return frozenset(part for part in name_in_parts(full).last if len(part) > 2)


def commonness(shares: Mapping[str, float], *, at_most: float) -> Callable[[str], bool]:
    """Whether more than ``at_most`` of the area's people have a name; without a count, whether the country knows it as common."""

    def is_common(name: str) -> bool:
        if shares:
            return shares.get(name, 0.0) > at_most
        return name in COMMON_ANYWHERE

    return is_common
