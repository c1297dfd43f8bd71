"""The ready answers of the questions about a concern, and the regions of the body map in groups."""

from dataclasses import dataclass
from types import MappingProxyType

from kith.web.parts.form import Choice

WHERE_NOW = (
    Choice(value="here", words="Here with me"),
    Choice(value="home", words="At home, or on the way there"),
    Choice(value="elsewhere", words="Somewhere else", hint="Say where in the box below."),
    Choice(value="not_known", words="I do not know"),
)
SAFE_TO_GO = (
    Choice(value="yes", words="Yes"),
    Choice(value="no", words="No", hint="Ring the desk now; if the child is in danger, 999."),
    Choice(value="not_sure", words="I am not sure"),
)
WHO_SAID = (
    Choice(value="self", words="I saw or heard it myself"),
    Choice(value="child", words="The child told me or showed me"),
    Choice(value="family", words="Someone in the family told me"),
    Choice(value="public", words="A neighbour or somebody else told me"),
    Choice(value="professional", words="Another professional told me"),
)
WORRY_ABOUT = (
    Choice(value="injury", words="A mark or an injury", hint="The next page asks where on the body."),
    Choice(value="told", words="The child told of harm, or showed it"),
    Choice(value="neglect", words="How the child is cared for: clothes, washing, home, being watched over"),
    Choice(value="hunger", words="Hunger, weight or growth"),
    Choice(value="behaviour", words="What the child does: fear, distress, hurting others or themselves"),
    Choice(value="carer", words="How a parent or carer is: health, drink, drugs, their control of others"),
    Choice(value="violence", words="Violence or control between adults at home"),
    Choice(value="sexual", words="Sexual harm"),
    Choice(value="exploitation", words="Exploitation by people outside the family"),
    Choice(value="illness", words="An illness that somebody may be making up or causing"),
    Choice(value="honour", words="Forced marriage, cutting (FGM), or harm in the name of honour"),
)
HOW_SOON = (
    Choice(
        value="now",
        words="Now, or before the child goes home",
        hint="You will be given the number to ring. Ring it first.",
    ),
    Choice(value="today", words="Today"),
    Choice(value="working_day", words="By the end of the next working day"),
)
FAMILY_TOLD = (
    Choice(value="told", words="Yes, a parent or carer knows that I am telling you"),
    Choice(value="told_disagrees", words="Yes, and they do not agree"),
    Choice(value="not_told", words="No, not yet"),
    Choice(value="danger", words="No: telling them could put somebody in danger"),
    Choice(
        value="ask_desk",
        words="Not yet: I tell nobody until the desk says whether and how",
        hint="The safe answer where you are not sure.",
    ),
)
MARK_SEEN = (
    Choice(value="yes", words="Yes, I saw it"),
    Choice(value="no", words="No, it was described to me"),
)
APPEARANCE = (
    Choice(value="bruise", words="A bruise"),
    Choice(value="bite", words="A bite"),
    Choice(value="burn", words="A burn or scald"),
    Choice(value="fracture", words="A break, known or likely"),
    Choice(value="cut", words="A cut"),
    Choice(value="mark", words="Another mark"),
    Choice(value="head_injury", words="An injury to the head"),
    Choice(value="other", words="Something else"),
)
CHILD_MOBILE = (
    Choice(value="yes", words="Yes"),
    Choice(value="no", words="No, not yet"),
    Choice(value="not_known", words="I do not know"),
)
CARER_ACCOUNT = (
    Choice(value="consistent", words="It fits what was seen"),
    Choice(value="inconsistent", words="It does not fit"),
    Choice(value="changed", words="It changed between tellings"),
    Choice(value="none_given", words="They gave none"),
    Choice(value="not_asked", words="Nobody has asked"),
)

CHOICES = MappingProxyType(
    {
        "where_now": WHERE_NOW,
        "safe_to_go": SAFE_TO_GO,
        "who_said": WHO_SAID,
        "worry_about": WORRY_ABOUT,
        "how_soon": HOW_SOON,
        "family_told": FAMILY_TOLD,
        "mark_seen": MARK_SEEN,
        "appearance": APPEARANCE,
        "child_mobile": CHILD_MOBILE,
        "carer_account": CARER_ACCOUNT,
    }
)
"""By field."""


@dataclass(frozen=True, kw_only=True)
class Regions:
    """One part of the body map, which folds."""

    words: str
    choices: tuple[Choice, ...]
    first: int
    """The place of its first region among all of them, from 1."""


_PARTS = {
    "Head and face": "head scalp forehead face eye ear nose cheek jaw chin mouth inside_mouth",
    "Neck, chest, back and bottom": "neck shoulder collarbone chest abdomen back lower_back side hip buttock genital_area",
    "Arms and hands": "arm upper_arm elbow forearm wrist hand finger",
    "Legs and feet": "leg thigh knee shin calf ankle foot toe",
    "All over": "whole_body",
}
_PLAIN = {"abdomen": "Tummy (abdomen)", "inside_mouth": "Inside the mouth", "buttock": "Bottom (buttock)",
          "genital_area": "Genital area"}  # fmt: skip


def _regions() -> tuple[Regions, ...]:
    found, first = [], 1
    for words, codes in _PARTS.items():
        choices = tuple(
            Choice(value=code, words=_PLAIN.get(code, code.replace("_", " ").capitalize()))
            for code in codes.split()
        )
        found.append(Regions(words=words, choices=choices, first=first))
        first += len(choices)
    return tuple(found)


REGIONS = _regions()
"""Every region of the rulebook's body map once, under the names that people say; a test compares."""
SITES = tuple(choice for part in REGIONS for choice in part.choices)
