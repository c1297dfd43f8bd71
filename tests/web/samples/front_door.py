"""Signing in, what needs Dana, finding a child, being refused."""

from datetime import UTC, datetime
from uuid import UUID

from kith.web.dates import Moment, lately
from kith.web.find_child.page import FindChildPage, Found, LookedIn, Restricted
from kith.web.needs_me.page import NeedsMePage
from kith.web.parts.agency import Agency
from kith.web.parts.form import Form, Problem
from kith.web.parts.fresh import RECEIVED, SILENT, Freshness
from kith.web.parts.needs import ChildNews, Need, NeedGroup, News
from kith.web.refused.page import ExpiredPage, MissingPage, RefusedPage
from kith.web.sign_in.page import DemoRole, SignInPage
from tests.web.samples.tolland_bay import ALL_HEALTH, DESK, NEIGHBOURS, NOW, POLICE, SCHOOL


def _role(number: int, words: str, why: str) -> DemoRole:
    return DemoRole(practitioner=UUID(int=number), words=words, why=why)


DEMO_SIGN_IN = SignInPage(
    form=Form(),
    roles=(
        _role(1, "Dana Ferris, duty social worker", "A social worker’s own children, visits and questions"),
        _role(2, "Ruth Abara, team manager", "Who holds whom, and whom nobody holds"),
        _role(3, "Anneka Bright, Fernmoor Primary", "A school: say a worry, see what became of it"),
        _role(
            4, "DC Hamish Orde, child protection unit", "Police: the same children, and what police were told"
        ),
    ),
)
SIGN_IN_WITH_PROBLEM = SignInPage(
    form=Form(
        answers={"email": "dana@tollandbay.example"},
        problems=(Problem(field="password", words="Enter your password"),),
    )
)


def _need(when: str, what: str, why: str, act: str, tag: str = "", tag_kind: str = "") -> Need:
    return Need(when=when, what=what, why=why, act=act, href="/prompts/x/", tag=tag, tag_kind=tag_kind)


def _news(day: int, hour: int, minute: int, who: Agency, words: str) -> News:
    at = datetime(2026, 11, day, hour, minute, tzinfo=UTC)
    said = lately(at, now=NOW)
    when = Moment(words=f"Today {at:%H:%M}" if day == 17 else f"{at:%a %H:%M}", iso=said.iso)
    return News(when=when, agency=who, words=words)


WHAT_NEEDS_DANA = NeedsMePage(
    lead="Good morning, Dana. Seven things, two of them today. When they are done, this page will say so.",
    groups=(
        NeedGroup(
            title="Today, by the clock",
            needs=(
                _need(
                    "Now",
                    "Strategy discussion: Tam and Jory Orrey",
                    "Began 10:05. Police and health are in. Your position is not written.",
                    "Go in",
                ),
                _need(
                    "By 15:10",
                    "Has anyone spoken to Tam Orrey alone since 2 November?",
                    "She goes home at 15:10. Asked because of school 2 November, police 14 November.",
                    "Answer",
                    "today",
                    "due",
                ),
            ),
        ),
        NeedGroup(
            title="Overdue",
            needs=(
                _need(
                    "Since Friday",
                    "Tell Joy Okafor at Brackley Road what was decided about Casper Lyle",
                    "She rang on 11 November. She disagrees and has not been answered.",
                    "Reply",
                    "overdue",
                    "over",
                ),
            ),
        ),
        NeedGroup(
            title="This week",
            needs=(
                _need(
                    "Wed 18 Nov",
                    "Visit Amos and Effie Tranter, at the latest",
                    "Last seen 4 November, alone, both well. Sooner if they need it.",
                    "Plan it",
                ),
                _need(
                    "Thu 19 Nov",
                    "Core group report for Wilf Denby",
                    "Looked at, not finished. Your draft of Monday 16:20 is kept.",
                    "Carry on",
                ),
                _need(
                    "Thu 19 Nov",
                    "Are these the same child? Two descriptions of Maisie Oduya",
                    "Same birthday and school; the surname is spelt two ways. You decide, and it can be undone.",
                    "Look",
                ),
                _need(
                    "Fri 20 Nov",
                    "Say yes or no to holding Robin Heald",
                    "Asked by Ruth Abara. Until you answer, Ruth holds Robin and the page says so.",
                    "Answer",
                ),
            ),
        ),
    ),
    done="",
    since="Monday, 17:40",
    news=(
        ChildNews(
            name="Tam Orrey",
            href="/children/tam/",
            age="7 years 6 months",
            news=(
                _news(16, 18, 5, ALL_HEALTH, "Midwife added: Keren did not ring back."),
                _news(17, 8, 55, POLICE, "Log of 14 November: “a child saying stop”."),
            ),
        ),
        ChildNews(
            name="Amos Tranter",
            href="/children/amos/",
            age="11 years",
            news=(_news(17, 8, 30, SCHOOL, "In school. Told Miss Hale he “slept right through”."),),
        ),
        ChildNews(
            name="Wilf Denby",
            href="/children/wilf/",
            age="3 years 1 month",
            news=(
                _news(16, 19, 10, ALL_HEALTH, "Brought to the dentist by his father. Nothing noted."),
                _news(17, 9, 12, NEIGHBOURS, "Aunt rang: can have Wilf at weekends. Wants a call."),
            ),
        ),
        ChildNews(
            name="Robin Heald",
            href="/children/robin/",
            age="unborn, due 9 March",
            news=(_news(17, 9, 40, ALL_HEALTH, "Midwife: 24-week appointment kept."),),
        ),
    ),
    quiet="Nothing received about your other 9 children. That is not the same as nothing happening:",
    quiet_because="Brackley Road and Fernmoor schools have sent nothing since Friday.",
    who_is_who="Three questions are open. Two of them have waited more than one working day. None was answered in the"
    " last seven days.",
    ring_list_href="/fresh/",
)
NOTHING_NEEDS_DANA = NeedsMePage(
    lead="Good evening, Dana.",
    groups=(),
    done="Nothing needs you now. You are told here, and rung for what cannot wait. The desk is on 01632 960 140.",
    since="Today, 16:10",
    news=(),
    quiet="Nothing received about your 13 children since then. That is not the same as nothing happening.",
)

