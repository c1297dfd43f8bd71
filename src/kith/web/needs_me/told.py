"""Fills the page that tells an owner that a match on which their question rested was undone."""

from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.patterns import queries as patterns
from kith.web.dates import lately
from kith.web.needs_me.page import ToldPage
from kith.web.needs_me.waiting import asks_of, names_seen

NOTHING = "Nothing waits for you here: you have read it, or it was told to somebody else."


def told_page(*, prompt: UUID, by: Actor, at: datetime) -> ToldPage:
    """What was told to this reader and not said to be known yet. Raises Refused where there is nothing."""
    told = [one for one in patterns.matches_undone_for(owner=by.id) if one.prompt == prompt]
    held = patterns.prompt(id=prompt)
    if not told or held is None:
        raise Refused(NOTHING)
    said = f": “{held.because}”" if held.because else "."
    return ToldPage(
        said=tuple(f"{lately(one.said_at, now=at).words}: {one.because}" for one in told),
        question=asks_of(held, names_seen([held], by, at)),
        answered=f"Answered{said}" if held.answer else "",
        question_href=f"/prompts/{prompt}/",
        ring=f"ring the desk, {agencies.duty_desk(area=by.area)}.",
        action=f"/told/{prompt}/",
    )
