"""Everyone who is involved, each with a number and the last that they wrote."""

from collections.abc import Mapping, Sequence

from kith.access.types import Involved, Kin
from kith.chronology.types import EntryView
from kith.grammar.words import initial, spaced
from kith.web.child.reading import Reading
from kith.web.child.telling import FAMILY_VOICES, agency_words, kind_label, moment_of
from kith.web.parts.agency import FAMILY, agency
from kith.web.parts.people import PersonInvolved

WORKING_WITH = (
    "allocated",
    "manages_the_work",
    "invited_to_decision",
    "chairs_or_reviews",
    "health_caseload",
    "school_of_the_child",
    "nursery_of_the_child",
    "treating_encounter",
    "gives_legal_advice",
    "team_duty",
)
"""Those who work with the child stand before those who told of something once."""


def involved_in(reading: Reading, adults: Sequence[Kin]) -> tuple[PersonInvolved, ...]:
    """Practitioners, teams and agencies; then relatives and neighbours who told somebody; then the adults around the child."""
    working = sorted(reading.involved, key=_order)
    workers = [_worker(one, reading) for one in working]
    tellers = _tellers(reading)
    around = [_adult(kin) for kin in adults if not _has_told(kin, tellers)]
    return (*workers, *(_teller(key, rows, reading) for key, rows in tellers.items()), *around)


def _order(one: Involved) -> tuple[int, str]:
    places = [WORKING_WITH.index(basis) for basis in one.bases if basis in WORKING_WITH]
    return min(places, default=len(WORKING_WITH)), one.name


def _worker(one: Involved, reading: Reading) -> PersonInvolved:
    title = one.title or initial(spaced(one.bases[0]))
    role = f"{title}, {one.agency_name}" if one.name != one.agency_name else title
    return PersonInvolved(
        name=one.name,
        role=role,
        agency=agency(one.agency),
        phone=one.phone or one.out_of_hours_phone,
        last_contact=_last_written(one, reading),
    )


def _last_written(one: Involved, reading: Reading) -> str:
    """The last entry that they wrote; for a team or an agency the last that the agency said."""
    if one.whom.practitioner:
        rows = [row for row in reading.counting if row.recorded_by == one.whom.practitioner]
    else:
        rows = [row for row in reading.counting if row.said_by == one.agency]
    if not rows:
        return f"Nothing written about {reading.name}"
    return f"{kind_label(rows[-1], reading)}, {moment_of(rows[-1].when, reading).words}"


def _tellers(reading: Reading) -> Mapping[str, list[EntryView]]:
    """What each relative or neighbour told, by who they are; nobody who gave no name is named."""
    told: dict[str, list[EntryView]] = {}
    for row in reading.of_kind("contact_received"):
        if row.voice in FAMILY_VOICES and row.voice != "anonymous" and (who := _who_told(row, reading)):
            told.setdefault(who, []).append(row)
    return told


def _who_told(row: EntryView, reading: Reading) -> str:
    informant, role = row.details.get("informant"), row.details.get("referrer_role")
    kind = reading.book.entry_kind(row.kind)
    if informant:
        shown = dict(kind.facts({"informant": informant}, people=reading.names))
        named = next(iter(shown.values()))
        return named if named != "A person" or not role else initial(str(role))
    return initial(str(role)) if role else ""


def _teller(who: str, rows: Sequence[EntryView], reading: Reading) -> PersonInvolved:
    """Waits where no entry shows that anybody spoke to them again."""
    last = rows[-1]
    back = [row for row in reading.of_kind("referrer_told") if row.place > last.place]
    when = last.when_in_words(as_at=reading.as_at)
    times = "" if len(rows) == 1 else f", {len(rows)} times in all"
    told = f"Told {agency_words(last, reading)}, {when}{times}."
    return PersonInvolved(
        name=who,
        role="Told of a worry",
        agency=FAMILY,
        phone="",
        last_contact=told if back else f"{told} No entry shows anyone ringing back.",
        waiting=not back,
    )


def _adult(kin: Kin) -> PersonInvolved:
    where = "lives there" if kin.lives_there else "lives elsewhere"
    return PersonInvolved(
        name=kin.name, role=initial(kin.relation), agency=FAMILY, phone="", last_contact=initial(where)
    )


def _has_told(kin: Kin, tellers: Mapping[str, object]) -> bool:
    return kin.name.lower() in {who.lower() for who in tellers}
