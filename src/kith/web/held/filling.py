"""Fills the pages about what was held, for whoever reads them."""

from datetime import datetime
from uuid import UUID

from kith.access import policies as access
from kith.access.types import NotInvolved
from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.outgoing import policies, queries
from kith.outgoing.types import KINDS, WHAT, HeldView, Said
from kith.people import queries as people
from kith.people.types import Person
from kith.web.dates import lately
from kith.web.held.page import HeldPage, Knew, StillKnowPage, Stopped, WaitingPage, Waits
from kith.web.parts.form import Form

CHANGED = {
    "confidential_address_held": "an address became confidential",
    "confidential_address_ended": "they left a confidential address",
    "address_moved_to_vault": "an address became confidential",
    "address_given": "an address was given",
    "address_ended": "they left an address",
    "address_withdrawn": "an address was taken back",
    "residency_started": "somebody moved in",
    "residency_ended": "somebody moved out",
    "residency_withdrawn": "it was taken back that somebody lived there",
    "tier_set": "it was changed how closely a record is held",
}


def held_page(held: HeldView, *, role: str, by: Actor, at: datetime, form: Form | None = None) -> HeldPage:
    """The page of one held document; ``role`` is as what this reader sees it."""
    release = _release(held, role, by)
    is_guardian = role == policies.GUARDIAN
    read_words = _read_words(held, is_guardian, by)
    return HeldPage(
        what=WHAT[held.what],
        recipient=f"{held.recipient_name}, {held.recipient_relation}",
        compiled=f"{held.compiled_by_name} compiled it, {lately(held.compiled_at, now=at).words}.",
        stopped=tuple(Stopped(what=KINDS[one.kind], where=one.place, form=one.form) for one in held.findings),
        ask=_ask(held, at),
        frozen=frozen_in_words(held.frozen_by) if held.waits or not held.handed_over_at else "",
        said=tuple(_said(held, at)),
        release=release,
        release_href=f"/held/{held.id}/release" if release else "",
        may_keep_back=is_guardian and held.waits,
        keep_back_href=f"/held/{held.id}/keep-back",
        read_href=f"/held/{held.id}/document" if read_words else "",
        read_words=read_words,
        children=tuple(_children(held, by, at)),
        form=form or Form(),
    )


def _release(held: HeldView, role: str, by: Actor) -> str:
    if not held.waits or held.frozen_by:
        return ""
    if held.first is None:
        return "Release it, first of two"
    may = held.first.by != by.id and policies.GUARDIAN in (role, held.first.role)
    return "Release it, second of two" if may else ""


def _read_words(held: HeldView, is_guardian: bool, by: Actor) -> str:
    """Whoever compiled it is not shown it before two released it: they may be the one who must not learn."""
    if is_guardian and held.waits:
        return "Read the document before you decide"
    if held.second and held.compiled_by == by.id and not held.frozen_by:
        return "Open the released document"
    return ""


def _ask(held: HeldView, at: datetime) -> str:
    owner = agencies.practitioner(id=held.owner)
    desk = agencies.duty_desk(area=held.area)
    if not held.waits:
        return f"It was decided. If something is not right, ring the duty desk: {desk}."
    who = f"{owner.name}, {owner.title}, {owner.phone}" if owner else "the guardian of information"
    return f"Ask {who}. An answer is due {lately(held.due_at, now=at).words}. Out of hours ring the duty desk: {desk}."


def frozen_in_words(changes: tuple[str, ...]) -> str:
    """Why a document that was compiled before can no longer go; empty where nothing changed."""
    if not changes:
        return ""
    told = list(dict.fromkeys(CHANGED[one] for one in changes))
    return f"Since it was compiled {', and '.join(told)}. Compile it again for where they are now."


def _said(held: HeldView, at: datetime) -> list[str]:
    told = (
        (held.first, "released it, first of two"),
        (held.second, "released it, second of two"),
        (held.kept_back, "kept it back"),
    )
    return [_one(said, did, at) for said, did in told if said]


def _one(said: Said, did: str, at: datetime) -> str:
    as_what = ", guardian of information," if said.role == policies.GUARDIAN else ""
    return f"{said.name}{as_what} {did}, {lately(said.at, now=at).words}: “{said.reason}”"


def _children(held: HeldView, by: Actor, at: datetime) -> list[tuple[str, str]]:
    """A guardian who does not see the child is not told by name here whose document it is."""
    found = []
    for child, person in people.persons(ids=held.about).items():
        try:
            access.check_can_see(child=child, by=by, at=at)
        except NotInvolved:
            continue
        found.append((person.name, f"/children/{child}/"))
    return found


def waiting_page(*, area: str, at: datetime) -> WaitingPage:
    """Everything that waits in the area."""
    return WaitingPage(waits=tuple(_waits(one, at) for one in queries.waiting(area=area)))


def _waits(held: HeldView, at: datetime) -> Waits:
    state = (
        f"Released by {held.first.name}; a second person is needed"
        if held.first
        else "Nobody has released it"
    )
    return Waits(
        what=WHAT[held.what],
        recipient=f"{held.recipient_name}, {held.recipient_relation}",
        due=lately(held.due_at, now=at),
        is_late=held.due_at < at,
        state="Frozen: a home has changed since" if held.frozen_by else state,
        href=f"/held/{held.id}/",
    )


def still_know_page(*, child: Person, at: datetime) -> StillKnowPage:
    """What is frozen, and who was written to about this child."""
    frozen = [queries.held(id=one) for one in queries.not_sent_about(people_of=[child.id])]
    return StillKnowPage(
        name=child.name,
        href=f"/children/{child.id}/",
        frozen=tuple(_waits(one, at) for one in frozen if one and one.frozen_by),
        knew=tuple(
            Knew(
                what=WHAT[one.what],
                recipient=f"{one.recipient_name}, {one.recipient_relation}",
                when=lately(one.sent_at, now=at),
            )
            for one in queries.sent_lately(people_of=[child.id], at=at)
        ),
    )


def view_of(outgoing: UUID) -> HeldView | None:
    """One held document, or none."""
    return queries.held(id=outgoing)
