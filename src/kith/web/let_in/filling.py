"""Fills a sign-in keeper's pages."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from kith.agencies import lettings_in, policies
from kith.agencies import queries as agencies
from kith.agencies.types import Colleague, LetIn
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.web.dates import at_time
from kith.web.let_in.page import PROOFS, LetInLine, LetInPage
from kith.web.parts.form import Choice, Form
from kith.web.sign_in.agencies_that_prove import proves

SHOWN_FOR = timedelta(days=90)
FEW = 12
"""So many colleagues are simply listed; among more one is looked for."""
MOST_FOUND = 20


def let_in_page(*, by: Actor, at: datetime, form: Form | None = None) -> LetInPage:
    """The page for a keeper or a guardian, with whom was looked for."""
    typed = form or Form()
    if not typed.answer("key"):
        typed = Form(answers={**typed.answers, "key": str(new_id())}, problems=typed.problems)
    keeper, guards = policies.is_keeper(by=by, at=at), policies.guards(by=by, at=at)
    kept = lettings_in.colleagues_to_let_in(by=by, at=at) if keeper else ()
    found, words = _found(kept, typed.answer("text")) if keeper else ((), "")
    provider = proves(area=by.area, agency=by.agency)
    mine = {one.id for one in kept}
    return LetInPage(
        form=typed,
        keeper=keeper,
        searches=len(kept) > FEW,
        found=found,
        found_words=words,
        agency=provider.name if provider else "",
        lines=tuple(
            _line(one, may_take_back=one.practitioner in mine, at=at)
            for one in lettings_in.lettings_in_for(by=by, since=at - SHOWN_FOR, at=at)
        ),
        since=f"{SHOWN_FOR.days} days",
        whose=f"Everybody’s in {agencies.area_name(area=by.area)}" if guards else "Those whom you keep",
    )


def _found(kept: Sequence[Colleague], text: str) -> tuple[tuple[Choice, ...], str]:
    """Those whom a keeper may mean. Their own people alone: of anybody else it says as little as of nobody."""
    wanted = text.casefold() if len(kept) > FEW else ""
    if not wanted and len(kept) > FEW:
        return (), ""
    meant = [one for one in kept if wanted in f"{one.name} {one.email} {one.title}".casefold()]
    if not kept:
        return (), "Nobody but you has a sign-in that is open here, so there is nobody for you to let in."
    if not meant:
        return (
            (),
            "Nobody of those whom you keep is called so. A sign-in that was closed is not found either.",
        )
    if len(meant) > MOST_FOUND:
        return (), f"{len(meant)} people are called so. Type more of the name."
    return tuple(Choice(value=str(one.id), words=one.name, hint=_hint(one)) for one in meant), ""


def _hint(one: Colleague) -> str:
    return f"{one.title}, {one.email}" if one.title else one.email


def _line(one: LetIn, *, may_take_back: bool, at: datetime) -> LetInLine:
    return LetInLine(
        id=str(one.id),
        when=at_time(one.made_at).words,
        whom=f"{one.whom}, {one.agency_name}",
        by=one.made_by_name,
        proof=proof_words(one.proof),
        words=one.words,
        state=_state(one, at),
        waits=may_take_back and not one.how and at < one.to_at,
    )


def _state(one: LetIn, at: datetime) -> str:
    if one.how == "used" and one.ended_at:
        return f"Used {at_time(one.ended_at).words}, on {one.device}"
    if one.how == "taken_back" and one.ended_at:
        return f"Taken back {at_time(one.ended_at).words}"
    if one.how == "replaced":
        return "Not used: a later code took its place"
    return f"Waits until {at_time(one.to_at).words}" if at < one.to_at else "Not used: it ran out"


def proof_words(proof: str) -> str:
    """A proof as the list says it."""
    listed = {
        "in_person": "Seen in person",
        "by_video": "Seen on video with photo card",
        "rung_back": "Known, and rung back",
    }
    assert set(listed) == {one.value for one in PROOFS}
    return listed[proof]
