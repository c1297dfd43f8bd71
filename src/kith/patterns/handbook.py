"""The handbook: a page for each rule and each time limit, made from what the rulebook declares and its specs show."""

import importlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from kith.grammar.clocks import Clock
from kith.grammar.patterns import ManagerIn, Pattern
from kith.patterns.explain import Explanation, clock_explanation, explanation
from kith.patterns.spec_tables import Example, examples
from kith.rulebook import Rulebook

MADE = "*Made by `./kith rules write` from the rulebook and its specs. Change those, never this page.*"


def pages(rulebook: Rulebook, *, specs: Path) -> Mapping[str, str]:
    """File name to text for every page of the handbook. ``specs`` is the folder of the spec tables."""
    made = {f"{name}.md": f"{page(name, rulebook, specs=specs)}\n{MADE}\n" for name in names(rulebook)}
    return {"README.md": f"{_index(rulebook)}\n{MADE}\n", **made}


def names(rulebook: Rulebook) -> tuple[str, ...]:
    """The names of all patterns and clocks."""
    return (*rulebook.patterns, *rulebook.clocks)


def page(name: str, rulebook: Rulebook, *, specs: Path) -> str:
    """One rule or time limit as a page. Raises KeyError where there is none of that name."""
    if name in rulebook.patterns:
        pattern = rulebook.patterns[name]
        return _pattern_page(pattern, rulebook, examples(name, sort="patterns", specs=specs))
    return _clock_page(rulebook.clocks[name], rulebook, examples(name, sort="clocks", specs=specs))


def title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def owner(of: str | ManagerIn, rulebook: Rulebook) -> str:
    return rulebook.roles[of].label if isinstance(of, str) else "a manager in the agency that said it"


def by_catalogue(rulebook: Rulebook) -> list[Pattern]:
    """The patterns in the order of the catalogue: P1, P2, ... P22, A, B, ..."""
    return sorted(rulebook.patterns.values(), key=lambda p: (_place(p.catalogue), p.name))


def _place(catalogue: str) -> tuple[bool, int, str]:
    letters, digits = re.sub(r"\d", "", catalogue), re.sub(r"\D", "", catalogue)
    return not digits, int(digits or 0), letters


