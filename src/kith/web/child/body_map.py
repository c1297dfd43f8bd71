"""The marks that entries tell of, on the drawings of a body and in a table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kith.chronology.types import EntryView
from kith.grammar.words import Naming
from kith.web.child.reading import Reading
from kith.web.child.telling import day_words, said_by, who
from kith.web.parts.body import BodyMap, MarkRow
from kith.web.pictures.body import Mark, figure_for, place_words, shown, spot_of

KINDS = {"injury_seen": "seen", "injury_reported": "described, not seen"}
MOST_ROWS = 40
NOT_DRAWN = "A mark stands in the table alone where nobody said which side or which drawing, and the genital area always does."
_DAYS_A_MONTH = 30.44


def body_map_of(entries: Sequence[EntryView], reading: Reading, *, caption: str) -> BodyMap | None:
    """The newest ``MOST_ROWS`` marks of these entries, numbered oldest first; None where they tell of none."""
    found = [(entry, region) for entry in entries for region in _regions(entry)][-MOST_ROWS:]
    if not found:
        return None
    marks = [_mark(number, entry, region) for number, (entry, region) in enumerate(found, start=1)]
    rows = tuple(_row(mark, entry, reading) for mark, (entry, _) in zip(marks, found, strict=True))
    return BodyMap(
        caption=caption,
        drawings=shown(figure=figure_for(_months(found[-1][0], reading)), marks=marks),
        rows=rows,
        not_drawn="" if all(row.is_drawn for row in rows) else NOT_DRAWN,
    )


def _regions(entry: EntryView) -> list[str]:
    return list(entry.details.get("site", ())) if entry.kind in KINDS and entry.counts else []


def _mark(number: int, entry: EntryView, region: str) -> Mark:
    """A side and a drawing belong to a place only where the entry tells of that place alone."""
    said = entry.details if len(_regions(entry)) == 1 else {}
    return Mark(number=number, region=region, side=said.get("side", ""), view=said.get("view", ""))


def _row(mark: Mark, entry: EntryView, reading: Reading) -> MarkRow:
    shown_as = KINDS[entry.kind]
    return MarkRow(
        number=mark.number,
        where=place_words(region=mark.region, side=mark.side, view=mark.view),
        is_drawn=bool(spot_of(mark)),
        like="; ".join(_like(entry, reading)) or "Not said",
        account="; ".join(_account(entry, reading)) or "None written down",
        said_by=f"{said_by(entry, reading).label}, {day_words(entry.when, reading)}: {shown_as}",
    )


def _like(entry: EntryView, reading: Reading) -> Iterator[str]:
    details = entry.details
    if "appearance" in details:
        yield _told("appearance", entry, reading).capitalize()
    size = [f"{details[name]:g} mm" for name in ("length_mm", "width_mm") if name in details]
    if size:
        yield " by ".join(size)
    for name in ("colour", "shape"):
        if name in details:
            yield f"{name}: {_told(name, entry, reading)}"


def _account(entry: EntryView, reading: Reading) -> Iterator[str]:
    details = entry.details
    if words := details.get("explanation_text"):
        yield f"“{words}”"
    if told := _person(details, "explained_by", reading):
        yield told
    if "carer_account" in details:
        yield _told("carer_account", entry, reading)
    if present := _person(details, "others_present", reading):
        yield f"also there: {present}"


def _person(details: Mapping[str, Any], name: str, reading: Reading) -> str:
    """Whom an entry names, in its words or by key."""
    if words := details.get(f"{name}_text"):
        return str(words)
    keys = details.get(name, ())
    return ", ".join(who(key, reading) for key in ([keys] if isinstance(keys, str) else keys))


def _told(name: str, entry: EntryView, reading: Reading) -> str:
    """A typed detail in the rulebook's words."""
    detail = reading.book.entry_kind(entry.kind).details[name]
    return detail.told(entry.details[name], Naming(reading.names))


def _months(entry: EntryView, reading: Reading) -> float | None:
    """How old the child was at the most when the newest was told of."""
    birth = reading.child.birth
    if birth is None or birth.born_from is None:
        return None
    return (entry.when.happened_to.date() - birth.born_from).days / _DAYS_A_MONTH
