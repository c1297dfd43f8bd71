"""The outlines of a body: a child and an infant, plain and whole, drawn from a few joints and no more than a region needs.

Every outline is a list of strokes with round ends. Drawn once wide in ink and once a little narrower in paper they melt
into one silhouette. The left of a child who faces us is on the right of the picture.
"""

from dataclasses import dataclass

WIDTH = 320
"""Units across every drawing; a phone of 360 pixels shows about one pixel a unit."""


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """One part: a path and how thick it is, in units; ``filled`` parts are closed."""

    path: str
    thick: float = 0
    filled: bool = False


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A silhouette, its finer lines, and how high the drawing is."""

    height: int
    strokes: tuple[Stroke, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Joints:
    """Where the joints of a standing figure are. Heights run down; widths are from the middle line."""

    height: int
    head: float
    """Its middle."""
    head_wide: float
    head_high: float
    shoulder: float
    shoulder_wide: float
    elbow: tuple[float, float]
    wrist: tuple[float, float]
    hip: float
    hip_wide: float
    knee: float
    ankle: float
    thick: float = 1.0
    """How thick the limbs are, as a share of a child's."""


CHILD = Joints(
    height=660, head=62, head_wide=42, head_high=50, shoulder=142, shoulder_wide=58, elbow=(92, 240), wrist=(112, 330),
    hip=318, hip_wide=34, knee=462, ankle=590,
)  # fmt: skip
INFANT = Joints(
    height=600, head=92, head_wide=66, head_high=74, shoulder=192, shoulder_wide=60, elbow=(112, 268), wrist=(132, 344),
    hip=356, hip_wide=38, knee=452, ankle=536, thick=1.12,
)  # fmt: skip
FIGURES = {"child": CHILD, "infant": INFANT}
MIDDLE = WIDTH / 2


def standing(joints: Joints, *, from_behind: bool) -> Outline:
    """The figure from the front, or from behind."""
    j = joints
    limbs = [stroke for way in (-1, 1) for stroke in _limbs(j, way)]
    trunk = Stroke(
        path=f"M{MIDDLE - j.shoulder_wide + 14} {j.shoulder + 6}H{MIDDLE + j.shoulder_wide - 14}"
        f"L{MIDDLE + j.hip_wide + 4} {j.hip - 70}L{MIDDLE + j.hip_wide + 8} {j.hip + 8}H{MIDDLE - j.hip_wide - 8}"
        f"L{MIDDLE - j.hip_wide - 4} {j.hip - 70}Z",
        thick=26,
        filled=True,
    )
    neck = Stroke(path=f"M{MIDDLE} {j.head}V{j.shoulder}", thick=34)
    head = _ellipse(MIDDLE, j.head, j.head_wide, j.head_high)
    ears = [_ellipse(MIDDLE + way * j.head_wide, j.head + 6, 7, 12) for way in (-1, 1)]
    lines = _behind(j) if from_behind else _before(j)
    return Outline(height=j.height, strokes=(*ears, neck, *limbs, trunk, head), lines=lines)


def _limbs(j: Joints, way: int) -> tuple[Stroke, ...]:
    def x(wide: float) -> float:
        return MIDDLE + way * wide

    (elbow_wide, elbow), (wrist_wide, wrist) = j.elbow, j.wrist
    hand = wrist + 36
    return (
        Stroke(path=f"M{x(j.shoulder_wide)} {j.shoulder + 8}L{x(elbow_wide)} {elbow}", thick=34 * j.thick),
        Stroke(path=f"M{x(elbow_wide)} {elbow}L{x(wrist_wide)} {wrist}", thick=28 * j.thick),
        Stroke(path=f"M{x(wrist_wide)} {wrist}L{x(wrist_wide + 5)} {hand}", thick=26),
        Stroke(path=f"M{x(wrist_wide - 4)} {wrist + 12}l{-way * 12} 18", thick=10),
        Stroke(path=f"M{x(j.hip_wide - 3)} {j.hip}L{x(j.hip_wide - 2)} {j.knee}", thick=54 * j.thick),
        Stroke(path=f"M{x(j.hip_wide - 2)} {j.knee}V{j.ankle}", thick=38 * j.thick),
        Stroke(path=f"M{x(j.hip_wide - 2)} {j.ankle}v26l{way * 14} 8", thick=28),
    )


def _before(j: Joints) -> tuple[str, ...]:
    """Eyes, nose and mouth, the navel, the knees: enough to know which way the child faces."""
    eye, mouth = j.head + 2, j.head + j.head_high * 0.55
    apart = j.head_wide * 0.38
    return (
        f"M{MIDDLE - apart - 5} {eye}h10M{MIDDLE + apart - 5} {eye}h10",
        f"M{MIDDLE} {eye + 6}v10M{MIDDLE - 9} {mouth}q9 5 18 0",
        f"M{MIDDLE} {j.hip - 56}v7",
        *(f"M{MIDDLE + way * (j.hip_wide - 2) - 9} {j.knee + 4}q9 7 18 0" for way in (-1, 1)),
    )


def _behind(j: Joints) -> tuple[str, ...]:
    """The spine, the shoulder blades and the crease below: what shows a back."""
    return (
        f"M{MIDDLE} {j.shoulder + 14}V{j.hip - 62}",
        *(f"M{MIDDLE + way * 34} {j.shoulder + 24}q{-way * 14} 16 {-way * 4} 34" for way in (-1, 1)),
        f"M{MIDDLE} {j.hip - 8}v34",
        *(f"M{MIDDLE + way * (j.hip_wide - 2) - 9} {j.knee}q9 -7 18 0" for way in (-1, 1)),
    )


