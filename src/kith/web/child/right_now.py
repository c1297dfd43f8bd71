"""What is true right now: where the child is, who is at home, who must not be there, what to know before knocking."""

from collections.abc import Sequence
from datetime import datetime

from kith.access.types import Kin
from kith.chronology.types import EntryView
from kith.grammar.words import initial
from kith.kernel.clock import LONDON
from kith.web.child.expected import expecting, is_lost
from kith.web.child.guard import InForce
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_words, day_of, day_words, typed, who
from kith.web.child.wrong_address import before_you_go
from kith.web.dates import clock_time, days_in_words
from kith.web.parts.now import NowLine


def right_now(
    reading: Reading, *, guards: Sequence[InForce], others: Sequence[Kin], adults: Sequence[Kin]
) -> tuple[NowLine, ...]:
    """The four questions that a person asks before anything else, what is doubtful of the address, and of a birth."""
    if is_lost(reading):
        return expecting(reading)
    return (
        *expecting(reading),
        _where(reading),
        _at_home(reading, [kin for kin in (*adults, *others) if kin.lives_there]),
        _must_not_be_there(reading, guards),
        *_the_address(reading),
        _before_knocking(reading),
    )


def _the_address(reading: Reading) -> tuple[NowLine, ...]:
    """Only where something is doubtful, and today: the address itself stands on the page of the home."""
    doubts = "" if reading.is_past else before_you_go(reading)
    return (NowLine(question="The address", words=doubts),) if doubts else ()


def ring_first(reading: Reading) -> str:
    """Said where entries exist that this reader may not see, without saying of what kind they are."""
    if not reading.not_shown:
        return ""
    exist = "One entry exists" if reading.not_shown == 1 else f"{reading.not_shown} entries exist"
    return f"{exist} that you may not see. Before you visit, or let anybody collect {reading.name}, ring the desk: {reading.desk}"


def _where(reading: Reading) -> NowLine:
    question = f"Where is {reading.name}?"
    said = [row for row in reading.of_kind("contact_received") if row.details.get("where_now")]
    if not said:
        return NowLine(
            question=question, answer="Not known.", words=f"No entry says where {reading.name} is now."
        )
    last = said[-1]
    where = initial(_place(last, reading))
    told = f"{agency_words(last, reading)}, {last.when_in_words(as_at=reading.as_at)}"
    if day_of(last.when.happened_to) == reading.today:
        return NowLine(
            question=question,
            answer=f"{where}, as told today.",
            words=f"{initial(told)}.{_collected(last, reading)}",
        )
    return NowLine(question=question, answer="Not known now.", words=f"Last told: {where.lower()} ({told}).")


def _place(row: EntryView, reading: Reading) -> str:
    kind = reading.book.entry_kind(row.kind)
    facts = dict(kind.facts({"where_now": row.details["where_now"]}, people=reading.names))
    return next(iter(facts.values()))


def _collected(row: EntryView, reading: Reading) -> str:
    by, at = row.details.get("collected_by"), row.details.get("collected_at")
    if not by and not at:
        return " Who collects is not said."
    whom = f" by {who(by, reading)}" if by else "; by whom is not said"
    when = f" at {clock_time(datetime.fromisoformat(at))}" if at else ""
    past = " That time has passed." if at and datetime.fromisoformat(at) < reading.as_at else ""
    return f" To be collected{when}{whom}.{past}"


def _at_home(reading: Reading, living_there: Sequence[Kin]) -> NowLine:
    question = "Who is at home"
    unchecked = _unchecked_adults(reading)
    if not living_there and not unchecked:
        return NowLine(
            question=question,
            answer="Not known.",
            words=f"Nobody has written down who lives with {reading.name}.",
        )
    named = "; ".join(_at_home_words(kin) for kin in living_there)
    no_adult = (
        [] if any(kin.kind == "adult" for kin in living_there) else ["No adult is written down at home."]
    )
    said = [f"{named}."] if named else []
    return NowLine(question=question, words=" ".join([*said, *no_adult, *unchecked]))


def _at_home_words(kin: Kin) -> str:
    known = (kin.relation.replace("in the same household", ""), kin.age.replace("age not known", ""))
    more = ", ".join(part for part in known if part)
    return f"{kin.name} ({more})" if more else kin.name


def _unchecked_adults(reading: Reading) -> list[str]:
    """Adults who are around, unless their checks were made or they left."""
    left = [(row.details.get("who"), row.place) for row in reading.of_kind("adult_left_household")]
    latest = {row.details.get("who") or str(row.id): row for row in reading.of_kind("adult_joined_household")}
    standing = [
        row
        for person, row in latest.items()
        if row.details.get("checks_done") is not True
        and not any(other == person and place > row.place for other, place in left)
    ]
    return [_unchecked(row, reading) for row in standing]


def _unchecked(row: EntryView, reading: Reading) -> str:
    person = who(row.details["who"], reading) if row.details.get("who") else "an adult nobody has named"
    known = "is around" if row.details.get("lives_there") is False else "joined the household"
    checks = (
        "no checks have been made"
        if row.details.get("checks_done") is False
        else "whether they were checked is not said"
    )
    return (
        f"{initial(person)} {known} ({agency_words(row, reading)}, {day_words(row.when, reading)}); {checks}."
    )


def _must_not_be_there(reading: Reading, guards: Sequence[InForce]) -> NowLine:
    question = "Who must not be"
    if guards:
        names = " ".join(f"{initial(guard.person)}: {guard.order}" for guard in guards)
        return NowLine(question=question, words=f"{names} If they are there, ring 999.")
    if hidden := ring_first(reading):
        return NowLine(question=question, answer="Ring the desk first.", words=hidden)
    return NowLine(
        question=question,
        words="No order and no bail condition is written down. That is not the same as nobody.",
    )


def _before_knocking(reading: Reading) -> NowLine:
    question = "Before you knock"
    threats = reading.of_kind("threat_to_worker")
    if threats:
        last = threats[-1]
        said = f"{initial(agency_words(last, reading))}, {day_words(last.when, reading)}."
        more = f" {len(threats)} such entries in all." if len(threats) > 1 else ""
        return NowLine(question=question, answer=typed(last, reading), words=f"{said}{more}")
    if hidden := ring_first(reading):
        return NowLine(question=question, answer="Ring the desk first.", words=hidden)
    return NowLine(question=question, words=f"No threat to a worker is written down.{_nobody_home(reading)}")


def _nobody_home(reading: Reading) -> str:
    missed = [
        row for row in reading.of_kind("visit") if row.details.get("outcome") in ("no_reply", "refused")
    ]
    if not missed:
        return ""
    days = days_in_words(row.when.happened_to.astimezone(LONDON).date() for row in missed[-3:])
    return f" Nobody answered, or nobody was let in, on {days}."
