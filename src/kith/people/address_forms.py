"""Reads a hidden value (an address, a telephone number, a name, a place) into the forms by which it is looked for."""

import re
from collections.abc import Iterable, Iterator

from kith.people.hidden_words import Hidden, OnTheMap, Sought, fold, letters_of

_POSTCODE = re.compile(r"\b([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][a-z]{2})\b")
_ON_THE_MAP = re.compile(r"(-?\d{1,2}\.\d{3,})\s*[,; ]\s*(-?\d{1,3}\.\d{3,})")
_TELEPHONE = re.compile(r"(?<!\d)(?:\+?44[\s()0-]*|0)[1-9](?:[\s().-]?\d){8,9}(?!\d)")
_NUMBERED = re.compile(
    r"(?:(?:flat|apartment|apt|unit|room)\s+\w{1,5}[\s,]+)?(?:no\.?\s*)?(\d{1,4}(?:\s?[-/]\s?\d{1,4})?[a-z]?)[\s,]+([a-z].*)"
)
_FLAT_ALONE = re.compile(r"(?:flat|apartment|apt|unit|room|floor)\s+\w{1,5}")
_SPLIT = re.compile(r"[\n,;]+")
_ABBREVIATED = {
    "street": "st str", "road": "rd", "avenue": "ave av", "lane": "ln la", "close": "cl", "drive": "dr drv",
    "court": "ct", "place": "pl", "gardens": "gdns gdn", "terrace": "ter terr tce", "crescent": "cres cr",
    "grove": "gr gro", "square": "sq", "walk": "wlk", "parade": "pde", "green": "grn",
}  # fmt: skip
_WHOLE_KIND = {short: kind for kind, shorts in _ABBREVIATED.items() for short in shorts.split()}
_OTHER_KINDS = frozenset(
    "way mews row rise hill view quay wharf yard end park mount bank vale chase reach hey".split()
)
_KINDS = frozenset(_ABBREVIATED) | frozenset(_WHOLE_KIND) | _OTHER_KINDS
_COMMON_ROADS = frozenset(
    "high church station main park victoria london green manor king kings queen queens new grange york mill school "
    "the north south east west chapel springfield george albert alexandra windsor broad bridge market castle st".split()
)
_COMMON_HOUSES = frozenset(
    "the rose ivy orchard old white new farm park hill church school manor refuge hostel hotel council east west north south".split()
)
_GENERIC = frozenset(
    "house cottage lodge bungalow farm hall villa court flats apartments school primary secondary junior infant infants academy "
    "nursery college surgery practice medical health centre center clinic hospital infirmary preschool playgroup team unit ward the and of st".split()
)
LONG = 12
"""So many letters in a row are found inside other letters too; fewer must stand apart."""


def forms_of_address(words: str) -> Hidden:
    """An address as the vault keeps it: lines, or one line with commas, with a postcode, a UPRN or degrees among them."""
    plain = fold(words)
    postcodes = [(found[1], found[2]) for found in _POSTCODE.finditer(plain)]
    telephones = [found[0] for found in _TELEPHONE.finditer(plain)]
    places = [(float(found[1]), float(found[2])) for found in _ON_THE_MAP.finditer(plain)]
    for pattern in (_POSTCODE, _ON_THE_MAP, _TELEPHONE):
        plain = pattern.sub(" ", plain)
    lines = [line.strip() for line in _SPLIT.split(plain) if line.strip()]
    outwards = [outward for outward, _ in postcodes]
    sought = [
        *(Sought(form="postcode", letters=outward + inward, edges="apart") for outward, inward in postcodes),
        *(one for number in telephones for one in forms_of_telephone(number).sought),
        *_of_lines(lines, outwards),
        *_whole(words),
    ]
    return Hidden(
        sought=_each_once(sought),
        on_the_map=tuple(OnTheMap(north=north, east=east) for north, east in places),
    )


def forms_of_telephone(number: str) -> Hidden:
    """A telephone number by its digits after the nought, whatever stands before and between them."""
    digits = re.sub(r"^(?:0044|44)?0?", "", re.sub(r"\D", "", number))
    if not 9 <= len(digits) <= 10:
        return Hidden()
    return Hidden(sought=(Sought(form="telephone", letters=digits),))


