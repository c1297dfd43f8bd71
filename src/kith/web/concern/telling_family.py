"""Whether the family may be told yet: where telling could endanger somebody, the safe answer is chosen beforehand.

Golden rule 2 of the advice on information sharing (DfE, 2024): engage with the family where it is practicable and safe. Which
worries make it unsafe before the desk was asked is a list of ours to begin with [GK], for a partnership to set.
"""

from collections.abc import Mapping
from types import MappingProxyType

ASK_DESK = "ask_desk"
MAY_ENDANGER: Mapping[str, str] = MappingProxyType(
    {
        "sexual": "sexual harm",
        "violence": "violence or control at home",
        "illness": "an illness that somebody may be making up or causing",
        "honour": "forced marriage, cutting, or harm in the name of honour",
    }
)
"""Worries, by what is ticked."""
GRAVE_MARKS = frozenset({"bite", "burn", "fracture", "head_injury"})
_GRAVE = "an injury that may be serious"


def could_endanger(answers: Mapping[str, str]) -> tuple[str, ...]:
    """Why telling could endanger somebody, in words; nothing where no answer says so."""
    ticked = answers.get("worry_about", "").split()
    found = [words for code, words in MAY_ENDANGER.items() if code in ticked]
    looks = {answers.get("appearance", "")} | {
        words
        for field, words in answers.items()
        if field.startswith("mark_") and field.endswith("_appearance")
    }
    if "injury" in ticked and (looks & GRAVE_MARKS or answers.get("child_mobile") == "no"):
        found.append(_GRAVE)
    return tuple(found)


def chosen_beforehand(answers: Mapping[str, str]) -> dict[str, str]:
    """The answer that is chosen on the page until somebody chooses another."""
    if answers.get("family_told") or not could_endanger(answers):
        return {}
    return {"family_told": ASK_DESK}


def why_chosen(answers: Mapping[str, str]) -> str:
    """What the page says of it; empty where nothing was chosen beforehand."""
    reasons = could_endanger(answers)
    if answers.get("family_told") or not reasons:
        return ""
    about = " and ".join(reasons)
    return (
        f"“Not yet” is chosen for you, because this is about {about}. Telling could put the child or somebody else in "
        "danger, or warn whoever did it. Choose another answer if a parent or carer knows already."
    )
