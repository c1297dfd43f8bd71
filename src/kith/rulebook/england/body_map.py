"""The body map: regions of the body where an injury is seen or described, and how a mark there may be told."""

from typing import Any

from kith.grammar.choices import Choice
from kith.grammar.details import Detail
from kith.grammar.entry_kinds import number, one_of, several_of

REGIONS = (
    *(
        "head",
        "scalp",
        "forehead",
        "face",
        "eye",
        "ear",
        "nose",
        "cheek",
        "jaw",
        "chin",
        "mouth",
        "inside_mouth",
    ),
    *("neck", "shoulder", "collarbone", "chest", "abdomen", "back", "lower_back", "side", "hip", "buttock"),
    *("genital_area", "arm", "upper_arm", "elbow", "forearm", "wrist", "hand", "finger"),
    *("leg", "thigh", "knee", "shin", "calf", "ankle", "foot", "toe", "whole_body"),
)

TELLING_SITES = (
    *("ear", "neck", "cheek", "jaw", "eye", "inside_mouth", "chest", "abdomen", "back", "lower_back", "side"),
    *("buttock", "genital_area"),
)
"""Where young children seldom bruise by accident: torso, ear, neck, frenulum, angle of jaw, cheek, eyelid.
[GK] after the TEN-4-FACESp rule (Pierce and others, 2021); nobody has checked it here."""

_SPELLINGS = {
    "feet": "foot",
    "calves": "calf",
    "thighs": "thigh",
    "tummy": "abdomen",
    "stomach": "abdomen",
    "belly": "abdomen",
    "bottom": "buttock",
    "genitals": "genital_area",
    "genital": "genital_area",
    "lip": "mouth",
    "lips": "mouth",
    "lower_arm": "forearm",
    "body": "whole_body",
}
_PLURALS = {f"{region}s": region for region in REGIONS if not region.endswith(("foot", "body", "back"))}


def regions(**form: Any) -> Any:
    """A detail that is a list of regions; nothing in it says left or right, which the words beside it may."""
    words = {"inside_mouth": "inside of the mouth"}
    return several_of(*REGIONS, words=words, also={**_PLURALS, **_SPELLINGS}, unchecked=True, **form)


SIDES = ("left", "right", "middle", "both")
"""The child's own left and right, never the onlooker's."""

VIEWS = (
    *("front", "back", "left_side", "right_side", "face"),
    *("palms", "backs_of_hands", "tops_of_feet", "soles"),
)
"""The drawings on which a mark can be put."""

COLOURS = (
    *("red", "pink", "purple", "blue", "black", "brown", "yellow", "green"),
    *("white", "grey", "as_the_skin", "other"),
)
"""What was seen, and no more: the age of a bruise cannot be told from its colour, and nothing here tells it."""

SHAPES = (
    *("round", "oval", "line", "two_lines", "loop", "crescent", "ring", "fingertips", "hand", "object"),
    *("irregular", "other"),
)
LARGEST_MARK_MM = 1000

_VIEW_WORDS = {
    "front": "front of the body",
    "back": "back of the body",
    "left_side": "left side of the body",
    "right_side": "right side of the body",
    "backs_of_hands": "backs of the hands",
    "tops_of_feet": "tops of the feet",
}
_SHAPE_WORDS = {
    "line": "a line",
    "two_lines": "two lines side by side",
    "loop": "a loop",
    "crescent": "a crescent",
    "ring": "a ring",
    "fingertips": "fingertips",
    "hand": "a hand",
    "object": "the shape of some object",
}


def side() -> Choice:
    return one_of(*SIDES, ask="On which side?", hint="The child’s own left or right.", unchecked=True)


def view() -> Choice:
    return one_of(
        *VIEWS, ask="On which drawing is it marked?", label="Drawing", words=_VIEW_WORDS, unchecked=True
    )


def size(ask: str, label: str) -> Detail:
    """Millimetres as somebody measured or judged them."""
    return number(low=0, high=LARGEST_MARK_MM, ask=ask, label=label, unit="mm", unchecked=True)


def colours() -> Choice:
    return several_of(
        *COLOURS,
        ask="What colours did it have?",
        hint="What was seen. Nobody can tell how old a bruise is from its colour.",
        label="Colour",
        words={"as_the_skin": "as the skin around it", "other": "another colour"},
        also={"gray": "grey", "violet": "purple"},
        unchecked=True,
    )


def shape() -> Choice:
    return one_of(
        *SHAPES,
        ask="What shape did it have?",
        words={**_SHAPE_WORDS, "other": "another shape"},
        unchecked=True,
    )