def sideways(joints: Joints, *, left: bool) -> Outline:
    """The figure from its own left (it faces the left of the picture) or right."""
    j, way = joints, -1 if left else 1

    def x(wide: float) -> float:
        return MIDDLE + way * wide

    deep = j.head_wide * 0.94
    face = Stroke(path=f"M{x(deep - 4)} {j.head - 2}l{way * 12} 12l{-way * 12} 6Z", thick=4, filled=True)
    trunk = Stroke(
        path=f"M{x(4)} {j.shoulder}L{x(12)} {j.hip - 60}L{x(6)} {j.hip}L{x(-20)} {j.hip + 6}L{x(-8)} {j.hip - 70}"
        f"L{x(-16)} {j.shoulder + 20}Z",
        thick=44,
        filled=True,
    )
    legs = (
        Stroke(path=f"M{x(-4)} {j.hip}L{x(0)} {j.knee}", thick=60 * j.thick),
        Stroke(path=f"M{x(0)} {j.knee}L{x(-8)} {j.ankle}", thick=40 * j.thick),
        Stroke(path=f"M{x(-8)} {j.ankle}v28h{way * 42}", thick=26),
    )
    head = _ellipse(MIDDLE, j.head, deep, j.head_high)
    neck = Stroke(path=f"M{x(-4)} {j.head}V{j.shoulder}", thick=36)
    elbow, wrist = _arm_of(j)
    arm = (
        Stroke(path=f"M{x(0)} {j.shoulder + 12}L{x(elbow[0])} {elbow[1]}", thick=30 * j.thick),
        Stroke(path=f"M{x(elbow[0])} {elbow[1]}L{x(wrist[0])} {wrist[1]}", thick=25 * j.thick),
        Stroke(path=f"M{x(wrist[0])} {wrist[1]}l{way * 34} -10", thick=22),
    )
    ear = f"M{x(-6)} {j.head - 10}q{-way * 14} 2 {-way * 8} 16q{way * 2} 8 {way * 8} 8"
    eye = f"M{x(deep - 16)} {j.head}h{way * 7}"
    return Outline(height=j.height, strokes=(face, neck, *legs, trunk, head, *arm), lines=(ear, eye))


def _arm_of(j: Joints) -> tuple[tuple[float, float], tuple[float, float]]:
    """Elbow and wrist of an arm that is held forward, so that the side of the body stays in sight."""
    return (56, j.shoulder + 92), (106, j.shoulder + 98)


def face() -> Outline:
    """The face from the front, large, with an open mouth of its own beside it."""
    return Outline(
        height=390,
        strokes=(
            _ellipse(54, 190, 18, 32),
            _ellipse(266, 190, 18, 32),
            _ellipse(160, 186, 100, 142),
            _ellipse(276, 340, 34, 26),
        ),
        lines=(
            "M64 118q96 -52 192 0",
            "M96 160q22 -14 44 0q-22 12 -44 0M180 160q22 -14 44 0q-22 12 -44 0",
            "M160 170q-4 26 -12 40q12 8 24 0",
            "M122 256q38 -14 76 0q-38 22 -76 0",
            "M254 336q22 -10 44 0M258 352q18 12 36 0",
        ),
    )


def hands(*, palms: bool) -> Outline:
    """Both hands side by side with the thumbs inward: the palms (held up to us, the right on the left) or the backs."""
    strokes = tuple(part for middle, way in ((78, -1), (242, 1)) for part in _hand(middle, way))
    creases = tuple(f"M{middle - 22} 190q22 16 44 -2" for middle in (78, 242)) if palms else ()
    return Outline(height=320, strokes=strokes, lines=creases)


def _hand(middle: float, way: int) -> tuple[Stroke, ...]:
    """``way`` is where the little finger is: 1 right, -1 left."""
    fingers = ((-30, 66), (-10, 40), (10, 46), (30, 78))
    tips = [
        Stroke(path=f"M{middle + way * out} 160L{middle + way * out * 1.25} {top}", thick=17)
        for out, top in fingers
    ]
    return (
        *tips,
        Stroke(path=f"M{middle - way * 26} 200L{middle - way * 60} 150", thick=18),
        Stroke(path=f"M{middle - 26} 166h52l-6 56h-40Z", thick=18, filled=True),
        Stroke(path=f"M{middle} 220v76", thick=46),
    )


def feet(*, soles: bool) -> Outline:
    """Both feet side by side with the big toes inward: the tops (the left on the left) or the soles."""
    strokes = tuple(part for middle, way in ((84, -1), (236, 1)) for part in _foot(middle, way))
    arches = ((84, -1), (236, 1)) if soles else ()
    lines = tuple(f"M{middle - way * 22} 130q{way * 16} 40 0 76" for middle, way in arches)
    return Outline(height=300, strokes=strokes, lines=lines)


def _foot(middle: float, way: int) -> tuple[Stroke, ...]:
    """``way`` is where the little toe is: 1 right, -1 left."""
    toes = ((-26, 34, 24), (-4, 38, 16), (12, 46, 15), (26, 58, 14), (38, 74, 13))
    return (
        *(Stroke(path=f"M{middle + way * out} 96V{top}", thick=thick) for out, top, thick in toes),
        Stroke(path=f"M{middle - way * 20} 84L{middle + way * 26} 96L{middle + way * 16} 240H{middle - way * 14}Z", thick=36,
               filled=True),
    )  # fmt: skip


def _ellipse(x: float, y: float, wide: float, high: float) -> Stroke:
    return Stroke(
        path=f"M{x - wide} {y}a{wide} {high} 0 1 0 {2 * wide} 0a{wide} {high} 0 1 0 {-2 * wide} 0Z",
        filled=True,
    )
