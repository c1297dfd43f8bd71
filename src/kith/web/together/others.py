"""Who else may be asked about children, beside those who always are."""

from collections.abc import Iterable, Sequence

from kith.web.child.reading import Reading
from kith.web.parts.form import Choice


def other_agencies(readings: Sequence[Reading], *, already: Iterable[str]) -> tuple[Choice, ...]:
    """Other agencies of the area that said something about the children, or work with them."""
    area, book = readings[0].child.area, readings[0].book
    spoke = {e.said_by for one in readings for e in one.counting if e.said_by_area == area}
    work = {one.agency for reading in readings for one in reading.involved}
    left = (spoke | work) - set(already)
    return tuple(
        Choice(value=code, words=agency.label[:1].upper() + agency.label[1:])
        for code, agency in book.agencies.items()
        if code in left
    )
