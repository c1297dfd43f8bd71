"""The body map: regions of the body where an injury is seen or described."""

from typing import Any

from kith.grammar.entry_kinds import several_of

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
