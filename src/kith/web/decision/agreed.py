"""Agreed actions as they wait: for whoever is to do them, and for whoever decided where nobody does."""

from collections.abc import Iterator
from datetime import datetime

from kith.decisions import queries as decisions
from kith.decisions.types import ActionView
from kith.kernel.types import Actor
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def agreed_actions(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """For the first page after signing in. What an action says is on the page of its discussion, where sight is asked."""
    for one in decisions.open_actions_of(owner=by.id):
        yield one.due_at, _need(one, at, *_to_do(one))
    for one in decisions.actions_returned_to(owner=by.id, at=at):
        if one.owner != by.id:
            yield one.due_at, _need(one, at, *_came_back(one))


def _to_do(one: ActionView) -> tuple[str, str, str]:
    if one.answer:
        return "You said that you would do something", "It was agreed in a discussion.", "Say what came of it"
    return "You are asked to do something", "Nobody has heard yet whether you can.", "Answer"


def _came_back(one: ActionView) -> tuple[str, str, str]:
    why = "They said no." if one.answer == "declined" else "Nobody has told us that it was done."
    return "An action of your discussion came back to you", why, "Say what becomes of it"


def _need(one: ActionView, at: datetime, what: str, why: str, act: str) -> Need:
    when, tag, kind = need_when(one.due_at, at=at)
    return Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=what,
        why=why,
        act=act,
        href=f"/decisions/{one.decision}/#ac-h",
    )
