"""The closed list of ways in which one person is related to another, with the words for each direction."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Kind:
    """``person`` is the ``code`` of ``other``. Words are (female, male, either)."""

    code: str
    words: tuple[str, str, str]
    the_other_way: tuple[str, str, str]
    is_parent: bool = False


def _kind(code: str, words: str, other_way: str, *, is_parent: bool = False) -> Kind:
    return Kind(code=code, words=_three(words), the_other_way=_three(other_way), is_parent=is_parent)


def _three(words: str) -> tuple[str, str, str]:
    """ "sister/brother/sibling" in three; one word stands for all."""
    parts = words.split("/")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (words, words, words)


_CHILD = "daughter/son/child"

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        _kind("mother", "mother", _CHILD, is_parent=True),
        _kind("father", "father", _CHILD, is_parent=True),
        _kind("parent", "mother/father/parent", _CHILD, is_parent=True),
        _kind("adoptive_parent", "adoptive mother/adoptive father/adoptive parent", _CHILD, is_parent=True),
        _kind("step_parent", "stepmother/stepfather/step-parent", "stepdaughter/stepson/stepchild"),
        _kind("foster_carer", "foster carer", "foster child"),
        _kind("special_guardian", "special guardian", "child under special guardianship"),
        _kind("private_foster_carer", "private foster carer", "privately fostered child"),
        _kind("grandparent", "grandmother/grandfather/grandparent", "granddaughter/grandson/grandchild"),
        _kind("great_grandparent", "great-grandparent", "great-grandchild"),
        _kind("aunt_or_uncle", "aunt/uncle/aunt or uncle", "niece/nephew/niece or nephew"),
        _kind("sibling", "sister/brother/sibling", "sister/brother/sibling"),
        _kind(
            "half_sibling", "half-sister/half-brother/half-sibling", "half-sister/half-brother/half-sibling"
        ),
        _kind("step_sibling", "stepsister/stepbrother/step-sibling", "stepsister/stepbrother/step-sibling"),
        _kind("cousin", "cousin", "cousin"),
        _kind("partner", "partner", "partner"),
        _kind("former_partner", "former partner", "former partner"),
        _kind("carer", "carer", "child cared for"),
        _kind("other_relative", "relative", "relative"),
        _kind("family_friend", "family friend", "family friend"),
    )
}

PARENTS = frozenset(kind.code for kind in KINDS.values() if kind.is_parent)

_COLUMN = {"female": 0, "male": 1}


def words(code: str, *, sex: str, other_way: bool = False) -> str:
    """What someone of that ``sex`` is to the other person: the ``kind`` read forwards, or the other way round."""
    kind = KINDS[code]
    return (kind.the_other_way if other_way else kind.words)[_COLUMN.get(sex, 2)]
