"""What anyone has said about a person's children since they last looked: one line a thing, as they may read it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.access import queries as access
from kith.access.bases import BASES
from kith.access.types import OwnChild
from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.chronology.types import EntryView
from kith.grammar.words import named
from kith.journeys.feeding.lines import lines_of
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.reference.working_days import add_working_days
from kith.rulebook import Rulebook
from kith.web.child.freshness import SILENT_AFTER_WORKING_DAYS
from kith.web.child.may_read import WITH_A_DECISION_OR_VISIT, MayRead, hidden_homes, shown_to
from kith.web.child.telling import FAMILY_VOICES
from kith.web.dates import Moment, clock_time
from kith.web.parts.agency import FAMILY, Agency, agency
from kith.web.parts.needs import ChildNews, News
from kith.web.together.due import day_of, day_words

MOST_LINES = 6
"""Of one child; the rest are counted, and one click away."""
LONGEST = 130


def news_of(
    own: Sequence[OwnChild], *, until: datetime | None, by: Actor, at: datetime
) -> tuple[ChildNews, ...]:
    """One block for each child of whom something came, in the order of their names. Nobody is told their own words."""
    looks = access.last_looks(practitioner=by.id, children=[one.child for one in own])
    since = {one.child: _since(one, looks, until) for one in own}
    came = chronology.since_each(since=since, as_at=at)
    book = rulebook.load(settings.KITH_RULEBOOK)
    hidden = hidden_homes(came, at=at)
    blocks = (
        _block(one, came.get(one.child, []), _may(one, one.child in hidden, by), at, book) for one in own
    )
    return tuple(block for block in blocks if block)


def _since(one: OwnChild, looks: Mapping[UUID, datetime], until: datetime | None) -> datetime:
    """The last look at the child or the last sitting, whichever came later; at first, since they have been involved."""
    return max(moment for moment in (one.since, looks.get(one.child), until) if moment)


def _block(
    one: OwnChild, came: Iterable[EntryView], may: MayRead, at: datetime, book: Rulebook
) -> ChildNews | None:
    others = [entry for entry in came if entry.recorded_by != may.reader]
    shown, left_out = shown_to(may, others, book)
    if not others:
        return None
    ordered = sorted(shown, key=lambda entry: entry.recorded_at)
    return ChildNews(
        name=one.name,
        href=f"/children/{one.child}/",
        age=one.age,
        news=tuple(_line(entry, at, book) for entry in ordered[-MOST_LINES:]),
        more=_more(len(ordered) - MOST_LINES, len(left_out)),
        more_href=f"/children/{one.child}/chronology/",
    )


def _may(one: OwnChild, home_is_hidden: bool, by: Actor) -> MayRead:
    """As on the child's own page: where a home is hidden, what could say where is for those who go there."""
    return MayRead(
        reader=by.id,
        decisions=bool(set(one.bases) & WITH_A_DECISION_OR_VISIT),
        places=not home_is_hidden or any(BASES[basis].goes_there for basis in one.bases),
        home_is_hidden=home_is_hidden,
    )


def _more(earlier: int, hidden: int) -> str:
    words = []
    if earlier > 0:
        words.append(f"{earlier} more came before these.")
    if hidden:
        words.append(f"{hidden} more came that you may not see here.")
    return " ".join(words)


def _line(entry: EntryView, at: datetime, book: Rulebook) -> News:
    return News(when=_received(entry.recorded_at, at), agency=_who(entry), words=_words(entry, at, book))


def _received(came: datetime, at: datetime) -> Moment:
    there = came.astimezone(LONDON)
    days = (day_of(at) - there.date()).days
    day = "Today" if days == 0 else f"{there:%a}" if days < 7 else f"{there.day} {there:%b}"
    return Moment(words=f"{day} {clock_time(came)}", iso=f"{there:%Y-%m-%dT%H:%M}")


def _who(entry: EntryView) -> Agency:
    return FAMILY if entry.voice in FAMILY_VOICES else agency(entry.said_by)


def _words(entry: EntryView, at: datetime, book: Rulebook) -> str:
    """The writer's words or the typed sentence, on one line; the day it happened where that was another."""
    kind = book.entry_kind(entry.kind)
    said = entry.text or kind.tell(entry.details, said_by_label=book.agencies[entry.said_by].short)
    if entry.childs_words and entry.childs_words not in said:
        said = f"“{entry.childs_words}” {said}" if entry.text else f"“{entry.childs_words}”"
    if not entry.counts:
        said = f"Withdrawn or corrected: {said}"
    day = "" if _same_day(entry) else f"{entry.when_in_words(as_at=at)}: "
    return _cut(f"{day[:1].upper()}{day[1:]}{said}")


def _same_day(entry: EntryView) -> bool:
    return day_of(entry.when.happened_to) == day_of(entry.recorded_at)


def _cut(said: str) -> str:
    if len(said) <= LONGEST:
        return said
    short = said[:LONGEST].rsplit(" ", 1)[0].rstrip(",;.:")
    return f"{short} …”" if short.count("“") > short.count("”") else f"{short} …"


def gone_quiet(children: Sequence[UUID], *, by: Actor, at: datetime) -> str:
    """Other agencies that know these children and have sent nothing at all for two working days, each with its number."""
    if not children:
        return ""
    known = {
        code
        for code, area in chronology.agencies_that_told(children=children, as_at=at)
        if area == by.area and code != by.agency
    }
    heard = {one.agency: one.received_at for one in chronology.freshness(area=by.area, as_at=at)}
    for line in lines_of(area=by.area, as_at=at, lately=True):
        if line.heard_at and line.team is None:  # an agency that says it has nothing to report is not quiet
            heard[line.feed.agency] = max(line.heard_at, heard.get(line.feed.agency, line.heard_at))
    quiet: dict[str, list[str]] = {}
    numbers = {one.code: one.phone for one in agencies.agencies_in(area=by.area)}
    for code in sorted(known):
        last = heard.get(code)
        if last and add_working_days(day_of(last), SILENT_AFTER_WORKING_DAYS) <= day_of(at):
            ring = f", {numbers[code]}," if numbers.get(code) else ""
            quiet.setdefault(day_words(last, at=at), []).append(f"{agency(code).label}{ring}")
    said = (
        f"{named(who)} {'has' if len(who) == 1 else 'have'} sent nothing since {day}."
        for day, who in quiet.items()
    )
    return " ".join(said)
