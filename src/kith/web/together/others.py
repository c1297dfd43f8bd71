"""Who else may be asked about children, beside those who always are: whoever knows them, and whom what was told calls for."""

from collections.abc import Iterable, Sequence

from kith.agencies import queries as agencies
from kith.web.child.reading import Reading
from kith.web.parts.form import Choice

THEY_KNOW = "They told us something, or work with the child."


def other_agencies(readings: Sequence[Reading], *, already: Iterable[str]) -> tuple[Choice, ...]:
    """Other agencies of the area that said something about the children, work with them, or are proposed; each with why."""
    area, book = readings[0].child.area, readings[0].book
    spoke = {e.said_by for one in readings for e in one.counting if e.said_by_area == area}
    work = {one.agency for reading in readings for one in reading.involved}
    called = called_for(readings)
    here = {one.code for one in agencies.agencies_in(area=area)}
    left = ((spoke | work) | (set(called) & here)) - set(already)
    return tuple(
        Choice(
            value=code,
            words=agency.label[:1].upper() + agency.label[1:],
            hint=called.get(code, THEY_KNOW),
        )
        for code, agency in book.agencies.items()
        if code in left
    )


def called_for(readings: Sequence[Reading]) -> dict[str, str]:
    """The agencies that what was told calls for, each with the reason."""
    told = {entry.kind for reading in readings for entry in reading.counting}
    found = {one.agency: one.because for one in readings[0].book.proposed if told & set(one.kinds)}
    if any(reading.child.kind == "unborn" for reading in readings):
        found["midwifery"] = "A baby is expected: the midwife should be heard."
    return found
