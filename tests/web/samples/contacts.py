"""The front door: the list of contacts, one to think about, one to decide, one that was decided and came back."""

from dataclasses import replace

from kith.rulebook import load
from kith.web.asked.filling import OF_ACTIONS, OF_FACTS
from kith.web.asked.page import Answering, AskedPage
from kith.web.closing.page import ClosingPage
from kith.web.contacts.page import (
    ChildHere,
    ContactPage,
    ContactsPage,
    Decided,
    Deciding,
    Lawful,
    Thinking,
    Thought,
    Told,
)
from kith.web.dates import Moment
from kith.web.parts.agency import FAMILY, agency
from kith.web.parts.form import Choice, Form, Problem, SayingWhy
from kith.web.parts.needs import Need, NeedGroup
from kith.web.parts.people import OtherChild, PersonInvolved
from kith.web.parts.story import Settled, StoryLine
from kith.web.screened_again.page import AgainPage, FiguresPage, Row
from tests.web.samples.child import TAMS_PAGE
from tests.web.samples.tolland_bay import tams_identity

_BOOK = load("kith.rulebook.england")
_OUTCOMES = tuple(
    Choice(value=one.code, words=one.label, hint=one.hint) for one in _BOOK.contact_outcomes.values()
)


def _need(when: str, what: str, why: str, act: str, tag: str = "", tag_kind: str = "") -> Need:
    return Need(when=when, what=what, why=why, act=act, href="/contacts/x/", tag=tag, tag_kind=tag_kind)


