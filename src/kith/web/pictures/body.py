"""The body map: marks with numbers on drawings of a child, and the places that can be pointed at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from kith.web.parts.body import Drawn
from kith.web.pictures.body_outlines import WIDTH, Outline
from kith.web.pictures.body_places import TARGET, WORDS, Place, View, views_of

INFANT_UNTIL_MONTHS = 24
"""Until two years the drawing is an infant's: a large head and short limbs."""
NEVER_DRAWN = frozenset({"genital_area"})
"""Told in words and in the table alone."""
_PLAIN = {"abdomen": "tummy", "inside_mouth": "inside of the mouth", "genital_area": "genital area"}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One mark as a drawing shows it. ``view`` and ``side`` are empty where nobody said."""

    number: int
    region: str
    side: str = ""
    view: str = ""


@cache
def views(figure: str) -> tuple[View, ...]:
    """Every drawing of a ``child`` or an ``infant``."""
    return views_of(figure)


def figure_for(months: float | None) -> str:
    """The outline that fits an age in months; a child's where it is not known."""
    return "infant" if months is not None and months < INFANT_UNTIL_MONTHS else "child"


def region_words(region: str) -> str:
    """``upper arm``"""
    return _PLAIN.get(region, region.replace("_", " "))


def place_words(*, region: str, side: str = "", view: str = "") -> str:
    """``Left upper arm, front``; what nobody said is left out."""
    sided = f"{side} " if side in ("left", "right") else ""
    both = " on both sides" if side == "both" else ""
    words = f"{sided}{region_words(region)}{both}"
    where = "" if view in ("", "face") else f", {WORDS[view].lower()}"
    return words[0].upper() + words[1:] + where


def place_of(code: str) -> Place | None:
    """The place of a code such as ``front.left.upper_arm``; None where no drawing has it."""
    return next((place for view in views("child") for place in view.places if place.code == code), None)


def spot_of(mark: Mark) -> str:
    """The code of the one place where a mark stands; empty where it was not said enough to draw it without a guess."""
    if mark.region in NEVER_DRAWN:
        return ""
    fits = [
        place.code
        for view in views("child")
        for place in view.places
        if place.region == mark.region and mark.side in ("", place.side) and mark.view in ("", place.view)
    ]
    return fits[0] if len(fits) == 1 else ""


def shown(*, figure: str, marks: Sequence[Mark]) -> tuple[Drawn, ...]:
    """The drawings that have a mark, to be looked at."""
    spots = {mark.number: spot_of(mark) for mark in marks}
    drawn = (_drawing(view, spots, pointed_at=False) for view in views(figure))
    return tuple(one for one in drawn if one.numbers)


def pointed_at(*, figure: str, marks: Sequence[Mark]) -> tuple[Drawn, ...]:
    """Every drawing, each of its places a button that submits the form as ``mark``."""
    spots = {mark.number: spot_of(mark) for mark in marks}
    return tuple(_drawing(view, spots, pointed_at=True) for view in views(figure))


def _drawing(view: View, spots: dict[int, str], *, pointed_at: bool) -> Drawn:
    on_it = {number: code for number, code in spots.items() if code.startswith(f"{view.code}.")}
    numbers = tuple(on_it)
    told = f"{view.words}: " + (f"marks {', '.join(map(str, numbers))}" if numbers else "no mark")
    parts = [_silhouette(view.outline)]
    if pointed_at:
        parts += [_button(place) for place in view.places]
    parts += _numbered(view, on_it, large=not pointed_at)
    role = Markup('role="group"') if pointed_at else Markup('role="img"')
    picture = Markup('<svg class="body" {} aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        role, told, WIDTH, view.outline.height, Markup("").join(parts)
    )
    return Drawn(code=view.code, words=view.words, picture=picture, numbers=numbers)


@cache
def _silhouette(outline: Outline) -> Markup:
    """Each stroke twice, first in ink and a little wider: what is left of the ink is the edge of the whole."""
    edges = [_stroke(part.path, part.thick + 4, "body__edge", part.filled) for part in outline.strokes]
    inside = [_stroke(part.path, part.thick, "body__skin", part.filled) for part in outline.strokes]
    lines = [Markup('<path class="body__line" d="{}"/>').format(path) for path in outline.lines]
    return Markup('<g aria-hidden="true">{}</g>').format(Markup("").join([*edges, *inside, *lines]))


def _stroke(path: str, thick: float, kind: str, filled: bool) -> Markup:
    whole = f"{kind} {kind}--filled" if filled else kind
    return Markup('<path class="{}" stroke-width="{}" d="{}"/>').format(whole, f"{thick:g}", path)


def _numbered(view: View, on_it: dict[int, str], *, large: bool) -> Iterable[Markup]:
    """Numbers that share a place stand beside each other; they are large where the drawing is small."""
    radius, kind = (24, " body__mark--large") if large else (14, "")
    for place in view.places:
        here = [number for number, code in on_it.items() if code == place.code]
        for index, number in enumerate(here):
            x = place.x + (index - (len(here) - 1) / 2) * 2 * radius
            yield Markup(
                '<g class="body__mark{4}" aria-hidden="true"><circle cx="{0}" cy="{1}" r="{3}"/>'
                '<text x="{0}" y="{1}" dy=".36em">{2}</text></g>'
            ).format(f"{x:g}", f"{place.y:g}", number, radius, kind)


def _button(place: Place) -> Markup:
    """A place as a button of the form around the drawing: it works by touch, by mouse and by keyboard, without a script."""
    words = place_words(region=place.region, side=place.side, view=place.view)
    return Markup(
        '<foreignObject x="{}" y="{}" width="{size}" height="{size}"><button class="body__place" name="mark" value="{}" '
        'aria-label="Add a mark: {words}" title="{words}"></button></foreignObject>'
    ).format(f"{place.x - TARGET / 2:g}", f"{place.y - TARGET / 2:g}", place.code, size=TARGET, words=words)
