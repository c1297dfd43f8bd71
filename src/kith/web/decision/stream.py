"""Tells every open page of a discussion that something changed in it: server-sent events, held open without a thread each.

One connection of each process listens to PostgreSQL (``decisions.live``). A page shows who it is by a word that was signed
for it; what it is told is that something changed, and it then asks for the page again by the guarded door.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

import psycopg
import structlog
from django.db import connections

from kith.decisions.live import CHANNEL
from kith.web.decision.live import decision_of

PREFIX = "/live/decisions/"
STAYS_OPEN = 15.0
"""Seconds after which an idle stream says a word, so that nobody between takes it for dead."""
AGAIN_AFTER = 2.0
"""Seconds until PostgreSQL is tried again, where it was away."""
Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
logger = structlog.get_logger(__name__)


class Discussions:
    """Who has which discussion open in this process, and the one connection that listens for all of them."""

    def __init__(self) -> None:
        self._open: defaultdict[UUID, set[asyncio.Event]] = defaultdict(set)
        self._listening: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One open page, until it goes."""
        decision = decision_of(scope["path"].removeprefix(PREFIX))
        if decision is None or scope["method"] != "GET":
            await send(
                {"type": "http.response.start", "status": 404, "headers": [(b"cache-control", b"no-store")]}
            )
            await send({"type": "http.response.body", "body": b""})
            return
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._listen())
        changed = asyncio.Event()
        self._open[decision].add(changed)
        gone = asyncio.create_task(_until_gone(receive))
        try:
            await _begin(send)
            while not gone.done():
                await _say(send, await _what_came(changed, gone))
        finally:
            gone.cancel()
            self._open[decision].discard(changed)
            if not self._open[decision]:
                del self._open[decision]

    async def _listen(self) -> None:
        """Hears of changes for as long as the process lives. After a pause everybody asks again, since some may be lost."""
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    **_how_to_connect(), autocommit=True
                ) as held:
                    await held.execute(f"LISTEN {CHANNEL}")
                    self._tell(*list(self._open))
                    async for heard in held.notifies():
                        self._tell(UUID(heard.payload))
            except (psycopg.Error, OSError, ValueError) as error:
                logger.error("discussions_not_heard", error=type(error).__name__)
                await asyncio.sleep(AGAIN_AFTER)

    def _tell(self, *decisions: UUID) -> None:
        for decision in decisions:
            for changed in self._open.get(decision, ()):
                changed.set()


async def _begin(send: Send) -> None:
    headers = [
        (b"content-type", b"text/event-stream"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await _say(send, b": open\n\n")


async def _what_came(changed: asyncio.Event, gone: "asyncio.Task[None]") -> bytes:
    waits = asyncio.create_task(changed.wait())
    await asyncio.wait({waits, gone}, timeout=STAYS_OPEN, return_when=asyncio.FIRST_COMPLETED)
    waits.cancel()
    if changed.is_set():
        changed.clear()
        return b"event: changed\ndata: \n\n"
    return b": still here\n\n"


async def _say(send: Send, words: bytes) -> None:
    await send({"type": "http.response.body", "body": words, "more_body": True})


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _how_to_connect() -> dict[str, Any]:
    """As Django's own connection does, but for what is Django's alone."""
    found = connections["default"].get_connection_params()
    return {name: value for name, value in found.items() if name not in ("cursor_factory", "context")}
