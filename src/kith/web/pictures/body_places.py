"""Where on each drawing of the body a region can be pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass

from kith.web.pictures.body_outlines import (
    FIGURES,
    MIDDLE,
    Joints,
    Outline,
    face,
    feet,
    hands,
    sideways,
    standing,
)

TARGET = 36
"""Units across each target: 24 pixels and more wherever the drawing is at least 214 pixels wide."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A region as one drawing shows it; the side is the child's own."""

    view: str
    region: str
    side: str
    x: float
    y: float

    @property
    def code(self) -> str:
        """``front.left.upper_arm``"""
        return f"{self.view}.{self.side}.{self.region}"


@dataclass(frozen=True, kw_only=True)
class View:
    """One drawing."""

    code: str
    words: str
    outline: Outline
    places: tuple[Place, ...]


def _upright(view: str, j: Joints, *, from_behind: bool) -> Iterator[Place]:
    """Front and back. From behind, the child's left is on the left."""
    elbow, wrist, legs = j.elbow[0], j.wrist[0], j.hip_wide - 2
    waist = (j.shoulder + j.hip) / 2
    yield Place(view=view, region="head" if from_behind else "face", side="middle", x=MIDDLE, y=j.head)
    yield Place(view=view, region="neck", side="middle", x=MIDDLE, y=j.head + j.head_high - 6)
    own = "back" if from_behind else "chest"
    low = "lower_back" if from_behind else "abdomen"
    end = "buttock" if from_behind else "hip"
    shin = "calf" if from_behind else "shin"
    rows = (
        ("shoulder", j.shoulder_wide + 4, j.shoulder),
        ("upper_arm", (j.shoulder_wide + elbow) / 2 + 4, (j.shoulder + j.elbow[1]) / 2),
        ("elbow", elbow, j.elbow[1]),
        ("forearm", (elbow + wrist) / 2, (j.elbow[1] + j.wrist[1]) / 2),
        ("wrist", wrist, j.wrist[1]),
        ("hand", wrist + 5, j.wrist[1] + 39),
        (own, 22, j.shoulder + 46),
        (low, 22, waist + 34),
        (end, 24, j.hip + 4),
        ("thigh", legs, (j.hip + j.knee) / 2 + 6),
        ("knee", legs, j.knee),
        (shin, legs, (j.knee + j.ankle) / 2),
        ("ankle", legs, j.ankle - 6),
        ("foot", legs + 6, j.ankle + 34),
    )
    for side, way in (("right", -1), ("left", 1)):
        way = -way if from_behind else way
        for region, wide, high in rows:
            yield Place(view=view, region=region, side=side, x=MIDDLE + way * wide, y=high)
    if not from_behind:
        for side, way in (("right", -1), ("left", 1)):
            yield Place(view=view, region="collarbone", side=side, x=MIDDLE + way * 22, y=j.shoulder + 6)


def _profile(view: str, side: str, j: Joints) -> Iterator[Place]:
    way = -1 if side == "left" else 1
    elbow = j.shoulder + 92
    deep, thick = j.head_wide, j.hip - j.shoulder
    rows = (
        ("head", -2, j.head - j.head_high + 20),
        ("ear", -8, j.head + 8),
        ("cheek", deep - 14, j.head + 22),
        ("neck", -10, j.head + j.head_high + 6),
        ("shoulder", 0, j.shoulder + 16),
        ("upper_arm", 22, (j.shoulder + elbow) / 2 + 10),
        ("elbow", 60, elbow + 4),
        ("forearm", 98, elbow + 6),
        ("hand", 136, elbow),
        ("back", -28, j.shoulder + thick * 0.32),
        ("side", -2, j.shoulder + thick * 0.62),
        ("hip", 6, j.hip - 22),
        ("buttock", -34, j.hip + 6),
        ("thigh", 0, (j.hip + j.knee) / 2 + 8),
        ("knee", 4, j.knee),
        ("calf", -22, (j.knee + j.ankle) / 2 - 4),
        ("shin", 18, (j.knee + j.ankle) / 2 - 4),
        ("ankle", -8, j.ankle - 6),
        ("foot", 14, j.ankle + 32),
    )
    return (
        Place(view=view, region=region, side=side, x=MIDDLE + way * wide, y=high)
        for region, wide, high in rows
    )


_FACE = {
    "middle": (
        ("scalp", 160, 62), ("forehead", 160, 112), ("nose", 160, 196), ("mouth", 160, 256), ("chin", 160, 306),
        ("inside_mouth", 276, 342),
    ),
    "right": (("eye", 118, 160), ("ear", 52, 190), ("cheek", 98, 216), ("jaw", 104, 276)),
    "left": (("eye", 202, 160), ("ear", 268, 190), ("cheek", 222, 216), ("jaw", 216, 276)),
}  # fmt: skip
_HAND = (("finger", 0, 66), ("hand", 0, 190), ("wrist", 0, 266))
_FOOT = (("toe", 6, 58), ("foot", 2, 140), ("ankle", 0, 236))


def _listed() -> Iterator[Place]:
    for side, rows in _FACE.items():
        for region, x, y in rows:
            yield Place(view="face", region=region, side=side, x=x, y=y)


def _pair(view: str, rows: tuple[tuple[str, float, float], ...], *, turned: bool) -> Iterator[Place]:
    """A pair side by side. Where it is ``turned`` away, as when one looks at one's own, the left is on the left."""
    apart = (78, 242) if rows is _HAND else (84, 236)
    sides = ("left", "right") if turned else ("right", "left")
    for side, middle, way in zip(sides, apart, (-1, 1), strict=True):
        for region, out, y in rows:
            yield Place(view=view, region=region, side=side, x=middle + way * out, y=y)


WORDS = {
    "front": "Front",
    "back": "Back",
    "left_side": "Left side",
    "right_side": "Right side",
    "face": "Face and mouth",
    "palms": "Palms of the hands",
    "backs_of_hands": "Backs of the hands",
    "tops_of_feet": "Tops of the feet",
    "soles": "Soles of the feet",
}
"""What each drawing is called, by its code in the rulebook's body map; a test compares."""


def views_of(figure: str) -> tuple[View, ...]:
    """Every drawing of a ``child`` or an ``infant``."""
    j = FIGURES[figure]
    made = (
        ("front", standing(j, from_behind=False), _upright("front", j, from_behind=False)),
        ("back", standing(j, from_behind=True), _upright("back", j, from_behind=True)),
        ("left_side", sideways(j, left=True), _profile("left_side", "left", j)),
        ("right_side", sideways(j, left=False), _profile("right_side", "right", j)),
        ("face", face(), _listed()),
        ("palms", hands(palms=True), _pair("palms", _HAND, turned=False)),
        ("backs_of_hands", hands(palms=False), _pair("backs_of_hands", _HAND, turned=True)),
        ("tops_of_feet", feet(soles=False), _pair("tops_of_feet", _FOOT, turned=True)),
        ("soles", feet(soles=True), _pair("soles", _FOOT, turned=False)),
    )
    return tuple(
        View(code=code, words=WORDS[code], outline=outline, places=tuple(places))
        for code, outline, places in made
    )