def forms_of_name(name: str) -> Hidden:
    """A person's name, given and family name in either order. One word alone is nobody's."""
    words = [letters_of(word) for word in name.replace(",", " ").split() if letters_of(word)]
    if len(words) < 2:
        return Hidden()
    orders = {"".join(words), words[-1] + "".join(words[:-1]), words[0] + words[-1], words[-1] + words[0]}
    return Hidden(sought=tuple(Sought(form="name", letters=order, edges="whole") for order in sorted(orders)))


def forms_of_place(name: str) -> Hidden:
    """A school, a practice, a team: its whole name, and the name without what it is where that says enough."""
    words = [letters_of(word) for word in fold(name).split() if letters_of(word)]
    short = list(words)
    while short and short[-1] in _GENERIC:
        short.pop()
    sought = [Sought(form="place", letters="".join(words), edges="whole")] if _says_enough(words) else []
    if short != words and (len(short) > 1 or len("".join(short)) >= 8) and _says_enough(short):
        sought.append(Sought(form="place", letters="".join(short), edges="whole"))
    return Hidden(sought=tuple(sought))


def _says_enough(words: list[str]) -> bool:
    rare = [word for word in words if word not in _GENERIC and word not in _COMMON_HOUSES]
    return bool(rare) and len("".join(words)) >= 6 and len("".join(rare)) >= 4


def _of_lines(lines: list[str], outwards: list[str]) -> Iterator[Sought]:
    numbered = next((at for at, line in enumerate(lines) if _NUMBERED.fullmatch(line)), None)
    for at, line in enumerate(lines):
        digits = re.sub(r"\s", "", line)
        words = line.split()
        if digits.isdigit() and 7 <= len(digits) <= 12:
            yield Sought(form="property number", letters=digits.lstrip("0"), edges="digits")
        elif found := _NUMBERED.fullmatch(line):
            yield from _of_street(found[2].split(), outwards, number=letters_of(found[1]))
        elif _FLAT_ALONE.fullmatch(line):
            continue
        elif words[-1] in _KINDS and len(words) > 1:
            yield from _of_street(words, outwards)
        elif "@" in line or "///" in line:
            yield Sought(form="line of the address", letters=letters_of(line))
        elif (numbered is None and at == 0) or (numbered is not None and at < numbered):
            yield from _of_house(words)


def _of_street(words: list[str], outwards: list[str], *, number: str = "") -> Iterator[Sought]:
    is_rare = letters_of(words[0]) not in _COMMON_ROADS
    for letters in _spellings([letters_of(word) for word in words]):
        if number:
            yield Sought(form="number and street", letters=number + letters, edges="digits")
        if is_rare and len(letters) >= 6:
            yield Sought(form="street", letters=letters, edges=_edges(letters))
        elif not is_rare:
            for outward in outwards:
                yield Sought(form="district and street", letters=letters, edges="whole", beside=outward)


def _spellings(words: list[str]) -> list[str]:
    """A street in full and with its kind shortened in each way."""
    name, kind = "".join(words[:-1]), words[-1]
    kind = _WHOLE_KIND.get(kind, kind)
    return [name + kind, *(name + short for short in _ABBREVIATED.get(kind, "").split())] if name else [kind]


def _of_house(words: list[str]) -> Iterator[Sought]:
    plain = [letters_of(word) for word in words]
    letters = "".join(plain)
    while plain and plain[0] in ("flat", "apartment", "apt", "unit", "room") and len(plain) > 2:
        plain = plain[2:]
        letters = "".join(plain)
    rare = [word for word in plain if word not in _COMMON_HOUSES and word not in _GENERIC]
    if rare and len(letters) >= 6:
        yield Sought(form="house name", letters=letters, edges=_edges(letters))


def _whole(words: str) -> Iterator[Sought]:
    letters = letters_of(words)
    if len(letters) >= LONG:
        yield Sought(form="whole address", letters=letters)


def _edges(letters: str) -> str:
    return "anywhere" if len(letters) >= LONG else "whole"


def _each_once(sought: Iterable[Sought]) -> tuple[Sought, ...]:
    return tuple({(one.form, one.letters, one.beside): one for one in sought if one.letters}.values())
