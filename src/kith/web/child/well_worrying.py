"""Going well, worrying, unknown: taken from entries alone, and unknowns are as loud as worries."""

from collections.abc import Iterator

from kith.chronology.story.types import Line, StorySoFar
from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_of, agency_words, cut, day_words, said_by, typed, who
from kith.web.parts.three import Point, Three

SHOWN = 3
MOST_UNKNOWN = 5
SETTLED_BY = ("independent_opinion", "seen_alone", "evidence", "section_47_outcome", "order")
ANSWERS = {"information_requested": "information_provided", "action_requested": "action_answered"}
ALONE_UNSAID_SHOWN = 2


def three_of(reading: Reading, story: StorySoFar) -> Three:
    """Well only where an entry says so; worrying are the newest worries that nothing has settled."""
    return Three(
        well=tuple(_well(reading)),
        worrying=tuple(_worrying(reading, story)),
        unknown=tuple(_unknown(reading))[:MOST_UNKNOWN],
    )


def _said(entry: EntryView, reading: Reading) -> str:
    return f"{said_by(entry, reading).label}, {day_words(entry.when, reading)}"


def _well(reading: Reading) -> Iterator[Point]:
    """Worries that somebody says were settled, and how."""
    settled = [row for row in reading.of_kind("worry_settled") if row.details.get("by") in SETTLED_BY]
    for row in reversed(settled[-SHOWN:]):
        yield Point(words=cut(row.text or typed(row, reading)), said=_said(row, reading))


def _worrying(reading: Reading, story: StorySoFar) -> Iterator[Point]:
    open_worries = [line for line in story.lines if line.is_a_worry and _is_open(line, reading)]
    for line in reversed(open_worries[-SHOWN:]):
        agency = agency_of(*line.agency, reading)
        words = f"“{line.childs_words}”" if line.childs_words else cut(line.said)
        yield Point(
            words=words, said=f"{agency.label}, {day_words(line.when, reading)}. Nothing has settled it."
        )


def _is_open(line: Line, reading: Reading) -> bool:
    found = reading.settled.get(line.entries[0])
    return (found or line.settled).state == "open"


def _unknown(reading: Reading) -> Iterator[Point]:
    yield from _alone_unsaid(reading)
    yield from _unanswered(reading)
    yield from _unchecked(reading)
    yield from _unseen_images(reading)


def _alone_unsaid(reading: Reading) -> Iterator[Point]:
    """Visits on which the child was seen, and nobody says whether alone."""
    rows = [
        row for row in reading.of_kind("visit", "child_seen") if _saw(row) and "seen_alone" not in row.details
    ]
    for row in reversed(rows[-ALONE_UNSAID_SHOWN:]):
        when = day_words(row.when, reading)
        yield Point(
            words=f"Was {reading.name} seen alone on {when}?", said=f"{said_by(row, reading).label}: not said"
        )


def _saw(row: EntryView) -> bool:
    """Whether somebody came to see the child; that a school sees a child in class is no visit."""
    if row.kind == "child_seen":
        return row.said_by not in ("school", "early_years")
    return row.details.get("seen") is True


def _unanswered(reading: Reading) -> Iterator[Point]:
    """What one agency asked of another, and no entry answers."""
    for row in reversed(reading.of_kind(*ANSWERS)):
        if not _is_answered(row, reading):
            said = f"Asked {day_words(row.when, reading)}; no entry shows an answer"
            yield Point(words=typed(row, reading), said=said)


def _is_answered(row: EntryView, reading: Reading) -> bool:
    if any(reference.relation in ("answers", "ends") for reference in row.referred_to_by):
        return True
    asked = row.details.get("to")
    later = [one for one in reading.of_kind(ANSWERS[row.kind]) if one.place >= row.place]
    return any(asked is None or asked in (one.said_by, one.details.get("from")) for one in later)


def _unchecked(reading: Reading) -> Iterator[Point]:
    left = {str(row.details.get("who")): row.place for row in reading.of_kind("adult_left_household")}
    for row in reversed(reading.of_kind("adult_joined_household")):
        person = row.details.get("who")
        gone = person is not None and left.get(str(person), row.place) > row.place
        if row.details.get("checks_done") is not True and not gone:
            name = who(person, reading) if person else "the adult who joined the household"
            yield Point(
                words=f"What do police and other areas know of {name}?",
                said=f"{said_by(row, reading).label}, {day_words(row.when, reading)}; no checks are written down",
            )


def _unseen_images(reading: Reading) -> Iterator[Point]:
    """Pictures that were handed over, and that no entry shows to have been looked at."""
    viewed = reading.of_kind("image_viewed")
    for row in reversed(reading.of_kind("image_supplied")):
        answered = any(reference.relation == "answers" for reference in row.referred_to_by)
        if not answered and not any(one.said_by == row.said_by and one.place > row.place for one in viewed):
            yield Point(
                words="Has whoever decides looked at the picture?",
                said=f"Held by {agency_words(row, reading)} since {day_words(row.when, reading)}",
            )
