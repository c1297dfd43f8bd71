"""Where Kith stands by OWASP ASVS 5.0.0: the rows that people keep, what is wrong with them, and the page made of them."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "docs" / "reference" / "asvs"
STATES = ("met", "partly", "not met", "at deployment", "does not apply")
"""In this order in the page's counts."""
SHOWN_BY = ("met", "partly")
"""States that nobody has to believe: something in the repository shows them."""
HEAD = """# Where Kith stands by OWASP ASVS 5.0.0

Made by `./kith guard asvs --write` from the rows in `docs/reference/asvs/`; a test holds the page equal to them, that whatever is cited is there, and that no requirement of the list is missing.
Levels 1 and 2 of every chapter, and level 3 of authentication, session management, authorisation, data protection and logging. What is asked stands here in
a few words of our own: the [standard](https://github.com/OWASP/ASVS/tree/v5.0.0) has the sentences. **It is the makers' own word: nobody outside has checked it.**

*Met* and *partly* name what shows it. *At deployment* is for whoever runs Kith: TLS, the proxy, where secrets are kept. *Does not apply* says why.

"""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One requirement and where Kith stands by it."""

    id: str
    """``6.2.1``; cited elsewhere as ``v5.0.0-6.2.1``."""
    level: int
    asked: str
    state: str
    evidence: tuple[str, ...] = ()
    """Paths of the repository, each alone or with a name in it: ``src/kith/web/policy.py::policy``."""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One chapter of the standard, with its rows in the order of their numbers."""

    number: int
    name: str
    rows: tuple[Row, ...]


def chapters(folder: Path = FOLDER) -> tuple[Chapter, ...]:
    """Every chapter as the files say it. Raises TypeError or KeyError where a file has not the form of one."""
    files = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("V*.yaml")))
    return tuple(
        Chapter(number=one["chapter"], name=one["name"], rows=tuple(_row(**row) for row in one["rows"]))
        for one in files
    )


def to_answer(folder: Path = FOLDER) -> dict[str, int]:
    """Requirement to level: those that must have a row."""
    read = yaml.safe_load((folder / "read.yaml").read_text(encoding="utf-8"))
    return {
        f"{section}.{number}": int(level)
        for section, levels in read["levels"].items()
        for number, level in enumerate(levels.split(), start=1)
        if int(level) < 3 or int(section.split(".")[0]) in read["deep"]
    }


def faults(found: Iterable[Chapter], wanted: dict[str, int], *, root: Path = ROOT) -> list[str]:
    """What is wrong with the rows, a line each, in words for whoever wrote them."""
    found = tuple(found)
    ids = [row.id for chapter in found for row in chapter.rows]
    lines = [f"{id} has no row" for id in wanted if id not in ids]
    lines += [f"{id} is no requirement that is answered here" for id in ids if id not in wanted]
    lines += [f"{id} has {times} rows" for id, times in Counter(ids).items() if times > 1]
    for chapter in found:
        for row in chapter.rows:
            lines += [f"{row.id} {wrong}" for wrong in _wrong(row, chapter, wanted, root)]
    return lines


def page(found: Iterable[Chapter] | None = None) -> str:
    """``docs/reference/asvs.md``: counts by chapter and state, then a table for each chapter."""
    all = tuple(found) if found is not None else chapters()
    tables = "\n\n".join(_table(chapter) for chapter in all)
    return f"{HEAD}{_counts(all)}\n\n{tables}\n"


def _row(*, id: str, level: int, asked: str, state: str, evidence: Iterable[str] = (), why: str = "") -> Row:
    return Row(id=id, level=level, asked=asked, state=state, evidence=tuple(evidence), why=why)


def _wrong(row: Row, chapter: Chapter, wanted: dict[str, int], root: Path) -> Iterator[str]:
    if row.id.split(".")[0] != str(chapter.number):
        yield f"stands in chapter {chapter.number}"
    if row.level != wanted.get(row.id, row.level):
        yield f"is of level {wanted[row.id]}, not {row.level}"
    if row.state not in STATES:
        yield f"is in no state that we know: {row.state}"
    if not 2 <= len(row.asked.split()) <= 14:
        yield "is to say in a few words what is asked"
    if row.state in SHOWN_BY and not row.evidence:
        yield f"is {row.state}, and nothing shows it"
    if row.state != "met" and not row.why:
        yield f"is {row.state}, and does not say why"
    for cited in row.evidence:
        if not _is_there(cited, root):
            yield f"cites {cited}, which is not there"


def _is_there(cited: str, root: Path) -> bool:
    path, _, name = cited.partition("::")
    file = root / path
    return file.exists() and (not name or name in _names_in(file))


@cache
def _names_in(file: Path) -> frozenset[str]:
    """What a Python file defines, however deep."""
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, defined))


def _counts(all: Iterable[Chapter]) -> str:
    lines = [f"| chapter | {' | '.join(STATES)} | in all |", f"|---|{'---|' * (len(STATES) + 1)}"]
    whole: Counter[str] = Counter()
    for chapter in all:
        counted = Counter(row.state for row in chapter.rows)
        whole += counted
        lines.append(f"| V{chapter.number} {chapter.name} | {_numbers(counted)} |")
    return "\n".join([*lines, f"| **all** | {_numbers(whole)} |"])


def _numbers(counted: Counter[str]) -> str:
    return " | ".join(
        str(number or "") for number in (*(counted[state] for state in STATES), counted.total())
    )


def _table(chapter: Chapter) -> str:
    lines = [
        f"## V{chapter.number} {chapter.name}\n",
        "| | level | what is asked | state | shown by | |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.id} | {row.level} | {row.asked} | {_marked(row.state)} | {', '.join(f'`{one}`' for one in row.evidence)} | {row.why} |"
        for row in chapter.rows
    ]
    return "\n".join(lines)


def _marked(state: str) -> str:
    return f"**{state}**" if state in ("partly", "not met") else state
