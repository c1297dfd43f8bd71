"""Tam's chronology as known at 10:40 on 17 November 2026."""

from datetime import UTC, date, datetime, timedelta

from kith.web.chronology.page import AsKnownAt, ChronologyPage, Tick
from kith.web.dates import at_time
from kith.web.parts.agency import Agency
from kith.web.parts.body import BodyMap
from kith.web.parts.entries import EntryLine, Folded, Gap, KnownTo
from kith.web.parts.form import Choice
from kith.web.parts.story import Settled
from kith.web.pictures.lanes import Band, Lane, Lanes, Mark, Silence, silences_between
from tests.web.samples.body import BODY
from tests.web.samples.tolland_bay import (
    ALL_HEALTH,
    NEIGHBOURS,
    POLICE,
    SCHOOL,
    SOCIAL,
    TAMS_WORDS,
    TODAY,
    tams_identity,
)

FIRST_DAY = date(2026, 2, 1)
OPEN_DAYS = {"2-3", "3-27", "4-21", "10-9", "10-16", "11-2", "11-5", "11-10", "11-13", "11-14", "11-16"}


def _day(written: str) -> date:
    month, day = written.split("-")
    return date(2026, int(month), int(day))


def _lane(
    who: Agency, story: str, routine: str = "", nothing: str = "", extra: tuple[Silence, ...] = ()
) -> Lane:
    marks = [
        Mark(
            day=_day(written),
            words=f"{who.label}, {_day(written):%-d %B}",
            href=f"#entry-{_day(written)}",
            open=written in OPEN_DAYS,
        )
        for written in story.split()
    ]
    marks += [Mark(day=_day(written), words="", routine=True) for written in routine.split()]
    silent = silences_between((mark.day for mark in marks), first=FIRST_DAY, last=TODAY, nothing=nothing)
    return Lane(agency=who, marks=tuple(marks), silences=silent + extra)


LANES = Lanes(
    first_day=FIRST_DAY,
    last_day=TODAY,
    as_known="as known at 17 November",
    bands=(Band(first=date(2026, 7, 1), last=TODAY, words="on a child protection plan from 1 July"),),
    lanes=(
        _lane(TAMS_WORDS, "2-12 6-11 7-1 8-14 11-2 11-13", nothing="no words"),
        _lane(
            SCHOOL,
            "2-12 3-27 6-11 11-2 11-13",
            "2-9 2-23 3-9 3-20 4-27 5-11 6-3 6-22 7-6 7-17 9-4 9-14 9-28 10-12 10-21",
            extra=(Silence(first=TODAY - timedelta(days=3), last=TODAY),),
        ),
        _lane(POLICE, "2-3 5-18 11-14", "7-19"),
        _lane(SOCIAL, "6-11 6-26 7-1 7-20 8-14 9-22 11-5 11-10", "3-27 7-10 7-31 8-28 9-11 10-6"),
        _lane(
            ALL_HEALTH,
            "6-12 6-29 10-16 11-16",
            "2-4 3-1 3-18 7-7 7-29 8-5 8-26 9-9 9-30 10-22 11-10",
        ),
        _lane(NEIGHBOURS, "4-21 10-9", "7-1"),
    ),
)

_NOTHING = Settled(state="open", words="Nothing has settled this")


def _entry(
    when: datetime,
    who: Agency,
    words: str,
    settled: Settled | None,
    *known: tuple[str, str],
    written: str = "",
    body: BodyMap | None = None,
) -> EntryLine:
    return EntryLine(
        body=body,
        id=f"{when:%Y-%m-%d}",
        when=at_time(when),
        agency=who,
        words=words,
        settled=settled,
        written=written,
        known_to=tuple(
            KnownTo(
                who=whom,
                words=how.partition(", not")[0],
                not_done="not" + missing if (missing := how.partition(", not")[2]) else "",
            )
            for whom, how in known
        ),
    )


def _utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


