"""Every entry of the published reviews and of the ordinary families loads, tells a sentence and keeps its words."""

import json
import re
from pathlib import Path

import pytest

from kith.grammar.details import Prose
from tests.spec.entry_kind_samples import ENGLAND

CASES = Path(__file__).parents[1] / "cases"
PUBLISHED = sorted((CASES / "published").glob("*.json"))


def ordinary() -> list[dict]:
    return [json.loads(line) for line in (CASES / "ordinary-sample.jsonl").read_text().splitlines()]


def entries_of(path: Path) -> list[dict]:
    return json.loads(path.read_text())["events"]


def words(value: object) -> set[str]:
    return set(re.findall(r"[a-z]+", json.dumps(value).lower()))


def test_the_seven_reviews_and_the_ordinary_sample_are_here():
    assert len(PUBLISHED) == 7
    assert len(ordinary()) == 24


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_published_review_loads_and_no_word_is_lost(path):
    for entry in entries_of(path):
        kind = ENGLAND.entry_kinds[entry["kind"]]
        loaded, warnings = kind.load_leniently(entry["details"])
        assert kind.validate(loaded) == loaded
        assert words(list(entry["details"].values())) <= words(list(loaded.values())), entry["id"]
        assert kind.tell(loaded).endswith((".", "?"))
        strange = [name for name in entry["details"] if kind.details.get(name) is None]
        assert not strange, f"{entry['kind']} has no detail {strange}"
        for name, value in entry["details"].items():
            prose = isinstance(kind.details[name], Prose)
            assert name in loaded or f"{name}_text" in loaded
            assert (
                prose or loaded.get(name) in (value, [value]) or any(f".{name}:" in said for said in warnings)
            )


def test_only_prose_in_coded_fields_is_left_unknown_in_the_published_reviews():
    unknown = {
        (entry["kind"], name)
        for path in PUBLISHED
        for entry in entries_of(path)
        for name in entry["details"]
        if name not in ENGLAND.entry_kinds[entry["kind"]].load_leniently(entry["details"])[0]
    }
    assert unknown == {
        ("plan", "category"),
        ("legal_step", "outcome"),
        ("carer_concern", "aspect"),
        ("non_engagement", "manner"),
        ("injury_seen", "site"),
        ("neglect_observed", "aspect"),
        ("information_provided", "from"),
    }


def test_the_ordinary_families_load():
    for family in ordinary():
        for entry in family["events"]:
            kind = ENGLAND.entry_kinds[entry["kind"]]
            loaded, _ = kind.load_leniently(entry["details"])
            assert kind.validate(loaded) == loaded
            assert words(list(entry["details"].values())) <= words(list(loaded.values()))
            assert kind.tell(loaded)
