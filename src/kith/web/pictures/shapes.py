"""The agencies' shapes, the hatch and the ring, as SVG."""

from math import cos, pi, sin

from markupsafe import Markup

from kith.web.parts.agency import GROUPS

_Point = tuple[float, float]


def _figure(number: float) -> str:
    """A coordinate with at most one decimal: pages stay light."""
    return f"{number:.1f}".removesuffix(".0")


def _closed(points: list[_Point]) -> str:
    return "M" + "L".join(f"{_figure(x)} {_figure(y)}" for x, y in points) + "Z"


def _regular(x: float, y: float, radius: float, *, corners: int) -> list[_Point]:
    angles = [2 * pi * corner / corners for corner in range(corners)]
    return [(x + radius * cos(angle), y + radius * sin(angle)) for angle in angles]


def outline(group: str, x: float, y: float, radius: float) -> str:
    """The path of a group's shape around (x, y); ``radius`` is the circle's, and the others weigh the same to the eye."""
    r = radius
    match group:
        case "police":
            h = r * 0.9
            return _closed([(x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)])
        case "school":
            return _closed([(x, y - 1.1 * r), (x + 1.15 * r, y + 0.9 * r), (x - 1.15 * r, y + 0.9 * r)])
        case "social":
            return _closed(_regular(x, y, 1.25 * r, corners=4))
        case "family":
            return _closed(_regular(x, y, 1.1 * r, corners=6))
        case "child":
            return _speech_mark(x, y, r)
        case "health":
            turn, f = _figure(2 * r), _figure(r)
            return f"M{_figure(x - r)} {_figure(y)}a{f} {f} 0 1 0 {turn} 0a{f} {f} 0 1 0 -{turn} 0Z"
    raise ValueError(f"no shape for {group!r}; one of {GROUPS}")


def _speech_mark(x: float, y: float, r: float) -> str:
    left, top = _figure(x - 1.15 * r), _figure(y - r)
    wide, high, tail, drop = (_figure(part * r) for part in (2.3, 1.5, 0.6, 0.7))
    back, rest = _figure(1.2 * r), _figure(0.5 * r)
    return f"M{left} {top}h{wide}v{high}h-{back}l-{tail} {drop}v-{drop}h-{rest}Z"


def shape(group: str, x: float, y: float, radius: float, *, hollow: bool = False) -> Markup:
    """The shape filled (seen without a carer, or simply this agency), or hollow (seen, but not alone)."""
    kind = f"g-outline s-{group}" if hollow else f"f-{group}"
    return Markup('<path class="{}" d="{}"/>').format(kind, outline(group, x, y, radius))


def ring(x: float, y: float, radius: float) -> Markup:
    """The open ring: nothing has settled this."""
    return Markup('<circle class="g-ring" cx="{}" cy="{}" r="{}"/>').format(
        _figure(x), _figure(y), _figure(radius)
    )


def text(x: float, y: float, words: str, *, kind: str = "", anchor: str = "") -> Markup:
    """Words in a picture. ``kind`` is any of ``q`` (quiet), ``b`` (bold), ``s`` (small), in one string."""
    classes = " ".join(["g-text", *(f"g-text--{letter}" for letter in kind)])
    anchored = Markup(' text-anchor="{}"').format(anchor) if anchor else ""
    return Markup('<text class="{}" x="{}" y="{}"{}>{}</text>').format(
        classes, _figure(x), _figure(y), anchored, words
    )


def line(d: str, kind: str = "grid") -> Markup:
    """A rule along the path ``d``; ``kind`` is ``grid``, ``lane``, ``ink`` or ``today``."""
    return Markup('<path class="g-{}" d="{}"/>').format(kind, d)


def box(x: float, y: float, wide: float, high: float, kind: str) -> Markup:
    """A rectangle of class ``g-<kind>``."""
    return Markup('<rect class="g-{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        kind, *(_figure(side) for side in (x, y, wide, high))
    )


def hatch_patterns(name: str) -> Markup:
    """The two fills of one drawing: hatch (not told) and cross-hatch (the line is down). ``name`` keeps ids apart."""
    stroke = '<path class="g-hatch" d="{}"/>'
    return Markup(  # nosec B704: our own text; the name is put in by format, which escapes it
        '<defs><pattern id="{0}-silent" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">{stroke.format("M3.5 0V7")}</pattern>'
        '<pattern id="{0}-line_down" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">{stroke.format("M3.5 0V7M0 3.5H7")}</pattern></defs>'
    ).format(name)


def hatched(name: str, why: str, x: float, y: float, wide: float, high: float) -> Markup:
    """A stretch of silence; ``why`` is ``silent`` or ``line_down``."""
    return Markup(
        '<rect class="g-hatchbox" fill="url(#{}-{})" x="{}" y="{}" width="{}" height="{}"/>'
    ).format(name, why, *(_figure(side) for side in (x, y, wide, high)))


def svg(
    kind: str, wide: float, high: float, label: str, inside: list[Markup], *, role: str = "img"
) -> Markup:
    """One drawing. ``kind`` is its class; ``role`` is ``group`` where it holds links."""
    return Markup('<svg class="{}" viewBox="0 0 {} {}" role="{}" aria-label="{}">{}</svg>').format(
        kind, _figure(wide), _figure(high), role, label, Markup("").join(inside)
    )


def icon(group: str) -> Markup:
    """The small shape that stands before an agency's word; the word says the same, so it is hidden from readers."""
    return Markup('<svg viewBox="0 0 16 16" aria-hidden="true" class="ag__s">{}</svg>').format(
        shape(group, 8, 8, 6.2)
    )


def key_icon(what: str) -> Markup:
    """The sample beside a line of the key: ``alone``, ``seen``, ``routine``, ``open``, ``absent``, ``silent``, ``line_down``."""
    drawn = {
        "alone": lambda: shape("health", 9, 9, 6),
        "seen": lambda: shape("health", 9, 9, 6, hollow=True),
        "story": lambda: shape("school", 9, 9, 6.5),
        "routine": lambda: shape("school", 9, 9, 3),
        "open": lambda: ring(9, 9, 7.8) + shape("school", 9, 9, 3.5),
        "absent": lambda: absent(9, 9),
        "silent": lambda: hatch_patterns("key") + hatched("key", "silent", 1, 1, 16, 16),
        "line_down": lambda: hatch_patterns("keyd") + hatched("keyd", "line_down", 1, 1, 16, 16),
    }[what]()
    return Markup('<svg viewBox="0 0 18 18" aria-hidden="true">{}</svg>').format(drawn)


def absent(x: float, y: float) -> Markup:
    """A flat bar: the agency told us that the child was not there."""
    return line(f"M{_figure(x - 5)} {_figure(y)}H{_figure(x + 5)}", "absent")
