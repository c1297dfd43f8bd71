"""Every column of every table in which somebody's words may stand: found from the models, so that a new one is tried too."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models, transaction
from django.db.utils import Error

from kith.grammar.details import Prose
from kith.patterns.queries import rulebook

OURS = ("kith.",)
CODES = frozenset(
    """area code kind said_by said_by_area agency agency_area role first_role second_role owner_role actor_role what basis topic chain came_by
    media_type password digest tier sex outcome scanner relation voice claim precision sensitivity how step strength answer position
    calendar_version pattern version model_version policy_version band status decision why rule form session about key
    street_key recipient_kind refused_because because how_soon leaning came_from came_from_area to_agency to_agency_area action closing_reason feed category found came_of_it told_as choice task uprn stage backed_by""".split()
)  # fmt: skip
"""Names of columns that hold one of our own codes, a key or a digest: no door writes words there."""
IN_SMALL_LETTERS = "agencies.SignIn.email"
LONGEST_CODE = 128
BY_ROW = frozenset(
    {
        "people.Person.display_name",
        "people.Person.known_as",
        "chronology.EntryContent.sender_key",
        "identity.Description.sender_key",
        "agencies.SignIn.email",
        "web.AgencyIdentity.known_as",
    }
)
"""Columns in which no two rows may say the same, or are not to: of two children of one name the gate holds every print."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """One column of words."""

    name: str
    """``chronology.EntryContent.text``"""
    table: str
    column: str
    number: int
    most: int
    """Characters that it holds; 0 for no limit."""
    is_list: bool
    is_json: bool

    def marked(self, said: str) -> str:
        """What is put into it: the words between two marks that name the column; in a short one the first mark alone."""
        first, last = f"Zq{self.number:03}a", f"Zq{self.number:03}z"
        if not self.most or len(said) + 12 <= self.most:
            return f"{first}{said}{last}"
        return (first + said)[: self.most]

    def held(self, said: str) -> str:
        """What of the words it holds."""
        return said if not self.most or len(said) + 12 <= self.most else self.marked(said)[6:]


def columns_of_words(of: Any = apps) -> list[Words]:
    """All of them, in the order of the models; the number of each is its mark."""
    found = []
    for model in of.get_models():
        if model.__module__.startswith(OURS):
            found += [(model, field) for field in model._meta.local_fields if _holds_words(field)]
    return [_words(number, model, field) for number, (model, field) in enumerate(found)]


def _holds_words(field: Any) -> bool:
    inner = field.base_field if isinstance(field, ArrayField) else field
    if isinstance(inner, models.CharField):
        return field.name not in CODES or (inner.max_length or 0) > LONGEST_CODE
    return isinstance(inner, models.TextField | models.JSONField)


def _words(number: int, model: Any, field: Any) -> Words:
    inner = field.base_field if isinstance(field, ArrayField) else field
    return Words(
        name=f"{model._meta.app_label}.{model.__name__}.{field.name}",
        table=model._meta.db_table,
        column=field.column,
        number=number,
        most=inner.max_length or 0,
        is_list=isinstance(field, ArrayField),
        is_json=isinstance(inner, models.JSONField),
    )


def fill(column: Words, said: str) -> str:
    """These words in every row of the column, straight in the table, as whoever administers it may.

    Where a rule of the table ties the words to a state, they stand in the rows that are in that state. Answers why the
    table refused them, or nothing.
    """
    why = ""
    for only in ("", NOT_EMPTY):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                if column.is_json:
                    _every_json(cursor, column, said)
                else:
                    _every_row(cursor, column, said, only)
            return ""
        except Error as refused:
            why = type(refused).__name__
    return why


NOT_EMPTY = "t.{column} <> ''"


def _every_row(cursor: Any, column: Words, said: str, only: str) -> None:
    where, value = f'"{column.column}"', column.marked(said)
    also = f" AND {only.format(column=where)}" if only else ""
    numbered = f'(SELECT ctid, row_number() OVER ()::text AS number FROM "{column.table}")'  # noqa: S608
    new = f"left(%s, {(column.most or 100_006) - 6}) || n.number" if column.name in BY_ROW else "%s"
    new = f"lower({new})" if column.name == IN_SMALL_LETTERS else new
    cursor.execute(
        f'UPDATE "{column.table}" t SET {where} = {new} FROM {numbered} n WHERE n.ctid = t.ctid{also}',  # noqa: S608
        [[value] if column.is_list else value],
    )


def _every_json(cursor: Any, column: Words, said: str) -> None:
    leaves = LEAVES[column.name]
    kind = f"to_jsonb({column.table})->>'kind'"
    cursor.execute(f'SELECT ctid::text, {kind}, "{column.column}"::text FROM "{column.table}"')  # noqa: S608
    for row, kind, held in cursor.fetchall():
        new = leaves(json.loads(held), column.marked(said), kind)
        cursor.execute(
            f'UPDATE "{column.table}" SET "{column.column}" = %s WHERE ctid = %s::tid',  # noqa: S608
            [json.dumps(new), row],
        )


def _prose(held: Any, said: str, kind: str) -> Any:
    """Of an entry's details those that are words; the rest are codes and numbers of closed lists."""
    asked = rulebook().entry_kinds[kind].details
    return {name: said if isinstance(asked.get(name), Prose) else value for name, value in held.items()}


def _every_text(held: Any, said: str, kind: str | None) -> Any:
    if isinstance(held, dict):
        return {name: _every_text(value, said, kind) for name, value in held.items()}
    if isinstance(held, list):
        return [_every_text(value, said, kind) for value in held]
    return said if isinstance(held, str) else held


def _sentences(held: Any, said: str, kind: str | None) -> Any:
    """Evidence: (what was compared, its weight, the sentence)."""
    return [[what, weight, said] for what, weight, _ in held]


def _cited(held: Any, said: str, kind: str | None) -> Any:
    return {name: {**limit, "cited": said} for name, limit in held.items()}


def _as_it_was(held: Any, said: str, kind: str | None) -> Any:
    return held


LEAVES: dict[str, Callable[..., Any]] = {
    "chronology.EntryContent.details": _prose,
    "web.Draft.answers": _every_text,
    "identity.LinkStep.evidence": _sentences,
    "identity.Review.evidence": _sentences,
    "agencies.Area.local_limits": _cited,
    "agencies.Area.local_thresholds": _as_it_was,
    "agencies.Area.challenge_stages": _cited,
    "agencies.Area.feeds": _as_it_was,
    "agencies.Area.front_door": _as_it_was,
    "agencies.Area.threshold_document": _every_text,
    "kernel.DeadLetter.problems": _every_text,
    "kernel.OutboxItem.payload": _as_it_was,
    "access.DeskCall.sealed": _as_it_was,
    "people.PeopleChange.details": _as_it_was,
    "identity.Description.payload": _as_it_was,
    "identity.NamesCounted.shares": _as_it_was,
    "patterns.Prompt.agencies": _as_it_was,
    "patterns.Prompt.stages": _as_it_was,
}
"""What of a column of JSON is words. Ids, codes and numbers stay; a column that is not here fails until somebody says."""
