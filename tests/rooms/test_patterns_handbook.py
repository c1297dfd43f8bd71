"""The handbook and ``./kith rules``: what is written is what the rulebook says today."""

import pytest
from django.conf import settings

from kith.patterns import command, handbook
from kith.patterns.spec_tables import examples
from kith.patterns.waiting import waits_of
from kith.rulebook import load

ENGLAND = load("kith.rulebook.england")
SPECS, PAGES = settings.ROOT / "tests" / "spec", settings.ROOT / "docs" / "rulebook"
MADE = handbook.pages(ENGLAND, specs=SPECS)


def test_the_pages_in_the_repository_are_those_that_would_be_written_today():
    written = {path.name: path.read_text() for path in PAGES.iterdir()}
    differ = sorted(name for name in MADE.keys() | written.keys() if MADE.get(name) != written.get(name))
    assert not differ, f"run ./kith rules write: {', '.join(differ)}"


@pytest.mark.parametrize("name", ENGLAND.patterns)
def test_every_pattern_is_specified_with_a_yes_a_no_something_told_late_and_something_withdrawn(name):
    shown = examples(name, sort="patterns", specs=SPECS)
    tables = "\n".join(table for example in shown for table in example.tables)
    assert ": yes" in tables and ": no" in tables
    assert "| until " in tables, "no entry is withdrawn"
    assert any("told" in e.sentence or "heard of late" in e.sentence for e in shown), "nothing is told late"


@pytest.mark.parametrize("name", [name for name, of in ENGLAND.patterns.items() if waits_of(of)])
def test_every_pattern_that_can_turn_to_yes_by_waiting_is_specified_waiting(name):
    text = (SPECS / f"test_patterns_{name}.py").read_text()
    assert "wait" in text or "once_three_days_have_passed" in text or "ten_days" in text


def test_every_page_says_what_the_rule_says_asks_rests_on_and_would_be_wrong_about():
    for name, pattern in ENGLAND.patterns.items():
        page = MADE[f"{name}.md"]
        for said in (
            pattern.because,
            pattern.asks.format(child="the child"),
            pattern.cited,
            pattern.wrong_if,
        ):
            assert said in page
        assert "Kith asks when" in page and pattern.version in page and "as at " in page


def test_the_index_lists_the_catalogue_in_its_order_and_links_to_every_page():
    index = MADE["README.md"]
    assert all(f"]({name})" in index for name in MADE if name != "README.md")
    rows = [
        line.split(" | ")[0].strip("| ")
        for line in index.splitlines()
        if line.startswith("| P") or line[2:4] == "A "
    ]
    assert rows == [*sorted(rows[:-2], key=lambda code: int(code[1:])), "A", "A"]


def test_writing_twice_changes_nothing_and_a_page_that_nothing_makes_is_removed(tmp_path):
    assert len(handbook.write(tmp_path, MADE)) == len(MADE)
    (tmp_path / "gone.md").write_text("of a rule that went")
    (tmp_path / "core_group.md").write_text("changed by hand")
    assert {path.name for path in handbook.write(tmp_path, MADE)} == {"gone.md", "core_group.md"}
    assert handbook.write(tmp_path, MADE) == []
    assert not (tmp_path / "gone.md").exists()


def test_where_there_are_no_specs_a_page_has_no_examples(tmp_path):
    page = handbook.page("core_group", ENGLAND, specs=tmp_path)
    assert "## How it runs" in page and "## Examples" not in page


def test_a_table_that_is_made_up_of_parts_is_told_by_its_sentence_alone(tmp_path):
    (tmp_path / "test_patterns_a_rule.py").write_text(
        'def test_one_story(spec):\n    spec(a_rule, """\n        one\n        two\n        """)\n'
        "def test_another_story(spec):\n    spec(a_rule, made_up.format(1))\n"
    )
    one, another = examples("a_rule", sort="patterns", specs=tmp_path)
    assert (one.sentence, one.tables) == ("One story", ("one\ntwo",))
    assert (another.sentence, another.tables) == ("Another story", ())


def test_rules_list_has_a_line_for_each_pattern_and_clock(capsys):
    assert command.main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + len(ENGLAND.patterns) + len(ENGLAND.clocks)
    assert lines[0].split()[:3] == ["name", "catalogue", "step"]
    pattern = ENGLAND.patterns["mark_on_a_baby"]
    cells = [
        "mark_on_a_baby",
        "P1",
        "obtain_paediatric_opinion",
        "strong",
        "named_doctor",
        "from",
        "2026-04-01",
    ]
    assert lines[1].split() == [*cells, pattern.version]


def test_rules_show_tells_a_pattern_and_a_clock_alike(capsys):
    assert command.main(["show", "each_holds_a_piece"]) == 0
    assert "three or more agencies have each told of a piece" in capsys.readouterr().out
    assert command.main(["show", "core_group"]) == 0
    assert "It is due at the latest 10 working days after it starts" in capsys.readouterr().out


def test_a_rule_that_there_is_not_is_told_in_one_line_with_near_names(capsys):
    assert command.main(["show", "core_grup"]) == 1
    out, complaint = capsys.readouterr()
    assert out == ""
    assert complaint == "kith: there is no rule 'core_grup'. Did you mean core_group?\n"
    assert command.main(["show", "zzz"]) == 1
    assert "`./kith rules list` has them all" in capsys.readouterr().err


def test_rules_write_writes_the_pages_and_then_has_nothing_to_do(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "PAGES", tmp_path / "rulebook")
    monkeypatch.setattr(command.settings, "ROOT", tmp_path)
    assert command.main(["write"]) == 0
    assert "rulebook/core_group.md" in capsys.readouterr().out.splitlines()
    assert command.main(["write"]) == 0
    assert capsys.readouterr().out == "docs/rulebook is as it should be.\n"
