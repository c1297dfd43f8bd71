"""The application with what is held open: discussions hear that something changed; everything else is ``config.wsgi``'s.

Pages are answered one at a time in one thread of the process, which keeps its connection to the database.
"""

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from a2wsgi import WSGIMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")

from kith.config.wsgi import application as pages
from kith.web.decision.stream import PREFIX, Discussions

_pages: Any = WSGIMiddleware(pages, workers=1)
_discussions = Discussions()


async def application(
    scope: Mapping[str, Any],
    receive: Callable[[], Awaitable[Mapping[str, Any]]],
    send: Callable[[Mapping[str, Any]], Awaitable[None]],
) -> None:
    """What is held open, or a page."""
    if scope["type"] == "http" and scope["path"].startswith(PREFIX):
        await _discussions(scope, receive, send)
    elif scope["type"] == "http":
        await _pages(scope, _as_coroutine(receive), _as_coroutine(send))


def _as_coroutine(given: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """What another thread waits for must be a coroutine; a server may give something else that can be awaited."""

    async def awaited(*words: Any) -> Any:
        return await given(*words)

    return awaited
