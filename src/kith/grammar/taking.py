"""Taking details: strictly where people and programs can mend them, leniently where they are history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from kith.grammar.details import Detail, NotThat, Prose
from kith.grammar.words import as_words
from kith.kernel.errors import BadInput

UNREAD = "unread_text"
"""Where words go that no detail of the kind can hold."""


class Kind(Protocol):
    """What taking needs to know of an entry kind."""

    @property
    def name(self) -> str: ...

    @property
    def details(self) -> Mapping[str, Detail]: ...

    def detail(self, name: str) -> Detail | None: ...


def validate(kind: Kind, details: Mapping[str, Any]) -> dict[str, Any]:
    """The details as they are kept, in the order of the form; unknown ones are left out.

    Raises `BadInput` that names the field (``details.site``) and lists what may be given.
    """
    if not isinstance(details, Mapping):
        raise BadInput("details", "Give an object of names and values.")
    kept = {
        str(name): value
        for name, given in details.items()
        if (value := _taken(kind, name, given)) is not None
    }
    return _in_order(kind, kept)


def load_leniently(kind: Kind, details: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """What can be read of details from elsewhere, and a warning for each that could not.

    A value that does not fit is unknown and its words are kept under ``<name>_text``; a name that the kind does not
    have is kept, with its words, under ``unread_text``. What comes out always passes `validate`.
    """
    kept: dict[str, Any] = {}
    warnings: list[str] = []
    for name, given in (details or {}).items():
        detail = kind.detail(name)
        if detail is None:
            _keep_words(kept, UNREAD, f"{as_words(name)}: {as_words(given)}")
            warnings.append(f"{kind.name}.{name}: there is no such detail; kept under {UNREAD}")
        elif not detail.is_unknown(given) and given != "":
            _load(kind, detail, name, given, kept, warnings)
    return _in_order(kind, kept), warnings


def _load(
    kind: Kind, detail: Detail, name: str, given: Any, kept: dict[str, Any], warnings: list[str]
) -> None:
    reading = detail.read(given)
    if reading.warning:
        warnings.append(f"{kind.name}.{name}: {reading.warning}")
    if reading.words.strip():
        _keep_words(kept, f"{name}_text", reading.words)
    if isinstance(detail, Prose) and reading.value is not None:
        _keep_words(kept, name, reading.value)
    elif reading.value is not None:
        kept[name] = reading.value


def _keep_words(kept: dict[str, Any], name: str, words: str) -> None:
    kept[name] = f"{kept[name]}; {words}" if name in kept else words


def _taken(kind: Kind, name: Any, given: Any) -> Any:
    detail = kind.detail(name) if isinstance(name, str) else None
    if detail is None:
        may = ", ".join(kind.details)
        raise BadInput(
            f"details.{name}", f"An entry of kind {kind.name} has no such detail. It may have: {may}."
        )
    if detail.is_unknown(given):
        return None
    try:
        return detail.take(given)
    except NotThat as problem:
        raise BadInput(f"details.{name}", str(problem)) from problem


def _in_order(kind: Kind, kept: Mapping[str, Any]) -> dict[str, Any]:
    order = list(kind.details)
    place = {name: order.index(name) if name in order else len(order) for name in kept}
    return dict(sorted(kept.items(), key=lambda item: (place[item[0]], item[0])))
