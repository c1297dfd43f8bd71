"""``./kith feed``: a folder of files is handed to its feed, and what a person must look at is counted."""

import pytest

from kith.feeds.command import main
from tests.feeds.world import FEEDS, rows

GIVEN = ["--area", "tolland-bay", "--post"]


@pytest.fixture
def folder(tmp_path):
    for name in ("good-three-rows.csv", "good-nothing-to-report.csv", "odd-half-of-it-bad.csv"):
        (tmp_path / name).write_bytes((FEEDS / "school_absence" / "samples" / name).read_bytes())
    (tmp_path / ".hidden").write_text("not a message")
    return tmp_path


def test_every_file_of_a_folder_is_handed_in_and_told_of_in_a_line(area, folder, capsys):
    assert main(["school_absence", str(folder), *GIVEN, "anneka-bright"]) == 0
    said = [line.partition(": ")[2] for line in capsys.readouterr().out.splitlines()]
    assert said == ["nothing to report", "3 taken", "2 taken, 4 for a person to look at"]
    assert (rows("chronology_entry"), rows("kernel_dead_letter")) == (5, 4)
    assert main(["school_absence", str(folder / "good-three-rows.csv"), *GIVEN, "anneka-bright"]) == 0
    assert "came before; 3 taken" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("feed", "post", "says"),
    [
        ("school_absence", "hamish-orde", "does not work in the agency"),
        ("school_absence", "nobody", "no practitioner nobody"),
        ("weather", "anneka-bright", "no feed weather"),
    ],
)
def test_what_cannot_begin_is_told_and_nothing_is_kept(area, folder, capsys, feed, post, says):
    assert main([feed, str(folder), *GIVEN, post]) == 1
    assert says in capsys.readouterr().err
    assert rows("chronology_envelope") == 0
