"""Names are words that a social worker would say: one word for each thing, and not its rivals."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, functions, modules, report

NOT_OUR_WORDS = {
    "event": "entry", "log": "entry or look", "record": "entry, or a verb at the start", "note": "entry",
    "case": "child", "client": "child", "subject": "child", "patient": "child",
    "source": "said_by, voice or cited", "timestamp": "known_at, happened_from or at",
    "ticket": "referral",
    "meeting": "strategy_discussion or conference", "mdt": "strategy_discussion",
    "investigation": "section_47_enquiry or police_investigation", "vote": "position",
    "complaint": "escalation", "alert": "prompt", "flag": "prompt", "score": "prompt, or weight in identity",
    "algorithm": "pattern", "sla": "clock", "timer": "clock", "rag": "due, met or missed",
    "assignee": "owner", "permission": "involvement", "edit": "correct", "delete": "withdraw",
}  # fmt: skip
NOT_OUR_PHRASES = {"created_at": "recorded_at or received_at", "home_call": "seen, of a visit"}
OUR_PHRASES = ("police_investigation",)
NOUNS_OF_A_RECORD = {"id", "key", "kind", "type", "number", "date", "set", "count"}
ALLOWED = {
    "kernel/chain.py subject": "of a link in a chain: the row that it stands for; the kernel knows no children",
    "kernel/models.py subject": "as in kernel/chain.py",
    "chronology/verifier.py subject": "as in kernel/chain.py",
    "replay/case_file.py case_file": "a file of one made-up family's timeline; no child is meant",
    "replay/case_file.py CaseFile": "as above",
    "replay/case_file.py CaseChild": "as above",
    "replay/case_file.py CaseEntry": "as above",
    "replay/history.py case": "the case file that a history was read from",
    "web/visit_note/page.py VisitNotePage": "a visit note is what a worker writes after a visit, and calls so",
}
"""``file name`` to why the name may stay."""
FILES_NAMED_BY_CODES = "rulebook/"
"""An entry kind's file has its code as name, and codes come from the closed lists of the agencies."""
CODE_LISTS = {"Enum", "StrEnum", "IntEnum", "TextChoices", "IntegerChoices"}


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-zA-Z])(?=[0-9])", "_", name).lower().strip("_")


def rival_words(name: str) -> list[str]:
    """The words in a name that are not ours. ``record`` may open a name, as the verb in ``record_concern``."""
    if name.startswith("__"):
        return []
    plain = snake(name)
    for phrase in OUR_PHRASES:
        plain = plain.replace(phrase, "")
    found = [phrase for phrase in NOT_OUR_PHRASES if f"_{phrase}_" in f"_{plain}_"]
    parts = plain.split("_")
    if parts[0] == "record" and len(parts) > 1 and parts[1] not in NOUNS_OF_A_RECORD:
        parts = parts[1:]
    return found + [part for part in parts if part in NOT_OUR_WORDS]


def named(tree: ast.Module) -> Iterator[str]:
    """Every class, function and field of a module."""
    for function in functions(tree):
        yield function.name
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
            yield from _fields(node)


def _fields(node: ast.ClassDef) -> Iterator[str]:
    if any(getattr(base, "attr", getattr(base, "id", "")) in CODE_LISTS for base in node.bases):
        return
    for statement in node.body:
        targets = (
            statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        )
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def names_in(module: Module) -> list[str]:
    file = module.path.rpartition("/")[2].removesuffix(".py")
    return [*named(module.tree), *([] if module.path.startswith(FILES_NAMED_BY_CODES) else [file])]


def wrong_names(module: Module) -> list[str]:
    return [name for name in names_in(module) if rival_words(name) and f"{module.path} {name}" not in ALLOWED]


def test_no_class_function_field_or_file_uses_a_word_that_is_not_ours():
    found = {module.path: wrong for module in modules() if (wrong := wrong_names(module))}
    assert not found, report(found)


def test_the_list_of_names_that_may_stay_has_none_that_went():
    still = {f"{module.path} {name}" for module in modules() for name in names_in(module)}
    assert set(ALLOWED) <= still


@pytest.mark.parametrize(
    "planted",
    [
        "class Alert: pass",
        "class RiskScore: pass",
        "def open_case(): pass",
        "class Entry:\n    created_at = 1",
        "class Entry:\n    source: str = ''",
        "class Entry:\n    def delete_it(self): pass",
        "class Investigation: pass",
        "def make_record(): pass",
        "async def log_it(): pass",
        "class Entry:\n    record_id = 1",
    ],
)
def test_a_word_that_is_not_ours_is_found(planted):
    assert wrong_names(Module(path="people/x.py", text=planted))


@pytest.mark.parametrize(
    "fine",
    [
        "def record_visit(): pass",
        "class Section47Enquiry: pass\nclass PoliceInvestigation: pass",
        "class Kind(TextChoices):\n    alert = 'alert'",
        "class Entry:\n    recorded_at = 1\n    catalogue = 2",
        "note = 'a name inside a module is nobody else\\'s word'",
    ],
)
def test_our_own_words_and_the_codes_of_closed_lists_are_left_alone(fine):
    assert wrong_names(Module(path="people/x.py", text=fine)) == []


def test_a_file_is_named_in_our_words_too():
    assert wrong_names(Module(path="people/case_notes.py", text="")) == ["case_notes"]
