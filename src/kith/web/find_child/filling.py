"""Fills the page that says who may be meant: known or not, to whom, whom to ring; nothing of what anybody said."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings

from kith import rulebook
from kith.access import policies
from kith.access import queries as access
from kith.access.bases import BASES
from kith.access.types import OwnChild, Responsible
from kith.agencies import queries as agencies
from kith.agencies.types import Agency
from kith.grammar.closed_lists import AgencyCode
from kith.grammar.words import named
from kith.identity import queries as identity
from kith.identity.types import Found as FoundByIdentity
from kith.identity.types import Hit, KnownTo
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.reference.working_days import add_working_days
from kith.web.child.freshness import SILENT_AFTER_WORKING_DAYS
from kith.web.dates import clock_time, lately
from kith.web.find_child.page import FindChildPage, Found, LookedIn, Restricted
from kith.web.parts.agency import agency
from kith.web.parts.form import Form
from kith.web.parts.fresh import RECEIVED, SILENT, Freshness, loudest_first
from kith.web.together.due import day_of

CLOSELY = "A child who may be the one is known, and held closely."
CONCERN = "/concern/"


def before_asking(*, by: Actor, at: datetime, form: Form | None = None) -> FindChildPage:
    """The empty question, beside the reader's own children."""
    own = access.children_of(by=by, at=at)
    gone = identity.merged_away(people=[one.child for one in own], as_at=at)
    held = access.responsible_for_each(children=[one.child for one in own], at=at)
    desk = agencies.duty_desk(area=by.area)
    mine = tuple(_mine(one, held[one.child], by, desk) for one in own if one.child not in gone)
    return FindChildPage(form=form or Form(), mine=mine, desk=desk)


def _mine(one: OwnChild, held: Responsible, by: Actor, desk: str) -> Found:
    bases = named(BASES[basis].words for basis in one.bases)
    return Found(
        name=one.name,
        known_as=one.name,
        age=one.age,
        href=f"/children/{one.child}/",
        why=(f"You: {bases}.",),
        held_by="" if held.worker and held.worker.id == by.id else _held_by(held, desk),
    )


def answer_of(found: FoundByIdentity, *, by: Actor, at: datetime, form: Form) -> FindChildPage:
    """Who may be meant, as this reader may be told. A sealed child is nowhere in it, and changes nothing in it."""
    hits = [hit for hit in found.hits if hit.kind != "adult"]
    ids = [hit.person for hit in hits]
    seen = set(policies.sight(by=by, at=at).filter(child__in=ids).values_list("child", flat=True))
    held = access.responsible_for_each(children=ids, at=at)
    persons = people.persons(ids=ids)
    desk = agencies.duty_desk(area=by.area)
    closed = [hit for hit in hits if hit.tier == "restricted" and hit.person not in seen]
    shown = [hit for hit in hits if hit not in closed]
    namesakes = {name for name, count in Counter(_name(hit) for hit in shown).items() if count > 1}
    return FindChildPage(
        form=form,
        found=tuple(
            _found(
                hit,
                persons[hit.person],
                held[hit.person],
                desk,
                at,
                seen=hit.person in seen,
                in_full=hit.person in seen or _name(hit) in namesakes,
            )
            for hit in shown
        ),
        nearly=found.nearly,
        more=found.more,
        restricted=(Restricted(words=CLOSELY, ring=desk),) if closed else (),
        looked_in=_looked_in(found, by, desk, at, is_empty=not hits),
        desk=desk,
    )


def _name(hit: Hit) -> str:
    return hit.name.casefold()


def _found(
    hit: Hit, person: Person, held: Responsible, desk: str, at: datetime, *, seen: bool, in_full: bool
) -> Found:
    """One child; ``in_full`` gives the birthday too, where the age alone does not tell two apart."""
    return Found(
        name=hit.name,
        known_as=hit.known_as or hit.name,
        age=_age(hit, person, at, in_full=in_full),
        href=f"/children/{hit.person}/" if seen else "",
        why=hit.because,
        known_to=_known_to(hit.known_to, at),
        held_by=_held_by(held, desk),
        not_involved=not seen,
        concern_href=f"{CONCERN}?child={hit.person}" if seen else CONCERN,
    )


def _age(hit: Hit, person: Person, at: datetime, *, in_full: bool) -> str:
    age = people.age_words(born=person.birth, as_at=at)
    if age == "age not known":
        return hit.born
    return f"{age}, {hit.born}" if in_full and hit.kind != "unborn" else age


def _known_to(held: Sequence[KnownTo], at: datetime) -> str:
    """Which agencies know somebody, and when each last told: ``Known to: police (last told today 09:10), school (...).``"""
    short = {code: one.short for code, one in _agencies().items()}
    last: dict[str, datetime] = {}
    for one in held:
        last[one.agency] = max(one.last_at, last.get(one.agency, one.last_at))
    told = (f"{short[code]} (last told {lately(when, now=at).words})" for code, when in last.items())
    return f"Known to: {', '.join(told)}." if last else ""


def _agencies() -> Mapping[str, AgencyCode]:
    return rulebook.load(settings.KITH_RULEBOOK).agencies


def _held_by(held: Responsible, desk: str) -> str:
    """Whom to ring, by name: the worker, else whoever holds the child, else the desk."""
    if held.worker:
        return f"Allocated: ring {held.worker.name}, {held.worker.phone or desk}."
    if held.held_by:
        return f"Nobody is allocated. Held by {held.held_by.name}, {held.held_by.phone or desk}."
    return f"Nobody is allocated. Ring the desk: {desk}."


# ── where the search looked ───────────────────────────────────────────────────────────────────────────────────────


def _looked_in(found: FoundByIdentity, by: Actor, desk: str, at: datetime, *, is_empty: bool) -> LookedIn:
    """Which agencies' data was searched, how fresh each is, and whose was not: never that a child is not known."""
    ours = [one for one in found.looked_in if one.area == by.area]
    here = {one.code: one for one in agencies.agencies_in(area=by.area)}
    area = agencies.area_name(area=by.area)
    places = (
        f"{area}: {named(_short(one.agency) for one in ours)}"
        if ours
        else f"{area}, where no agency has told anything yet"
    )
    verb = "Nothing found in" if is_empty else "Looked in"
    read = ", ".join(found.understood)
    return LookedIn(
        words=f"{verb} {places}, as of {clock_time(at)} today.",
        fresh=loudest_first(tuple(_fresh(one, here.get(one.agency), desk, at) for one in ours)),
        not_looked=_not_looked(here, {one.agency for one in ours}),
        understood=f"Read as: {read}." if read else "",
    )


def _short(code: str) -> str:
    return _agencies()[code].short


def _fresh(one: KnownTo, held: Agency | None, desk: str, at: datetime) -> Freshness:
    quiet = add_working_days(day_of(one.last_at), SILENT_AFTER_WORKING_DAYS) <= day_of(at)
    return Freshness(
        agency=agency(one.agency),
        state=SILENT if quiet else RECEIVED,
        when=lately(one.last_at, now=at),
        ring=(held.phone if held else "") or desk,
    )


def _not_looked(here: Iterable[str], searched: set[str]) -> str:
    """Agencies of the area from which nobody's description has ever come; and everywhere else."""
    listed = _agencies()
    silent = sorted(listed[code].short for code in here if code in listed and code not in searched)
    never = f"{', '.join(silent)} (nothing has ever come from them), " if silent else ""
    return f"Not looked in: {never}other areas."
