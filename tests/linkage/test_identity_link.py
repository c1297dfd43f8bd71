"""``identity link`` reads any table of people by a mapping, and says which line of the mapping is wrong."""

import csv

import pytest

from kith.linkage.command import asked, run

MAPPING = """
record_id: number
first_name: forename
last_name: family
dob: born
dob_format: "%d/%m/%Y"
postcode: pc
"""
PEOPLE = (
    ("Amira", "Rahman", "03/05/2019", "ZZ1 4PJ"), ("Leo", "Brandt", "09/09/2013", "ZZ2 2ZZ"), ("Ngozi", "Adeyemi", "01/02/2010", "ZZ3 3ZZ"),
    ("Katherine", "Jones", "14/07/2008", "ZZ4 4ZZ"), ("Tomasz", "Kowalski", "30/11/2015", "ZZ5 5ZZ"), ("Hibo", "Warsame", "20/03/2012", "ZZ6 6ZZ"),
)  # fmt: skip
LINES = [
    "number,forename,family,born,pc",
    *(f"{2 * n + twice},{','.join(one)}" for n, one in enumerate(PEOPLE) for twice in (0, 1)),
]


@pytest.fixture
def link(tmp_path):
    """Link a table by a mapping; answers the exit status and whose each record is."""

    def linked(lines=LINES, mapping=MAPPING, name="people.csv"):
        (tmp_path / name).write_text("\n".join(lines) + "\n", "utf-8")
        (tmp_path / "map.yaml").write_text(mapping, "utf-8")
        out = tmp_path / "linked.csv"
        given = ["link", str(tmp_path / name), "--mapping", str(tmp_path / "map.yaml"), "--out", str(out)]
        status = run(asked(given))
        if not out.exists():
            return status, {}
        with out.open(encoding="utf-8", newline="") as file:
            return status, {row["record_id"]: row["person"] for row in csv.DictReader(file)}

    return linked


@pytest.mark.parametrize("name", ["people.csv", "O'Brien's list.csv"])
def test_a_table_is_linked_and_every_record_answered(link, name):
    status, person = link(name=name)
    assert status == 0
    assert list(person) == [str(one) for one in range(2 * len(PEOPLE))]
    assert all(person[str(2 * one)] == person[str(2 * one + 1)] for one in range(len(PEOPLE)))
    assert len(set(person.values())) == len(PEOPLE)


def test_births_that_are_no_day_by_the_mapping_are_counted_and_the_rest_goes_on(link, capsys):
    broken = [LINES[0], LINES[1].replace("03/05/2019", "May 2019"), *LINES[2:]]
    status, person = link(lines=broken)
    assert (status, len(person)) == (0, 2 * len(PEOPLE))
    assert (
        "1 dates of birth are no day by dob_format %d/%m/%Y: they counted as not said."
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        (MAPPING + "shoe_size: shoes\n", "shoe_size is not known. Known are"),
        (MAPPING.replace("record_id: number\n", ""), "does not say which column is the record_id"),
        (MAPPING.replace("pc", "post_code"), "It has no column post_code."),
        ("- one\n- two\n", "It must say, line by line"),
        ("record_id: [unclosed\n", "It cannot be read"),
        ("", "It must say, line by line"),
    ],
)
def test_a_mapping_that_is_wrong_is_refused_with_words(link, capsys, mapping, told):
    assert link(mapping=mapping) == (1, {})
    assert told in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(link, capsys, tmp_path):
    link()
    given = [
        "link",
        str(tmp_path / "gone.csv"),
        "--mapping",
        str(tmp_path / "map.yaml"),
        "--out",
        str(tmp_path / "more.csv"),
    ]
    assert run(asked(given)) == 1
    assert "gone.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    "rows", [LINES[:1], LINES[:2], [LINES[0], "1,,,,", "2,,,,"], LINES[:2] + LINES[3:4], LINES[:3]]
)
def test_a_table_with_hardly_anybody_is_answered_all_the_same(link, rows):
    status, person = link(rows)
    assert (status, len(person)) == (0, len(rows) - 1)
