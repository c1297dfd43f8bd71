"""What stands out when the entries of the last ninety days are read together: counted and quoted, never judged."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from kith.agencies.types import SOCIAL_CARE
from kith.chronology.story.doing import CLOSING, FAMILY_VOICES
from kith.chronology.story.occurrences import Occurrence
from kith.chronology.story.types import Finding
from kith.chronology.types import EntryView
from kith.chronology.when import words
from kith.rulebook import Rulebook

RECENT = timedelta(days=90)
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
HARM = {"physical", "sexual"}


def findings_of(
    occurrences: Sequence[Occurrence], entries: Sequence[EntryView], rulebook: Rulebook, as_at: datetime
) -> tuple[Finding, ...]:
    """At most six sentences, in the order in which a reader needs them."""
    recent = [o for o in occurrences if as_at - o.first.when.happened_to <= RECENT]
    counted = [e for e in entries if e.counts]
    found = [
        *_told_by_family(recent, counted, rulebook, as_at),
        *_declined(recent, rulebook, as_at),
        *_visits(recent, counted, as_at),
        *_ended_soon(recent, counted, as_at),
        *_no_joint_look(recent, counted, as_at),
    ]
    return tuple(found)


def _told_by_family(
    recent: Sequence[Occurrence], entries: Sequence[EntryView], rulebook: Rulebook, as_at: datetime
) -> Iterator[Finding]:
    contacts = [
        e for o in recent for e in o.entries if e.kind == "contact_received" and e.voice in FAMILY_VOICES
    ]
    agencies = list(dict.fromkeys(e.said_by for e in contacts))
    if len(agencies) < 2:
        return
    first, last = contacts[0], contacts[-1]
    days = (last.when.happened_to.date() - first.when.happened_to.date()).days + 1
    people = len({e.details.get("informant") or str(e.id) for e in contacts})
    who = "Relatives or neighbours" if people > 1 else "A relative or neighbour"
    span = "in one day" if days == 1 else f"in {number(days)} days"
    names = ", ".join(rulebook.agencies[code].short for code in agencies)
    yield Finding(
        words=f"{who} told {number(len(agencies))} agencies {span}, {words(first.when, as_at=as_at)} to {words(last.when, as_at=as_at)}: {names}.",
        entries=tuple(e.id for e in contacts),
    )
    back = [e for e in entries if e.kind == "referrer_told" and e.place > first.place]
    if not back:
        yield Finding(words="No entry shows anyone ringing them back.", entries=tuple(e.id for e in contacts))


def _declined(recent: Sequence[Occurrence], rulebook: Rulebook, as_at: datetime) -> Iterator[Finding]:
    for occurrence in recent:
        for entry in occurrence.entries:
            if entry.kind == "action_answered" and entry.details.get("answer") in ("declined", "no_capacity"):
                label = rulebook.agencies[entry.said_by].short
                told = rulebook.entry_kind(entry.kind).tell(entry.details)
                yield Finding(
                    words=f"{label[:1].upper()}{label[1:]}, {words(entry.when, as_at=as_at)}: {told[:1].lower()}{told[1:]}",
                    entries=(entry.id,),
                )


def _visits(recent: Sequence[Occurrence], entries: Sequence[EntryView], as_at: datetime) -> Iterator[Finding]:
    """Since the first worry of harm: how many visits, how many announced, and whether anyone saw the child alone."""
    start = _first_of_harm(recent)
    if start is None:
        return
    since = [e for e in entries if e.place >= start.place]
    visits = [e for e in since if e.kind == "visit"]
    made = [e for e in visits if e.details.get("outcome") in (None, "completed", "restricted")]
    alone = [e for e in since if e.details.get("seen_alone") is True or e.details.get("by") == "seen_alone"]
    announced = sum(e.details.get("announced") is True for e in made)
    told = f"{number(len(made))} visit{'s' if len(made) != 1 else ''}"
    if announced:
        told += ", announced" if announced == len(made) == 1 else f", {number(announced)} announced"
    seen = "The child was seen alone." if alone else "No entry shows the child seen alone."
    yield Finding(
        words=f"Since the first report of {words(start.when, as_at=as_at)}: {told}. {seen}",
        entries=tuple(e.id for e in (*made, *alone)),
    )


def _ended_soon(
    recent: Sequence[Occurrence], entries: Sequence[EntryView], as_at: datetime
) -> Iterator[Finding]:
    start = _first_of_harm(recent)
    if start is None:
        return
    for entry in entries:
        closes = entry.said_by == SOCIAL_CARE and entry.details.get("outcome") in CLOSING.get(entry.kind, ())
        days = (entry.when.happened_to.date() - start.when.happened_to.date()).days
        if closes and entry.place >= start.place and days <= 7:
            seen = [
                e
                for e in entries
                if e.kind == "injury_seen" and e.when.happened_to.date() == entry.when.happened_to.date()
            ]
            after = (
                "the same day"
                if days == 0
                else f"{number(days)} day{'s' if days != 1 else ''} after the first report"
            )
            mark = ", on the day an injury was seen" if seen else ""
            kind = "assessment" if entry.kind == "assessment" else "contact"
            yield Finding(
                words=f"The {kind} ended with no further action on {words(entry.when, as_at=as_at)}, {after}{mark}.",
                entries=(entry.id, *(e.id for e in seen)),
            )


def _no_joint_look(
    recent: Sequence[Occurrence], entries: Sequence[EntryView], as_at: datetime
) -> Iterator[Finding]:
    start = _first_of_harm(recent)
    if start is None or any(e.kind == "strategy_discussion" and e.place >= start.place for e in entries):
        return
    yield Finding(
        words=f"No strategy discussion is recorded since {words(start.when, as_at=as_at)}.",
        entries=(start.id,),
    )


def _first_of_harm(recent: Sequence[Occurrence]) -> EntryView | None:
    """The first recent report of an injury, a disclosure, or of physical or sexual harm."""
    for occurrence in recent:
        for entry in occurrence.entries:
            if entry.kind == "disclosure" or (
                entry.kind == "contact_received" and entry.details.get("nature") in HARM
            ):
                return entry
            if entry.kind == "injury_reported":
                return entry
    return None


def number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
