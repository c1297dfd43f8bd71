"""Entry kinds: one kind of thing that an agency can say happened, with everything that is derived from it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, get_args

from kith.grammar.choices import AgencyChoice, AgencyChoices, Choice, Choices
from kith.grammar.details import (
    EVERYTHING,
    Day,
    Detail,
    Everyone,
    GivesAway,
    Key,
    Moment,
    Prose,
    Quantity,
    Truth,
    Who,
)
from kith.grammar.selections import Unknown, unknown
from kith.grammar.sentences import SAID_BY, Known, Part, by, choices_by, either, sentence, slots, texts
from kith.grammar.taking import UNREAD, load_leniently, validate
from kith.grammar.words import SHARED, Naming, initial, spaced

__all__ = [
    "EntryKind",
    "agencies",
    "agency",
    "by",
    "day",
    "either",
    "entry_kind",
    "having",
    "key",
    "load_leniently",
    "moment",
    "number",
    "one_of",
    "people",
    "person",
    "prose",
    "several_of",
    "truth",
    "unknown",
    "validate",
]

VisibleTo = Literal["involved", "decision_or_visit"]
KeptUntil = Literal["25th_birthday", "75th_birthday"]
Having = Mapping[str, Any]

truth, number, prose = Truth, Quantity, Prose
person, people, key = Who, Everyone, Key
day, moment = Day, Moment


def one_of(*codes: str, **form: Any) -> Choice:
    """One of these codes. ``form`` is any field of `Choice`: ask, words, also, in_order, unchecked ..."""
    return Choice(codes=codes, **form)


def several_of(*codes: str, **form: Any) -> Choices:
    return Choices(codes=codes, **form)


def agency(*codes: str, **form: Any) -> AgencyChoice:
    return AgencyChoice(codes=codes, **form)


def agencies(*codes: str, **form: Any) -> AgencyChoices:
    return AgencyChoices(codes=codes, **form)


def having(**details: Any) -> Having:
    """Entries whose details are all known and these; ``unknown`` asks that one is not known."""
    return MappingProxyType(details)


COMMON: Mapping[str, Detail] = MappingProxyType(
    {
        "by_role": Prose(ask="In what role did they act?", label="Role", gives_away=()),
        "reason": Prose(ask="What reason was given?", label="Reason"),
        "count": Quantity(
            ask="How many does this entry stand for?",
            label="How many",
            hint="Leave empty for one.",
            low=1,
            high=10_000,
            whole=True,
        ),
        "stated_risk": Choice(
            ask="Did a professional state the risk of harm?",
            label="Stated risk",
            codes=("possible", "likely", "imminent"),
            in_order=True,
        ),
        UNREAD: Prose(ask="Is there anything that fits nowhere else?", label="Words that fitted nowhere"),
    }
)
"""What an entry of any kind may carry beside its own details."""

_ENDING: tuple[Part, ...] = (
    "({count} of these in one entry)",
    by(
        "stated_risk",
        {
            "possible": "; stated risk of harm: possible",
            "likely": "; stated risk of harm: likely",
            "imminent": "; stated risk of harm: imminent",
        },
    ),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class EntryKind:
    """A kind as declared. Forms, the API's schema, the timeline, access, retention and redaction derive from it.

    ``kept_until`` counts from the child's birth, and ``kept_if_looked_after`` instead where the child was looked after.
    ``redaction`` names what is taken out of a copy for the family.
    """

    name: str
    label: str
    meaning: str
    sentence: Part
    details: Mapping[str, Detail]
    is_a_worry: bool = False
    is_kiths_own: bool = False
    """Kith's own workings, which patterns do not count unless they say so."""
    visible_to: VisibleTo = "involved"
    location_bearing: bool = False
    kept_until: KeptUntil = "25th_birthday"
    kept_if_looked_after: KeptUntil = "75th_birthday"
    redaction: tuple[GivesAway, ...] = ("third_party",)
    routine_when: tuple[Having, ...] = ()

    def __post_init__(self) -> None:
        _check_declared(self)

    def __repr__(self) -> str:
        return f"<EntryKind {self.name}>"

    def detail(self, name: str) -> Detail | None:
        """The detail of that name; ``<name>_text`` holds the words beside a typed one. None where there is none."""
        beside = self.details.get(name.removesuffix("_text"))
        if name in self.details or beside is None or isinstance(beside, Prose):
            return self.details.get(name)
        return Prose(label=f"{beside.label}, in words", ask=beside.ask)

    def validate(self, details: Mapping[str, Any]) -> dict[str, Any]:
        return validate(self, details)

    def load_leniently(self, details: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
        return load_leniently(self, details)

    def tell(
        self,
        details: Mapping[str, Any],
        *,
        said_by_label: str = "",
        people: Mapping[str, str] | None = None,
        translate: Any = str,
    ) -> str:
        """One calm plain sentence. ``details`` are as `validate` gives them; ``people`` maps keys to names."""
        values = {name: value for name, value in details.items() if name != "count" or value > 1}
        words = self._told(values, Naming(people or {}, translate))
        unread = {
            name: text for name in self.details if name not in values and (text := words.get(f"{name}_text"))
        }
        words |= {name: f"“{text}”" for name, text in unread.items()}
        if said_by_label:
            words[SAID_BY] = said_by_label
        whole = (self.sentence, *self._beside_the_sentence(unread), *_ENDING)
        return sentence(whole, Known(values, words, translate))

    def facts(
        self, details: Mapping[str, Any], *, people: Mapping[str, str] | None = None, translate: Any = str
    ) -> list[tuple[str, str]]:
        """Pairs of label and value for all that is known, in the order of the form."""
        naming = Naming(people or {}, translate)
        known = [
            (name, found) for name in details if (found := self.detail(name)) and not isinstance(found, Key)
        ]
        return [(translate(found.label), found.shown(details[name], naming)) for name, found in known]

    def withhold(self, details: Mapping[str, Any], *what: GivesAway) -> dict[str, Any]:
        """The details without those that give any of ``what`` away. `tell` reads as if they had not been given."""
        return {
            name: value
            for name, value in details.items()
            if (found := self.detail(name)) and not set(what) & set(self._gives_away(name, found))
        }

    def for_family(self, details: Mapping[str, Any]) -> dict[str, Any]:
        """The details that a copy for the family may hold; a person still reads it before it goes."""
        return self.withhold(details, *self.redaction)

    def is_routine(self, details: Mapping[str, Any]) -> bool:
        """Whether the entry may fold into a counted line. Never where a risk was stated."""
        return "stated_risk" not in details and any(_matches(details, having) for having in self.routine_when)

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the details: exactly what `validate` accepts."""
        beside = [name for name, detail in self.details.items() if not isinstance(detail, Prose)]
        properties = {
            name: {**detail.schema(), "title": detail.label, "description": detail.ask}
            for name, detail in self.details.items()
        }
        properties |= {
            f"{name}_text": Prose().schema() for name in beside if f"{name}_text" not in self.details
        }
        return {
            "type": "object",
            "title": self.label,
            "properties": properties,
            "additionalProperties": False,
        }

    def texts(self) -> tuple[str, ...]:
        """Every text of the kind, for translators: label, meaning, templates, questions and words."""
        inside = (text for detail in self.details.values() for text in detail.texts())
        return tuple(
            dict.fromkeys((self.label, self.meaning, *texts((self.sentence, _ENDING)), *inside, *SHARED))
        )

    def _told(self, values: Mapping[str, Any], naming: Naming) -> dict[str, str]:
        """Each value as it reads inside a sentence."""
        return {
            name: told.told(value, naming) for name, value in values.items() if (told := self.detail(name))
        }

    def _beside_the_sentence(self, unread: Mapping[str, str]) -> tuple[Part, ...]:
        """Clauses for words that no code could hold, where the sentence has no slot that shows them."""
        told = {slot for text in texts(self.sentence) for slot in slots(text)}
        return tuple(f"; in words: {{{name}}}" for name in unread if name not in told)

    def _gives_away(self, name: str, detail: Detail) -> tuple[GivesAway, ...]:
        return detail.gives_away if name in self.details else EVERYTHING


def entry_kind(*, sentence: Part, details: Mapping[str, Detail] | None = None, **declared: Any) -> EntryKind:
    """Declare a kind: its name is its file's and its meaning the file's docstring, unless given."""
    file = sys._getframe(1).f_globals
    declared.setdefault("name", file["__name__"].rpartition(".")[2])
    declared.setdefault("meaning", (file.get("__doc__") or "").strip())
    own = {**(details or {})}
    everything = {**own, **{name: detail for name, detail in COMMON.items() if name not in own}}
    labelled = {name: _labelled(name, detail) for name, detail in everything.items()}
    return EntryKind(sentence=sentence, details=MappingProxyType(labelled), **declared)


def _labelled(name: str, detail: Detail) -> Detail:
    return detail if detail.label else replace(detail, label=initial(spaced(name)))


def _matches(details: Mapping[str, Any], having: Having) -> bool:
    return all(
        name not in details if isinstance(wanted, Unknown) else name in details and details[name] == wanted
        for name, wanted in having.items()
    )


def _check_declared(kind: EntryKind) -> None:
    """A sentence, a routine or a redaction that names what is not there is a mistake of the declaration."""
    named = {slot for text in texts(kind.sentence) for slot in slots(text)} - {SAID_BY}
    named |= {choice.detail for choice in choices_by(kind.sentence)}
    named |= {name for having in kind.routine_when for name in having}
    if strays := named - set(kind.details):
        raise ValueError(f"{kind.name}: no such detail: {', '.join(sorted(strays))}")
    for choice in choices_by(kind.sentence):
        possible = _possible(kind.details[choice.detail])
        if possible and (strays := {value for value, _ in choice.ways} - set(possible)):
            raise ValueError(f"{kind.name}.{choice.detail}: no such value: {strays}")
    for given, allowed in ((kind.visible_to, VisibleTo), (kind.kept_until, KeptUntil)):
        if given not in get_args(allowed):
            raise ValueError(f"{kind.name}: {given} is not one of {get_args(allowed)}")
    if not set(kind.redaction) <= set(EVERYTHING):
        raise ValueError(f"{kind.name}: redaction of what no detail gives away: {kind.redaction}")


def _possible(detail: Detail) -> tuple[Any, ...]:
    """Every value that a detail can have; none where they are without end."""
    if isinstance(detail, Choice):
        return detail.codes
    return (True, False) if isinstance(detail, Truth) else ()
