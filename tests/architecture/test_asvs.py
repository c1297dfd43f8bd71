"""Where Kith stands by OWASP ASVS is a table of which no row can go missing and no evidence be made up."""

from dataclasses import replace

import pytest

from kith.config import asvs
from tests.architecture.source import ROOT

CHAPTERS = asvs.chapters()
WANTED = asvs.to_answer()
ROWS = {row.id: row for chapter in CHAPTERS for row in chapter.rows}
HERE = "tests/architecture/test_asvs.py"


def faults(changed: asvs.Row) -> list[str]:
    """What is found where one row is another than it is."""
    with_it = tuple(
        replace(one, rows=tuple(changed if row.id == changed.id else row for row in one.rows))
        for one in CHAPTERS
    )
    return asvs.faults(with_it, WANTED)


def test_every_requirement_has_its_row_with_its_level_and_everything_cited_is_there():
    wrong = asvs.faults(CHAPTERS, WANTED)
    assert not wrong, "\n" + "\n".join(wrong)


def test_the_list_that_was_read_has_as_many_requirements_as_the_standard():
    by_level = {level: sum(one == level for one in WANTED.values()) for level in (1, 2, 3)}
    assert by_level == {1: 70, 2: 183, 3: 24}, (
        "70 and 183 are all there are; of level 3 those of five chapters"
    )
    assert [chapter.number for chapter in CHAPTERS] == list(range(1, 18))


def test_the_page_is_what_the_rows_say():
    held = (ROOT / "docs" / "reference" / "asvs.md").read_text(encoding="utf-8")
    assert held == asvs.page(), "Write it anew: ./kith guard asvs --write"


def test_the_rows_stand_in_the_order_of_their_numbers():
    for chapter in CHAPTERS:
        numbers = [tuple(map(int, row.id.split("."))) for row in chapter.rows]
        assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"state": "nearly", "why": "Soon."}, "is in no state that we know: nearly"),
        ({"evidence": ()}, "is met, and nothing shows it"),
        ({"level": 3}, "is of level 1, not 3"),
        ({"asked": "rules"}, "is to say in a few words what is asked"),
        ({"evidence": ("tests/none.py",)}, "cites tests/none.py, which is not there"),
        ({"evidence": (f"{HERE}::test_of_nothing",)}, f"cites {HERE}::test_of_nothing, which is not there"),
    ],
)
def test_a_fault_in_a_row_is_found(change, told):
    assert ROWS["8.2.1"].state == "met"
    assert faults(replace(ROWS["8.2.1"], **change)) == [f"8.2.1 {told}"]


@pytest.mark.parametrize("state", ["partly", "not met", "at deployment", "does not apply"])
def test_whatever_is_not_simply_met_says_why(state):
    silent = replace(ROWS["8.2.1"], state=state, why="")
    assert faults(silent) == [f"8.2.1 is {state}, and does not say why"]
    assert faults(replace(silent, why="Because.")) == []


def test_a_name_that_stands_in_a_file_only_as_a_word_is_no_evidence():
    cited = f"{HERE}::test_of_nothing"
    assert "test_of_nothing" in (ROOT / HERE).read_text(encoding="utf-8")
    assert faults(replace(ROWS["8.2.1"], evidence=(cited,)))
    assert not faults(replace(ROWS["8.2.1"], evidence=(f"{HERE}::test_the_page_is_what_the_rows_say",)))


def test_a_row_that_is_dropped_doubled_or_made_up_is_found():
    first, *others = CHAPTERS
    dropped = replace(first, rows=first.rows[1:])
    assert asvs.faults((dropped, *others), WANTED) == ["1.1.1 has no row"]
    doubled = replace(first, rows=(first.rows[0], *first.rows))
    assert asvs.faults((doubled, *others), WANTED) == ["1.1.1 has 2 rows"]
    made_up = replace(first, rows=(*first.rows, replace(first.rows[0], id="1.9.9")))
    assert asvs.faults((made_up, *others), WANTED) == ["1.9.9 is no requirement that is answered here"]


def test_the_counts_at_the_top_are_those_of_the_rows():
    (line,) = [one for one in asvs.page().splitlines() if one.startswith("| **all** |")]
    counted = [int(cell) for cell in line.split("|")[2:-1]]
    assert counted == [
        *(sum(row.state == state for row in ROWS.values()) for state in asvs.STATES),
        len(WANTED),
    ]


def test_the_figures_that_are_published_are_those_of_the_rows():
    counted = [(sum(row.state == state for row in ROWS.values()), state) for state in asvs.STATES]
    words = ", ".join(f"{number} {state}" for number, state in counted).replace("does not", "do not")
    held = (ROOT / "docs" / "reference" / "assurance.md").read_text(encoding="utf-8")
    assert f"| {len(WANTED)} | {words} |" in held
