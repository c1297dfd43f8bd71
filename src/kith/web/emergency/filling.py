"""Fills the pages of an emergency: who opened whom, why, what they looked at, and what was found."""

from datetime import datetime, timedelta
from uuid import UUID

from kith.access import policies
from kith.access import queries as access
from kith.access.types import EmergencyShare, NotInvolved, Opening
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.dates import at_time, clock_time, lately
from kith.web.emergency.page import FOUND, SORTS, OpeningLine, OpeningPage, OpeningsPage, OpenPage
from kith.web.parts.form import Form
from kith.web.together.due import due_words

LOOKED_BACK = timedelta(days=30)
TOO_MANY = 0.03
"""Above this share it is the access model that is at fault, and not the people [P] (0.01 is what is hoped for)."""


def open_page(*, refused: NotInvolved, by: Actor, at: datetime, form: Form | None = None) -> OpenPage:
    """The page on which a reason is written. ``refused`` says why they may not open the child without one."""
    responsible = access.responsible_for(child=refused.child, at=at)
    leads = responsible.worker or responsible.held_by
    normal = refused.what == "not_involved" and leads is not None
    who = f"{leads.name}, who leads the work," if normal and leads else "Whoever leads the work"
    return OpenPage(
        action=f"/children/{refused.child}/open/",
        form=form or Form(),
        ring=refused.reason,
        desk=agencies.duty_desk(area=by.area),
        told=f"{who} and the guardian of information are told at once.",
    )


def opening_page(opening: Opening, *, by: Actor, at: datetime, form: Form | None = None) -> OpeningPage:
    """One opening. The child is named to those who may see them, and to nobody else."""
    who = agencies.practitioners(ids=[opening.opened_by])[opening.opened_by]
    child = people.person(id=opening.child) if policies.sees(child=opening.child, by=by, at=at) else None
    whose = f"{child.name}’s record" if child else "the record of a child whom you do not work with"
    until = clock_time(opening.until)
    return OpeningPage(
        lead=f"{_who(who)} opened {whose} {lately(opening.opened_at, now=at).words}, until {until}.",
        sort=_words(SORTS, opening.category),
        because=f"“{opening.because}”",
        looked=tuple((at_time(moment), purpose) for moment, purpose in access.looks_in(opening=opening)),
        ring=f"Ring {who.name}, {who.phone}." if who.phone else f"Ring {who.agency_name}.",
        told=_told(opening.id, at),
        reviewed=_reviewed(opening),
        due="" if opening.reviewed_at else due_words(opening.review_due_at - timedelta(seconds=1), at=at)[0],
        action=f"/openings/{opening.id}/",
        form=form or Form(),
        may_review=may_review(by, opening, at) and opening.reviewed_at is None,
        child_href=f"/children/{child.id}/" if child else "",
    )


def may_review(by: Actor, opening: Opening, at: datetime) -> bool:
    """Whether somebody answers as guardian where it was opened, and did not open it themselves."""
    if opening.opened_by == by.id or opening.area != by.area:
        return False
    return agencies.answers_as(role=policies.GUARDIAN, by=by, at=at)


def openings_page(*, by: Actor, at: datetime) -> OpeningsPage:
    """What waits for review, what was reviewed lately, and the share of all openings."""
    since = at - LOOKED_BACK
    waiting = access.openings_to_review(area=by.area)
    reviewed = [
        one for one in access.openings_since(area=by.area, since=since) if one.reviewed_at is not None
    ]
    who = agencies.practitioners(ids={one.opened_by for one in (*waiting, *reviewed)})
    share = access.emergency_share(area=by.area, since=since, until=at)
    return OpeningsPage(
        share=f"{share.openings:,} of {share.opened:,} openings in the last 30 days, {share.share:.1%}.",
        share_means=_means(share),
        waiting=tuple(_line(one, who[one.opened_by], at) for one in waiting),
        reviewed=tuple(_line(one, who[one.opened_by], at) for one in reviewed),
    )


def _means(share: EmergencyShare) -> str:
    if share.share <= TOO_MANY:
        return ""
    return (
        "More than three in a hundred: that is a fault of who has sight, not of the people who open. Look at who "
        "should be involved from the start."
    )


def _line(one: Opening, who: Practitioner, at: datetime) -> OpeningLine:
    due = due_words(one.review_due_at - timedelta(seconds=1), at=at)[0]
    return OpeningLine(
        when=at_time(one.opened_at),
        who=_who(who),
        sort=_words(SORTS, one.category),
        state=_words(FOUND, one.found) if one.found else f"Not yet. {due}",
        href=f"/openings/{one.id}/",
    )


def _who(who: Practitioner) -> str:
    title = f", {who.title}" if who.title else ""
    return f"{who.name}{title} ({who.agency_name})"


def _told(opening: UUID, at: datetime) -> tuple[str, ...]:
    told = access.told_of(opening=opening)
    who = agencies.practitioners(ids=told)
    return tuple(
        f"{who[one].name}: "
        + (f"read it {lately(read_at, now=at).words}" if read_at else "has not read it yet")
        for one, read_at in told.items()
    )


def _reviewed(opening: Opening) -> str:
    if opening.reviewed_by is None:
        return ""
    by = agencies.practitioners(ids=[opening.reviewed_by])[opening.reviewed_by].name
    return f"{_words(FOUND, opening.found)}. {by}: “{opening.found_because}”"


def _words(choices: tuple, value: str) -> str:  # type: ignore[type-arg]
    return next(one.words for one in choices if one.value == value)
