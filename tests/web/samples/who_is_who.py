"""One child or two: the question, its answer, the list of them, who a child is, what was moved, and what an owner is told."""

from dataclasses import replace

from kith.web.dates import Moment
from kith.web.needs_me.page import ToldPage
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form, Problem
from kith.web.parts.header import Identity, Tab
from kith.web.same_child.filling import ANSWERS
from kith.web.same_child.page import (
    DIFFERS,
    NEARLY,
    SAME,
    UNKNOWN,
    Answered,
    AnsweredPage,
    Knows,
    Row,
    SameChildPage,
    Side,
    Telling,
    Waiting,
    WaitingPage,
    WayOn,
)
from kith.web.who_it_is.page import Happened, HowLinked, MovedLine, MovedPage, Saw, WhoPage

POLICE, SCHOOL = agency("police"), agency("school")
TO_MEND = Problem(field="because", words="Say how you know")

SAME_CHILD = SameChildPage(
    doubts=(
        "The first names differ.",
        "Somebody of the same household has the same date of birth: they may be twins.",
    ),
    new=Side(agency=POLICE, received="received 09:10 today"),
    known=Side(agency=SCHOOL, received="received 3 September 08:40"),
    rows=(
        Row(
            label="Name",
            new="Maisie Oduya",
            known="Daisy Oduya-Grant",
            agrees=DIFFERS,
            words="Different first name, same last name: could be a twin.",
        ),
        Row(
            label="Also called",
            new="not said",
            known="Mais",
            agrees=UNKNOWN,
            words="No other name that both give.",
        ),
        Row(
            label="Born",
            new="14 March 2018",
            known="14 March 2019",
            agrees=NEARLY,
            words="Birthday one digit apart.",
        ),
        Row(label="Girl or boy", new="girl", known="girl", agrees=SAME, words="The same."),
        Row(label="NHS number", new="not given", known="given", agrees=UNKNOWN, words="Not given by both."),
        Row(
            label="Parents or carers",
            new="Blessing Oduya",
            known="Blessing Oduya, Kofi Grant",
            agrees=SAME,
            words="Same parent or carer: Blessing Oduya.",
        ),
        Row(
            label="Where they live",
            new="not shown here",
            known="not shown here",
            agrees=SAME,
            words="The same postcode and telephone number.",
        ),
    ),
    alike=("The dates of birth differ by a slip of the pen.", "The same postcode and telephone number."),
    knows=(
        Knows(
            name="Maisie Oduya",
            ring="You do not work with them, so this is not shown. Ring the desk: 01632 960 140.",
        ),
        Knows(
            name="Daisy Oduya-Grant",
            tellings=(
                Telling(agency=SCHOOL, words="4 entries, the last received 09:10 today"),
                Telling(agency=agency("gp"), words="describes them, and has told nothing that happened"),
            ),
        ),
    ),
    answers=ANSWERS,
    action="/same-child/x/",
    form=Form(),
)
SAME_CHILD_TO_MEND = replace(
    SAME_CHILD,
    form=Form(
        answers={"because": "I rang"},
        problems=(Problem(field="decision", words="Choose yes, no, or that you cannot tell"), TO_MEND),
    ),
)
ANSWERED = AnsweredPage(
    heading="Answered: one child",
    answered="Dana Ferris, 10:40 today: “I asked his mother.”",
    asked="Police: Maisie Oduya. School: Daisy Oduya-Grant.",
    did=("They became one child, who goes on as Daisy Oduya-Grant: 1 description moved there.",),
    undone="",
    undo="They are two children: undo it",
    undo_hint="Each description goes back to where it was before the answer.",
    undo_href="/same-child/x/undo",
    ways_on=(WayOn(words="All open questions of who is who", href="/same-child/"),),
    form=Form(problems=(TO_MEND,)),
)
TAKEN_BACK = replace(ANSWERED, undo="", undone="Nadia Rahman, 11:20 today: “Two sisters.”", form=Form())


def _waiting(since: str, waited: str, who: str, doubt: str, *, href: str = "/same-child/x/") -> Waiting:
    return Waiting(
        since=Moment(words=since, iso="2026-11-13T17:02"),
        waited=waited,
        is_long=waited[0] in "23",
        who=who,
        doubt=doubt,
        owner="Dana Ferris, 01632 960 102",
        href=href,
    )