def write(folder: Path, made: Mapping[str, str]) -> list[Path]:
    """Write every page that differs and remove pages that nothing makes. Returns what changed."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = [path for path in folder.glob("*.md") if path.name not in made]
    for path in stale:
        path.unlink()
    changed = [folder / name for name, text in made.items() if _text(folder / name) != text]
    for path in changed:
        path.write_text(made[path.name], encoding="utf-8")
    return [*changed, *stale]


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _pattern_page(pattern: Pattern, rulebook: Rulebook, shown: tuple[Example, ...]) -> str:
    step = rulebook.steps[pattern.prompts]
    due = f"{step.due}" if pattern.due is None else f"within {pattern.due}"
    facts = {
        "catalogue": pattern.catalogue,
        "asks for": f"{step.label} ({step.strength}), due {due}",
        "owner": owner(pattern.owner, rulebook),
        "in force": _in_force(pattern),
        "version": f"`{pattern.version}`",
    }
    words = explanation(pattern, rulebook)
    sections = {
        "": f"{_docstring(rulebook, 'patterns', pattern.name)}\n\n{_table(facts)}",
        "What Kith says": pattern.because,
        "What it asks": pattern.asks.format(child="the child"),
        "When it asks": _when(words),
        "Whom it asks": "\n".join(words.then),
        "What it rests on": f"{pattern.cited}. Time: {step.cited}.",
        "What would make it wrong": pattern.wrong_if,
        **({"What is special": pattern.notes} if pattern.notes else {}),
        "What the words mean": _meanings(words),
        **_shown(shown),
    }
    return _joined(pattern.name, sections)


def _clock_page(clock: Clock, rulebook: Rulebook, shown: tuple[Example, ...]) -> str:
    facts = {
        "limit": f"{clock.due}{' (local)' if clock.local else ''}, {clock.bound}",
        "owner": owner(clock.owner, rulebook),
        "a miss may ask for": ", ".join(rulebook.steps[step].label for step in clock.steps) or "nothing",
        "in force": f"from {clock.in_force_from}",
        "version": f"`{clock.version}`",
    }
    words = clock_explanation(clock, rulebook)
    sections = {
        "": f"{clock.sentence}\n\n{_table(facts)}",
        "How it runs": "\n".join(f"- {line}" for line in (*words.when, *words.then)),
        "What it rests on": clock.cited,
        "What the words mean": _meanings(words),
        **_shown(shown),
    }
    return _joined(clock.name, sections)


def _in_force(pattern: Pattern) -> str:
    until = f" to {pattern.in_force_to}" if pattern.in_force_to else ""
    return f"from {pattern.in_force_from}{until}"


def _docstring(rulebook: Rulebook, folder: str, name: str) -> str:
    return (importlib.import_module(f"{rulebook.path}.{folder}.{name}").__doc__ or "").strip()


def _table(facts: Mapping[str, str]) -> str:
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {said} |" for name, said in facts.items())])


def _when(words: Explanation) -> str:
    first, *more = words.when
    return "\n".join([first, "", *more]) if more else first


def _meanings(words: Explanation) -> str:
    return "\n".join(f"- **{name}**: {meaning}" for name, meaning in words.glossary)


def _shown(shown: Iterable[Example]) -> dict[str, str]:
    """The examples that have a table of their own, and the sentences of those that try several at once."""
    whole = [example for example in shown if example.tables]
    tables = "\n\n".join(
        "\n\n".join([f"### {example.sentence}", *(f"```\n{table}\n```" for table in example.tables)])
        for example in whole
    )
    others = "\n".join(f"- {example.sentence}" for example in shown if not example.tables)
    return {"Examples": tables, "Also tried": others}


def _joined(name: str, sections: Mapping[str, str]) -> str:
    parts = [f"## {heading}\n\n{text}" if heading else text for heading, text in sections.items() if text]
    return "\n\n".join([f"# {title(name)}", *parts]) + "\n"


def _index(rulebook: Rulebook) -> str:
    patterns = [
        f"| {p.catalogue} | [{title(p.name)}]({p.name}.md) | {rulebook.steps[p.prompts].label} |"
        f" {rulebook.steps[p.prompts].strength} | {owner(p.owner, rulebook)} |"
        for p in by_catalogue(rulebook)
    ]
    clocks = [
        f"| [{title(c.name)}]({c.name}.md) | {c.due}{' (local)' if c.local else ''}, {c.bound} | {owner(c.owner, rulebook)} |"
        for c in rulebook.clocks.values()
    ]
    return "\n".join(
        [
            "# The rulebook",
            "",
            "Every rule that Kith asks of a child’s chronology, in the words in which it explains itself. A rule whose answer"
            " turns to yes asks a named person for a step, with the entries that make it so; *a person decides*. No rule ranks"
            " families, and that no rule asks never means that a child is safe.",
            "",
            "## Patterns",
            "",
            "| catalogue | pattern | asks for | strength | owner |",
            "|---|---|---|---|---|",
            *patterns,
            "",
            "## Time limits",
            "",
            "| time limit | limit | owner |",
            "|---|---|---|",
            *clocks,
            "",
            READING,
        ]
    )


READING = """## How to read a page

- **Not said** is not no. A rule that asks for “seen alone: no” passes over a visit that does not say whether the child was seen alone.
- **There are three or more**: copies of one occurrence count once, and an entry that stands for several counts as many.
- **Three or more agencies have each told of it**: an occurrence counts for the agency that told it first, not for who holds a copy.
- **In the last 90 days** counts from when a thing ended to happen. A date that is coarser than the window counts once at most.
- **Since the last of something**: what began after the latest of it; where there was none, everything counts.
- **With no ... after it that settles it**: an entry that says which one it settles settles that one alone; one that does not say
  which settles all before it. The same goes for what answers or ends something.
- **Once 3 days have passed**: the answer turns to yes by waiting, and Kith asks again by itself when they have.
- **Certainly under 6 months old**: a birth known only to the month or year must leave no doubt. A birth that nobody knows leaves doubt.
- **[P]** is a figure of ours to begin with, for a partnership to set. **[GK]** is general knowledge that nobody has checked yet.
- In examples, *known* is when an agency first knew; a rule counts nothing before. "As at 10 Mar" is the end of that day.
  *Until* is when an entry was withdrawn. *Same as 1* is another telling of row 1.
"""
