"""Writes the page that says whether people of one community are found as well as those of another."""

from datetime import UTC, datetime

from ground import interval
from judged import SMALLEST_GROUP, Judged, Tally

HEAD = """# Are people found as well whatever their name?

*Generated on {day} by `{command}`: do not edit. Change `benchmarks/identity/fairness_page.py` and run it again.*

A system that finds an Amelia better than an Ayaan fails the second child. So Kith counts, group by group, how often the
person who is meant stands first among those whom it finds.

- **Who was counted.** {questions:,} questions, as an office would put them, of a registry of {records:,} descriptions;
  {known:,} of the questions are about somebody who is in it. **All these people are made up**, and so are their
  names, families, homes and numbers; nobody here is real.
- **How.** Each question was asked alone, by the path that a concern takes, and set beside the truth, which Kith did not
  see. Kith is never told anybody's community: whatever made the population up wrote it beside each
  person, by the names that it gave them.
- **The figures** stand with their 95% intervals (Wilson's). Where two groups' intervals overlap widely, the
  difference may be chance.
"""
CANNOT_SAY = """
## What this can say, and what it cannot

- It can say whether the ways in which names are written, shortened, swapped and shared are treated alike **as far as
  whoever wrote the population thought of them**. A habit of naming that nobody wrote into the population is in no
  figure here.
- It cannot say how real offices write real names, how often they are wrong about whom, or how well the children of your
  area are found. How often each slip happens is assumed, not measured.
- A group is a set of names and habits, not an ethnic group: real families of one community have names of several.
- Groups differ in more than names: in some, more people share a few names, or have no papers with a day of birth.
  That is part of what is counted.
- **Before Kith is used anywhere, the same count must be made there**, of links that people have checked, group by
  group, by whoever answers for it.
- Being found is one half. Being linked to somebody else is the other: that is the last column.

Where the population is Kith's own, `src/kith/simulation/population/README.md` says who is in such a population and what goes wrong in it.
"""


def page(judged: Judged, *, command: str) -> str:
    """The whole page, in Markdown."""
    head = HEAD.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}", command=command, questions=judged.all.questions,
        records=judged.records, known=judged.all.known,
    )  # fmt: skip
    return f"{head}\n{_gap(judged)}\n\n{_table(judged)}\n{CANNOT_SAY}"


def _gap(judged: Judged) -> str:
    ends = judged.ends()
    if ends is None:
        return (
            f"**No two groups have {SMALLEST_GROUP} people or more: this run is too small to compare them.**"
        )
    (worst, least), (best, most), compared = ends
    return (
        f"**The largest gap is {(best - worst) * 100:.2f} points**: of {_called(least)} people"
        f" {worst:.1%} stand first, of {_called(most)} people {best:.1%}. Only groups of {SMALLEST_GROUP} people or"
        f" more are compared ({compared} of them); there is a row for every group."
    )


def _table(judged: Judged) -> str:
    head = "| names | people | stand first | 95% interval | linked at once | a person is asked | taken for new | linked to another |"
    rows = [head, "|" + "---|" * 8, _row("**everybody**", judged.all)]
    return "\n".join([*rows, *(_row(_called(name), one) for name, one in judged.groups())])


def _called(group: str) -> str:
    return group.replace("_", " ")


def _row(name: str, one: Tally) -> str:
    if not one.known:
        return f"| {name} | 0 | - | - | - | - | - | {one.false} |"
    low, high = interval(one.first, one.known)
    of_known = [f"{count / one.known:.1%}" for count in (one.first, one.linked, one.lost)]
    asked = f"{one.asked / one.questions:.1%}"
    few = "" if one.known >= SMALLEST_GROUP else " (too few)"
    return (
        f"| {name}{few} | {one.known:,} | {of_known[0]} | {low:.1%} to {high:.1%} | {of_known[1]} | {asked} |"
        f" {of_known[2]} | {one.false} |"
    )
