"""Sets the answers to a file of questions beside the truth, in all and by name group."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SMALLEST_GROUP = 300
"""A group with fewer questions about known people says too little to be set beside another."""


@dataclass
class Tally:
    """Counts of questions: ``known`` are about people in the registry; the rest are what was decided of them."""

    questions: int = 0
    known: int = 0
    found: int = 0
    first: int = 0
    automatic: int = 0
    linked: int = 0
    """Automatic and right."""
    false: int = 0
    lost: int = 0
    asked: int = 0


@dataclass
class Judged:
    """One run: everybody, those who were born since, and each name group. Kin of false links by family."""

    records: int
    all: Tally = field(default_factory=Tally)
    born: Tally = field(default_factory=Tally)
    by_group: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    twins: int = 0
    family: int = 0
    strangers: int = 0
    missing: int = 0

    def groups(self) -> list[tuple[str, Tally]]:
        """By the number of questions about known people, the most first."""
        return sorted(self.by_group.items(), key=lambda one: (-one[1].known, one[0]))

    def ends(self) -> tuple[tuple[float, str], tuple[float, str], int] | None:
        """Recall at 1 of the group that is found worst and of the one that is found best, of how many large enough."""
        large = [(one.first / one.known, name) for name, one in self.groups() if one.known >= SMALLEST_GROUP]
        return (min(large), max(large), len(large)) if len(large) > 1 else None


@dataclass(frozen=True)
class Told:
    """A line of the truth."""

    person: str
    group: str
    situation: str

    @property
    def family(self) -> str:
        return re.split(r"[.-]", self.person)[0]

    @property
    def is_born_since(self) -> bool:
        """A child whom the registry has as unborn."""
        return self.situation.split("+")[0] in ("unborn_to_born", "born")


@dataclass
class Answer:
    decision: str = "new"
    records: list[str] = field(default_factory=list)


def judge(folder: Path, answers: Path) -> Judged:
    """Every question of ``queries.csv`` counts; one without an answer is new."""
    truth = {row["record_id"]: _told(row) for row in _rows(folder / "truth.csv")}
    asked = [row["record_id"] for row in _rows(folder / "queries.csv")]
    held = truth.keys() - set(asked)
    registered = {truth[record].person for record in held}
    found = _answers(answers)
    judged = Judged(records=len(held), missing=sum(id not in found for id in asked))
    for id in asked:
        _count(judged, truth[id], found.get(id, Answer()), registered, truth)
    return judged


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _told(row: Mapping[str, str]) -> Told:
    return Told(row["person_id"], row.get("community") or row.get("group") or "", row["situation"])


def _answers(path: Path) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for row in _rows(path):
        one = found.setdefault(row["query_id"], Answer(row["decision"]))
        if row["record_id"]:
            one.records.append(row["record_id"])
    return found


def _count(judged: Judged, me: Told, answer: Answer, registered: set[str], truth: Mapping[str, Told]) -> None:
    whose = [truth[record] for record in answer.records]
    is_known = me.person in registered
    is_first = bool(whose) and whose[0].person == me.person
    is_automatic = answer.decision == "link" and bool(whose)
    for tally in (judged.all, judged.by_group[me.group], *([judged.born] if me.is_born_since else [])):
        tally.questions += 1
        tally.known += is_known
        tally.found += is_known and any(one.person == me.person for one in whose)
        tally.first += is_first
        tally.automatic += is_automatic
        tally.linked += is_automatic and is_first
        tally.false += is_automatic and not is_first
        tally.lost += is_known and answer.decision == "new"
        tally.asked += answer.decision == "review"
    if is_automatic and not is_first:
        _say_whose(judged, me, whose[0])


def _say_whose(judged: Judged, me: Told, other: Told) -> None:
    """A false link is a twin's where the question is of one (whom nobody had told of, too), or either of the family is one."""
    of_a_twin = "twin" in me.situation
    if not of_a_twin and me.family != other.family:
        judged.strangers += 1
    elif of_a_twin or "twin" in other.situation or me.person.rstrip("t") == other.person.rstrip("t"):
        judged.twins += 1
    else:
        judged.family += 1
