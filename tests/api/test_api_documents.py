"""What the pages for senders show is what the door takes and answers."""

import json
import re

from kith.api.item import EntryItem, PersonItem
from tests.api.conftest import item, kept
from tests.architecture.source import ROOT

HOW_TO = ROOT / "docs" / "how-to" / "send-entries.md"
REFERENCE = ROOT / "docs" / "reference" / "api.md"


def blocks(path) -> list[str]:
    return re.findall(r"```json\n(.*?)```", path.read_text(), re.DOTALL)


def test_the_letter_of_the_how_to_is_kept(school):
    (letter,) = blocks(HOW_TO)
    answer = school.send_body(letter)
    assert [one["status"] for one in answer.json()["entries"]] == ["kept", "kept"], answer.content


def test_the_answers_of_the_reference_have_the_form_of_real_ones(school):
    shown, state = (json.loads(block) for block in blocks(REFERENCE))
    answer = school.send(item(told=["police"]), item(details={"site": ["wing"]})).json()
    assert set(answer) == set(shown)
    for one, other in zip(answer["entries"], shown["entries"], strict=True):
        assert (set(one), one["status"]) == (set(other), other["status"])
    assert [error["field"] for error in answer["errors"]] == [error["field"] for error in shown["errors"]]
    entry = kept(school.send(item(told=["police"], text="Another.")))
    told = school.state(entry.id).json()
    assert set(told) == set(state)
    assert set(told["told"][0]) == set(state["told"][0])


def test_the_reference_names_every_field_of_an_item():
    page = REFERENCE.read_text()
    names = [*EntryItem.model_fields, *PersonItem.model_fields]
    assert [name for name in names if f"`{name}`" not in page] == []
