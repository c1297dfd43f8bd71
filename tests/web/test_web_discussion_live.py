"""An open page hears that something changed in a discussion, and nothing of what; whoever was not given the word hears nothing."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.core import signing

from kith.decisions.live import changed
from kith.web.decision.live import SALT, decision_of, live_href
from kith.web.decision.stream import PREFIX, Discussions

LONGEST = 5.0


class Tab:
    """One open page, as a server hands it over."""

    def __init__(self, discussions, path, method="GET"):
        self.heard, self._gone = asyncio.Queue(), asyncio.Event()
        scope = {"type": "http", "path": path, "method": method}
        self._served = asyncio.create_task(discussions(scope, self._receive, self._send))

    async def _receive(self):
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message):
        self.heard.put_nowait(message)

    async def next(self):
        return await asyncio.wait_for(self.heard.get(), LONGEST)

    async def opened(self):
        assert (await self.next())["status"] == 200
        assert (await self.next())["body"] == b": open\n\n"

    async def first_change(self):
        """What is said once PostgreSQL is listened to: whoever came before may have missed something."""
        while (said := (await self.next())["body"]) != b"event: changed\ndata: \n\n":
            assert said == b": still here\n\n"

    async def close(self):
        self._gone.set()
        await asyncio.wait_for(self._served, LONGEST)


def walked(story):
    """The story in an event loop of its own; what it leaves behind is ended."""

    async def told():
        discussions = Discussions()
        try:
            await story(discussions)
        finally:
            if discussions._listening:
                discussions._listening.cancel()

    with ThreadPoolExecutor(1) as apart:  # a browser's own loop may run in this thread
        apart.submit(asyncio.run, told()).result()


@pytest.mark.django_db(transaction=True)
def test_every_tab_of_a_discussion_hears_of_a_change_once_it_is_committed():
    decision, other = uuid4(), uuid4()

    async def story(discussions):
        tabs = [Tab(discussions, live_href(decision=decision, reader=uuid4())) for _ in range(8)]
        elsewhere = Tab(discussions, live_href(decision=other, reader=uuid4()))
        for tab in (*tabs, elsewhere):
            await tab.opened()
            await tab.first_change()
        await asyncio.to_thread(_change, decision)
        for tab in tabs:
            await tab.first_change()
        assert elsewhere.heard.empty()
        for tab in (*tabs, elsewhere):
            await tab.close()

    walked(story)


def _change(decision):
    from django.db import connection

    changed(decision)
    connection.close()


def test_a_word_that_was_not_signed_here_opens_nothing():
    async def story(discussions):
        for path in (f"{PREFIX}{uuid4()}", PREFIX, f"{PREFIX}{signing.dumps(['x', 'y'], salt='another')}"):
            tab = Tab(discussions, path)
            assert (await tab.next())["status"] == 404

    walked(story)


def test_nothing_is_sent_to_it():
    async def story(discussions):
        tab = Tab(discussions, live_href(decision=uuid4(), reader=uuid4()), method="POST")
        assert (await tab.next())["status"] == 404

    walked(story)


def test_the_word_is_of_one_discussion_and_does_not_last():
    decision = uuid4()
    href = live_href(decision=decision, reader=uuid4()).removeprefix(PREFIX)
    assert decision_of(href) == decision
    assert decision_of(href[:-1]) is None
    assert decision_of(signing.dumps("not a decision", salt=SALT)) is None