WAITING = WaitingPage(
    totals="Three questions are open. Two of them have waited more than one working day. One was answered in the last"
    " seven days.",
    waiting=(
        _waiting("Friday 17:02", "2 working days", "Maisie Oduya and Daisy Oduya-Grant", "Perhaps twins"),
        _waiting(
            "Friday 17:10",
            "2 working days",
            "One is held closely: ring the desk, 01632 960 140.",
            "Possible, not certain",
            href="",
        ),
        _waiting(
            "09:10 today", "no working day yet", "Tam Orrey and Tamsin Orry", "Somebody else fits as well"
        ),
    ),
    silence="",
    shown="1 to 3 of 120",
    before_href="",
    after_href="/same-child/?page=2",
    answered=(
        Answered(
            when=Moment(words="yesterday 18:30", iso="2026-11-16T18:30"),
            who="Hussain Rahman and Hassan Rahman",
            said="Two children, says Dana Ferris",
            href="/same-child/y/",
        ),
    ),
)
NONE_WAITS = replace(
    WAITING,
    totals="No question is open. None was answered in the last seven days.",
    waiting=(),
    silence="No question of who is who waits. That is not the same as every child being found: where two descriptions"
    " share too little, nobody is asked.",
    shown="",
    after_href="",
    answered=(),
)
WHO_MAISY_IS = WhoPage(
    who=Identity(
        name="Daisy Oduya-Grant",
        age="7 years 8 months",
        nobody="Nobody is allocated",
        tabs=(
            Tab(words="Daisy now", href="/children/x/"),
            Tab(words="Who it is", href="/children/x/who/", current=True),
        ),
    ),
    heading="Who Daisy Oduya-Grant is, and how we know",
    goes_on=None,
    linked=(
        HowLinked(
            agency=SCHOOL,
            name="Daisy Oduya-Grant",
            said="born 14 March 2019, received 3 September 08:40",
            why=(),
            by="By Kith, 3 September 08:40: Nobody was known who could be meant.",
        ),
        HowLinked(
            agency=POLICE,
            name="Maisie Oduya",
            said="born 14 March 2018, received 09:10 today",
            why=(
                "The dates of birth differ by a slip of the pen.",
                "The same postcode and telephone number.",
            ),
            by="Dana Ferris said so, 10:40 today: “I asked her mother.”",
        ),
    ),
    silence="",
    tellings=SAME_CHILD.knows[1].tellings,
    ring="",
    doubts=(WayOn(words="Is Daisy the same child as Tam Orrey?", href="/same-child/x/"),),
    apart=(
        Happened(
            when=Moment(words="Mon 16 Nov, 16:10", iso="2026-11-16T16:10"),
            words="Not the same as Tam Orrey, says Nadia Rahman: “Two schools.”",
        ),
    ),
    trail=(
        Happened(
            when=Moment(words="Thu 3 Sep, 08:40", iso="2026-09-03T08:40"),
            words="This record was made. By Kith: Nobody was known who could be meant.",
        ),
        Happened(
            when=Moment(words="Tue 17 Nov, 10:40", iso="2026-11-17T10:40"),
            words="Maisie Oduya was found to be the same child, and joined here. Dana Ferris: “I asked her mother.”",
            href="/children/x/who/y/",
        ),
    ),
    wrong=(
        Choice(
            value="merge:y",
            words="Maisie Oduya is another child: undo the joining",
            hint="Joined 10:40 today. All that the joining moved goes back.",
        ),
        Choice(
            value="description:z",
            words="What Police says of Maisie Oduya is about somebody else",
            hint="Received 09:10 today. It is kept apart from now on.",
        ),
    ),
    not_yours="",
    undo_href="/children/x/who/undo",
    form=Form(),
)
WHO_TO_MEND = replace(
    WHO_MAISY_IS, form=Form(problems=(Problem(field="what", words="Choose what is wrong"), TO_MEND))
)
WENT_ON = replace(
    WHO_MAISY_IS,
    goes_on=WayOn(words="Daisy Oduya-Grant", href="/children/z/who/"),
    linked=(),
    silence="No agency describes Maisie Oduya now. That is not the same as nothing being known: see the trail.",
    tellings=(),
    ring="You do not work with Maisie Oduya, so this is not shown. Ring the desk: 01632 960 140.",
    doubts=(),
    apart=(),
    wrong=(),
    not_yours="If something here is not about Maisie Oduya, say so to the front door, which can undo it: ring 01632 960 140.",
)
_LINE = MovedLine(
    agency=POLICE, name="Maisie Oduya", words="from Daisy Oduya-Grant to Maisie Oduya; 3 entries"
)
MOVED = MovedPage(
    heading="Maisie Oduya: parted from Daisy Oduya-Grant",
    lead="Dana Ferris, 11:20 today: “Two sisters: the school has both.”",
    moved=(_LINE,),
    stays=(
        MovedLine(
            agency=agency("hospital"),
            name="Daisy Oduya",
            words="received 11:02 today; stays with Daisy Oduya-Grant; 1 entry",
        ),
    ),
    puts_right=True,
    saw=(
        Saw(
            name="Joel Prewett",
            agency=agency("childrens_social_care"),
            agency_name="Tolland Bay Children’s Services",
            phone="01632 960 113",
            words="twice, first yesterday 18:30, last 10:50 today",
        ),
        Saw(
            name="Anneka Bright",
            agency=SCHOOL,
            agency_name="Tolland Bay schools",
            phone="",
            words="once, 11:10 today",
        ),
    ),
    told=("Dana Ferris, who was asked: strategy discussion. Has not read it yet.",),
    sight=(
        "Joel Prewett: no longer allocated to this child, because: two records had been taken for one child.",
    ),
    ways_on=(WayOn(words="Who Maisie Oduya is, and how we know", href="/children/x/who/"),),
)
TOLD = ToldPage(
    said=(
        "11:20 today: Dana Ferris undid a match on 17 November 2026: two people had been taken for one. What this"
        " question rested on may be about the other of them.",
    ),
    question="Can everyone who knows something about Daisy put it together?",
    answered="Answered: “The school has seen her.”",
    question_href="/prompts/x/",
    ring="ring the desk, 01632 960 140.",
    action="/told/x/",
)