ENTRIES = (
    _entry(
        _utc(11, 16, 16, 10),
        ALL_HEALTH,
        "Midwife rang the duty desk. Keren “whispering, then hung up”.",
        Settled(state="open", words="Being discussed now"),
        ("Social care", "opened 16:22, Dana Ferris"),
        ("Police, school", "not told"),
    ),
    _entry(
        _utc(11, 14, 23, 50),
        POLICE,
        "Neighbour rang 999: “a man shouting, a child saying stop”. All quiet at 00:35; nobody answered the door. "
        "Log closed, “no reply”.",
        _NOTHING,
        ("Social care", "delivered Mon 16 Nov 08:55, opened 09:05"),
        ("School, health", "not told"),
    ),
    _entry(
        _utc(11, 13, 14, 20),
        SCHOOL,
        "Asleep in class twice. “Jory cries if I don’t stay awake.”",
        _NOTHING,
        ("Social care", "delivered 17:02, not opened"),
        ("Police, health", "not told"),
    ),
    _entry(
        _utc(11, 10, 9),
        SOCIAL,
        "Joel Prewett away ill. Held by Ruth Abara, team manager. Not allocated.",
        Settled(state="open", words="Nobody is allocated"),
        ("School, health, police", "not told"),
    ),
    _entry(
        _utc(11, 5, 15, 40),
        SOCIAL,
        "Announced visit. Tam seen, Keren in the room throughout. Footsteps upstairs; Keren: “the radio”. "
        "Upstairs not seen.",
        _NOTHING,
        written="Written Mon 9 Nov, four days later.",
    ),
    _entry(
        _utc(11, 2, 11, 15),
        SCHOOL,
        "Tam to Anneka Bright, just the two of them: “He comes in the night now so the lady doesn’t see.”",
        _NOTHING,
        ("Social care", "voicemail 15:20, not acknowledged"),
        ("Police", "not told until today"),
    ),
    Gap(words="80 days with no words of Tam’s recorded by anyone"),
    Folded(
        words="11 routine entries, 19 October to 12 November: show them",
        href="/children/tam/chronology/?kind=routine",
    ),
    EntryLine(
        id="2026-10-20",
        when=at_time(_utc(10, 20, 9)),
        agency=SCHOOL,
        words="Tam moved to another class.",
        withdrawn="By Anneka Bright, 21 October: “written about another child”.",
    ),
    _entry(
        _utc(10, 16, 9),
        ALL_HEALTH,
        "Keren did not come to her 26-week midwife appointment; telephone off.",
        _NOTHING,
        ("Social care", "opened Mon 19 Oct, social worker"),
    ),
    _entry(
        _utc(10, 9, 17, 30),
        NEIGHBOURS,
        "Neighbour rang: “His van has been outside three nights this week.”",
        _NOTHING,
        ("Social care", "opened Fri 9 Oct"),
        ("Police", "not told"),
        body=BODY,
    ),
    _entry(
        _utc(9, 22, 9),
        SOCIAL,
        "Review conference: plan goes on. Police sent apologies; the health report came after.",
        Settled(state="decision", words="Decision"),
        ("All", "delivered 24 Sep. Opened by school, health"),
    ),
    _entry(
        _utc(8, 14, 13),
        SOCIAL,
        "Tam seen alone, in the garden, 25 minutes. “I like it when Nan does the voices in the book.”",
        Settled(state="no_worry", words="Nothing to settle"),
    ),
)

TAMS_CHRONOLOGY = ChronologyPage(
    who=tams_identity("Chronology"),
    lead="Everything every agency says happened to Tam, one lane each, February to November 2026.",
    as_known=AsKnownAt(
        action="/children/tam/chronology/",
        day="17",
        month="11",
        year="2026",
        time="10:40",
        known_to="everyone",
        known_to_choices=(
            Choice(value="everyone", words="Everyone together"),
            Choice(value="police", words="Police"),
            Choice(value="school", words="School"),
            Choice(value="social", words="Social care"),
            Choice(value="health", words="Health"),
        ),
        answer="Everyone together, at 10:40 on Tuesday 17 November 2026.",
        alone_words="Police alone",
        alone_href="/children/tam/chronology/?known_to=police",
        alone_answer="would see 8 of these 56 entries, and not Tam’s words of 2 November.",
    ),
    lanes=LANES,
    said_by=tuple(
        Tick(
            name="said_by",
            value=lane.agency.group,
            words=lane.agency.label,
            on=True,
            count=n,
            agency=lane.agency,
        )
        for lane, n in zip(LANES.lanes, (6, 20, 4, 14, 15, 3), strict=True)
    ),
    shown=(
        Tick(name="kind", value="story", words="In the story", on=True),
        Tick(name="kind", value="open", words="Not settled only", on=False),
        Tick(name="kind", value="routine", words="Routine", on=False),
        Tick(name="kind", value="jory", words="Jory’s entries too", on=False),
    ),
    entries=ENTRIES,
    entries_words="Newest first. 11 shown. Routine lines are folded.",
    earlier_href="/children/tam/chronology/?before=2026-08-14",
    print_href="/children/tam/chronology/print/",
    print_sheet="/static/print-sample.css",
)
