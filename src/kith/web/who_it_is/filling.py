"""Fills the page of who a child is and how we know."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.grammar.words import named
from kith.identity import queries as identity
from kith.identity.types import Described, KeptApart, Linked, Step
from kith.people import queries as people
from kith.web.dates import at_time, lately
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity
from kith.web.parts.names import name_of
from kith.web.same_child.filling import tellings_of
from kith.web.same_child.page import WayOn
from kith.web.same_child.side_by_side import NOT_SAID, born
from kith.web.together.header import identity_of_all
from kith.web.together.seen import read_each
from kith.web.who_it_is.door import AtWho
from kith.web.who_it_is.names import may_open, names_for
from kith.web.who_it_is.page import Happened, HowLinked, WhoPage
from kith.web.who_it_is.trail import trail_of

APART, DESCRIPTION, MERGE = "apart", "description", "merge"
NOT_YOURS = "If something here is not about {name}, say so to the front door, which can undo it: ring {desk}."
SILENCE = "No agency describes {name} now. That is not the same as nothing being known: see the trail."


def page_of(here: AtWho, *, form: Form | None = None) -> WhoPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    child, at = here.child, here.at
    links = identity.links_of(person=child.id, as_at=at)
    held = {one.id: one for one in identity.descriptions_of(person=child.id, as_at=at)}
    steps = identity.steps_of(person=child.id)
    apart = identity.kept_apart_from(person=child.id)
    names = names_for(here, {*_people_in(steps, child.id), *(other for one in apart for other in one.others)})
    who = agencies.practitioners(ids=_who_acted(steps, links))
    desk = agencies.duty_desk(area=here.by.area)
    seen = here.opened is not None
    return WhoPage(
        who=_header(here),
        heading=f"Who {child.name} is, and how we know",
        goes_on=_goes_on(here, names),
        linked=tuple(_linked(one, held[one.description], who, here) for one in links),
        silence="" if links else SILENCE.format(name=child.name),
        tellings=tellings_of(child.id, at=at) if seen else (),
        ring=""
        if seen
        else f"You do not work with {child.name}, so this is not shown. Ring the desk: {desk}.",
        doubts=_doubts(here),
        apart=tuple(_apart(one, names) for one in apart),
        trail=trail_of(steps, here=here, names=names, who=who),
        wrong=_wrong(here, links, held, steps, apart, names),
        not_yours="" if here.says_who else NOT_YOURS.format(name=child.name, desk=desk),
        undo_href=f"/children/{child.id}/who/undo",
        form=form or Form(),
    )


def _header(here: AtWho) -> Identity:
    """As on every page about a child; for somebody who does not work with the child, who they are and nothing else."""
    if here.opened:
        return identity_of_all(read_each([here.opened], by=here.by, at=here.at), current="who")
    held = access.responsible_for(child=here.child.id, at=here.at)
    age = people.age_words(born=here.child.birth, as_at=here.at)
    return Identity(
        name=here.child.display_name,
        age=age,
        nobody="" if held.worker else "Nobody is allocated",
        held_by=f"{held.worker.name}, {held.worker.phone}" if held.worker else "",
    )


def _people_in(steps: Iterable[Step], child: UUID) -> set[UUID]:
    return {child, *(one for step in steps for one in (step.person, step.other) if one)}


def _who_acted(steps: Iterable[Step], links: Iterable[Linked]) -> set[UUID]:
    acted = {*(step.taken_by for step in steps), *(link.decided_by for link in links)}
    return {one for one in acted if one}


def _goes_on(here: AtWho, names: Mapping[UUID, str]) -> WayOn | None:
    into = identity.stands_for(person=here.child.id, as_at=here.at)
    if into == here.child.id:
        return None
    known = {**names, **names_for(here, [into])}
    href = f"/children/{into}/who/" if into in may_open(here, [into]) else ""
    return WayOn(words=known[into], href=href)


# ── what is theirs, and why ───────────────────────────────────────────────────────────────────────────────────────


def _linked(link: Linked, said: Described, who: Mapping[UUID, Practitioner], here: AtWho) -> HowLinked:
    weighed = sorted(link.evidence, key=lambda piece: -abs(piece.bits))
    birth = born(said)
    known = f"born {birth}" if birth != NOT_SAID and not said.expected_on else f"birth {birth}"
    return HowLinked(
        agency=agency(said.said_by),
        name=said.name,
        said=f"{known}, received {lately(said.received_at, now=here.at).words}",
        why=tuple(piece.words for piece in weighed if piece.comparison != "prior"),
        by=_by(link, who, here),
    )


def _by(link: Linked, who: Mapping[UUID, Practitioner], here: AtWho) -> str:
    when = lately(link.from_at, now=here.at).words
    if link.decided_by is None:
        return f"By Kith, {when}: {link.because}"
    return f"{name_of(link.decided_by, who)} said so, {when}: “{link.because}”"


def _doubts(here: AtWho) -> tuple[WayOn, ...]:
    """Questions that are open about this child; nobody who is held closely is named in one."""
    asked = identity.open_reviews_of(person=here.child.id)
    sides = {side for one in asked for side in (one.person, one.other_person)}
    open_to = may_open(here, sides) if here.says_who else frozenset()
    names = names_for(here, sides)
    return tuple(
        WayOn(
            words=f"Is {here.child.name} the same child as {names[other]}?"
            if (other := one.other_person if one.person == here.child.id else one.person) != here.child.id
            else f"Is all that is said of {here.child.name} about one child?",
            href=f"/same-child/{one.id}/" if {one.person, one.other_person} <= open_to else "",
        )
        for one in asked
    )


# ── what can be undone ────────────────────────────────────────────────────────────────────────────────────────────


def _wrong(
    here: AtWho,
    links: Iterable[Linked],
    held: Mapping[UUID, Described],
    steps: Iterable[Step],
    apart: Iterable[KeptApart],
    names: Mapping[UUID, str],
) -> tuple[Choice, ...]:
    """Joinings that stand, single descriptions where there are several, then who is kept apart; nothing for whoever may not."""
    if not here.says_who:
        return ()
    return (
        *_joinings(here, tuple(steps), names),
        *_single(here, links, held),
        *_together(here, apart, names),
    )


def _joinings(here: AtWho, steps: tuple[Step, ...], names: Mapping[UUID, str]) -> Iterator[Choice]:
    """Those to this child that stand, and whose other side the reader may know of."""
    undone = {step.undoes for step in steps}
    open_to = may_open(here, {step.other for step in steps if step.other})
    for step in steps:
        stands = step.kind == "merge" and step.person == here.child.id and step.id not in undone
        if stands and step.other in open_to:
            yield Choice(
                value=f"{MERGE}:{step.id}",
                words=f"{names[step.other]} is another child: undo the joining",
                hint=f"Joined {lately(step.taken_at, now=here.at).words}. All that the joining moved goes back.",
            )


def _together(here: AtWho, apart: Iterable[KeptApart], names: Mapping[UUID, str]) -> Iterator[Choice]:
    """Those who may be joined again, where the reader may know of all of them."""
    held = tuple(apart)
    open_to = may_open(here, {other for one in held for other in one.others})
    for one in held:
        if set(one.others) <= open_to:
            yield Choice(
                value=f"{APART}:{one.id}",
                words=f"{named(names[other] for other in one.others)} may be the same child after all",
                hint=f"{one.said_by_name} said that they are not, {lately(one.said_at, now=here.at).words}."
                " They may be matched again; nothing is joined by this.",
            )


def _apart(one: KeptApart, names: Mapping[UUID, str]) -> Happened:
    who = named(names[other] for other in one.others)
    return Happened(
        when=at_time(one.said_at), words=f"Not the same as {who}, says {one.said_by_name}: “{one.because}”"
    )


def _single(here: AtWho, links: Iterable[Linked], held: Mapping[UUID, Described]) -> tuple[Choice, ...]:
    several = [held[link.description] for link in links]
    if len(several) < 2:
        return ()
    return tuple(
        Choice(
            value=f"{DESCRIPTION}:{one.id}",
            words=f"What {agency(one.said_by).label} says of {one.name} is about somebody else",
            hint=f"Received {lately(one.received_at, now=here.at).words}. It is kept apart from now on.",
        )
        for one in several
    )
