"""Fills the child page: everything on it, as one reader may see it, now or as it was known at a moment."""

from datetime import datetime
from typing import Any

from kith.access import queries as access
from kith.access.types import Basis
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child import guard
from kith.web.child.body_map import body_map_of
from kith.web.child.expected import is_lost
from kith.web.child.eyes import answer, eyes_on, finding
from kith.web.child.freshness import freshness_of
from kith.web.child.given_back import goes_back_in
from kith.web.child.header import for_the_night, header_of, responsible_now
from kith.web.child.involved import involved_in
from kith.web.child.last_seen import last_seen
from kith.web.child.limits import running_limits
from kith.web.child.other_children import other_children_of
from kith.web.child.own_words import own_words
from kith.web.child.page import ChildPage, Past
from kith.web.child.questions import more_words, open_prompts, questions, silence
from kith.web.child.reading import Reading, read
from kith.web.child.right_now import right_now
from kith.web.child.story import story_part_of, told_story
from kith.web.child.telling import chronology_href
from kith.web.child.well_worrying import three_of
from kith.web.child.when_known import in_words
from kith.web.dates import clock_time, weekday_day
from kith.web.ways_to_disagree import on_child


def child_page(
    *,
    child: Person,
    by: Actor,
    at: datetime,
    basis: Basis,
    as_at: datetime | None = None,
    problem: str = "",
    print_sheet: str = "",
) -> ChildPage:
    """The whole page. ``as_at`` is an earlier moment, or None for now. ``basis`` is that on which ``by`` reads."""
    reading = read(child=child, by=by, at=at, basis=basis, as_at=as_at)
    return ChildPage(
        **_about_people(reading),
        **_asked(reading),
        **_from_entries(reading),
        as_at=_moment(reading),
        past=_past(reading),
        is_lost=is_lost(reading),
        for_the_night=() if reading.is_past else for_the_night(child.id),
        disagree=() if reading.is_past else on_child(child.id, at=at),
        goes_back="" if reading.is_past else goes_back_in(reading),
        problem=problem,
        print_sheet=print_sheet,
    )


def guards_today(reading: Reading) -> tuple[guard.InForce, ...]:
    """Who must not be told today, whatever moment is read: a danger does not wait for its page."""
    if reading.is_now_and_whole:
        return guard.in_force(reading)
    today = read(child=reading.child, by=reading.by, at=reading.at, basis=reading.basis, kinds=guard.GUARDING)
    return guard.in_force(today)


def _about_people(reading: Reading) -> dict[str, Any]:
    guards = guards_today(reading)
    others = access.other_children(child=reading.child.id, by=reading.by, at=reading.at)
    adults = access.adults_around(child=reading.child.id, by=reading.by, at=reading.at)
    return {
        "who": header_of(reading, guards=guards, others=others, responsible=responsible_now(reading)),
        "now": right_now(reading, guards=guards, others=others, adults=adults),
        "involved": involved_in(reading, adults),
        "other_children": other_children_of(reading, others),
    }


def _asked(reading: Reading) -> dict[str, Any]:
    prompts = open_prompts(reading)
    return {
        "asks": questions(reading, prompts),
        "asks_more": more_words(prompts),
        "asks_silence": silence(reading),
        "clocks": running_limits(reading),
    }


def _from_entries(reading: Reading) -> dict[str, Any]:
    story, fresh = told_story(reading), freshness_of(reading)
    eyes = eyes_on(reading, fresh)
    return {
        "fresh": fresh,
        "seen": last_seen(reading),
        "voice": own_words(reading),
        "eyes": eyes,
        "eyes_finding": finding(reading, eyes),
        "eyes_answer": answer(reading),
        "three": three_of(reading, story),
        "story": story_part_of(reading, story),
        "body": body_map_of(reading.counting, reading, caption=f"Every mark that is told of {reading.name}"),
    }


def _moment(reading: Reading) -> str:
    return f"{weekday_day(reading.today)}, {clock_time(reading.as_at)}"


def _past(reading: Reading) -> Past | None:
    if not reading.is_past:
        return None
    return Past(
        words=f"as known at {in_words(reading.as_at)}",
        today_href=f"/children/{reading.child.id}/",
        chronology_href=chronology_href(reading),
    )
