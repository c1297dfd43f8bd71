"""Rules and clocks ask only for kinds, details and codes that the vocabulary has."""

from collections.abc import Iterator

import pytest

from kith.grammar.choices import Choice, Choices
from kith.grammar.graph import walk
from kith.grammar.selections import Includes, OneOf, Test, Where
from tests.spec.entry_kind_samples import ENGLAND

RULES = [*ENGLAND.patterns.values(), *ENGLAND.clocks.values()]


def strays(where: Where) -> Iterator[str]:
    """What the test asks for that no entry can have, and so would be silently never."""
    for kind in where.kinds:
        found = ENGLAND.entry_kinds.get(kind)
        if found is None:
            yield f"there is no kind {kind}"
            continue
        for name, test in where.details:
            detail = found.details.get(name)
            if detail is None:
                yield f"{kind} has no detail {name}"
            elif isinstance(detail, Choice):
                yield from (f"{kind}.{name}: {problem}" for problem in stray_codes(detail, test))


def stray_codes(detail: Choice, test: Test) -> Iterator[str]:
    if isinstance(detail, Choices) and isinstance(test, OneOf):
        yield "it is a list: ask with includes()"
    if isinstance(test, Includes) and not isinstance(detail, Choices):
        yield "it is not a list: ask for the value"
    asked = test.values if isinstance(test, OneOf) else test.values if isinstance(test, Includes) else ()
    yield from (f"there is no code {code!r}" for code in asked if code not in detail.codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_asks_only_for_what_the_vocabulary_has(rule):
    assert [stray for node in walk(rule) if isinstance(node, Where) for stray in strays(node)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_only_steps_and_roles_of_the_closed_lists(rule):
    steps = [getattr(rule, "prompts", None), *getattr(rule, "steps", ())]
    steps += [stage.prompts for stage in getattr(rule, "stages", ())]
    owners = [rule.owner, *(stage.owner for stage in getattr(rule, "stages", ()))]
    assert {step for step in steps if step} <= set(ENGLAND.steps)
    assert {owner for owner in owners if isinstance(owner, str)} <= set(ENGLAND.roles)


def test_a_stray_word_is_found():
    assert list(strays(Where(kinds=("visit",), details=(("outcome", OneOf(("refusd",))),))))
    assert list(strays(Where(kinds=("visit",), details=(("sen", OneOf((True,))),))))
    assert list(strays(Where(kinds=("injury_seen",), details=(("site", OneOf(("back",))),))))
    assert list(strays(Where(kinds=("visits",))))
