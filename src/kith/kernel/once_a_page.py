"""What one page asks several times is answered once: who works where, who is on duty, what an area is called.

Nothing is kept from one page to the next, and nothing at all while something is written.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_ANSWERED: ContextVar[dict[Any, Any] | None] = ContextVar("what this page has asked already", default=None)


@contextmanager
def one_page() -> Iterator[None]:
    """What is asked inside is asked by one page that only reads."""
    inside = _ANSWERED.set({})
    try:
        yield
    finally:
        _ANSWERED.reset(inside)


def once_a_page(question: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """For a question whose words can be keys and whose answer nobody alters. Never for what the page's reader may see:
    that is asked each time."""

    @wraps(question)
    def asked(*given: Asked.args, **named: Asked.kwargs) -> Answer:
        answered = _ANSWERED.get()
        if answered is None:
            return question(*given, **named)
        key = (question, given, tuple(sorted(named.items())))
        if key not in answered:
            answered[key] = question(*given, **named)
        return answered[key]  # type: ignore[no-any-return]

    return asked
