"""Telling: occurrences become lines, routine ones fold, turning points part the story, and forty lines are the most."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Literal
from uuid import UUID

from kith.chronology.story.doing import done_about
from kith.chronology.story.findings import findings_of
from kith.chronology.story.occurrences import QUIET_KINDS, Occurrence, answers_to, is_told, occurrences_of
from kith.chronology.story.settling import settled_by
from kith.chronology.story.types import Fold, Line, Part, StorySoFar
from kith.chronology.types import EntryView, StoryChoiceView
from kith.rulebook import Rulebook

MOST_LINES = 40
LONGEST_SAID = 190
Why = Literal["routine", "settled", "earlier"]
Told = Line | Fold
Pair = tuple[Occurrence, Told]


def story_of(
    entries: Iterable[EntryView],
    *,
    rulebook: Rulebook,
    as_at: datetime,
    choices: Mapping[UUID, StoryChoiceView] | None = None,
) -> StorySoFar:
    """The story of entries as known at a moment. ``choices`` are lines that a person promoted or folded, by entry."""
    entries = sorted(entries, key=lambda entry: entry.place)
    occurrences = occurrences_of(entries)
    chosen = choices or {}
    told_elsewhere = _told_elsewhere(occurrences, entries, rulebook, chosen)
    pairs = [
        (o, _line(o, entries, rulebook, chosen, as_at) if _has_a_line(o, rulebook, chosen) else None)
        for o in occurrences
        if o.first.id not in told_elsewhere
    ]
    parts = _parts(_within(MOST_LINES, pairs, rulebook), rulebook)
    return StorySoFar(
        parts=parts,
        findings=findings_of(occurrences, entries, rulebook, as_at),
        entry_count=sum(len(o.entries) for o in occurrences),
    )


def _has_a_line(occurrence: Occurrence, rulebook: Rulebook, chosen: Mapping[UUID, StoryChoiceView]) -> bool:
    choice = next((chosen[entry].choice for entry in occurrence.ids if entry in chosen), None)
    return choice == "promoted" if choice else is_told(occurrence, rulebook)


def _told_elsewhere(
    occurrences: Sequence[Occurrence],
    entries: Sequence[EntryView],
    rulebook: Rulebook,
    chosen: Mapping[UUID, StoryChoiceView],
) -> set[UUID]:
    """Answers and decisions that are told on the line that they answer, and so need neither a line nor a fold."""
    told: set[UUID] = set()
    for occurrence in occurrences:
        if _has_a_line(occurrence, rulebook, chosen):
            answers = answers_to(occurrence, entries)
            told |= {e.id for e in answers if e.kind == "referral_decision" or e.kind in QUIET_KINDS}
    return told - set(chosen)


def _line(
    occurrence: Occurrence,
    entries: Sequence[EntryView],
    rulebook: Rulebook,
    chosen: Mapping[UUID, StoryChoiceView],
    as_at: datetime,
) -> Line:
    first = occurrence.first
    choice = next((chosen[entry] for entry in occurrence.ids if entry in chosen), None)
    return Line(
        entries=occurrence.ids,
        when=first.when,
        agency=(first.said_by, first.said_by_area),
        voice=first.voice,
        said=_said(occurrence, rulebook),
        childs_words=next((e.childs_words for e in occurrence.entries if e.childs_words), ""),
        done=done_about(occurrence, entries, rulebook, as_at),
        settled=settled_by(occurrence, entries, rulebook, as_at),
        is_a_worry=occurrence.is_a_worry(rulebook),
        chosen_by=choice.chosen_by if choice else None,
    )


def _said(occurrence: Occurrence, rulebook: Rulebook) -> str:
    """The practitioner's own sentences, each once; what is typed is told where nobody wrote any."""
    texts = list(dict.fromkeys(e.text for e in occurrence.entries if e.text))
    if texts:
        return shortened(" ".join(texts))
    told = dict.fromkeys(
        rulebook.entry_kind(e.kind).tell(e.details, said_by_label=rulebook.agencies[e.said_by].short)
        for e in occurrence.entries
    )
    return " ".join(told)


def shortened(text: str) -> str:
    """At most so many characters, cut between words; every entry is one click away."""
    if len(text) <= LONGEST_SAID:
        return text
    return f"{text[:LONGEST_SAID].rsplit(' ', 1)[0].rstrip(',;.')} …"


def _within(most: int, pairs: Sequence[tuple[Occurrence, Line | None]], rulebook: Rulebook) -> list[Pair]:
    """Folds routine runs; then, oldest first and only as far as needed, what is settled, and then what is old."""
    kept = list(pairs)
    why: Why = "routine"
    told = sum(1 for is_line, run in groupby(kept, key=_is_line) for _ in (run if is_line else (run,)))
    reason: Why
    for reason in ("settled", "earlier"):
        for place, (occurrence, line) in enumerate(pairs):
            if told <= most:
                break
            if kept[place][1] and line and (reason == "earlier" or line.settled.state != "open"):
                beside = kept[max(place - 1, 0) : place] + kept[place + 1 : place + 2]
                told -= sum(not _is_line(pair) for pair in beside)
                kept[place], why = (occurrence, None), reason
    return _folded(kept, why, rulebook)


def _is_line(pair: tuple[Occurrence, Line | None]) -> bool:
    return pair[1] is not None


def _folded(
    pairs: Sequence[tuple[Occurrence, Line | None]],
    why: Why,
    rulebook: Rulebook,
) -> list[Pair]:
    told: list[Pair] = []
    for is_line, run in groupby(pairs, key=_is_line):
        group = list(run)
        if is_line:
            told += [(occurrence, line) for occurrence, line in group if line]
        else:
            told.append((group[0][0], _fold([occurrence for occurrence, _ in group], why, rulebook)))
    return told


def _fold(group: Sequence[Occurrence], why: Why, rulebook: Rulebook) -> Fold:
    entries = [entry for occurrence in group for entry in occurrence.entries]
    only_routine = not any(is_told(occurrence, rulebook) for occurrence in group)
    return Fold(
        why="routine" if only_routine else why,
        count=len(entries),
        first=group[0].first.when,
        last=group[-1].entries[-1].when,
        kinds=Counter(rulebook.entry_kind(entry.kind).label for entry in entries),
        entries=tuple(entry.id for entry in entries),
    )


TURNS = {
    ("plan", "started"): "On a child protection plan",
    ("plan", "ended"): "After the plan",
}


def _parts(pairs: Sequence[Pair], rulebook: Rulebook) -> tuple[Part, ...]:
    """Parted where a protection plan starts or ends; one part where there is none."""
    parts: list[tuple[str, list[Told]]] = [("", [])]
    for occurrence, told in pairs:
        if isinstance(told, Line) and (title := _turn(occurrence)):
            parts.append((title, []))
        parts[-1][1].append(told)
    first = "Before the plan" if len(parts) > 1 else "So far"
    named = [(title or first, lines) for title, lines in parts if lines]
    return tuple(Part(title=title, lines=tuple(lines)) for title, lines in named)


def _turn(occurrence: Occurrence) -> str | None:
    for entry in occurrence.entries:
        if entry.kind == "plan" and entry.details.get("plan_type") == "child_protection":
            return TURNS.get(("plan", str(entry.details.get("stage"))))
    return None
