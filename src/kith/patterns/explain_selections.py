"""Selections in plain English: every node of the grammar as a phrase that a social worker would say."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import Any

from kith.chronology.codes import CLAIMS, VOICES
from kith.grammar import selections as s
from kith.grammar.details import Detail
from kith.grammar.words import Naming, spaced
from kith.patterns.explain_phrases import Phrase, age, either, listed, span, the_span
from kith.rulebook import Rulebook


@dataclass
class Glossary:
    """The names that an explanation used, in the order in which they came up."""

    used: dict[Any, str] = field(default_factory=dict)

    def use(self, node: Any, words: str) -> None:
        self.used.setdefault(node, words)


class SelectionWords:
    """Turns selections into phrases; what practice has a name for is called by it and kept for the glossary."""

    def __init__(
        self, rulebook: Rulebook, glossary: Glossary, own: Mapping[Any, tuple[str, ...]] | None = None
    ) -> None:
        self.rulebook, self.glossary = rulebook, glossary
        practice = importlib.import_module(f"{rulebook.path}.names_of_selections")
        own = own or {}
        self.names = {
            **practice.NAMES,
            **{of: said for of, said in own.items() if isinstance(of, s.Selection)},
        }
        self.states = {**practice.STATES, **{of: said for of, said in own.items() if of not in self.names}}
        self.kinds = practice.KINDS

    def phrase(self, selection: Any) -> Phrase:
        """What the selection is called: its name where it has one, and what it says otherwise."""
        if selection not in self.names:
            return self.unfolded(selection)
        one, many = self.names[selection][:2]
        self.glossary.use(selection, one)
        return Phrase(((one, many),))

    @singledispatchmethod
    def unfolded(self, selection: Any) -> Phrase:
        """The selection in other words than its name. Raises NotImplementedError for a node that is not known."""
        raise NotImplementedError(type(selection).__name__)

    @unfolded.register
    def _(self, sel: s.Where) -> Phrase:
        said = [*self._said(sel), *(self._test(name, test, sel.kinds) for name, test in sel.details)]
        heads = tuple(self.kinds[kind] for kind in sel.kinds) or (("an entry", "entries"),)
        if not said:
            return Phrase(heads)
        if len(heads) > 1:
            return Phrase(heads, (f"each with {'; '.join(said)}",))
        ((one, many),) = heads
        brackets = f" ({'; '.join(said)})"
        return Phrase(((one + brackets, many + brackets),))

    def _said(self, sel: s.Where) -> list[str]:
        agencies = [self.rulebook.agencies[code].label for code in sel.said_by]
        return [
            *([f"said by {listed(agencies)}"] if agencies else []),
            *([f"in the voice of {listed([VOICES[code] for code in sel.voice])}"] if sel.voice else []),
            *([listed([CLAIMS[code] for code in sel.claim])] if sel.claim else []),
        ]

    def _test(self, name: str, test: s.Test, kinds: tuple[str, ...]) -> str:
        detail = self._detail(name, kinds)
        label = self.label(name, kinds)
        if isinstance(test, s.Unknown):
            return f"{label}: not said"
        if isinstance(test, s.AtLeast):
            return f"{label}: {test.number:g} or more"
        values = listed([_told(detail, value) for value in test.values])
        return (
            f"{label}: {'any of ' if isinstance(test, s.Includes) and len(test.values) > 1 else ''}{values}"
        )

    def _detail(self, name: str, kinds: tuple[str, ...] = ()) -> Detail | None:
        wanted = [self.rulebook.entry_kinds[kind] for kind in kinds] or self.rulebook.entry_kinds.values()
        return next((kind.details[name] for kind in wanted if name in kind.details), None)

    def label(self, name: str, kinds: tuple[str, ...] = ()) -> str:
        """What a detail is called on forms, as it reads inside a sentence."""
        detail = self._detail(name, kinds)
        label = detail.label if detail else spaced(name)
        return label[:1].lower() + label[1:]

    @unfolded.register
    def _(self, sel: s.Either) -> Phrase:
        return either(self.phrase(part) for part in (*self._parts(sel.left), *self._parts(sel.right)))

    def _parts(self, sel: s.Selection) -> list[s.Selection]:
        """The parts of a chain of ``|``, in order; one that has a name stays whole."""
        if isinstance(sel, s.Either) and sel not in self.names:
            return [*self._parts(sel.left), *self._parts(sel.right)]
        return [sel]

    @unfolded.register
    def _(self, sel: s.Both) -> Phrase:
        left, right = sel.left, sel.right
        if isinstance(left, s.Complement) and not isinstance(right, s.Complement):
            left, right = right, left
        if isinstance(right, s.Complement):
            return self.phrase(left).and_(f"but not {self.phrase(right.of).inside().one}")
        return self.phrase(left).and_(f"which is also {self.phrase(right).inside().one}")

    @unfolded.register
    def _(self, sel: s.Complement) -> Phrase:
        of = self.phrase(sel.of).inside()
        return Phrase(((f"an entry other than {of.one}", f"entries other than {of.many}"),))

    @unfolded.register
    def _(self, sel: s.InTheLast) -> Phrase:
        return self.phrase(sel.of).and_(f"in the last {the_span(sel.window)}")

    @unfolded.register
    def _(self, sel: s.Since) -> Phrase:
        return self.phrase(sel.of).and_(self.since_words(sel.anchor))

    def since_words(self, anchor: s.Selection) -> str:
        last = self.last_of(self.phrase(anchor))
        return next(iter(self.names.get(anchor, ())[2:]), f"since {last}")

    def last_of(self, phrase: Phrase, which: str = "last") -> str:
        """``the last visit``; ``the last of these: a visit or a conference``."""
        if phrase.several_things:
            return f"the {which} of these: {phrase.inside().one}"
        return f"the {which} {phrase.inside().bare}"

    @unfolded.register
    def _(self, sel: s.Before) -> Phrase:
        return self.phrase(sel.of).and_(f"before {self.last_of(self.phrase(sel.anchor))}")

    @unfolded.register
    def _(self, sel: s.Edge) -> Phrase:
        edge = self.last_of(self.phrase(sel.of), sel.which)
        return Phrase(((edge, edge),))

    @unfolded.register
    def _(self, sel: s.Followed) -> Phrase:
        return self.phrase(sel.of).and_(self._followed(sel))

    def _followed(self, sel: s.Followed) -> str:
        other, (which, whose) = self.phrase(sel.other).inside(), self._link(sel.link)
        if sel.wanted:
            return f"followed {_within('within {}', sel)}by {other.one}{which}{whose}"
        if sel.within is None:
            return f"with no {other.bare}{which} after it{whose}"
        if _waits_for_what_it_narrows(sel):
            return f"once {span(sel.within)} have passed"
        return f"with no {other.bare}{which} in the {the_span(sel.within)} after it{whose}, once they have passed"

    @unfolded.register
    def _(self, sel: s.Preceded) -> Phrase:
        other, (which, whose) = self.phrase(sel.other).inside(), self._link(sel.link)
        if sel.wanted:
            return self.phrase(sel.of).and_(f"{_within('at most {}', sel)}after {other.one}{which}{whose}")
        before = f"in the {the_span(sel.within)} before it" if sel.within else "before it"
        return self.phrase(sel.of).and_(f"with no {other.bare}{which} {before}{whose}")

    def _link(self, link: s.Link) -> tuple[str, str]:
        """What the two must share: which ones count, and how the later refers to the earlier."""
        same = [f"the same “{self.label(name)}”" for name in link.same]
        agency = {"same": " by the same agency", "another": " by another agency", None: ""}[link.agency]
        which = agency + (f" with {listed(same, 'and')}" if same else "")
        return which, f" that {link.relation} it" if link.relation else ""

    @unfolded.register
    def _(self, sel: s.AtAge) -> Phrase:
        was = "may have been" if sel.possibly else "was certainly"
        return self.phrase(sel.of).and_(f"while the child {was} under {age(sel.months)} old")

    @unfolded.register
    def _(self, sel: s.Household) -> Phrase:
        return self.phrase(sel.of).and_("about another child of the household")


def _told(detail: Detail | None, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if detail is None:
        return str(value)
    return detail.told([value] if detail.type in ("several_of", "agencies") else value, Naming())


def _waits_for_what_it_narrows(sel: s.Followed) -> bool:
    """Whether it adds a wait, and no more, to what already asks that nothing follows."""
    of = sel.of
    if not isinstance(of, s.Followed) or of.wanted or of.within is not None:
        return False
    return (of.other, of.link) == (sel.other, sel.link)


def _within(words: str, sel: s.Followed | s.Preceded) -> str:
    return f"{words.format(span(sel.within))} " if sel.within else ""
