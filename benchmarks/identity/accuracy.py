"""How well people are found: DIR with registry.csv, queries.csv, truth.csv, and what ``./kith identity evaluate`` answered.

DIR [--answers FILE: where the answers are, or are to be written] [--page FILE: also write the page on fairness]
[--kept-as NAME of the result]. Truth has record_id, person_id (family, a stop or a dash, who), community or group,
situation.
"""

import argparse
from pathlib import Path

from fairness_page import page
from ground import command, share, shown
from judged import SMALLEST_GROUP, Judged, Tally, judge
from setting import publish


def main() -> None:
    asked = _asked()
    answers = asked.answers or asked.folder / "answers.csv"
    if not answers.exists():
        command("identity", "evaluate", asked.folder, "--out", answers)
    judged = judge(asked.folder, answers)
    given = shown(asked.folder) + (f" --page {shown(asked.page)}" if asked.page else "")
    kept_as = f"identity/accuracy_{asked.kept_as or asked.folder.name}"
    publish("identity/accuracy", [*_figures(judged), *_groups(judged)], given=given, kept_as=kept_as)
    if asked.page:
        asked.page.write_text(page(judged, command=f"./kith bench identity/accuracy -- {given}"), "utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kith bench identity/accuracy --", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--answers", type=Path, metavar="FILE")
    parser.add_argument("--page", type=Path, metavar="FILE")
    parser.add_argument("--kept-as", metavar="NAME")
    return parser.parse_args()


def _figures(judged: Judged) -> list[str]:
    one, born = judged.all, judged.born
    return [
        f"{one.questions:,} questions, {one.known:,} of them of people in the registry of {judged.records:,} records",
        f"candidate recall        {share(one.found, one.known)}",
        f"recall at 1             {share(one.first, one.known)}",
        f"automatic recall        {share(one.linked, one.known)}",
        f"  without those born since {share(one.linked - born.linked, one.known - born.known)}",
        f"false automatic links   {share(one.false, one.questions)}; twins {judged.twins}, others of the family"
        f" {judged.family}, strangers {judged.strangers}; of all automatic links {share(one.false, one.automatic)}",
        f"lost (new though known) {share(one.lost, one.known)}",
        f"to a person             {share(one.asked, one.questions)}",
        f"unborn to born          recall at 1 {share(born.first, born.known)}; among the candidates"
        f" {share(born.found, born.known)}; automatic {born.automatic}; lost {born.lost}",
        *([f"answers that are missing and counted as new: {judged.missing}"] if judged.missing else []),
        "",
    ]


def _groups(judged: Judged) -> list[str]:
    lines = ["by name group (recall at 1; automatic recall; lost; false automatic links):"]
    for name, one in judged.groups():
        lines.append(f"  {name:<22} {_short(one)}")
    lines.append(_gap(judged))
    return lines


def _short(one: Tally) -> str:
    automatic, lost = (f"{count / one.known:.3f}" if one.known else "-" for count in (one.linked, one.lost))
    few = "" if one.known >= SMALLEST_GROUP else "  too few to compare"
    return f"{share(one.first, one.known)}; {automatic}; {lost}; {one.false}{few}"


def _gap(judged: Judged) -> str:
    """Between the group that is found best and the one that is found worst."""
    ends = judged.ends()
    if ends is None:
        return f"no two groups have {SMALLEST_GROUP} known people or more: no gap to tell"
    (worst, least), (best, most), compared = ends
    return (
        f"largest gap in recall at 1 between the {compared} groups with {SMALLEST_GROUP} known people or more:"
        f" {(best - worst) * 100:.2f} points ({least} {worst:.4f}, {most} {best:.4f})"
    )


if __name__ == "__main__":
    main()
