"""An account that a practice lead can follow: what became known on each day, and what Kith asks of whom by when."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from textwrap import fill

from kith.clocks.due import local_day
from kith.patterns.types import Said
from kith.replay.case_file import CaseEntry
from kith.replay.history import History
from kith.rulebook import Rulebook

WIDTH = 110


def account(found: History, lines: Iterable[tuple[Said, str | None]], rulebook: Rulebook) -> str:
    """The whole account as text; questions stand after the entries of the day on which they are asked."""
    lines = list(lines)
    asked: dict[date, list[tuple[Said, str | None]]] = {}
    for saying, agency in lines:
        asked.setdefault(local_day(saying.said_at), []).append((saying, agency))
    told: dict[date, list[CaseEntry]] = {}
    for entry in found.case.entries:
        told.setdefault(local_day(entry.known_at), []).append(entry)
    parts = [_title(found, len(lines))]
    for day in sorted({*asked, *told}):
        parts.append(f"\n{_day(day)}")
        parts += [_entry(entry, rulebook) for entry in _once(told.get(day, []))]
        parts += [_question(found, saying, agency, rulebook) for saying, agency in asked.get(day, [])]
    return "\n".join(parts) + "\n"


def _title(found: History, asked: int) -> str:
    case = found.case
    heading = f"{case.slug}: {len(case.entries)} entries, {asked} questions"
    return f"{heading}\n{'=' * len(heading)}\n{fill(case.review, WIDTH)}" if case.review else heading


def _once(entries: list[CaseEntry]) -> Iterator[CaseEntry]:
    """One line for entries that tell of one occurrence in the same words."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        key = (entry.text, entry.said_by)
        if not entry.text or key not in seen:
            seen.add(key)
            yield entry


def _entry(entry: CaseEntry, rulebook: Rulebook) -> str:
    agency = rulebook.agencies[entry.said_by].label
    late = "" if local_day(entry.happened_to) == local_day(entry.known_at) else f" (happened {_span(entry)})"
    text = entry.text or rulebook.entry_kind(entry.kind).label
    return fill(f"{agency}{late}: {text}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def _span(entry: CaseEntry) -> str:
    first, last = local_day(entry.happened_from), local_day(entry.happened_to)
    return f"{first:%-d %b %Y}" if first == last else f"between {first:%-d %b %Y} and {last:%-d %b %Y}"


def _question(found: History, saying: Said, agency: str | None, rulebook: Rulebook) -> str:
    patterns = [rulebook.patterns[name] for name in saying.patterns]
    children = ", ".join(c.key for c in found.case.children if found.case.child_id(c.key) in saying.children)
    alone = f" [from what {agency} alone held]" if agency else ""
    role = rulebook.roles[saying.owner_role].label
    asks = patterns[0].asks.format(child=children)
    evidence = ", ".join(
        dict.fromkeys(found.cited_as[e.entry].removeprefix(f"{found.case.slug}-") for e in saying.evidence)
    )
    said = [
        f"  -> {asks}{alone}",
        f"     Asked of the {role}, by {_time(saying.due_at, saying.said_at)}"
        f" ({rulebook.steps[saying.step].label}; {rulebook.steps[saying.step].strength}).",
        *(f"     {pattern.because}" for pattern in dict.fromkeys(patterns)),
        f"     Rests on {evidence}.",
        f"     {patterns[0].wrong_if}",
    ]
    return "\n".join(fill(line, WIDTH, initial_indent="", subsequent_indent="       ") for line in said)


def _time(due: datetime, said: datetime) -> str:
    return "now" if due <= said else _day(local_day(due))


def _day(day: date) -> str:
    return f"{day:%A %-d %B %Y}"
