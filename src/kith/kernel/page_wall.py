"""The second wall: while a page is answered, PostgreSQL shows words only of the children whom the page has opened.

The first wall is the check before a page. The second does not trust it: policies on the tables ask again, of the
involvements themselves (``access.page_wall``). A page that forgets to ask sees nothing.

Settings of the session, for the policies: ``kith.page`` is ``yes`` while a page is answered, ``kith.page_reader`` and
``kith.page_at`` say who reads and when, ``kith.page_children`` whom the page has opened. They are put back afterwards.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar
from uuid import UUID

from django.db import connection

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_IS_UP: ContextVar[bool] = ContextVar("the page wall is up", default=False)
_OPENED: ContextVar[frozenset[UUID]] = ContextVar("children whom this page has opened", default=frozenset())


@contextmanager
def behind_the_wall() -> Iterator[None]:
    """What is done inside answers a page: of nobody's words anything is shown until a child was opened."""
    up, opened = _IS_UP.set(True), _OPENED.set(frozenset())
    _say(page="yes", reader="", at="", children="")
    try:
        yield
    finally:
        _IS_UP.reset(up)
        _OPENED.reset(opened)
        _say(page="yes" if _IS_UP.get() else "", reader="", at="", children="")


def opened_for(*, reader: UUID, children: Iterable[UUID], at: datetime) -> None:
    """The page has opened these children for its reader. Whether the reader may see them, the database asks again."""
    if not _IS_UP.get():
        return
    _OPENED.set(_OPENED.get() | frozenset(children))
    _say(reader=str(reader), at=at.isoformat(), children=",".join(map(str, sorted(_OPENED.get()))))


@contextmanager
def for_the_partnership() -> Iterator[None]:
    """Inside, Kith acts and nobody reads: rules are asked, descriptions compared, entries appended. The wall is down."""
    if not _IS_UP.get():
        yield
        return
    up = _IS_UP.set(False)
    _say(page="")
    try:
        yield
    finally:
        _IS_UP.reset(up)
        if not connection.needs_rollback:  # a transaction that fails puts the setting back itself
            _say(page="yes")


def acts_for_the_partnership(journey: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """For a journey that a page begins: it needs to know what the page's reader may not read."""

    @wraps(journey)
    def done(*given: Asked.args, **named: Asked.kwargs) -> Answer:
        with for_the_partnership():
            return journey(*given, **named)

    return done


def _say(**settings: str) -> None:
    said = ", ".join("set_config(%s, %s, false)" for _ in settings)
    names = {"page": "kith.page"}
    given = [
        part for name, value in settings.items() for part in (names.get(name, f"kith.page_{name}"), value)
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {said}", given)
