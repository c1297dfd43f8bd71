"""History: a case file as rows that a rulebook is asked of, with the file's own ids kept beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kith.grammar.entry_kinds import load_leniently
from kith.grammar.known import Known, Moment
from kith.grammar.patterns import Pattern
from kith.patterns.waiting import ask_again_at
from kith.replay.case_file import CaseEntry, CaseFile
from kith.rulebook import Rulebook

AFTER_THE_LAST = timedelta(days=28)
SAME = "same_occurrence_as"


@dataclass(frozen=True)
class History:
    """``rows`` by child; ``cited_as`` gives the file's id of each entry, ``keys`` the case file's own key."""

    case: CaseFile
    rows: Mapping[UUID, tuple[Known, ...]]
    cited_as: Mapping[UUID, str]
    keys: Mapping[UUID, str]

    def held_by(self, agency: tuple[str, str]) -> "History":
        """The same history as one agency held it."""
        keys = {entry.key for entry in self.case.entries if agency in entry.known_to}
        held = {entry for entry, key in self.keys.items() if key in keys}
        rows = {child: tuple(row for row in rows if row.entry in held) for child, rows in self.rows.items()}
        return History(self.case, rows, self.cited_as, self.keys)

    def moment(self, child: UUID, as_at: datetime) -> Moment:
        born = next(c for c in self.case.children if self.case.child_id(c.key) == child)
        return Moment(
            child=child, as_at=as_at, born_from=born.born_from, born_to=born.born_to, rows=self.rows[child]
        )


def history(case: CaseFile, rulebook: Rulebook) -> tuple[History, list[str]]:
    """The case's rows, and warnings of what was loaded as unknown."""
    ids = {entry.key: UUID(int=number) for number, entry in enumerate(case.entries, start=1)}
    warnings: list[str] = []
    known: dict[str, Known] = {}
    for entry in case.entries:
        known[entry.key] = _known(entry, case, ids, known, rulebook, warnings)
    rows = {case.child_id(c.key): tuple(_seen_from(c.key, case, known)) for c in case.children}
    cited_as = {ids[entry.key]: entry.cited_as for entry in case.entries}
    return History(case, rows, cited_as, {entry: key for key, entry in ids.items()}), warnings


def _known(
    entry: CaseEntry,
    case: CaseFile,
    ids: Mapping[str, UUID],
    before: Mapping[str, Known],
    rulebook: Rulebook,
    warnings: list[str],
) -> Known:
    details, doubts = load_leniently(rulebook.entry_kind(entry.kind), dict(entry.details))
    warnings += [f"{entry.key}: {doubt}" for doubt in doubts]
    return Known(
        entry=ids[entry.key],
        kind=entry.kind,
        said_by=entry.said_by,
        said_by_area=entry.said_by_area,
        happened_from=entry.happened_from,
        happened_to=entry.happened_to,
        known_from=entry.known_at,
        actor_role=entry.actor_role,
        voice=entry.voice,
        claim=entry.claim,
        precision=entry.precision,
        details=details,
        references=tuple((relation, ids[to]) for relation, to in case.references_of(entry)),
        occurrence=next(
            (before[to].occurrence for relation, to in case.references_of(entry) if relation == SAME),
            ids[entry.key],
        ),
    )


def _seen_from(child: str, case: CaseFile, known: Mapping[str, Known]) -> Iterable[Known]:
    """What is about the child, and what is about another child of the household."""
    children = {c.key for c in case.children}
    for entry in case.entries:
        row = known[entry.key]
        if child in entry.about:
            yield row
        elif children & set(entry.about):
            yield Known(**{**row.__dict__, "scope": "household"})


def moments(found: History, patterns: Iterable[Pattern]) -> dict[datetime, list[UUID]]:
    """Every instant at which anything became known or waiting can change an answer, with the children to ask about."""
    patterns = list(patterns)
    arrivals = sorted({row.known_from for rows in found.rows.values() for row in rows})
    if not arrivals:
        return {}
    until = found.case.until or arrivals[-1] + AFTER_THE_LAST
    asked: dict[datetime, list[UUID]] = {}
    for child, rows in found.rows.items():
        waits = ask_again_at(patterns, rows, after=arrivals[0], until=until)
        for instant in sorted({*(row.known_from for row in rows), *waits}):
            if instant <= until:
                asked.setdefault(instant, []).append(child)
    return dict(sorted(asked.items()))
