"""Tam's page on 17 November 2026, and that of a child about whom little is known."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kith.web.child.page import ChildPage
from kith.web.dates import lately
from kith.web.parts.agency import Agency, agency
from kith.web.parts.ask import Ask, Evidence, Reason, Step
from kith.web.parts.clock import ClockLine
from kith.web.parts.fresh import Freshness, loudest_first
from kith.web.parts.header import Tab
from kith.web.parts.now import NowLine, SeenLine
from kith.web.parts.people import OtherChild, PersonInvolved
from kith.web.parts.story import Story
from kith.web.parts.three import Point, Three
from kith.web.parts.voice import Said, Voice
from kith.web.pictures.eyes import Break, DaySeen, Eyes, EyesRow, NotTold
from tests.web.samples.body import BODY
from tests.web.samples.challenge import ON_TAMS_PAGE
from tests.web.samples.tams_story import STORY
from tests.web.samples.tolland_bay import (
    ADVISER,
    ALL_HEALTH,
    GP,
    NEIGHBOURS,
    NOW,
    POLICE,
    SCHOOL,
    SOCIAL,
    TAM,
    TODAY,
)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def _fresh(who: Agency, state: str, at: datetime, ring: str = "") -> Freshness:
    return Freshness(agency=who, state=state, when=lately(at, now=NOW), ring=ring)


FRESH = loudest_first(
    (
        _fresh(POLICE, "received", _at(17, 9, 10)),
        _fresh(SOCIAL, "received", _at(17, 10, 38)),
        _fresh(agency("health_visiting", "Health visitor, midwife"), "nothing_to_report", _at(17, 8)),
        _fresh(SCHOOL, "silent", _at(13, 17, 2), "01632 960 233"),
        _fresh(GP, "line_down", _at(17, 8, 10), "01632 960 440"),
    )
)

RIGHT_NOW = (
    NowLine(
        question="Where is Tam?",
        answer="Not known this morning.",
        words="School has sent nothing today, so nobody here can say if she is in class. Ring 01632 960 233.",
    ),
    NowLine(
        question="Who is at home",
        words="Keren (mother, 30 weeks pregnant) and Jory, 2. A man was heard there on 14 November; "
        "who he is has not been checked.",
    ),
    NowLine(
        question="Who must not be",
        words="Lewis Dane. If he is there, ring 999: he is breaking a court order.",
    ),
    NowLine(
        question="Before you knock",
        words="Two workers, always: he threatened a worker on 20 July. Small dog, friendly. See upstairs. "
        "Ask Tam away from home.",
    ),
)

LAST_SEEN = (
    SeenLine(
        question="Last seen by anyone outside home",
        answer="Friday, 15:10",
        words="School gate, by Anneka Bright. Keren collected her. 4 days ago.",
    ),
    SeenLine(
        question="Last alone with her social worker",
        answer="14 August",
        words="In the garden, 25 minutes, with Joel Prewett. 95 days ago.",
    ),
    SeenLine(
        question="In the room at the last visit, 5 Nov",
        answer="Keren, throughout",
        words="And Jory. Someone was upstairs; the room was not seen.",
    ),
)

VOICE = Voice(
    of="Tam",
    all_words="All 6",
    all_href="/children/tam/chronology/?said_by=child",
    said=(
        Said(
            words="He comes in the night now so the lady doesn’t see.",
            heard="2 November, to Anneka Bright at school, just the two of them",
        ),
        Said(words="Jory cries if I don’t stay awake.", heard="13 November, to her teacher, in class"),
        Said(
            words="I want to stay at my school and I want it to be quiet.",
            heard="1 July, for her conference, drawn and said",
        ),
    ),
)


def _days(month: int, first: int, last: int) -> list[date]:
    return [date(2026, month, day) for day in range(first, last + 1)]


_SCHOOL_DAYS = _days(10, 21, 23) + _days(11, 3, 6) + _days(11, 9, 13)
EYES = Eyes(
    of="Tam",
    last_day=TODAY,
    rows=(
        EyesRow(
            agency=SCHOOL,
            seen=(*(DaySeen(day=day) for day in _SCHOOL_DAYS), DaySeen(day=date(2026, 11, 2), alone=True)),
            not_told=(NotTold(first=date(2026, 11, 16), last=TODAY),),
        ),
        EyesRow(agency=SOCIAL, seen=(DaySeen(day=date(2026, 11, 5)),)),
        EyesRow(
            agency=ALL_HEALTH,
            seen=(DaySeen(day=date(2026, 10, 23)),),
            told_absent=(date(2026, 11, 12),),
            not_told=(NotTold(first=TODAY, last=TODAY, why="line_down"),),
        ),
        EyesRow(agency=POLICE, words="Not seen. 14 November: no answer at the door."),
        EyesRow(
            agency=Agency(code="family", group="family", label="Family"),
            seen=(
                DaySeen(day=date(2026, 10, 25), alone=True),
                DaySeen(day=date(2026, 10, 28), alone=True),
            ),
        ),
    ),
    breaks=(Break(first=date(2026, 10, 26), last=date(2026, 10, 30), words="half term"),),
)

INVOLVED = (
    ("Ruth Abara", "Team manager, holding Tam", SOCIAL, "01632 960 112", "Has not met Tam"),
    (
        "Anneka Bright",
        "Safeguarding lead, Fernmoor Primary",
        SCHOOL,
        "01632 960 233",
        "Saw Tam Friday 13 November",
    ),
    ("DC Hamish Orde", "Child protection unit", POLICE, "01632 960 305", "Wrote 20 July; not asked since"),
    ("Ines Roskilly", "Midwife", ALL_HEALTH, "01632 960 418", "Spoke to Keren yesterday, 16:10"),
    ("Bukola Stannard", "Health visitor for Jory", ALL_HEALTH, "01632 960 421", "Saw Jory 23 October"),
    ("Dr Piers Vane", "GP, Tolland Surgery", GP, "01632 960 440", "Ear infection, 19 March"),
    ("Chloe Marsh", "Domestic abuse adviser for Keren", ADVISER, "01632 960 377", "Keren missed 6 November"),
    ("Morwenna Orrey", "Grandmother (Nan)", NEIGHBOURS, "01632 960 518", "Rang 21 April. Not rung back."),
    (
        "Ben Trudgian",
        "Tam’s father, has parental responsibility",
        NEIGHBOURS,
        "07700 900 164",
        "Last spoken to 3 July",
    ),
)

CLOCKS = (
    ClockLine(
        what="See Tam alone",
        words="Plan of 1 July: every 10 working days.",
        tag="Overdue since 28 August",
        tag_kind="over",
        local=True,
    ),
    ClockLine(
        what="Core group",
        words="Every six weeks from 6 October.",
        tag="Today, 17:00",
        tag_kind="due",
        local=True,
    ),
    ClockLine(
        what="Visit",
        at_the_latest="at the latest Thursday 19 November",
        words="Sooner if Tam needs it. Last visit 5 November.",
        local=True,
    ),
    ClockLine(
        what="Pre-birth assessment",
        at_the_latest="at the latest Friday 20 November",
        words="Not started.",
        local=True,
    ),
    ClockLine(
        what="Review conference",
        at_the_latest="at the latest 22 March 2027",
        words="Six months from the last, 22 September.",
    ),
)

REASONS = (
    Reason(code="already_done", words="It has been done, and I will say when"),
    Reason(code="something_safer", words="Something else is safer for Tam"),
    Reason(code="nobody_free", words="Nobody is free: send it to Marta Leigh, service head"),
)
SPOKEN_TO_ALONE = Ask(
    id="seen-alone",
    question="Has anyone spoken to Tam alone since she said a man comes in the night?",
    href="/prompts/seen-alone/",
    evidence=(
        Evidence(
            words="“He comes in the night now so the lady doesn’t see.”",
            said="School, 2 November. Not acknowledged.",
            href="/children/tam/chronology/#entry-2026-11-02",
        ),
        Evidence(
            words="Keren in the room throughout.",
            said="Social care visit, 5 November",
            href="/children/tam/chronology/#entry-2026-11-05",
        ),
        Evidence(
            words="“a man shouting, a child saying stop”",
            said="Police, 14 November",
            href="/children/tam/chronology/#entry-2026-11-14",
        ),
    ),
    owner="Dana Ferris",
    due="Due today by 15:10",
    due_kind="due",
    wrong_if="someone has, and it has not reached Kith.",
    step=Step(words="Arrange to see Tam at school", href="/children/tam/visit/"),
    decline_href="/prompts/seen-alone/decline",
    reasons=REASONS,
)
RING_GRANDMOTHER = Ask(
    id="grandmother",
    question="Who will ring Tam’s grandmother back?",
    href="/prompts/grandmother/",
    evidence=(
        Evidence(
            words="“I have told three of you now.”",
            said="Morwenna Orrey, 21 April",
            href="/children/tam/chronology/#entry-2026-04-21",
        ),
    ),
    owner="Dana Ferris",
    due="At the latest Wednesday 18 November.",
    step=Step(words="Ring her and write one line", href="/prompts/grandmother/answer"),
    decline_href="/prompts/grandmother/decline",
    reasons=REASONS,
)

THREE = Three(
    well=(
        Point(words="Tam tells Anneka Bright things.", said="School, 2 November"),
        Point(words="In school 98% of days until November.", said="School"),
        Point(words="Nan: stories every Sunday, and a bed if needed.", said="Morwenna Orrey, 1 July"),
    ),
    worrying=(
        Point(words="Lewis may be back at night.", said="Tam; neighbour twice; police 14 November"),
        Point(words="Tam is staying awake to look after Jory.", said="School, 13 November"),
        Point(
            words="Keren missed the midwife on 16 October and her adviser on 6 November; 30 weeks pregnant.",
            said="Midwife; domestic abuse adviser",
        ),
    ),
    unknown=(
        Point(words="Does Lewis have the address?", said="Nobody has asked the police to check"),
        Point(words="Who was upstairs on 5 November?", said="Not seen, not asked again"),
        Point(words="What does Tam’s father think?", said="Not spoken to since 3 July"),
    ),
)

OTHER_CHILDREN = (
    OtherChild(
        name="Jory Orrey",
        href="/children/jory/",
        who="brother, 2 years 1 month",
        words="On a plan with Tam. Last seen 5 November, by social care.",
    ),
    OtherChild(
        name="Baby of Keren Orrey",
        href="/children/unborn/",
        who="unborn, due 24 January 2027",
        words="No assessment yet. Midwife: Ines Roskilly.",
    ),
    OtherChild(
        name="Davy Orrey",
        href="/children/davy/",
        who="cousin, 13, stays at weekends",
        words="Not seen by anyone about this. No decision, no reason given.",
    ),
)

NO_QUESTION = (
    "Kith asks nothing today. That is not the same as safe: it asks only about what it has been told."
)
TAMS_PAGE = ChildPage(
    who=TAM,
    fresh=FRESH,
    as_at="Tuesday 17 November 2026, 10:40",
    now=RIGHT_NOW,
    seen=LAST_SEEN,
    voice=VOICE,
    eyes=EYES,
    eyes_finding="Since 5 November only school has seen Tam, and school has gone quiet since Friday.",
    eyes_answer="The last adult outside home to be alone with her was Anneka Bright, on 2 November.",
    involved=tuple(
        PersonInvolved(
            name=name, role=role, agency=who, phone=phone, last_contact=last, waiting="Not rung back" in last
        )
        for name, role, who, phone, last in INVOLVED
    ),
    clocks=CLOCKS,
    asks=(SPOKEN_TO_ALONE, RING_GRANDMOTHER),
    asks_silence=NO_QUESTION,
    three=THREE,
    other_children=OTHER_CHILDREN,
    story=STORY,
    body=BODY,
    for_the_night=(
        Tab(words="Before you knock", href="/children/tam/before-you-knock/"),
        Tab(words="Note from the night", href="/children/tam/note-from-the-night/"),
        Tab(words="Put on the list for the night", href="/children/tam/weekend/"),
    ),
    disagree=tuple(Tab(words=words, href=href) for words, href in ON_TAMS_PAGE),
    print_sheet="/static/print-sample.css",
)

LITTLE_KNOWN = replace(
    TAMS_PAGE,
    who=replace(
        TAM,
        name="Robin Heald",
        known_as="Robin Heald",
        age="4 months",
        facts=("boy", "born 9 July 2026"),
        nhs_number="",
        plan="",
        other_children=(),
        must_not=(),
        withheld=None,
        responsible=replace(
            TAM.responsible,
            of="Robin",
            name="Nadia Ross, social worker",
            words=("Since 2 November. Has met Robin once.",),
            ring="Ring Nadia: 01632 960 117",
        ),
        tabs=(),
    ),
    voice=Voice(of="Robin", said=(), silence="Robin is too young to say. Nobody has written what he shows."),
    eyes=Eyes(
        of="Robin",
        last_day=TODAY,
        rows=(EyesRow(agency=ALL_HEALTH, not_told=(NotTold(first=TODAY - timedelta(days=27), last=TODAY),)),),
    ),
    asks=(),
    three=Three(well=(), worrying=(), unknown=()),
    clocks=(),
    other_children=(),
    story=Story(
        parts=(),
        entry_count=0,
        all_href="/children/robin/chronology/",
        silence="No agency has sent anything about Robin yet. That is not the same as nothing happening.",
    ),
    now=(
        NowLine(
            question="Where is Robin?", answer="Not known.", words="Nobody has said. Ring 01632 960 118."
        ),
    ),
    seen=(
        SeenLine(
            question="Last seen by anyone outside home", answer="Not known", words="No agency has said."
        ),
        SeenLine(
            question="Last alone with his social worker", answer="Never", words="Allocated on 2 November."
        ),
    ),
    involved=(),
    eyes_finding="Nobody outside the home says that they have seen Robin in 28 days.",
    eyes_answer="That is silence, not safety.",
    print_sheet="",
)
