"""Every rule about looks, in the order in which they are read, and the lot that falls on people whom no rule found."""

from collections.abc import Iterator, Mapping

from kith.oversight.looking import (
    after_allocation,
    colleague,
    emergencies_again,
    many_prints,
    no_relationship,
    one_after_another,
    out_of_shift,
    own_street,
    refused_again,
    same_surname,
)
from kith.oversight.looking.rows import Day, Found
from kith.oversight.looking.rule import Rule, Thresholds

RULES: Mapping[str, Rule] = {
    one.RULE.code: one.RULE
    for one in (
        no_relationship,
        emergencies_again,
        own_street,
        same_surname,
        colleague,
        after_allocation,
        out_of_shift,
        many_prints,
        one_after_another,
        refused_again,
    )
}
BY_LOT = "by_lot"
WORDS = {code: rule.words for code, rule in RULES.items()} | {BY_LOT: "Drawn by lot"}


def thresholds_of(rule: Rule, local: Mapping[str, Thresholds]) -> Thresholds:
    """The rule's own numbers, with those that a partnership set in their place. KeyError for a number it does not have."""
    own = dict(local.get(rule.code, {}))
    if unknown := set(own) - set(rule.threshold):
        raise KeyError(f"{rule.code} has no threshold {', '.join(sorted(unknown))}")
    return {**rule.threshold, **own}


def findings_of(day: Day, *, local: Mapping[str, Thresholds]) -> Iterator[tuple[Rule, Found]]:
    """What every rule finds of one day."""
    for rule in RULES.values():
        for found in rule.asks(day, thresholds_of(rule, local)):
            yield rule, found