_TAM_FOUND = Found(
    name="Tamsin Orrey",
    known_as="Tam",
    age="7 years 6 months, born 2 May 2019",
    href="/children/tam/",
    why=("same first name and birthday", "surname one letter apart", "same school"),
    plan="Child protection plan since 1 July 2026",
    held_by="Nobody is allocated. Held by Ruth Abara, 01632 960 112.",
)
_FRESH = (
    Freshness(agency=SCHOOL, state=SILENT, when=Moment(words="Friday 17:02"), ring="01632 960 230"),
    Freshness(agency=POLICE, state=RECEIVED, when=Moment(words="09:10 today")),
)
TAM_IS_FOUND = FindChildPage(
    form=Form(
        answers={
            "name": "tamsin orry 2/5/2019 fernmoor",
        }
    ),
    looked_in=LookedIn(
        words="Looked in Tolland Bay: social care, police, school and health, as of 10:40 today.",
        fresh=_FRESH,
        understood="Read as: called Tamsin, called Orry, born on 2 May 2019.",
        not_looked="Not looked in: GP (line broken since 08:10), other areas.",
        ask_areas_href="/children/other-areas/",
    ),
    found=(
        _TAM_FOUND,
        Found(
            name="Tamzin Curry",
            known_as="Tamzin Curry",
            age="7 years 2 months, born 30 August 2019",
            href="",
            why=("name sounds the same", "birthday differs"),
            known_to="Known to school.",
            held_by="Nobody is allocated. Ring the desk: 01632 960 140.",
            not_involved=True,
            concern_href="/concern/",
        ),
    ),
    restricted=(Restricted(words="A child who may be the one is known, and held closely.", ring=DESK),),
    desk=DESK,
)
NOBODY_FOUND = FindChildPage(
    desk=DESK,
    form=Form(answers={"name": "Wren Askew"}),
    looked_in=LookedIn(
        words="Nothing found in Tolland Bay: social care, police, school and health, as of 10:40 today.",
        fresh=_FRESH,
        not_looked="Not looked in: GP (line broken since 08:10), other areas.",
        ask_areas_href="/children/other-areas/",
    ),
)
FIND_A_CHILD = FindChildPage(form=Form(), mine=(_TAM_FOUND,))

NOT_INVOLVED = RefusedPage(
    reason="Nothing is found here that you may open. If you are worried about a child, ring the duty desk: 01632 960 140.",
    ring=DESK,
    ask_href="/children/tam/open/",
)
EXPIRED = ExpiredPage(
    words=(("seen or heard", "Three round bruises on the left upper arm."), ("my view", "A grip."))
)
NO_SUCH_PAGE = MissingPage(
    title="There is no such page", words="Check the address, or begin from what needs you."
)
