"""Fills the first page after signing in: what waits for this person, and what came in since they last looked."""

from collections.abc import Sequence
from datetime import datetime

from kith.access import queries as access
from kith.access.types import OwnChild
from kith.agencies import queries as agencies
from kith.identity import queries as identity
from kith.journeys.who_says_who import SAYS_WHO, answers_for
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.web.dates import lately
from kith.web.jinja import number_word
from kith.web.needs_me.news import gone_quiet, news_of
from kith.web.needs_me.page import NeedsMePage
from kith.web.needs_me.sitting import seen_until
from kith.web.needs_me.waiting import AHEAD, Due, all_that_waits
from kith.web.parts.clock import DUE, OVERDUE
from kith.web.parts.needs import ChildNews, NeedGroup
from kith.web.same_child.waiting import counts_of, totals_of

NO_TIME = "No time is set"
TITLES = ("Dr", "DC", "DS", "DI", "PC", "Sgt", "Prof")


def page_of(*, by: Actor, at: datetime) -> NeedsMePage:
    """The page. A fixed number of statements, however much waits and however many children are theirs."""
    until = seen_until(by=by, at=at)
    own = _own(by, at)
    waiting = all_that_waits(by=by, own=own, at=at)
    news = news_of(own, until=until, by=by, at=at)
    heard = {block.href for block in news}
    quiet = [one for one in own if f"/children/{one.child}/" not in heard]
    return NeedsMePage(
        lead=f"{greeting(by.name, at)} {_count(waiting)}".strip(),
        groups=_groups(waiting, at),
        done=f"Nothing needs you now. You are told here, and rung for what cannot wait. The desk is on "
        f"{agencies.duty_desk(area=by.area)}.",
        since=lately(until, now=at).words if until else "since you opened each child",
        news=news,
        quiet=_quiet(own, quiet, news),
        quiet_because=gone_quiet([one.child for one in quiet], by=by, at=at),
        who_is_who=_who_is_who(by, at),
    )


def _own(by: Actor, at: datetime) -> tuple[OwnChild, ...]:
    """Their children; a record that was joined to another is the child who goes on for it."""
    own = access.children_of(by=by, at=at)
    gone = identity.merged_away(people=[one.child for one in own], as_at=at)
    return tuple(one for one in own if one.child not in gone)


def _who_is_who(by: Actor, at: datetime) -> str:
    """To whoever says who is who, how many questions of it are open and have waited."""
    roles = answers_for(by=by, at=at)
    return totals_of(counts_of(roles=roles, area=by.area, at=at)) if SAYS_WHO in roles else ""


def greeting(name: str, at: datetime) -> str:
    """``Good morning, Dana.``; ``Good evening, Dr Quist.``"""
    hour = at.astimezone(LONDON).hour
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    first, *rest = name.split()
    called = f"{first} {rest[-1]}" if first in TITLES and rest else first
    return f"Good {part}, {called}."


def _count(waiting: Sequence[Due]) -> str:
    if not waiting:
        return ""
    today = sum(one.need.tag_kind in (DUE, OVERDUE) for one in waiting)
    things = f"{number_word(len(waiting))} thing{'' if len(waiting) == 1 else 's'}"
    due = f", {number_word(today).lower()} of them today or overdue" if today and len(waiting) > 1 else ""
    return f"{things}{due}. When {'it is' if len(waiting) == 1 else 'they are'} done, this page will say so."


def _groups(waiting: Sequence[Due], at: datetime) -> tuple[NeedGroup, ...]:
    """By the clock; groups with nothing in them are left out."""
    titles = ("Today, by the clock", "Overdue", "This week", "Later", NO_TIME)
    by_title: dict[str, list[Due]] = {title: [] for title in titles}
    for one in waiting:
        by_title[_title(one, at)].append(one)
    return tuple(
        NeedGroup(title=title, needs=tuple(one.need for one in found))
        for title, found in by_title.items()
        if found
    )


def _title(one: Due, at: datetime) -> str:
    if one.due_at is None:
        return NO_TIME
    kind = {DUE: "Today, by the clock", OVERDUE: "Overdue"}.get(one.need.tag_kind)
    return kind or ("This week" if one.due_at <= at + AHEAD else "Later")


def _quiet(own: Sequence[OwnChild], quiet: Sequence[OwnChild], news: Sequence[ChildNews]) -> str:
    if not own:
        return "You work with no child in Kith now, so no news is shown here. A concern that you record lets you follow it."
    if not quiet:
        return "Something was received about each of your children. That may not be all that happened."
    other = "other " if news else ""
    children = f"your {other}child" if len(quiet) == 1 else f"your {other}{len(quiet)} children"
    return f"Nothing received about {children}. That is not the same as nothing happening."
