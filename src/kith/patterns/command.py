"""``./kith rules``: lists the rules, shows one in plain English, or writes the handbook's pages."""

import argparse
import difflib
import sys
from collections.abc import Sequence

from django.conf import settings

from kith.grammar.patterns import Pattern
from kith.patterns import handbook
from kith.patterns.queries import rulebook
from kith.rulebook import Rulebook

SPECS, PAGES = settings.ROOT / "tests" / "spec", settings.ROOT / "docs" / "rulebook"


def main(argv: Sequence[str]) -> int:
    """Run the command; returns the exit status: 1 where there is no rule of that name."""
    asked = _parser().parse_args(argv)
    book = rulebook()
    if asked.what == "show":
        return _show(asked.name, book)
    print(_written(book) if asked.what == "write" else _listed(book))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./kith rules", description="The rules, in plain English.")
    what = parser.add_subparsers(dest="what", metavar="list | show NAME | write")
    what.add_parser("list", help="every pattern and time limit, a line each (the default)")
    show = what.add_parser("show", help="one of them, in full")
    show.add_argument("name")
    what.add_parser("write", help="write docs/rulebook anew")
    return parser


def _show(name: str, book: Rulebook) -> int:
    if name not in handbook.names(book):
        near = difflib.get_close_matches(name, handbook.names(book), n=3, cutoff=0.5)
        meant = f" Did you mean {', '.join(near)}?" if near else " `./kith rules list` has them all."
        print(f"kith: there is no rule {name!r}.{meant}", file=sys.stderr)
        return 1
    print(handbook.page(name, book, specs=SPECS), end="")
    return 0


def _written(book: Rulebook) -> str:
    changed = handbook.write(PAGES, handbook.pages(book, specs=SPECS))
    return (
        "\n".join(str(path.relative_to(settings.ROOT)) for path in changed)
        or "docs/rulebook is as it should be."
    )


def _listed(book: Rulebook) -> str:
    head = ("name", "catalogue", "step", "strength", "owner", "in force", "version")
    patterns = [_line(pattern, book) for pattern in handbook.by_catalogue(book)]
    clocks = [
        (
            clock.name,
            "clock",
            f"{clock.due}",
            "local" if clock.local else "",
            clock.owner,
            f"from {clock.in_force_from}",
            clock.version,
        )
        for clock in book.clocks.values()
    ]
    return _columns([head, *patterns, *clocks])


def _line(pattern: Pattern, book: Rulebook) -> tuple[str, ...]:
    owner = pattern.owner if isinstance(pattern.owner, str) else "manager_in"
    strength = book.steps[pattern.prompts].strength
    in_force = f"from {pattern.in_force_from}" + (f" to {pattern.in_force_to}" if pattern.in_force_to else "")
    return pattern.name, pattern.catalogue, pattern.prompts, strength, owner, in_force, pattern.version


def _columns(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)
