"""What each agency brings to a joint decision: its own facts from the chronology, and apart from them what it thinks."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from kith.chronology.types import EntryView
from kith.web.child.freshness import freshness_of
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_of, day_words, quotation, said_by, told
from kith.web.parts.agency import Agency
from kith.web.parts.discussion import MAY, MAY_NOT, NOT_YET, Brings, Fact, MayTell, MightBe, View
from kith.web.parts.fresh import NEVER, Freshness

MOST_FACTS, MOST_VIEWS = 5, 2
NOTHING_SAID = "Nothing has come from them about this child."
Key = tuple[str, str]
"""An agency's code and its area."""
Pair = tuple[EntryView, Reading]


def brings_of(
    held: Iterable[Pair], *, asked: Sequence[Key], evidence: frozenset[UUID], readings: Sequence[Reading]
) -> tuple[Brings, ...]:
    """One column an agency, those who were asked first: what made Kith ask or was brought for this (``evidence``) leads, then the worries, the newest first."""
    fresh = {(one.agency.code): one for one in freshness_of(readings[0])}
    by_agency: dict[Key, list[Pair]] = {key: [] for key in asked}
    for entry, reading in held:
        if entry.counts and not reading.book.entry_kind(entry.kind).is_kiths_own:
            by_agency.setdefault((entry.said_by, entry.said_by_area), []).append((entry, reading))
    return tuple(
        _brings(key, found, evidence, fresh.get(key[0]), readings, is_asked=key in asked)
        for key, found in by_agency.items()
        if found or key in asked
    )


def _brings(
    key: Key,
    found: list[Pair],
    evidence: frozenset[UUID],
    fresh: Freshness | None,
    readings: Sequence[Reading],
    *,
    is_asked: bool,
) -> Brings:
    ordered = sorted(found, key=lambda pair: _weight(pair, evidence), reverse=True)
    facts = _most(
        MOST_FACTS, [pair for pair in ordered if pair[0].claim in ("observed", "reported")], evidence
    )
    views = _most(MOST_VIEWS, [pair for pair in ordered if pair[0].claim == "opinion"], evidence)
    several = len(readings) > 1
    who: Agency = agency_of(*key, readings[0])
    return Brings(
        agency=who,
        by=_heard(fresh) if is_asked else f"Not asked. {_heard(fresh)}",
        facts=tuple(_fact(*pair, several=several) for pair in facts)
        or (
            Fact(words=NOTHING_SAID, said="That is not the same as nothing to say", may_tell=None, ours=True),
        ),
        views=tuple(_view(*pair) for pair in views)
        or (View(words="No view heard in Kith.", said="Ask before deciding", quoted=False),),
    )


def _most(most: int, ordered: list[Pair], evidence: frozenset[UUID]) -> list[Pair]:
    """So many, and all that made Kith ask or was brought for this."""
    return ordered[: max(most, sum(entry.id in evidence for entry, _ in ordered))]


def _weight(pair: Pair, evidence: frozenset[UUID]) -> tuple[bool, bool, object]:
    entry, reading = pair
    return entry.id in evidence, reading.book.entry_kind(entry.kind).is_a_worry, entry.place


def _heard(fresh: Freshness | None) -> str:
    if fresh is None or fresh.state == NEVER:
        return "From Kith. Nothing ever received"
    return f"From Kith. Last received {fresh.when.words}"


def _fact(entry: EntryView, reading: Reading, *, several: bool) -> Fact:
    if entry.kind == "information_provided" and entry.details.get("what"):
        return _brought(entry, reading)
    whose = f"{reading.name}. " if several else ""
    voice = "" if entry.voice == "professional" else f"{said_by(entry, reading).label}. "
    return Fact(
        words=quotation(entry, reading) if entry.childs_words else told(entry, reading),
        said=f"{whose}{voice}{day_words(entry.when, reading)}",
        may_tell=None,
    )


def _brought(entry: EntryView, reading: Reading) -> Fact:
    """What an agency told for this, with whether parents may be told it."""
    may = {"yes": MAY, "no": MAY_NOT, "ask": NOT_YET}.get(str(entry.details.get("parents_may_be_told")))
    return Fact(
        words=f"“{entry.details['what']}”",
        said=day_words(entry.when, reading),
        may_tell=MayTell(answer=may, words="ask first" if may == NOT_YET else "") if may else None,
    )


def _view(entry: EntryView, reading: Reading) -> View:
    return View(words=entry.text or told(entry, reading), said=day_words(entry.when, reading))


def might_be_of(held: Iterable[Pair], *, before: datetime) -> tuple[MightBe, ...]:
    """Explanations that somebody wrote down earlier as such, newest first; and always room for another."""
    written = sorted(
        (p for p in held if p[0].claim == "hypothesis" and p[0].counts and p[0].recorded_at < before),
        key=lambda pair: pair[0].place,
        reverse=True,
    )
    rows = [
        MightBe(
            words=told(entry, reading),
            supports=f"{said_by(entry, reading).label}, {day_words(entry.when, reading)}.",
        )
        for entry, reading in written
    ]
    others = "What else could it be?" if rows else "What could it be, and what else?"
    return (*rows, MightBe(words=others, supports="Nobody has written here yet. Ask each other aloud."))
