"""Names for a made-up family: one community's habits, surnames handed on as that community does."""

from dataclasses import dataclass, replace
from random import Random

from kith.simulation.chance import happens, weighted
from kith.simulation.communities import CALLED, COMMUNITIES, SPELLINGS, Community

WOMENS_SECOND_NAMES = ("Begum", "Khatun", "Akter", "Bibi")
MIXED = 0.1
"""Share of couples whose names come from two communities. [assumption]"""
KEPT_HER_NAME = 0.45
MOTHERS_NAME = 0.2
"""Share of mothers with a surname of their own, and of children who then have hers. [assumption]"""
_ALSO_SPELT = {name: tuple(row.split()) for row in SPELLINGS for name in row.split()}


@dataclass(frozen=True, kw_only=True)
class Named:
    """One person's name: ``first``, ``last``, and what they are called if that is something else."""

    first: str
    last: str
    called: str = ""
    family_name_first: bool = False

    @property
    def full(self) -> str:
        """The name as a register writes it."""
        return f"{self.last} {self.first}" if self.family_name_first else f"{self.first} {self.last}"

    @property
    def short(self) -> str:
        """The name that a practitioner would use in a sentence."""
        return self.called or self.first


@dataclass(frozen=True, kw_only=True)
class FamilyNames:
    """How one family is named: two communities (mostly one), the parents, and the surname of the children."""

    hers: Community
    his: Community
    mother: Named
    father: Named

    @property
    def language(self) -> str:
        """The language spoken at home."""
        return self.hers.language


def family_names(chance: Random) -> FamilyNames:
    """A mother and a father; their communities decide what follows for everyone else."""
    his = _community(chance)
    hers = _community(chance) if happens(chance, MIXED) else his
    father = adult_name(chance, his, "male")
    mother = adult_name(chance, hers, "female")
    if hers.habit == "handed_on" and not happens(chance, KEPT_HER_NAME):
        mother = replace(mother, last=father.last)
    elif hers.habit == his.habit == "slavic_endings":
        mother = replace(mother, last=feminine(father.last))
    return FamilyNames(hers=hers, his=his, mother=mother, father=father)


def adult_name(chance: Random, community: Community, sex: str) -> Named:
    """A grown-up's name in one community."""
    first = chance.choice(community.girls if sex == "female" else community.boys)
    last = _surname(chance, community, sex)
    called = CALLED.get(first, "") if happens(chance, 0.5) else ""
    return Named(
        first=first, last=last, called=called, family_name_first=community.habit == "family_name_first"
    )


def child_name(chance: Random, names: FamilyNames, sex: str, taken: set[str]) -> Named:
    """A child's name, whose first name no brother or sister has, with the surname its community hands on."""
    community = names.hers if happens(chance, 0.5) else names.his
    given = community.girls if sex == "female" else community.boys
    free = [name for name in given if name not in taken] or list(given)
    first = chance.choice(free)
    called = CALLED.get(first, "") if happens(chance, 0.6) else ""
    family_name_first = names.his.habit == "family_name_first"
    return Named(
        first=first,
        last=childs_surname(chance, names, sex),
        called=called,
        family_name_first=family_name_first,
    )


def childs_surname(chance: Random, names: FamilyNames, sex: str) -> str:
    """The surname that a child of these parents bears."""
    habit = names.his.habit
    if habit == "fathers_and_grandfathers_name":
        return f"{names.father.first} {names.father.last}"
    if habit == "singh_and_kaur":
        return f"{'Kaur' if sex == 'female' else 'Singh'} {names.father.last.split()[-1]}"
    if habit == "womens_second_name" and sex == "female":
        return chance.choice(WOMENS_SECOND_NAMES[:3])
    if habit == "slavic_endings" and sex == "female":
        return feminine(names.father.last)
    if habit == "two_surnames":
        return f"{names.mother.last.split()[-1]} {names.father.last.split()[-1]}"
    hers = names.mother.last != names.father.last and happens(chance, MOTHERS_NAME)
    return names.mother.last if hers else names.father.last


def feminine(surname: str) -> str:
    """A Polish surname as a woman bears it."""
    return surname[:-1] + "a" if surname.endswith(("ski", "cki")) else surname


def spelt_otherwise(chance: Random, name: str) -> str:
    """One word of the name as another office spells it: a known variant, else two letters changed places."""
    words = name.split()
    for place in chance.sample(range(len(words)), len(words)):
        others = [other for other in _ALSO_SPELT.get(words[place], ()) if other != words[place]]
        if others:
            words[place] = chance.choice(others)
            return " ".join(words)
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    words[longest] = _letters_changed_places(chance, words[longest])
    return " ".join(words)


def _letters_changed_places(chance: Random, word: str) -> str:
    if len(word) < 4:
        return word
    at = chance.randint(1, len(word) - 3)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _community(chance: Random) -> Community:
    codes = {community.code: community.share for community in COMMUNITIES}
    chosen = weighted(chance, codes)
    return next(community for community in COMMUNITIES if community.code == chosen)


def _surname(chance: Random, community: Community, sex: str) -> str:
    surname = chance.choice(community.surnames)
    if community.habit == "womens_second_name" and sex == "female":
        return chance.choice(WOMENS_SECOND_NAMES)
    if community.habit == "slavic_endings" and sex == "female":
        return feminine(surname)
    if community.habit == "singh_and_kaur":
        return f"{'Kaur' if sex == 'female' else 'Singh'} {surname}"
    if community.habit == "two_surnames":
        return f"{chance.choice(community.surnames)} {surname}"
    if community.habit == "fathers_and_grandfathers_name":
        return f"{chance.choice(community.boys)} {surname}"
    return surname
