"""Fills the page that says what was answered and what that did, and offers the way back."""

from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.identity import queries as identity
from kith.identity.types import AnsweredReview
from kith.people import queries as people
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.form import Form
from kith.web.parts.names import People, name_of
from kith.web.same_child.page import AnsweredPage, WayOn

HEADINGS = {
    "same": "Answered: one child",
    "not_the_same": "Answered: two children",
    "cannot_tell": "Answered: nobody can tell yet",
}
SAID = {"same": "One child", "not_the_same": "Two children", "cannot_tell": "Cannot tell"}
UNDO = {
    "same": (
        "They are two children: undo it",
        "Each description goes back to where it was, and the two are kept apart from then on.",
    ),
    "not_the_same": ("Take it back", "They may be matched again. Nothing is joined by this."),
}


def answered_page(
    found: AnsweredReview, *, at: datetime, form: Form | None = None, not_kept: str = ""
) -> AnsweredPage:
    """What was done; the undo only while the answer stands and moved something."""
    who = agencies.practitioners(ids={one for one in (found.decided_by, found.undone_by) if one})
    can_undo = (found.merged or found.kept_apart) and not found.undone_at
    undo, hint = UNDO.get(found.decision, ("", "")) if can_undo else ("", "")
    return AnsweredPage(
        heading=HEADINGS[found.decision],
        answered=f"{name_of(found.decided_by, who)}, {lately(found.decided_at, now=at).words}: “{found.because}”",
        asked=" ".join(
            f"{agency(one.said_by).label}: {one.name}."
            for one in (found.description, found.other_description)
        ),
        did=_did(found, at),
        undone=_undone(found, who, at),
        undo=undo,
        undo_hint=hint,
        undo_href=f"/same-child/{found.id}/undo",
        ways_on=_ways_on(found),
        form=form or Form(),
        not_kept=not_kept,
    )


def _did(found: AnsweredReview, at: datetime) -> tuple[str, ...]:
    if found.decision == "cannot_tell":
        return ("Nothing was moved. Both stay as they are, each as its own child.",)
    if found.merged:
        return _joined(found.merged)
    if found.kept_apart:
        return ("They are kept apart: nothing that is said of the one is linked to the other.",)
    return ("They were one already, so nothing was moved.",)


def _joined(step: UUID) -> tuple[str, ...]:
    moved = identity.moved_by(step=step)
    taken = identity.step(id=step)
    name = people.persons(ids=[taken.person])[taken.person].name if taken else "the other"
    what = "1 description" if len(moved) == 1 else f"{len(moved)} descriptions"
    return (
        f"They became one child, who goes on as {name}: {what} moved there.",
        f"Whoever works with either sees {name} now, for as long as they would have. Their homes are both kept.",
        "Kith asked its questions of the whole.",
    )


def _undone(found: AnsweredReview, who: People, at: datetime) -> str:
    if found.undone_at is None:
        return ""
    when = lately(found.undone_at, now=at).words
    return f"{name_of(found.undone_by, who)}, {when}: “{found.undone_because}”"


def _ways_on(found: AnsweredReview) -> tuple[WayOn, ...]:
    """The page of who each of the two is, once where they are one."""
    names = {found.person: found.description.name, found.other_person: found.other_description.name}
    who = tuple(
        WayOn(words=f"Who {name} is, and how we know", href=f"/children/{person}/who/")
        for person, name in names.items()
    )
    return (*who, WayOn(words="All open questions of who is who", href="/same-child/"))