CONTACTS = ContactsPage(
    lead="Three contacts wait for a decision, two of them today or overdue.",
    groups=(
        NeedGroup(
            title="Yours to decide",
            needs=(
                _need(
                    "By 15:10",
                    "Contact from a relative or neighbour: Tam Denby",
                    "Nobody has opened it.",
                    "Decide",
                    "today",
                    "due",
                ),
                _need(
                    "Since Friday",
                    "Contact from police: Wilf Denby",
                    "It came back: it was closed on “known to social care”, and nobody there works with the child.",
                    "Decide",
                    "overdue",
                    "over",
                ),
            ),
        ),
        NeedGroup(
            title="Others’ to decide",
            needs=(
                _need(
                    "Wed 18 Nov",
                    "Contact from school: Maisy Trewin",
                    "Nobody has opened it. Jasmin Thorley decides.",
                    "Read",
                ),
            ),
        ),
    ),
    silence="",
    closely="One more is held closely, and with the manager on duty.",
)
NO_CONTACTS = replace(
    CONTACTS,
    lead="",
    groups=(),
    closely="",
    silence="No contact waits for a decision. A line that is broken looks the same: see how fresh each agency’s data is on a child’s page.",
)
_OPEN = Settled(state="open", words="Nothing has settled this")
TO_THINK = ContactPage(
    who=tams_identity(),
    name="Contact from a relative or neighbour",
    why="",
    due="To be decided today by 15:10",
    due_kind="due",
    owner="Tomasz Wilk",
    opened="Opened first by Tomasz Wilk, today 10:41.",
    counted="The fourth contact in ten weeks, from two relatives or neighbours and one agency.",
    told=(
        Told(
            when=Moment(words="Tue 17 Nov, 09:58", iso="2026-11-17T09:58"),
            agency=FAMILY,
            kind="Contact received",
            words="There were marks on his back when I bathed him. He said “I fell off the bed again.” I have photographs.",
            href="/children/tam/chronology/?entry=x#entry-x",
            by="Lorna Tyndall",
            pictures="Two photographs. You have not opened any of them.",
            pictures_href="/children/tam/chronology/x/files/",
        ),
    ),
    children=(
        ChildHere(
            name="Tam Denby",
            href="/children/tam/",
            who="5 years 2 months",
            known="Nobody in social care works with them now. Told of by police, school and social care.",
            open_lines=(
                StoryLine(
                    when=Moment(words="14 Sep", iso="2026-09-14"),
                    agency=agency("school"),
                    seen_or_said="A bruise on his cheek. “I fell off the bed.”",
                    done="School told his mother.",
                    settled=_OPEN,
                ),
                StoryLine(
                    when=Moment(words="12 Nov", iso="2026-11-12"),
                    agency=FAMILY,
                    seen_or_said="His grandmother told of marks on his arm.",
                    done="Nothing recorded.",
                    settled=_OPEN,
                ),
            ),
            more_open="and one earlier, on the child’s page",
            others=(
                OtherChild(
                    name="Jory Denby",
                    href="",
                    who="brother, 2 years 1 month",
                    words="You are not involved with this child. If you need to know more, ring the desk: 01632 960 140",
                ),
            ),
            same_child_href="/same-child/x/",
        ),
    ),
    asks=TAMS_PAGE.asks[:1],
    asks_wait="Two questions of Kith’s wait until you have written what you think.",
    involved=(
        PersonInvolved(
            name="Anneka Bright",
            role="Safeguarding lead, Fernmoor Primary",
            agency=agency("school"),
            phone="01632 960 201",
            last_contact="Injury seen, Mon 14 Sep",
        ),
    ),
    thoughts=(),
    lawful=tuple(
        Lawful(what=one.what, needs=one.needs, if_refused=one.if_refused, cited=one.cited)
        for one in _BOOK.lawful_steps.values()
    ),
    threshold=(
        "Tolland Bay continuum of need (fiction), from 1 September 2025",
        "Level 4: the child suffers significant harm, or is likely to.",
    ),
    thinking=Thinking(
        action="/contacts/x/think",
        leanings=_OUTCOMES,
        form=Form(
            answers={"leaning": "advice"},
            problems=(Problem(field="view", words="Write what you think, and what would change it."),),
        ),
    ),
)
_THOUGHT = Thought(
    who="Tomasz Wilk",
    when="today 10:52",
    leaning="An assessment (section 17)",
    before=True,
    words="Three tellings of falls, three places on the body. I would see him today.",
)
TO_DECIDE = replace(
    TO_THINK,
    asks_wait="",
    thoughts=(_THOUGHT,),
    thinking=None,
    deciding=Deciding(
        action="/contacts/x/decide",
        outcomes=_OUTCOMES,
        closing_reasons=tuple(
            Choice(value=one.code, words=one.label, hint=one.asks) for one in _BOOK.closing_reasons.values()
        ),
        spoken_to=tuple(Choice(value=code, words=words) for code, words in _BOOK.spoken_to.items()),
        truths=(
            "Pictures came with this, and you have not opened all of them.",
            "Nobody in social care is working with Tam Denby now. The last that social care said was 3 Mar.",
        ),
        form=Form(
            answers={
                "outcome": "no_further_action",
                "closing_reason": "known_to_social_care",
                "reasons": "Social care has it.",
            },
            problems=(
                Problem(
                    field="despite",
                    words="Pictures came with this, and you have not opened all of them. Say why it is decided all the same.",
                ),
            ),
        ),
    ),
)
WAS_DECIDED = replace(
    TO_THINK,
    due="Decided today 11:20",
    due_kind="",
    thoughts=(_THOUGHT,),
    thinking=None,
    asks_wait="Kith asks nothing about them now. That is not the same as safe.",
    asks=(),
    disagreeing=SayingWhy(action="/contacts/x/disagree", form=Form()),
    decided=Decided(
        words="No further action: social care is working with the child already",
        reasons="Social care has it.",
        decided="Tomasz Wilk, today 11:20",
        despite="I was told so on the telephone.",
        came_back="It came back: it was closed on “known to social care”, and nobody there works with the child. Jasmin Thorley looks again. At the latest Wednesday 18 November.",
        came_back_href="/contacts/y/",
    ),
)
CAME_BACK = replace(
    TO_THINK,
    why="It came back: a manager did not agree with what was decided.",
    thinking=None,
    taking=SayingWhy(action="/contacts/x/take", form=Form()),
)
CLOSING = ClosingPage(
    who=tams_identity(),
    called="Tam",
    agency="Tolland Bay Police",
    truths=(
        "Nobody in social care is working with Tam Orrey now. The last that social care said was 24 July.",
        "Fernmoor Surgery has been asked, and not answered.",
    ),
    comes_to="You may close all the same, and say why. It then comes to the front door, to one named person who looks again. What was told stays, and whoever is told of something new asks you again.",
    action="/children/tam/closing/",
    form=Form(),
)
CLOSING_TO_MEND = replace(
    CLOSING,
    form=Form(
        answers={"reason": "Social care is dealing with it.", "social_care_has_it": "yes"},
        problems=(Problem(field="despite", words=f"{CLOSING.truths[0]} Say why you close all the same."),),
    ),
)
NOTHING_AGAINST = replace(
    CLOSING, truths=(), comes_to="What was told stays, and whoever is told of something new asks you again."
)
AGAIN = AgainPage(
    who=tams_identity(),
    name="Contact from a relative or neighbour",
    lead="A lot fell on this: what two people make of the same is counted for the whole front door, never for one of you. You read what was known on Tue 17 Nov, 11:20. What was decided is shown to you nowhere here.",
    due="To be screened again by Tuesday 24 November",
    due_kind="",
    told=TO_THINK.told,
    children=TO_THINK.children,
    action="/contacts/again/x/",
    outcomes=TO_THINK.thinking.leanings if TO_THINK.thinking else (),
    form=Form(),
)
AGAIN_TO_MEND = replace(
    AGAIN,
    form=Form(
        answers={"reasons": "Marks on his back, and a story that changed."},
        problems=(Problem(field="outcome", words="Choose what you would decide."),),
    ),
)
FIGURES = FiguresPage(
    lead="Of the whole front door, over the last year. No worker is counted.",
    agreement="Two who screened the same agreed on 61 of 74 (82%, between 72% and 90% with 95% confidence). 3 wait to be screened again.",
    agreement_means="Where the second would have done more, it came back to a third person. Agreement alone does not say that both were right.",
    days=(30, 90, 180),
    rows=(
        Row(
            ground="No evidence found, after looking",
            again=("9 of 120 (8%)", "17 of 104 (16%)", "22 of 80 (28%)"),
            higher=("4 of 120 (3%)", "8 of 104 (8%)", "11 of 80 (14%)"),
        ),
        Row(
            ground="Social care is working with the child already",
            again=("1 of 3 (fewer than 5: no share)", "none", "none"),
            higher=("0 of 3 (fewer than 5: no share)", "none", "none"),
        ),
    ),
    silence="",
)
FIGURES_NONE = replace(
    FIGURES,
    agreement="Nothing has been screened twice yet.",
    rows=(),
    silence="Nothing was closed long enough ago to be counted.",
)
ASKED = AskedPage(
    who=tams_identity(),
    agency=agency("childrens_social_care"),
    what="Any notices since June, and who was there.",
    purpose="To decide on a contact from his school.",
    asked="Tomasz Wilk, 01632 960 104, asked today 10:41",
    due="To be answered by the end of Wednesday 18 November",
    due_kind="due",
    owner="DS Sunita Grewal",
    law=f"{_BOOK.lawful_steps['share'].needs} {_BOOK.lawful_steps['share'].if_refused} {_BOOK.lawful_steps['share'].cited}.",
    answering=Answering(
        action="/asked/x/",
        answers=OF_FACTS,
        may_be_told=tuple(Choice(value=code, words=words) for code, words in _BOOK.may_be_told.items()),
        not_shared=tuple(Choice(value=code, words=words) for code, words in _BOOK.not_shared.items()),
        form=Form(),
    ),
)
ASKED_TO_ACT = replace(
    ASKED,
    what="Go and see that he is well, tonight.",
    answering=Answering(
        action="/asked/x/",
        answers=OF_ACTIONS,
        may_be_told=(),
        not_shared=(),
        form=Form(problems=(Problem(field="answer", words="Choose what you answer."),)),
    ),
)
ASKED_ANSWERED = replace(
    ASKED,
    due="",
    due_kind="",
    answering=None,
    answered="Answered today 11:02, late by DS Sunita Grewal: told.",
    climbed="It went one step up, to Insp Paul Hannaford.",
)
