"""The hazard log names tests that exist, and every one of its twenty hazards."""

import re

from tests.architecture.source import ROOT, report

LOG = (ROOT / "docs" / "reference" / "hazard-log.md").read_text()
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def missing(text: str) -> list[str]:
    """Tests that a page names and that are not there."""
    found = []
    for path, name in NAMED.findall(text):
        file = ROOT / path
        if not file.exists() or (name and f"def {name}(" not in file.read_text()):
            found.append(f"{path}::{name}" if name else path)
    return found


def test_every_test_that_the_log_names_is_there():
    assert not missing(LOG), report({one: "is not there" for one in missing(LOG)})


def test_a_test_that_is_not_there_is_found():
    here = "tests/architecture/test_hazards.py"
    assert missing(f"`tests/none.py` `{here}::test_of_nothing` `{here}`") == [
        "tests/none.py",
        f"{here}::test_of_nothing",
    ]


def test_the_log_has_twenty_hazards_and_each_names_a_test_or_says_what_is_open():
    lines = [line for line in LOG.splitlines() if re.match(r"\| H\d+ ", line)]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert [row[0] for row in rows] == [f"H{number}" for number in range(1, 21)]
    assert not [row[0] for row in rows if not NAMED.search(row[4]) and not row[5]]
